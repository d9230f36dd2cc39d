//! `assessments.toml`: what the municipality says to what was said. Norwegian: *kommunens vurdering*.
//!
//! People write in this file, so all its mistakes are told at once, each where it stands. The hearing service
//! writes it whole.

use super::{Assessments, FORMAT};
use crate::contract::table::{self, Value, field};
use crate::diagnostic::rules::{
    DOUBLED_ID, NOT_A_DATE, UNKNOWN_CHOICE, UNKNOWN_FIELD, UNREADABLE_DATA,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::say;
use crate::text::{FileId, Span, nearest};
use crate::vocabulary::{ChoiceSet, find};
use jiff::civil::Date;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// An assessment: one answer to one or more things that were said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// What it answers: `s4.1`, `s4#2`, `s4`.
    pub of: Vec<String>,
    /// What was decided of it.
    pub result: Verdict,
    /// Why.
    pub reason: String,
    /// Blocks that show the change.
    pub changed: Vec<String>,
    /// Who assessed it.
    pub by: String,
    /// The day.
    pub on: Option<Date>,
}

/// What came of something said. Norwegian: *tatt til følge*, *delvis*, *ikke*, *utenfor*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Verdict {
    Taken,
    Partly,
    Not,
    Outside,
}

impl Verdict {
    /// All of them, the most wished for first.
    pub const ALL: [Verdict; 4] = [Verdict::Taken, Verdict::Partly, Verdict::Not, Verdict::Outside];

    /// Its English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Taken => "taken",
            Verdict::Partly => "partly",
            Verdict::Not => "not",
            Verdict::Outside => "outside",
        }
    }

    /// The one with an English name.
    #[must_use]
    pub fn named(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether a change in the plan must show it.
    #[must_use]
    pub fn needs_change(self) -> bool {
        matches!(self, Verdict::Taken | Verdict::Partly)
    }
}

/// An assessment as it stands in the file.
#[derive(Debug, Clone)]
pub struct AssessmentRow {
    /// What it says.
    pub assessment: Assessment,
    /// Where it begins.
    pub span: Span,
    /// Where each of `of` is written.
    pub of: Vec<Span>,
    /// Where each of `changed` is written.
    pub changed: Vec<Span>,
}

/// The file as text: what `read` reads. Comments of the file that it replaces go.
#[must_use]
pub fn written<'a>(version: &str, assessments: impl IntoIterator<Item = &'a Assessment>) -> String {
    let mut text = format!("format = {FORMAT}\n");
    let field = |text: &mut String, name: &str, value: toml::Value| {
        let _ = writeln!(text, "{name} = {value}");
    };
    if !version.is_empty() {
        field(&mut text, "version", version.into());
    }
    for one in assessments {
        text.push_str("\n[[assessment]]\n");
        field(&mut text, "of", one.of.clone().into());
        field(&mut text, "result", one.result.name().into());
        for (name, value) in [("reason", &one.reason), ("by", &one.by)] {
            if !value.is_empty() {
                field(&mut text, name, value.as_str().into());
            }
        }
        if !one.changed.is_empty() {
            field(&mut text, "changed", one.changed.clone().into());
        }
        if let Some(on) = one.on {
            let _ = writeln!(text, "on = {on}");
        }
    }
    text
}

/// Reads the file.
pub(super) fn read(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<Assessments> {
    let mut reader = Reader { file, diagnostics };
    let (told, unreadable) = table::parse(text);
    unreadable.into_iter().for_each(|(range, message)| reader.tell(range, message));
    reader.known(&told, &["format", "version", "assessment"]);
    if let Some(format) = field(&told, "format")
        && !matches!(format.get_ref(), DeValue::Integer(number) if number.as_str() == FORMAT.to_string())
    {
        let message = say!(
            nb: "Denne utgaven av planverk leser form {FORMAT} av filen",
            en: "This planverk reads form {FORMAT} of the file"
        );
        reader.tell(format.span(), message);
        return None;
    }
    let version = field(&told, "version").and_then(|value| reader.string(value));
    let (version, version_span) = version.map_or((String::new(), None), |(v, s)| (v, Some(s)));
    let rows = table::all(&told, "assessment").into_iter();
    let rows: Vec<AssessmentRow> = rows.filter_map(|row| reader.row(row)).collect();
    reader.answered_once(&rows);
    Some(Assessments { file, version, version_span, rows })
}

/// A file that is being read.
struct Reader<'d> {
    file: FileId,
    diagnostics: &'d mut Diagnostics,
}

impl Reader<'_> {
    fn row(&mut self, row: &Value) -> Option<AssessmentRow> {
        let DeValue::Table(table) = row.get_ref() else {
            let message = say!(nb: "En rad må skrives [[assessment]]", en: "A row must be written [[assessment]]");
            self.tell(row.span(), message);
            return None;
        };
        self.known(table, &["of", "result", "reason", "changed", "by", "on"]);
        let of = self.strings(table, "of");
        if of.is_empty() {
            let message = say!(
                nb: "Vurderingen sier ikke hva den svarer på: of = [\"s4.1\"]",
                en: "The assessment does not say what it answers: of = [\"s4.1\"]"
            );
            self.tell(row.span(), message);
            return None;
        }
        let result = self.result(table, row)?;
        let changed = self.strings(table, "changed");
        let (of, of_spans) = of.into_iter().unzip();
        let (changed, changed_spans) = changed.into_iter().unzip();
        let reason = self.text(table, "reason");
        let by = self.text(table, "by");
        let on = self.day(table);
        let assessment = Assessment { of, result, reason, changed, by, on };
        let span = Span::new(self.file, row.span());
        Some(AssessmentRow { assessment, span, of: of_spans, changed: changed_spans })
    }

    fn result(&mut self, table: &DeTable, row: &Value) -> Option<Verdict> {
        let words = ChoiceSet::named("result").map_or(&[][..], |set| set.words);
        let nb: Vec<_> = words.iter().map(|word| word.nb[0]).collect();
        let en: Vec<_> = words.iter().map(|word| word.name).collect();
        let (nb, en) = (nb.join(", "), en.join(", "));
        let help = say!(nb: "Det kan være: {nb}", en: "It can be: {en}");
        let Some(value) = field(table, "result") else {
            let message =
                say!(nb: "Vurderingen mangler result", en: "The assessment has no result");
            self.tell_rule(&UNKNOWN_CHOICE, row.span(), message, help);
            return None;
        };
        let (written, span) = self.string(value)?;
        let verdict = find(words, &written).and_then(|word| Verdict::named(word.name));
        if verdict.is_none() {
            let message = say!(nb: "Resultatet kan ikke være «{written}»", en: "The result can't be “{written}”");
            self.tell_rule(&UNKNOWN_CHOICE, span.range(), message, help);
        }
        verdict
    }

    fn text(&mut self, table: &DeTable, name: &str) -> String {
        field(table, name)
            .and_then(|value| self.string(value))
            .map_or(String::new(), |(text, _)| text)
    }

    fn strings(&mut self, table: &DeTable, name: &str) -> Vec<(String, Span)> {
        table::all(table, name).into_iter().filter_map(|one| self.string(one)).collect()
    }

    fn day(&mut self, table: &DeTable) -> Option<Date> {
        let value = field(table, "on")?;
        let written = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            DeValue::String(day) => day.to_string(),
            _ => String::new(),
        };
        let day = written.parse().ok();
        if day.is_none() {
            let message = say!(nb: "Dagen skrives 2026-05-04", en: "The day is written 2026-05-04");
            let help = say!(nb: "Uten anførselstegn og klokkeslett.", en: "With no quotes and no time of day.");
            self.tell_rule(&NOT_A_DATE, value.span(), message, help);
        }
        day
    }

    fn string(&mut self, value: &Value) -> Option<(String, Span)> {
        table::string(value, self.file).map_err(|message| self.tell(value.span(), message)).ok()
    }

    fn known(&mut self, table: &DeTable, names: &[&'static str]) {
        for (key, _) in table {
            let name = key.get_ref();
            if !names.contains(&name.as_ref()) {
                let message = say!(nb: "Filen har ikke noe felt «{name}»", en: "The file has no field “{name}”");
                let all = names.join(", ");
                let help = match nearest(name, names.iter().copied()) {
                    Some(near) => say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"),
                    None => say!(nb: "Feltene her er: {all}", en: "The fields here are: {all}"),
                };
                self.tell_rule(&UNKNOWN_FIELD, key.span(), message, help);
            }
        }
    }

    fn answered_once(&mut self, rows: &[AssessmentRow]) {
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for (of, span) in rows.iter().flat_map(|row| row.assessment.of.iter().zip(&row.of)) {
            if let Some(first) = seen.insert(of, *span) {
                let message =
                    say!(nb: "«{of}» er vurdert to ganger", en: "“{of}” is assessed twice");
                let told = Diagnostic::at(&DOUBLED_ID, *span, message)
                    .label(first, say!(nb: "her også", en: "here too"))
                    .help(say!(nb: "Slå vurderingene sammen til én.", en: "Make one assessment of the two."));
                self.diagnostics.push(told);
            }
        }
    }

    fn tell(&mut self, range: Range<usize>, message: Say) {
        let help = say!(
            nb: "En rad skrives [[assessment]], og under den of = [\"s4.1\"], result = \"tatt til følge\", reason = \"hvorfor\" og changed = [\"b40\"]",
            en: "A row is written [[assessment]], and below it of = [\"s4.1\"], result = \"taken\", reason = \"why\" and changed = [\"b40\"]"
        );
        self.tell_rule(&UNREADABLE_DATA, range, message, help);
    }

    fn tell_rule(
        &mut self,
        rule: &'static crate::diagnostic::rules::Rule,
        range: Range<usize>,
        message: Say,
        help: Say,
    ) {
        let span = Span::new(self.file, range);
        self.diagnostics.push(Diagnostic::at(rule, span, message).help(help));
    }
}
