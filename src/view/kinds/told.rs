//! Narratives, news and references.

use crate::model::{Article, Form, LegalBasis, Narrative, Repealed};
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::{PanelView, Shown, StepView};
use crate::vocabulary::Kind;

/// A narrative: how it was made, then its steps.
pub(super) fn narrative(sheet: &mut Sheet<'_>, narrative: &Narrative) {
    let shown = sheet.shown();
    if narrative.form != Form::Story {
        sheet.fact_text("label_form", &sheet.say(&format!("form_{}", narrative.form.name())));
    }
    if let Some(honesty) = shown.honesty(narrative) {
        sheet.fact_text("label_told", &honesty);
    }
    let participants = narrative.participants.iter().map(plain).collect();
    sheet.fact(sheet.say("label_participants"), participants);
    sheet.fact_entries(sheet.many(Kind::Service), narrative.services.iter().copied());
    if !narrative.goals.is_empty() {
        super::goals::served(sheet, &narrative.goals);
    }
    let steps = narrative.steps.iter().map(|step| StepView {
        title: step.title.clone(),
        text: sheet.html.body(&step.text, None, 0),
        services: shown.links(step.services.iter().copied(), sheet.html),
    });
    let steps: Vec<StepView> = steps.collect();
    if !steps.is_empty() {
        let (shape, title) = ("steps".into(), sheet.say("steps_title"));
        sheet.panel(PanelView { shape, title, steps, ..PanelView::default() });
    }
}

/// An article.
pub(super) fn article(sheet: &mut Sheet<'_>, article: &Article) {
    let shown = sheet.shown();
    let day = |when: Option<_>| when.map(|when| shown.when(when)).unwrap_or_default();
    sheet.fact_text("label_published", &day(article.published));
    sheet.fact_text("label_updated", &day(article.updated));
    sheet.fact_text("label_author", &article.author);
    sheet.fact_text("label_photo", &article.photo);
    sheet.fact_text("label_first_printed", &article.source);
    if !article.goals.is_empty() {
        super::goals::served(sheet, &article.goals);
    }
}

/// A reference: what it is and whether it still holds. Where it is used stands among what links here.
pub(super) fn reference(sheet: &mut Sheet<'_>, reference: &LegalBasis) {
    let shown = sheet.shown();
    if let Some(level) = reference.level {
        sheet.fact_text("label_level", &sheet.say(&format!("level_{}_one", level.name())));
    }
    sheet.fact_text("label_author", &reference.author);
    let year = reference.year.map(|year| shown.when(year)).unwrap_or_default();
    sheet.fact_text("label_year", &year);
    if let Some(Repealed::Since(day)) = reference.repealed {
        sheet.fact_text("label_repealed", &shown.when(day));
    }
    sheet.fact(sheet.say("label_url"), Shown::web_link(&reference.url).into_iter().collect());
}
