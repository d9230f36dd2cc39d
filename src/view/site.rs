//! What every page shares: the plan's facts, menu and footer.

use super::status::hearing_state;
use super::views::Views;
use super::{ContactView, LinkView, SiteView};
use crate::model::{Adopted, Entry, HearingState, Overview, Stage, search_path};
use crate::text::Period;
use crate::words::InWords;

use crate::vocabulary::Kind;

/// How many links the menu holds at most.
const MOST_LINKS: usize = 7;

impl Views<'_> {
    /// The view of the site, with its stylesheets in order.
    #[must_use]
    pub fn site(&self, styles: Vec<String>) -> SiteView {
        let settings = &self.shown.plan.settings;
        let contact = &settings.contact;
        let language = settings.language;
        SiteView {
            title: settings.title.clone(),
            front_path: "index.html".to_string(),
            municipality: settings.municipality.clone(),
            lang: language.tag().to_string(),
            period: self.period(),
            stage: self.stage(),
            stage_name: self.stage_name().to_string(),
            hearing_path: self
                .open_hearing()
                .filter(|entry| entry.has_page())
                .map(|entry| entry.address.path())
                .unwrap_or_default(),
            example: settings.example,
            menu: self.menu(),
            footer: self.footer(),
            contact: ContactView {
                name: contact.name.clone(),
                email: contact.email.clone(),
                phone: contact.phone.clone(),
                address: contact.address.clone(),
                url: contact.url.clone(),
            },
            styles,
            base_url: self.base_url.to_string(),
            whole_path: if self.has(Overview::Whole) {
                Overview::Whole.path(language)
            } else {
                String::new()
            },
            search_path: search_path(language),
            register_path: if self.has(Overview::Register) {
                Overview::Register.path(language)
            } else {
                search_path(language)
            },
            generator: concat!("planverk ", env!("CARGO_PKG_VERSION")).to_string(),
        }
    }

    /// The period, unless the title says it.
    fn period(&self) -> String {
        let settings = &self.shown.plan.settings;
        let period = settings.period.map(|one: Period| one.format(settings.language));
        period.filter(|period| !settings.title.contains(period.as_str())).unwrap_or_default()
    }

    fn stage_name(&self) -> &'static str {
        let settings = &self.shown.plan.settings;
        match settings.stage {
            Some(Stage::Draft) => "draft",
            Some(Stage::Hearing) => "hearing",
            _ if self.is_over() => "expired",
            Some(Stage::Adopted) => "adopted",
            None if settings.adopted.is_some() => "adopted",
            None => "",
        }
    }

    /// Whether the time that the plan is for has passed.
    fn is_over(&self) -> bool {
        let end = self.shown.plan.settings.period.and_then(|period| period.to);
        end.is_some_and(|end| end.last_day() < self.shown.today)
    }

    /// The hearing that is open, if the plan is being heard.
    fn open_hearing(&self) -> Option<&Entry> {
        let is_open = |entry: &&Entry| {
            let state = entry.hearing().and_then(|one| hearing_state(one, self.shown.today));
            state == Some(HearingState::Open)
        };
        let hearings = self.shown.plan.of_kind(Kind::Hearing).map(|(_, entry)| entry);
        hearings.filter(|_| self.stage_name() == "hearing").find(is_open)
    }

    /// One sentence on where the plan stands.
    #[must_use]
    pub fn stage(&self) -> String {
        let shown = self.shown;
        let settings = &shown.plan.settings;
        match self.stage_name() {
            "draft" => shown.say("stage_draft"),
            "hearing" => {
                let open = self.open_hearing().and_then(Entry::hearing);
                match open.and_then(|hearing| hearing.closes) {
                    Some(day) => shown.fill("stage_hearing_until", &[("closes", &shown.when(day))]),
                    None => shown.say("stage_hearing"),
                }
            }
            "adopted" => self.adopted(),
            "expired" => {
                let period = settings.period.map(|one| one.format(settings.language));
                let period = period.unwrap_or_default();
                let decided = self.adopted();
                match settings.stage.is_some() || settings.adopted.is_some() {
                    true => shown
                        .fill("stage_expired_after", &[("decided", &decided), ("period", &period)]),
                    false => shown.fill("stage_expired", &[("period", &period)]),
                }
            }
            _ => String::new(),
        }
    }

    fn adopted(&self) -> String {
        let nothing = Adopted::default();
        self.shown.decided(self.shown.plan.settings.adopted.as_ref().unwrap_or(&nothing))
    }

    /// The ways that most readers want, as far as they exist.
    fn menu(&self) -> Vec<LinkView> {
        let contents = (!self.chapters.is_empty()).then(|| LinkView {
            title: self.shown.say("contents"),
            path: format!(
                "index.html#{}",
                super::front::contents_anchor(self.shown.words.get("contents"))
            ),
            ..LinkView::default()
        });
        let menu = [
            Overview::Matrix,
            Overview::Indicators,
            Overview::Measures,
            Overview::Audiences,
            Overview::Wheel,
            Overview::News,
            Overview::Whole,
        ];
        let there = menu.into_iter().filter(|one| self.has(*one)).map(|one| self.menu_link(one));
        contents.into_iter().chain(there).take(MOST_LINKS).collect()
    }

    /// A link with the short title that menus have room for.
    fn menu_link(&self, overview: Overview) -> LinkView {
        let short = format!("menu_{}", super::shown::overview_key(overview));
        let mut link = self.shown.overview_link(overview);
        if self.shown.words.has(&short) {
            link.title = self.shown.fill(&short, &[]);
        }
        link
    }

    /// Everything else.
    fn footer(&self) -> Vec<LinkView> {
        let menu: Vec<String> = self.menu().into_iter().map(|link| link.path).collect();
        let links = self.overviews.iter().map(|overview| self.shown.overview_link(*overview));
        let versions = self.versions_link();
        links.chain(versions).filter(|link| !menu.contains(&link.path)).collect()
    }
}
