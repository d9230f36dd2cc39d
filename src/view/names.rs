//! What things are called: planverk's words, with the municipality's own in their places.
//!
//! A kind has four forms among the words (`kind_measure_one`, `_the`, `_many`, `_all`). A plan that
//! gives only one form of its own word gets the others from how the word ends: *satsingsområde*
//! is inflected as *område*.

use crate::model::{Settings, TermForms};
use crate::words::Words;
use std::collections::BTreeMap;

/// The words of the plan's language, with the municipality's own terms.
#[must_use]
pub fn words(settings: &Settings) -> Words {
    let ours = Words::of(settings.language);
    let mut own = BTreeMap::new();
    for (name, forms) in own_terms(settings) {
        let name = name.replace('-', "_");
        let TermForms { one, the, many, all } = inflected(forms, &name, &ours);
        for (form, word) in [("one", one), ("the", the), ("many", many), ("all", all)] {
            own.insert(format!("kind_{name}_{form}"), word);
        }
    }
    if own.is_empty() { ours } else { Words::with(settings.language, &own) }
}

/// The terms of the plan, by English name.
fn own_terms(settings: &Settings) -> impl Iterator<Item = (&str, &TermForms)> {
    settings.terms.iter().map(|(name, forms)| (*name, forms))
}

/// All four forms of a municipality's own word.
fn inflected(own: &TermForms, name: &str, words: &Words) -> TermForms {
    let ours = TermForms {
        one: words.get(&format!("kind_{name}_one")).to_string(),
        the: words.get(&format!("kind_{name}_the")).to_string(),
        many: words.get(&format!("kind_{name}_many")).to_string(),
        all: words.get(&format!("kind_{name}_all")).to_string(),
    };
    let guessed = by_ending(&own.one, &ours, words);
    let pick = |told: &str, guess: String| {
        // A single word in the plan stands in all four forms.
        let is_told = !told.is_empty() && (told != own.one || guess.is_empty());
        if is_told { told.to_string() } else { guess }
    };
    TermForms {
        one: own.one.clone(),
        the: pick(&own.the, guessed.the),
        many: pick(&own.many, guessed.many),
        all: pick(&own.all, guessed.all),
    }
}

/// The forms that a word has by its last part; the word itself where none is known.
fn by_ending(one: &str, ours: &TermForms, words: &Words) -> TermForms {
    let known = words.get("inflections").split(';').filter_map(|row| {
        let mut forms = row.split('/').map(|form| form.trim().to_string());
        let (one, the, many, all) = (forms.next()?, forms.next()?, forms.next()?, forms.next()?);
        Some(TermForms { one, the, many, all })
    });
    let lower = one.to_lowercase();
    for forms in std::iter::once(ours.clone()).chain(known) {
        if !lower.ends_with(&forms.one) {
            continue;
        }
        // By letters: a capital and its small letter need not take the same bytes.
        let kept = one.chars().count().saturating_sub(forms.one.chars().count());
        let head: String = one.chars().take(kept).collect();
        return TermForms {
            one: one.to_string(),
            the: format!("{head}{}", forms.the),
            many: format!("{head}{}", forms.many),
            all: format!("{head}{}", forms.all),
        };
    }
    let same = || one.to_string();
    TermForms { one: same(), the: same(), many: same(), all: same() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::vocabulary::Kind;

    fn plan_with(kind: Kind, forms: TermForms) -> Words {
        let settings = Settings {
            language: Language::Nb,
            terms: vec![(kind.name(), forms)],
            ..Settings::default()
        };
        words(&settings)
    }

    #[test]
    fn one_form_is_inflected_by_its_ending() {
        let one = |one: &str| TermForms {
            one: one.into(),
            the: one.into(),
            many: one.into(),
            all: one.into(),
        };
        let telling = plan_with(Kind::Indicator, one("telling"));
        assert_eq!(telling.get("kind_indicator_many"), "tellinger");
        assert_eq!(telling.get("kind_indicator_the"), "tellingen");
        assert_eq!(telling.get("indicators"), "Tellinger");
        assert_eq!(telling.get("no_indicator_yet"), "Ingen telling ennå");
        let area = plan_with(Kind::DevelopmentArea, one("satsingsområde"));
        assert_eq!(area.get("kind_development_area_all"), "satsingsområdene");
        let strange = plan_with(Kind::Measure, one("grep"));
        assert_eq!(strange.get("kind_measure_many"), "grep");
    }

    #[test]
    fn told_forms_stay() {
        let forms = TermForms {
            one: "telling".into(),
            the: "tellinga".into(),
            many: "tellinger".into(),
            all: "tellingene".into(),
        };
        assert_eq!(plan_with(Kind::Indicator, forms).get("kind_indicator_the"), "tellinga");
    }
}
