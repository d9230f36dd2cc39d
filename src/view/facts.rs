//! Facts that several kinds share.

use super::shown::plain;
use super::{LinkView, Shown};
use crate::html::Html;
use crate::model::{About, Adopted, Aim, Cited, Indicator, Narrative};
use crate::text::When;
use crate::words::WithUnit;

impl Shown<'_> {
    /// UN sustainable development goals, by number and name.
    pub(super) fn sdg(&self, goals: &[u8]) -> Vec<LinkView> {
        let name = |goal: &u8| format!("{goal} {}", self.words.get(&format!("sdg_{goal}")));
        goals.iter().map(|goal| plain(name(goal))).collect()
    }

    /// How a narrative stands to those it is about: with consent, or invented.
    pub(super) fn honesty(&self, narrative: &Narrative) -> Option<String> {
        match narrative.about {
            About::Invented => Some(self.say("about_invented")),
            About::Person if narrative.consent.is_some() => Some(self.say("told_with_consent")),
            About::Person | About::Several => None,
        }
    }

    /// "Per 31. oktober 2026".
    pub(super) fn as_of_day(&self, day: When) -> String {
        self.fill("as_of", &[("day", &self.when(day))])
    }

    /// The source with its edition, "Elevundersøkelsen, 2025".
    pub(super) fn cited(&self, cited: &Cited, html: &Html<'_>) -> LinkView {
        let mut link = self.link(cited.source, html);
        if !cited.edition.is_empty() {
            link.title = format!("{}, {}", link.title, cited.edition);
        }
        link
    }

    /// "4,4 poeng innen 2029".
    pub(super) fn aim(&self, aim: &Aim, indicator: &Indicator) -> String {
        let value = aim.value.with_unit(indicator.decimals, &indicator.unit, self.language());
        match aim.year {
            Some(year) => {
                let year = self.when(year);
                self.words.fill("aim_by", &[("value", &value), ("year", &year)])
            }
            None => value,
        }
    }

    /// A decision with its case and what was decided.
    pub(super) fn decision(&self, decision: &Adopted) -> String {
        let mut sentence = self.decided(decision);
        if !decision.case.is_empty() {
            sentence = format!("{sentence}, {}", decision.case);
        }
        if !decision.text.is_empty() {
            sentence = format!("{sentence}: {}", decision.text);
        }
        sentence
    }
}
