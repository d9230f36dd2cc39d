//! How it goes towards a target: what the figures say, and beside it always what the municipality says.

use super::{BadgeView, LinkView, ProgressView, Shown, Views};
use crate::html::Html;
use crate::model::{Aim, EntryId, Indicator, Judgement, Overview};
use crate::progress::{Figure, Pace, Progress, Stretch, Unjudged, change, towards};
use crate::words::WithUnit;
use std::collections::HashSet;

/// The place on the page about the site that tells the method.
pub(super) const METHOD: &str = "progress-method";

impl Views<'_> {
    /// What a page says of the way to the target and of the municipality's own word, line by line and as plain
    /// text; without a target, only how the figures have changed. For exports that hold words.
    #[must_use]
    pub fn progress_text(&self, indicator: &Indicator) -> Vec<String> {
        let shown = self.shown;
        let labelled = |key: &str, text: &str| format!("{}: {text}", shown.say(key));
        let Some((aim, judged)) = indicator.target.as_ref().zip(towards(indicator)) else {
            let change = shown.change(indicator);
            let told = (!change.is_empty()).then(|| labelled("label_change", &change));
            return told.into_iter().collect();
        };
        let pace = judged.ok().map(|one| format!("{}.", shown.pace_badge(one.pace).word));
        let said = shown.said(&judged, aim, indicator);
        let way: Vec<String> = pace
            .into_iter()
            .chain([shown.change(indicator), said])
            .filter(|one| !one.is_empty())
            .collect();
        let (own, note) = shown.own_word(indicator);
        vec![
            labelled("label_target", &shown.aim(aim, indicator)),
            labelled("toward_target", &way.join(" ")),
            labelled("own_word", &own.map_or(note, |badge| badge.word)),
        ]
    }
}

impl Shown<'_> {
    /// How an indicator stands to its target; nothing without one.
    pub(super) fn progress(&self, indicator: &Indicator, html: &Html<'_>) -> Option<ProgressView> {
        let aim = indicator.target.as_ref()?;
        let judged = towards(indicator)?;
        let finding = indicator.latest_finding();
        let said = self.said(&judged, aim, indicator);
        let (own, own_note) = self.own_word(indicator);
        Some(ProgressView {
            badge: judged.ok().map(|progress| self.pace_badge(progress.pace)),
            change: self.change(indicator),
            said,
            own,
            own_note,
            own_text: finding.map(|one| html.first_sentence(&one.text)).unwrap_or_default(),
            own_when: finding.and_then(|one| one.on).map(|on| self.when(on)).unwrap_or_default(),
            method: Some(LinkView {
                title: self.say("progress_method"),
                path: format!("{}#{METHOD}", Overview::About.path(self.language())),
                ..LinkView::default()
            }),
        })
    }

    /// The municipality's own judgement, or that there is none.
    fn own_word(&self, indicator: &Indicator) -> (Option<BadgeView>, String) {
        match indicator.latest_finding() {
            Some(finding) => match finding.assessment {
                Some(own) => (Some(self.judgement_badge(own)), String::new()),
                None => (None, self.say("own_word_unassessed")),
            },
            None => (None, self.say("own_word_none")),
        }
    }

    fn said(
        &self,
        judged: &Result<Progress, Unjudged>,
        aim: &Aim,
        indicator: &Indicator,
    ) -> String {
        match judged {
            Ok(progress) => self.judged(progress, aim, indicator),
            Err(why) => self.unjudged(*why),
        }
    }

    /// "Fra 10,2 % (2023) til 8,1 % (2025).", and that a figure of them is preliminary. Empty when there
    /// are not two figures to compare.
    pub(super) fn change(&self, indicator: &Indicator) -> String {
        let Some(Stretch { base, latest }) = change(indicator) else { return String::new() };
        let value = |figure: Figure| {
            figure.value.with_unit(indicator.decimals, &indicator.unit, self.language())
        };
        let mut said = self.fill(
            "progress_change",
            &[
                ("from", &value(base)),
                ("from_time", &self.when(base.time)),
                ("to", &value(latest)),
                ("to_time", &self.when(latest.time)),
            ],
        );
        for figure in [base, latest].into_iter().filter(|figure| figure.preliminary) {
            said.push(' ');
            said.push_str(&self.fill("said_preliminary", &[("time", &self.when(figure.time))]));
        }
        said
    }

    fn judged(&self, progress: &Progress, aim: &Aim, indicator: &Indicator) -> String {
        let key = match progress.pace {
            Pace::Reached => "said_reached",
            Pace::OnTrack => "said_on_track",
            Pace::Slow | Pace::TooSlow => "said_pace",
            Pace::Away => "said_away",
            Pace::Missed => "said_missed",
        };
        let percent = format!("{:.0}", progress.percent().unwrap_or_default());
        let aim = self.aim(aim, indicator);
        self.fill(key, &[("aim", &aim), ("percent", &percent)])
    }

    fn unjudged(&self, why: Unjudged) -> String {
        let key = format!("unjudged_{}", why.name().replace('-', "_"));
        let time = why.time().map(|time| self.when(time)).unwrap_or_default();
        self.fill(&key, &[("time", &time)])
    }

    pub(super) fn pace_badge(&self, pace: Pace) -> BadgeView {
        let word = self.say(&format!("progress_{}", pace.name().replace('-', "_")));
        BadgeView { name: pace.name().to_string(), word }
    }

    /// "Mot måltall: 2 i rute, 1 for sakte" and "Kommunens vurdering: 3 oppløftende", of indicators with a
    /// target; nothing where none has one.
    pub(super) fn progress_lines(&self, indicators: &HashSet<EntryId>) -> Vec<String> {
        let of = |id: &EntryId| self.plan.entry(*id).indicator();
        let judged: Vec<(Pace, Option<Judgement>)> = indicators
            .iter()
            .filter_map(of)
            .filter_map(|one| {
                let own = one.latest_finding().and_then(|finding| finding.assessment);
                Some((towards(one)?.ok()?.pace, own))
            })
            .collect();
        if judged.is_empty() {
            return Vec::new();
        }
        let told = |count: usize, word: &str| match count {
            0 => None,
            count => Some(format!("{count} {}", word.to_lowercase())),
        };
        let paces = Pace::ALL.into_iter().filter_map(|pace| {
            let count = judged.iter().filter(|(one, _)| *one == pace).count();
            told(count, &self.pace_badge(pace).word)
        });
        let paces: Vec<String> = paces.collect();
        let own =
            |wanted: Option<Judgement>| judged.iter().filter(|(_, own)| *own == wanted).count();
        let assessed = [Judgement::Encouraging, Judgement::Watch]
            .into_iter()
            .filter_map(|one| told(own(Some(one)), &self.judgement_badge(one).word));
        let none = told(own(None), &self.say("not_assessed_title"));
        let assessed: Vec<String> = assessed.chain(none).collect();
        vec![
            self.fill("count_targets", &[("told", &paces.join(", "))]),
            self.fill("count_own", &[("told", &assessed.join(", "))]),
        ]
    }
}
