//! Cards: an entry as it stands in a list.

use super::charts::Room;
use super::shown::plain;
use super::{CardView, ChartView, LinkView, Shown};
use crate::html::Html;
use crate::model::{
    ComponentId, Details, Entry, EntryId, Form, Goal, Measure, Overview, WheelEvent,
};
use crate::vocabulary::Kind;
use crate::words::{InWords, month_name};

/// What hangs on a card is listed when it is no more than this, else counted.
const MOST_LINKS: usize = 8;

impl Shown<'_> {
    /// The card of an entry, standing in the page that `html` writes for.
    #[must_use]
    pub fn card(&self, id: EntryId, html: &Html<'_>) -> CardView {
        self.card_with(id, None, html)
    }

    /// The card of an entry that there is room for: an indicator's has its chart instead of the small picture.
    #[must_use]
    pub fn large_card(&self, id: EntryId, html: &Html<'_>) -> CardView {
        let entry = self.plan.entry(id);
        // The whole plan has the chart itself.
        let indicator = entry.indicator().filter(|_| html.whole.is_none());
        let chart = indicator.and_then(|one| self.chart(entry, one, Room::Card, None));
        self.card_with(id, chart, html)
    }

    fn card_with(&self, id: EntryId, chart: Option<ChartView>, html: &Html<'_>) -> CardView {
        let entry = self.plan.entry(id);
        let is_home = html.whole.is_none() && !entry.has_page() && entry.address.page == html.page;
        let mut card = CardView {
            kind: entry.kind.name().to_string(),
            kind_name: self.kind_name(entry.kind),
            title: self.full_title(entry, html),
            number: entry.number.clone().unwrap_or_default(),
            text: self.card_text(entry, is_home, html),
            badge: self.badge(id),
            meta: self.card_meta(entry, html),
            links: self.card_links(entry, html),
            chart,
            ..CardView::default()
        };
        if is_home {
            card.anchor.clone_from(&entry.address.fragment);
        } else {
            card.path = self.place(id, html);
        }
        match &entry.details {
            Details::Indicator(indicator) => {
                let has_room = html.whole.is_none() && card.chart.is_none();
                card.figure = self.figure(indicator, has_room);
                card.progress = self.progress(indicator, html);
            }
            Details::Attachment(file) if !file.file.is_empty() => card.path.clone_from(&file.file),
            _ => {}
        }
        card
    }

    /// The card of a core component.
    #[must_use]
    pub fn component_card(&self, id: ComponentId, html: &Html<'_>) -> CardView {
        let component = self.plan.component(id);
        let link = self.component_link(id, html);
        CardView {
            path: link.path,
            kind: link.kind,
            kind_name: self.fill("component_name", &[]),
            title: link.title,
            number: link.number,
            links: self.links(component.indicators.iter().copied(), html),
            ..CardView::default()
        }
    }

    /// The title; a goal that has none is called by all its words.
    pub(super) fn full_title(&self, entry: &Entry, html: &Html<'_>) -> String {
        match entry.goal() {
            Some(goal) if is_untitled(entry, goal, html) => {
                html.plain(&goal.text).trim().trim_end_matches('.').to_string()
            }
            _ => entry.title.clone(),
        }
    }

    fn card_text(&self, entry: &Entry, is_home: bool, html: &Html<'_>) -> String {
        match &entry.details {
            Details::Value(value) if !value.statement.is_empty() => html.inline(&value.statement),
            Details::Indicator(indicator) => match indicator.latest_finding() {
                Some(finding) => html.first_sentence(&finding.text),
                None => self.lead(&entry.body, html),
            },
            Details::Goal(goal) if !goal.text.is_empty() => {
                if is_untitled(entry, goal, html) {
                    String::new()
                } else {
                    html.inline(&goal.text)
                }
            }
            Details::DevelopmentArea(area) => {
                let goals = area.goals.iter().filter_map(|id| self.plan.entry(*id).goal());
                let main = goals.filter(|goal| goal.under.is_none() && !goal.text.is_empty());
                let texts: Vec<String> = main.map(|goal| html.inline(&goal.text)).collect();
                if texts.is_empty() { self.lead(&entry.body, html) } else { texts.join(" ") }
            }
            Details::Hearing(hearing) => crate::html::escape(&self.hearing_sentence(hearing)),
            Details::Attachment(file) if entry.body.is_empty() => crate::html::escape(&file.about),
            _ if is_home => html.inline(&entry.body),
            _ => self.lead(&entry.body, html),
        }
    }

    /// Short facts on one line.
    fn card_meta(&self, entry: &Entry, html: &Html<'_>) -> Vec<LinkView> {
        match &entry.details {
            Details::Measure(measure) => self.measure_meta(measure, html),
            Details::Event(event) => {
                let role = event.role.map(|role| self.link(role, html));
                let audience = self.audiences(&entry.audience, html);
                std::iter::once(plain(self.event_time(event))).chain(role).chain(audience).collect()
            }
            Details::Narrative(narrative) => {
                let form = match narrative.form {
                    Form::Story => None,
                    form => Some(plain(self.say(&format!("form_{}", form.name())))),
                };
                form.into_iter().chain(self.honesty(narrative).map(plain)).collect()
            }
            Details::QualityTool(tool) => {
                tool.field.map(|field| self.link(field, html)).into_iter().collect()
            }
            Details::Report(report) => {
                report.as_of.map(|day| plain(self.as_of_day(day))).into_iter().collect()
            }
            Details::Article(article) => {
                article.published.map(|day| plain(self.when(day))).into_iter().collect()
            }
            Details::Reference(reference) => {
                let author =
                    (!reference.author.is_empty()).then(|| plain(reference.author.clone()));
                let year = reference.year.map(|year| plain(self.when(year)));
                author.into_iter().chain(year).chain(Self::web_link(&reference.url)).collect()
            }
            Details::Source(source) => {
                let author = (!source.author.is_empty()).then(|| plain(source.author.clone()));
                let count = source.indicators.len();
                let used = (count > MOST_LINKS).then(|| LinkView {
                    title: self.count(count, Kind::Indicator),
                    ..self.overview_link(Overview::Indicators)
                });
                author.into_iter().chain(Self::web_link(&source.url)).chain(used).collect()
            }
            Details::Service(service) => Self::web_link(&service.url).into_iter().collect(),
            Details::Attachment(file) if !file.file.is_empty() => {
                vec![plain(self.file_facts(&file.file, file.size))]
            }
            _ => Vec::new(),
        }
    }

    fn measure_meta(&self, measure: &Measure, html: &Html<'_>) -> Vec<LinkView> {
        let pilot = measure.pilot.then(|| plain(self.say("pilot")));
        let period = measure.period.map(|period| plain(period.format(self.language())));
        let responsible = measure.responsible.iter().map(|id| self.link(*id, html));
        pilot.into_iter().chain(period).chain(responsible).collect()
    }

    fn card_links(&self, entry: &Entry, html: &Html<'_>) -> Vec<LinkView> {
        match &entry.details {
            Details::Goal(goal) => self.links(goal.sub_goals.iter().copied(), html),
            Details::Source(source) if source.indicators.len() <= MOST_LINKS => {
                self.links(source.indicators.iter().copied(), html)
            }
            _ => Vec::new(),
        }
    }

    /// When an event takes place: a date, its months, or that it is not told.
    pub(super) fn event_time(&self, event: &WheelEvent) -> String {
        if let Some(on) = event.on {
            return self.when(on);
        }
        let months = as_they_follow(&event.months).into_iter();
        let months = months.filter_map(|month| i8::try_from(month).ok());
        let months: Vec<&str> = months.map(|month| month_name(month, self.language())).collect();
        if months.is_empty() { self.say("no_time") } else { self.listed(&months) }
    }

    /// "januar, mars og august".
    pub(super) fn listed(&self, words: &[&str]) -> String {
        match words {
            [] => String::new(),
            [one] => (*one).to_string(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.say("and")),
        }
    }

    /// "CSV, 526 byte".
    fn file_facts(&self, file: &str, size: u64) -> String {
        let kind = file.rsplit_once('.').map(|(_, end)| end.to_uppercase()).unwrap_or_default();
        let point = if self.language() == crate::text::Language::En { "." } else { "," };
        let size = match size {
            0..1_000 => format!("{size} byte"),
            1_000..1_000_000 => format!("{} kB", size.div_ceil(1_000)),
            _ => format!("{}{point}{} MB", size / 1_000_000, size % 1_000_000 / 100_000),
        };
        if kind.is_empty() { size } else { format!("{kind}, {size}") }
    }
}

/// Whether a goal's title is but the beginning of its text.
fn is_untitled(entry: &Entry, goal: &Goal, html: &Html<'_>) -> bool {
    let title = entry.title.trim_end_matches('…');
    !goal.text.is_empty() && html.plain(&goal.text).trim().starts_with(title)
}

/// Kinds that are listed as cards in the chapter that they stand in.
pub(super) fn is_card_kind(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Value
            | Kind::Indicator
            | Kind::Goal
            | Kind::Measure
            | Kind::Narrative
            | Kind::QualityTool
            | Kind::Role
            | Kind::Report
            | Kind::Article
            | Kind::Hearing
    )
}

/// Months in the order of a year's passing: December and January, where a run goes over new year.
fn as_they_follow(months: &[u8]) -> Vec<u8> {
    let mut months = months.to_vec();
    if months.first() == Some(&1) && months.last() == Some(&12) && months.len() < 12 {
        let starts = (1..months.len()).rfind(|at| months[*at] != months[*at - 1] + 1);
        months.rotate_left(starts.unwrap_or(0));
    }
    months
}

#[cfg(test)]
mod tests {
    use super::as_they_follow;

    #[test]
    fn months_over_new_year_follow_each_other() {
        assert_eq!(as_they_follow(&[1, 12]), [12, 1]);
        assert_eq!(as_they_follow(&[1, 2, 8, 11, 12]), [11, 12, 1, 2, 8]);
        assert_eq!(as_they_follow(&[1, 8]), [1, 8]);
        let all: Vec<u8> = (1..=12).collect();
        assert_eq!(as_they_follow(&all), all);
    }
}
