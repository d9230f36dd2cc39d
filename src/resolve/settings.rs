//! What `plan.toml` says.

use super::World;
use super::kinds::{decision, done::months};
use super::read::Reader;
use crate::diagnostic::rules::{
    MISSING_FIELD, UNKNOWN_CHOICE, UNKNOWN_KIND, UNSAFE_LINK, WRONG_TYPE,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Contact, License, Related, Settings, Stage, TermForms, ThemeChoice};
use crate::parse::{RawTable, RawValue};
use crate::say;
use crate::text::{Language, nearest};
use crate::vocabulary::{self, FIELDS, Kind};
use std::cell::RefCell;

/// The plan's language, before anything else is read; bokmål where it is missing or wrong.
pub(super) fn language(settings: &RawTable) -> Language {
    match settings.get("language").map(|field| &field.value) {
        Some(RawValue::Text(tag)) => Language::from_tag(tag).unwrap_or_default(),
        _ => Language::default(),
    }
}

/// Reads the settings.
pub(super) fn read(table: &RawTable, world: &World<'_>, diagnostics: &mut Diagnostics) -> Settings {
    let told = RefCell::new(Diagnostics::default());
    let reader = Reader { table, files: world.files, names: world.names, diagnostics: &told };
    check(&reader);
    let public = reader.table("public").map(|(public, _)| {
        public.texts("exceptions").into_iter().map(|(text, _)| text.to_string()).collect()
    });
    let hearing = reader.table("hearing").map(|(hearing, _)| hearing);
    let settings = Settings {
        hearing_service: hearing.as_ref().map(service).unwrap_or_default(),
        names_for_months: hearing.as_ref().and_then(|one| one.whole("names_for_months")),
        title: reader.text("title"),
        municipality: reader.text("municipality"),
        language: language(table),
        period: reader.period("period"),
        stage: reader.choice("stage", "stage").map(|stage| match stage {
            "hearing" => Stage::Hearing,
            "adopted" => Stage::Adopted,
            _ => Stage::Draft,
        }),
        adopted: decision(&reader, "adopted"),
        contact: contact(&reader),
        domain: reader.text("domain"),
        scope: reader.text("scope"),
        related: related(&reader),
        terms: terms(&reader),
        theme: theme(&reader),
        public: public.unwrap_or_default(),
        url: url(&reader),
        year_starts: months(&reader, "year_starts").first().and_then(|one| i8::try_from(*one).ok()),
        example: reader.flag("example").unwrap_or(false),
        license: reader.choice("license", "license").and_then(License::named),
        organization_number: organization_number(&reader),
        span: table.get("title").map(|field| field.span).or(table.span),
    };
    diagnostics.append(told.into_inner());
    settings
}

/// The hearing service's address: https, or http on the machine itself.
fn service(reader: &Reader<'_>) -> String {
    let Some((written, span)) = reader.text_at("service") else { return String::new() };
    let is_local =
        ["http://localhost", "http://127.0.0.1"].iter().any(|one| written.starts_with(one));
    if written.starts_with("https://") || is_local {
        return with_slash(written.to_string());
    }
    let message = say!(nb: "Adressen til skjemaet begynner med https://", en: "The address of the form begins with https://");
    let help = say!(
        nb: "Skriv hele adressen: \"https://horing.kommune.example/\"",
        en: "Write the whole address: \"https://hearing.example.org/\""
    );
    reader.tell(Diagnostic::at(&UNSAFE_LINK, span, message).help(help));
    String::new()
}

/// The address that the site will have.
fn url(reader: &Reader<'_>) -> String {
    let Some((written, span)) = reader.text_at("url") else { return String::new() };
    if written.trim().is_empty() {
        return String::new();
    }
    if ["https://", "http://"].iter().any(|one| written.starts_with(one)) {
        return with_slash(written.to_string());
    }
    let message =
        say!(nb: "Nettadressen mangler https:// foran", en: "The address lacks https:// in front");
    let help = say!(
        nb: "Skriv hele adressen: \"https://plan.kommune.example/\"",
        en: "Write the whole address: \"https://plan.example.org/\""
    );
    reader.tell(Diagnostic::at(&WRONG_TYPE, span, message).help(help));
    String::new()
}

fn theme(reader: &Reader<'_>) -> ThemeChoice {
    let Some((theme, _)) = reader.table("theme") else { return ThemeChoice::default() };
    ThemeChoice { name: theme.text("name"), folder: theme.text("folder"), css: theme.text("css") }
}

/// The theme of settings that are not otherwise read; what is wrong with them is told later.
pub(super) fn theme_choice(table: &RawTable) -> ThemeChoice {
    let told = RefCell::new(Diagnostics::default());
    let names = super::Names::with_room(0);
    theme(&Reader { table, files: &[], names: &names, diagnostics: &told })
}

/// Nine digits of the Norwegian register, ten of the Swedish, with its check digit right.
fn organization_number(reader: &Reader<'_>) -> String {
    let Some((written, span)) = reader.text_at("organization_number") else {
        return String::new();
    };
    let digits: String = written.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if is_organization_number(&digits) {
        return digits;
    }
    let message = say!(
        nb: "«{written}» er ikke noe organisasjonsnummer",
        en: "“{written}” is not an organisation number"
    );
    let help = say!(
        nb: "Et norsk nummer har ni siffer, et svensk har ti. Se etter i Enhetsregisteret.",
        en: "A Norwegian number has nine digits, a Swedish one ten. Look it up in the register."
    );
    reader.tell(Diagnostic::at(&WRONG_TYPE, span, message).help(help));
    String::new()
}

fn is_organization_number(digits: &str) -> bool {
    let Some(digits) = digits.chars().map(|one| one.to_digit(10)).collect::<Option<Vec<u32>>>()
    else {
        return false;
    };
    let weighed = |weights: &[u32]| digits.iter().zip(weights).map(|(a, b)| a * b).sum::<u32>();
    match digits.len() {
        9 => weighed(&[3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0,
        10 => {
            let doubled = |(place, digit): (usize, &u32)| match digit * (2 - place as u32 % 2) {
                sum @ 10.. => sum - 9,
                sum => sum,
            };
            digits.iter().enumerate().map(doubled).sum::<u32>() % 10 == 0
        }
        _ => false,
    }
}

/// An address with a slash at its end.
fn with_slash(url: String) -> String {
    if url.is_empty() || url.ends_with('/') { url } else { url + "/" }
}

/// Title, municipality and language must be there, and the language must be one that planverk speaks.
fn check(reader: &Reader<'_>) {
    let Some(span) = reader.table.span else { return };
    for name in ["title", "municipality", "language"] {
        let field = reader.field(name);
        let is_empty =
            |value: &RawValue| matches!(value, RawValue::Text(text) if text.trim().is_empty());
        if field.is_some_and(|field| !is_empty(&field.value)) {
            continue;
        }
        let nb = FIELDS.iter().find(|word| word.name == name).map_or(name, |word| word.nb[0]);
        let message =
            say!(nb: "plan.toml mangler feltet «{nb}»", en: "plan.toml lacks the field “{name}”");
        let (message, span) = match field {
            Some(field) => {
                (say!(nb: "Feltet «{nb}» er tomt", en: "The field “{name}” is empty"), field.span)
            }
            None => (message, span),
        };
        let help = say!(nb: "Skriv: {nb} = \"…\"", en: "Write: {name} = \"…\"");
        reader.tell(Diagnostic::at(&MISSING_FIELD, span, message).help(help));
    }
    if let Some((tag, span)) = reader.text_at("language")
        && !tag.trim().is_empty()
        && Language::from_tag(tag).is_none()
    {
        let message = say!(nb: "planverk kan ikke språket «{tag}»", en: "planverk does not know the language “{tag}”");
        let help = say!(
            nb: "Det kan være nb, nn, se, sv eller en.",
            en: "It can be nb, nn, se, sv or en."
        );
        reader.tell(Diagnostic::at(&UNKNOWN_CHOICE, span, message).help(help));
    }
}

fn contact(reader: &Reader<'_>) -> Contact {
    let Some((contact, _)) = reader.table("contact") else { return Contact::default() };
    Contact {
        name: contact.text("name"),
        email: contact.text("email"),
        phone: contact.text("phone"),
        address: contact.text("address"),
        url: contact.text("url"),
    }
}

fn related(reader: &Reader<'_>) -> Related {
    let Some((related, _)) = reader.table("relates_to") else { return Related::default() };
    Related {
        follows: related.entries("follows", &[]),
        frames: related.entries("frames", &[]),
        replaces: related.entries("replaces", &[]),
    }
}

/// `[terms]`: a word for a kind, or its four forms.
fn terms(reader: &Reader<'_>) -> Vec<(&'static str, TermForms)> {
    let Some((terms, _)) = reader.table("terms") else { return Vec::new() };
    let mut found = Vec::new();
    for field in &terms.table.fields {
        let Some(kind) = vocabulary::term(&field.name) else {
            let name = &field.name;
            let message = say!(nb: "Det finnes ikke noe slag som heter «{name}»", en: "There is no kind called “{name}”");
            let told = Diagnostic::at(&UNKNOWN_KIND, field.key, message);
            reader.tell(match nearest(name, Kind::spellings()) {
                Some(near) => {
                    told.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"))
                }
                None => told.help(say!(
                    nb: "Til venstre står et slag, som utviklingsområde, eller kjernekomponent, kjennetegn eller betydning.",
                    en: "On the left stands a kind, such as development-area, or component, characteristic or meaning."
                )),
            });
            continue;
        };
        let forms = match &field.value {
            RawValue::Table(forms) => {
                let forms = reader.inside(forms);
                TermForms {
                    one: forms.text("one"),
                    the: forms.text("the"),
                    many: forms.text("many"),
                    all: forms.text("all"),
                }
            }
            RawValue::Text(one) => TermForms { one: one.clone(), ..TermForms::default() },
            _ => {
                let message =
                    say!(nb: "Skriv ordet i anførselstegn", en: "Write the word in quotes");
                reader.tell(Diagnostic::at(&WRONG_TYPE, field.span, message));
                continue;
            }
        };
        found.push((kind, forms));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::is_organization_number;

    #[test]
    fn organization_numbers_have_a_check_digit() {
        for right in ["991825827", "974760673", "2021005489"] {
            assert!(is_organization_number(right), "{right}");
        }
        for wrong in ["991825828", "99182582", "2021005488", "99182582x", "", "12345678901"] {
            assert!(!is_organization_number(wrong), "{wrong}");
        }
    }
}
