//! Notes from single texts: those of one rule in one file become one message.
//!
//! Mistakes among them are told each for itself, since each stops the build.

use super::Input;
use super::gather::{Place, by_key, gather};
use crate::diagnostic::rules::*;
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{Language, Span};

/// What has been noted in a text.
#[derive(Default)]
pub(super) struct Notes {
    /// Told as they are.
    pub ready: Diagnostics,
    /// Told once for each rule and file.
    pub shared: Vec<(&'static Rule, Place)>,
}

impl Notes {
    /// Notes a place of a rule that is told once for each file.
    pub fn note(&mut self, rule: &'static Rule, span: Span, words: impl Into<String>) {
        self.shared.push((rule, Place::new(span, words)));
    }
}

/// The diagnostics of all notes.
pub(super) fn tell(notes: Vec<Notes>, input: &Input) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let mut shared = Vec::new();
    for note in notes {
        diagnostics.append(note.ready);
        shared.extend(note.shared);
    }
    // By file first, so that the search for a group is short.
    shared.sort_by_key(|(rule, place)| (place.span, rule.name));
    for (_, in_file) in by_key(shared.into_iter().map(|note| (note.1.span.file, note))) {
        for (name, places) in
            by_key(in_file.into_iter().map(|(rule, place)| (rule.name, (rule, place))))
        {
            debug_assert!(Rule::named(name).is_some());
            let rule = places[0].0;
            let mut places: Vec<Place> = places.into_iter().map(|(_, place)| place).collect();
            places.dedup_by_key(|place| place.span);
            let found = gather(rule, &places, message(rule, &places));
            found.into_iter().for_each(|found| diagnostics.push(with_help(found, rule, input)));
        }
    }
    diagnostics
}

fn with_help(diagnostic: Diagnostic, rule: &Rule, input: &Input) -> Diagnostic {
    match help(rule, input.plan.settings.language) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// What is wrong at one place, or at many in a file.
fn message(rule: &Rule, places: &[Place]) -> Say {
    let count = places.len();
    let words = &places[0].name;
    let one = count == 1;
    match rule.name {
        "raw-html" if one => {
            say!(nb: "HTML-koden «{words}» blir ikke med på siden", en: "The HTML “{words}” is dropped from the page")
        }
        "raw-html" => {
            say!(nb: "HTML-kode {count} steder i filen blir ikke med på siden", en: "HTML in {count} places in this file is dropped from the page")
        }
        "lettered-list" if one => {
            say!(nb: "En liste med bokstaver blir vanlig tekst", en: "A lettered list becomes plain text")
        }
        "lettered-list" => {
            say!(nb: "{count} lister med bokstaver blir vanlig tekst", en: "{count} lettered lists become plain text")
        }
        "pasted-bullet" if one => {
            say!(nb: "«{words}» er ikke et kulepunkt, men vanlig tekst", en: "“{words}” is no bullet, but plain text")
        }
        "pasted-bullet" => {
            say!(nb: "{count} kulepunkter i filen er limt inn og blir vanlig tekst", en: "{count} bullets in this file were pasted and become plain text")
        }
        "table-without-header" if one => {
            say!(nb: "Tabellen har en tom overskriftsrad", en: "The table has an empty header row")
        }
        "table-without-header" => {
            say!(nb: "{count} tabeller i filen har en tom overskriftsrad", en: "{count} tables in this file have an empty header row")
        }
        "missing-alt-text" if one => {
            say!(nb: "Bildet «{words}» har ingen beskrivelse", en: "The picture “{words}” has no description")
        }
        "missing-alt-text" => {
            say!(nb: "{count} bilder i filen har ingen beskrivelse", en: "{count} pictures in this file have no description")
        }
        "skipped-heading" if one => {
            say!(nb: "Overskriften «{words}» hopper over et nivå", en: "The heading “{words}” skips a level")
        }
        "skipped-heading" => {
            say!(nb: "{count} overskrifter i filen hopper over et nivå", en: "{count} headings in this file skip a level")
        }
        "vague-link" if one => {
            say!(nb: "Lenketeksten «{words}» sier ikke hvor lenken fører", en: "The link text “{words}” does not say where it leads")
        }
        "vague-link" => {
            say!(nb: "{count} lenketekster i filen sier ikke hvor de fører, den første er «{words}»", en: "{count} link texts in this file do not say where they lead, “{words}” is the first")
        }
        "place-word" if one => {
            say!(nb: "«{words}» sier hvor noe sto på papir; på skjerm er det et annet sted", en: "“{words}” says where something stood on paper; on a screen it is elsewhere")
        }
        "place-word" => {
            say!(nb: "{count} steder i filen sier hvor noe sto på papir, først «{words}»", en: "{count} places in this file say where something stood on paper, first “{words}”")
        }
        "todo" if one => {
            say!(nb: "Noe gjenstår å skrive her", en: "Something remains to be written here")
        }
        _ => {
            say!(nb: "{count} steder i filen gjenstår noe å skrive", en: "Something remains to be written in {count} places in this file")
        }
    }
}

/// What to do.
fn help(rule: &Rule, language: Language) -> Option<Say> {
    let read_more = match language {
        Language::Sv => "[Läroplanen för förskolan](…)",
        Language::En => "[The framework plan for kindergartens](…)",
        _ => "[Rammeplanen for barnehagen](…)",
    };
    Some(match rule.name {
        "raw-html" => {
            say!(nb: "Skriv det i Markdown. Notater til deg selv kan stå mellom <!-- og -->.", en: "Write it in Markdown. Notes to yourself may stand between <!-- and -->.")
        }
        "lettered-list" => {
            say!(nb: "Skriv «1.», «2.», «3.» for en nummerert liste, eller «-» for kulepunkter.", en: "Write “1.”, “2.”, “3.” for a numbered list, or “-” for bullets.")
        }
        "pasted-bullet" => {
            say!(nb: "Begynn hvert punkt med «- » (bindestrek og mellomrom).", en: "Begin each item with “- ” (a hyphen and a space).")
        }
        "table-without-header" => {
            say!(nb: "Skriv i øverste rad hva hver kolonne inneholder; den blir lest opp foran hver rute.", en: "Say in the top row what each column holds; it is read aloud before each cell.")
        }
        "missing-alt-text" => {
            say!(nb: "Skriv mellom hakeparentesene hva bildet viser: ![Barn som leser i en båt](fil.jpg).", en: "Say between the brackets what the picture shows: ![Children reading in a boat](file.jpg).")
        }
        "skipped-heading" => {
            say!(nb: "Bruk ett # mer enn overskriften over: ## under tittelen, ### under ##.", en: "Use one # more than the heading above it: ## under the title, ### under ##.")
        }
        "vague-link" => {
            say!(nb: "La lenketeksten si hva som ligger bak: {read_more}.", en: "Let the link text say what is behind it: {read_more}.")
        }
        "place-word" => {
            say!(nb: "Lenk til det du mener med [[id]], eller skriv navnet på det.", en: "Link to what you mean with [[id]], or write its name.")
        }
        "todo" => {
            say!(nb: "Det vises bare i forhåndsvisningen. Ta bort [!TODO] når teksten er på plass.", en: "It is shown in the preview only. Remove [!TODO] when the text is in place.")
        }
        _ => return None,
    })
}
