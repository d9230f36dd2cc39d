//! `planverk data show`: what is in a file of figures, and the line to paste into a plan.

use super::arguments::{Data, DataCommand, DataShow, Format};
use super::{Ending, Failure, put, say, told};
use crate::diagnostic::Diagnostics;
use crate::series::{Shown, ShownPart, show};
use crate::text::{Language, harmless};
use std::fmt::Write;

/// How many codes of a dimension are listed without `--all`.
const LISTED: usize = 12;

/// Shows a file.
pub(super) fn run(data: &Data, language: Option<Language>) -> Result<Ending, Failure> {
    let DataCommand::Show(DataShow { file, all }) = &data.command;
    let language = language.unwrap_or_default();
    let mut diagnostics = Diagnostics::default();
    let sources = crate::load::read_data(file, &mut diagnostics)?;
    let shown = sources.files.first().map(|source| show(source, &mut diagnostics));
    if diagnostics.mistakes() > 0 {
        put(&told::render(&diagnostics, &sources.files, language, Format::Text));
        return Ok(Ending::Mistakes);
    }
    let limit = if *all { usize::MAX } else { LISTED };
    say(&Page { limit, en: language == Language::En }.text(&shown.unwrap_or_default()));
    Ok(Ending::Good)
}

/// How it is told.
struct Page {
    limit: usize,
    en: bool,
}

impl Page {
    fn pick<'w>(&self, nb: &'w str, en: &'w str) -> &'w str {
        if self.en { en } else { nb }
    }

    fn text(&self, shown: &Shown) -> String {
        let mut text = String::new();
        for line in [&shown.title, &shown.source].into_iter().filter(|line| !line.is_empty()) {
            let _ = writeln!(text, "{}", harmless(line));
        }
        for part in &shown.parts {
            self.part(part, &mut text);
        }
        if !shown.notes.is_empty() {
            let _ = writeln!(text, "\n{}", self.pick("Merknader", "Notes"));
            for note in &shown.notes {
                let _ = writeln!(text, "  * {}", harmless(note));
            }
        }
        if shown.lines.is_empty() {
            let lead = self.pick(
                "Ingen tabell her har tid i første kolonne.",
                "No table here has a time in its first column.",
            );
            let _ = writeln!(text, "\n{lead}");
        } else {
            let _ = writeln!(
                text,
                "\n{}",
                self.pick("Lim inn i indikatoren:", "Paste into the indicator:")
            );
        }
        for line in &shown.lines {
            let _ = writeln!(text, "  {}", harmless(&line.text(self.en)));
        }
        text
    }

    fn part(&self, part: &ShownPart, text: &mut String) {
        let count = part.codes.len();
        let name = match (part.is_sheet, part.name.is_empty()) {
            (true, true) => self.pick("Kolonner", "Columns").to_string(),
            (true, false) => format!("{} «{}»", self.pick("Ark", "Sheet"), part.name),
            _ if part.label.to_lowercase() == part.name.to_lowercase() => part.name.clone(),
            _ => format!("{} ({})", part.name, part.label),
        };
        let time = if part.is_time { self.pick(", tiden", ", the time") } else { "" };
        let unit = match (part.is_sheet, count) {
            (true, 1) => self.pick("kolonne", "column"),
            (true, _) => self.pick("kolonner", "columns"),
            (false, 1) => self.pick("kode", "code"),
            (false, _) => self.pick("koder", "codes"),
        };
        let _ = writeln!(text, "\n{}: {count} {unit}{time}", harmless(&name));
        let width = part.codes.iter().take(self.limit).map(|(code, _)| code.chars().count()).max();
        for (code, label) in part.codes.iter().take(self.limit) {
            let label = if label == code { "" } else { label };
            let line = format!("  {code:width$}  {label}", width = width.unwrap_or(0).min(24));
            let _ = writeln!(text, "{}", harmless(line.trim_end()));
        }
        if count > self.limit {
            let more = count - self.limit;
            let _ = match self.en {
                true => writeln!(text, "  … and {more} more; --all lists them"),
                false => writeln!(text, "  … og {more} til; --all viser alle"),
            };
        }
        if let Some((first, last)) = part.times {
            let _ =
                writeln!(text, "  {}: {} – {}", self.pick("tid", "time"), first.iso(), last.iso());
        }
    }
}
