//! What must not be published about people: identity numbers, private phones and e-mail addresses.
//!
//! Files are read as they stand, fields and comments too. Data files are published as well, and are searched
//! for identity numbers only: among figures, anything may look like a phone. A phone is known by its grouping (`99 88 77 66`,
//! `998 87 766`), its country code, or a word before it ("tlf"): eight digits alone may be anything. Short
//! numbers and those that begin with 0, 1 or 8 are services. Addresses of an office (`post@`, `postmottak@`)
//! are nobody's own.

use super::Input;
use super::gather::{self, Place, by_key};
use crate::diagnostic::rules::{NATIONAL_ID, PRIVATE_CONTACT};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Settings;
use crate::portions::Portions;
use crate::say;
use crate::text::{FileId, Language, Register, SourceFile, Span, holds, identity_at};
use rayon::prelude::*;
use std::ops::Range;

mod phone;

/// The first part of addresses that belong to an office.
const OFFICES: [&str; 8] =
    ["post", "postmottak", "info", "kontakt", "firmapost", "kundeservice", "kommun", "registrator"];

/// The rules `national-id` and `private-contact`.
pub(super) fn check(input: &Input) -> Diagnostics {
    let free = Free::of(&input.plan.settings);
    let wanted =
        input.files.par_iter().in_portions().enumerate().take_any_while(|_| (input.is_wanted)());
    let found: Vec<Found> = wanted.map(|(place, file)| read(place, file, &free)).collect();
    let mut diagnostics = Diagnostics::default();
    let mut contacts = Vec::new();
    for found in found {
        found.identities.into_iter().for_each(|span| diagnostics.push(national_id(span)));
        contacts.extend(found.contacts);
    }
    for (contact, places) in by_key(contacts) {
        let message = private_contact(&contact, places.len());
        let help = say!(
            nb: "Ta det bort, eller bruk kommunens kontakt. Er det åpent for alle, før det opp i plan.toml: unntak = [\"…\"] under [offentlig].",
            en: "Remove it, or use the municipality's contact. If it is open to all, list it in plan.toml: exceptions = [\"…\"] below [public]."
        );
        gather::tell(&PRIVATE_CONTACT, &places, (message, help), &mut diagnostics);
    }
    diagnostics
}

/// Something private in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Private {
    /// A national identity number.
    Identity,
    /// A phone number or an e-mail address that is not the municipality's.
    Contact,
}

/// What is private in a text that is to be published.
pub(super) fn private_in(text: &str, settings: &Settings) -> Vec<Private> {
    let file = SourceFile::of_text("text.md", text);
    let found = read(0, &file, &Free::of(settings));
    let identities = found.identities.iter().map(|_| Private::Identity);
    identities.chain(found.contacts.iter().map(|_| Private::Contact)).collect()
}

/// What a file holds.
#[derive(Default)]
struct Found {
    identities: Vec<Span>,
    contacts: Vec<(String, Place)>,
}

/// What may stand in the text.
struct Free {
    language: Language,
    /// The municipality's domain, lower case.
    domain: String,
    /// Addresses, and domains with their `@`.
    addresses: Vec<String>,
    phones: Vec<String>,
}

impl Free {
    fn of(settings: &Settings) -> Free {
        let listed =
            settings.public.iter().chain([&settings.contact.email, &settings.contact.phone]);
        let listed: Vec<String> = listed.map(|listed| listed.trim().to_lowercase()).collect();
        let domain = settings.domain.to_lowercase();
        Free {
            language: settings.language,
            domain: domain.trim_start_matches("www.").to_string(),
            phones: listed
                .iter()
                .map(|listed| phone::digits(listed))
                .filter(|one| one.len() > 4)
                .collect(),
            addresses: listed,
        }
    }

    fn allows(&self, address: &str) -> bool {
        let address = address.to_lowercase();
        let Some((name, domain)) = address.split_once('@') else { return true };
        let at_home = !self.domain.is_empty()
            && domain
                .strip_suffix(self.domain.as_str())
                .is_some_and(|sub| sub.is_empty() || sub.ends_with('.'));
        at_home
            || OFFICES.contains(&name)
            || self
                .addresses
                .iter()
                .any(|free| *free == address || free.strip_prefix('@') == Some(domain))
    }
}

/// How many bytes are passed over together.
const BLOCK: usize = 32;

/// Where the next byte stands that may begin a number or stand in an address.
fn digit_or_at(bytes: &[u8]) -> Option<usize> {
    let is_such = |byte: u8| byte.is_ascii_digit() || byte == b'@';
    // Blocks that hold none are passed over whole, which takes a few wide instructions.
    let holds_none = |block: &&[u8]| !holds(block, is_such);
    let from = BLOCK * bytes.chunks_exact(BLOCK).take_while(holds_none).count();
    bytes[from..].iter().position(|byte| is_such(*byte)).map(|place| from + place)
}

/// Reads a file once, from one interesting byte to the next.
fn read(place: usize, file: &SourceFile, free: &Free) -> Found {
    let mut found = Found::default();
    let ending = file.path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_data = ["csv", "json", "xlsx"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    if !is_data && !matches!(ending, "md" | "toml") {
        return found;
    }
    let text = &*file.text;
    let bytes = text.as_bytes();
    let span = |range: Range<usize>| Span::new(FileId::at(place), range);
    let mut at = 0;
    while let Some(next) = digit_or_at(&bytes[at..]) {
        let start = at + next;
        at = start + 1;
        if bytes[start] == b'@' {
            if let Some(range) = address_around(text, start).filter(|_| !is_data) {
                at = range.end;
                let address = &text[range.clone()];
                if !free.allows(address) {
                    found.contacts.push((address.to_lowercase(), Place::new(span(range), address)));
                }
            }
            continue;
        }
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let identity = identity_at(text, start..at).filter(|(_, register)| {
            *register == Register::Norwegian || free.language == Language::Sv
        });
        if let Some((range, _)) = identity {
            at = range.end;
            found.identities.push(span(range));
        } else if is_data {
            continue;
        } else if let Some(range) = phone::phone_at(text, start, free.language) {
            at = range.end;
            let digits = phone::digits(&text[range.clone()]);
            if !free.phones.contains(&digits) {
                let written = text[range.clone()].to_string();
                found.contacts.push((digits, Place::new(span(range), written)));
            }
        }
    }
    found
}

/// The e-mail address around an @.
fn address_around(text: &str, at: usize) -> Option<Range<usize>> {
    let is_part =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+');
    let before = text[..at].rsplit(|letter| !is_part(letter)).next()?;
    let after = text[at + 1..].split(|letter| !is_part(letter)).next()?;
    let (name, domain) =
        (before.trim_start_matches('.'), after.trim_end_matches(['.', '-', '_', '+']));
    let (host, top) = domain.rsplit_once('.')?;
    let is_mail = !name.is_empty()
        && !host.is_empty()
        && top.len() >= 2
        && !top.contains(|letter: char| letter.is_ascii_digit());
    let start = at - name.len();
    (is_mail && !text[..start].ends_with('@')).then_some(start..at + 1 + domain.len())
}

fn national_id(span: Span) -> Diagnostic {
    Diagnostic::at(
        &NATIONAL_ID,
        span,
        say!(nb: "Her står et fødselsnummer", en: "A national identity number stands here"),
    )
    .help(say!(
        nb: "Ta det bort, også fra eldre utgaver av filen. Det hører aldri hjemme i en plan.",
        en: "Remove it, from older copies of the file too. It never belongs in a plan."
    ))
}

fn private_contact(contact: &str, count: usize) -> crate::diagnostic::Say {
    let is_mail = contact.contains('@');
    match (is_mail, count) {
        (true, 1) => {
            say!(nb: "E-postadressen er ikke kommunens", en: "The e-mail address is not the municipality's")
        }
        (true, _) => {
            say!(nb: "E-postadressen er ikke kommunens, og står {count} steder", en: "The e-mail address is not the municipality's, and stands in {count} places")
        }
        (false, 1) => {
            say!(nb: "Telefonnummeret er ikke kommunens", en: "The phone number is not the municipality's")
        }
        (false, _) => {
            say!(nb: "Telefonnummeret er ikke kommunens, og står {count} steder", en: "The phone number is not the municipality's, and stands in {count} places")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contacts(text: &str) -> Vec<String> {
        let file = SourceFile::of_text("content/a.md", text);
        let settings = Settings {
            domain: "vik.kommune.no".into(),
            public: vec!["@statsforvalteren.no".into(), "22 00 00 00".into()],
            ..Settings::default()
        };
        let found = read(0, &file, &Free::of(&settings)).contacts;
        found.into_iter().map(|(_, place)| place.name).collect()
    }

    #[test]
    fn private_addresses_and_phones_are_found() {
        for private in [
            "kari.nordmann@gmail.com",
            "99 88 77 66",
            "998 87 766",
            "+47 99887766",
            "0047 99 88 77 66",
            "kari@fakevik.kommune.no",
            "99\u{a0}88\u{a0}77\u{a0}66",
            "+46 70 123 45 67",
        ] {
            assert_eq!(contacts(&format!("Ta kontakt: {private}.")), [private]);
        }
        assert_eq!(contacts("tlf. 99887766, mailto:a@b.no"), ["99887766", "a@b.no"]);
    }

    #[test]
    fn public_ones_and_other_figures_pass() {
        for public in [
            "kari@vik.kommune.no",
            "kari@skole.vik.kommune.no",
            "x@statsforvalteren.no",
            "22 00 00 00",
            "116 111",
            "800 40 008",
            "14 500 000",
            "99887766 kroner",
            "postmottak@udir.no",
            "974 760 673",
            "978 82 450 2123 6",
            "00 00 00 00",
            "2019 2020 2021",
            "@navn",
            "a @ b.no",
            "tlf. 02800",
            "sak 23/45 1234",
            "2026-06-18 12 00",
        ] {
            assert_eq!(contacts(&format!("Se {public}.")), [""; 0], "{public}");
        }
    }
}
