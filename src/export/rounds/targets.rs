//! `targets.json`: all that the hearing service needs of the plan. `docs/hearing-files.md` shows it.

use crate::contract::hearing::{FORMAT, TargetBlock, TargetEntry, TargetNow, TargetSite, Targets};
use crate::contract::normal;
use crate::text::oslo_text;
use crate::view::{Heard, Since, Views, round_state};

/// A round, for the service.
pub(super) fn targets(views: &Views<'_>, heard: &Heard<'_>, styles: &[String]) -> Targets {
    let settings = &views.plan().settings;
    let blocks = heard.version.map_or(&[][..], |version| &version.blocks);
    let sections = blocks.iter().filter(|block| block.kind.opens_section());
    let mut since = views.since(&heard.hearing.version);
    let questions = heard.hearing.questions.iter().filter(|one| !one.is_empty());
    Targets {
        format: FORMAT,
        round: heard.hearing.round.clone(),
        version: heard.hearing.version.clone(),
        title: heard.entry.title.clone(),
        opens: heard.hearing.opens_at().map(oslo_text),
        closes: heard.hearing.closes_at().map(oslo_text),
        state: round_state(views, heard.hearing)
            .map_or("planned", |state| state.name())
            .to_string(),
        questions: questions.map(|one| one.document.words(0)).collect(),
        site: TargetSite {
            title: settings.title.clone(),
            language: settings.language.tag().to_string(),
            home: views.base_url().to_string(),
            styles: styles.to_vec(),
            page: heard.entry.address.page.clone(),
        },
        entries: sections
            .map(|block| TargetEntry {
                id: block.id.clone(),
                title: block.shown().to_string(),
                address: heard.place(&block.id),
            })
            .collect(),
        blocks: blocks
            .iter()
            .map(|block| TargetBlock {
                id: block.id.clone(),
                kind: block.kind.name().to_string(),
                section: block.section.clone(),
                hash: blake3::hash(normal(block.shown()).as_bytes()).to_hex().to_string(),
                text: block.shown().to_string(),
                address: heard.place(&block.id),
                now: since.remove(block.id.as_str()).map(now),
            })
            .collect(),
    }
}

fn now(since: Since) -> TargetNow {
    let Since { text, blocks, why, place } = since;
    TargetNow { text, blocks, why, address: place }
}
