//! The entries of each file.

use super::defaults::{Folders, defaults_for, inherit, take_defaults, without_defaults};
use super::table::{Converter, RawTable, RawValue};
use super::toml::Folded;
use crate::diagnostic::rules::{UNCLOSED_FIELDS, UNKNOWN_FIELD, UNKNOWN_KIND, WRONG_TYPE};
use crate::diagnostic::{Diagnostic, Diagnostics, Say};
use crate::load::SourceSet;
use crate::markdown::{self, Document};
use crate::say;
use crate::text::{FileId, SourceFile, Span, nearest, order_prefix, slug, whole_letters};
use crate::vocabulary::{FIELDS, KINDS, Kind, Word, fields_of, plan_fields};
use std::ops::Range;
use std::sync::Arc;
use toml::de::{DeTable, DeValue};

/// A plan as written.
#[derive(Debug, Default)]
pub struct RawPlan {
    /// `plan.toml`.
    pub settings: RawTable,
    /// The front page's words.
    pub front: Arc<Document>,
    /// Every entry, in reading order.
    pub entries: Vec<RawEntry>,
}

/// An entry as written.
#[derive(Debug, Clone)]
pub struct RawEntry {
    /// Its kind.
    pub kind: Kind,
    /// Its id, given or made from the file's name.
    pub id: String,
    /// Where the id stands, or the entry's first words.
    pub id_span: Span,
    /// Its fields, the folder's defaults last.
    pub table: Arc<RawTable>,
    /// Where the entry stands: messages about it as a whole point here.
    pub span: Span,
    /// The body of a Markdown file; a register's row has a field `text` instead.
    pub body: Arc<Document>,
    /// The folder that it stands in: `content/05-realisering/tiltak`.
    pub folder: String,
    /// Whether it is the folder's `index.md`.
    pub is_index: bool,
    /// Whether it is a Markdown file, whose fields are front matter.
    pub is_file: bool,
}

/// Parses `plan.toml` alone; what is wrong with it is told when all is parsed.
#[must_use]
pub fn settings(sources: &SourceSet) -> RawTable {
    let mut unheard = Diagnostics::default();
    let file = sources.files.iter().find(|file| file.path == "content/plan.toml");
    file.map(|file| parse_settings(FileId(0), file, &mut unheard)).unwrap_or_default()
}

pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

pub(super) fn parse_settings(
    id: FileId,
    file: &SourceFile,
    diagnostics: &mut Diagnostics,
) -> RawTable {
    let folded = Folded::new(&file.text);
    let table = folded.parse(id, 0, diagnostics);
    let converter = Converter { file: id, offset: 0, text: &file.text };
    let whose = say!(nb: "plan.toml", en: "plan.toml");
    let mut settings = converter.table(&table, plan_fields(), &whose, diagnostics);
    settings.span = Some(Span::new(id, 0..0));
    settings
}

/// The kind that a table's `kind` field names.
pub(super) fn written_kind(
    converter: &Converter<'_>,
    table: &DeTable<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Kind> {
    let (_, value) = table.iter().find(|(key, _)| field_word("kind").is_written(key.get_ref()))?;
    let span = converter.span(value.span());
    let written = match value.get_ref() {
        DeValue::String(written) => written,
        _ => {
            let message =
                say!(nb: "Slaget må stå i anførselstegn", en: "The kind must stand in quotes");
            diagnostics.push(Diagnostic::at(&WRONG_TYPE, span, message));
            return None;
        }
    };
    let kind = Kind::find(written);
    if kind.is_none() {
        diagnostics.push(unknown_kind(written, span));
    }
    // Read as what was probably meant, so that a slip of the pen is not told at each field again.
    kind.or_else(|| Kind::find(nearest(written, Kind::spellings())?))
}

pub(super) fn unknown_kind(written: &str, span: Span) -> Diagnostic {
    let message = say!(nb: "Det finnes ikke noe slag som heter «{written}»", en: "There is no kind called “{written}”");
    let diagnostic = Diagnostic::at(&UNKNOWN_KIND, span, message);
    match nearest(written, Kind::spellings()) {
        Some(near) => diagnostic.help(say!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?")),
        None => {
            let nb: Vec<_> = KINDS.iter().map(|(_, word)| word.nb[0]).collect();
            let en: Vec<_> = KINDS.iter().map(|(_, word)| word.name).collect();
            let (nb, en) = (nb.join(", "), en.join(", "));
            diagnostic.help(say!(nb: "Slagene er: {nb}", en: "The kinds are: {en}"))
        }
    }
}

pub(super) fn field_word(name: &str) -> &'static Word {
    FIELDS.iter().find(|word| word.name == name).unwrap_or(&FIELDS[0])
}

/// What messages call an entry of a kind.
fn whose(kind: Kind) -> Say {
    let (nb, en) = (kind.word().nb[0], kind.name());
    say!(nb: "Slaget «{nb}»", en: "The kind “{en}”")
}

/// Parses one file.
pub(super) struct Parser<'f> {
    pub(super) id: FileId,
    pub(super) file: &'f SourceFile,
    pub(super) folders: &'f Folders,
}

impl Parser<'_> {
    pub(super) fn entries(&self, diagnostics: &mut Diagnostics) -> Vec<RawEntry> {
        let path = self.file.path.as_str();
        // What stands beside the content tells of versions; what was said in hearings has a room of its own.
        let is_data = path.starts_with("content/data/")
            || !path.starts_with("content/")
            || crate::contract::part_of(path).is_some();
        let is_root = matches!(path, "content/plan.toml" | "content/index.md");
        if is_data || is_root || self.file.text.trim().is_empty() {
            return Vec::new();
        }
        if path.ends_with(".md") {
            vec![self.markdown(diagnostics)]
        } else if path.ends_with(".toml") {
            self.register(diagnostics)
        } else if path.ends_with(".csv") || self.file.book.is_some() {
            self.sheets(diagnostics)
        } else {
            Vec::new()
        }
    }

    pub(super) fn front(&self, diagnostics: &mut Diagnostics) -> Document {
        let text = &self.file.text;
        let body = match self.split(diagnostics) {
            Some((fields, body)) => {
                let folded = Folded::new(&text[fields.clone()]);
                let table = folded.parse(self.id, fields.start, diagnostics);
                let allowed = [field_word("title")];
                let front = say!(nb: "Forsiden", en: "The front page");
                self.converter(&fields).table(&table, &allowed, &front, diagnostics);
                body
            }
            None => 0..text.len(),
        };
        markdown::parse(text, body, self.id)
    }

    pub(super) fn converter(&self, fields: &Range<usize>) -> Converter<'_> {
        Converter { file: self.id, offset: fields.start, text: &self.file.text[fields.clone()] }
    }

    /// The bytes of the fields and of the body; `None` when there are no fields.
    pub(super) fn split(
        &self,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Range<usize>, Range<usize>)> {
        let text = &self.file.text;
        let first = text.lines().next().unwrap_or("");
        if first.trim_end() != "+++" {
            return None;
        }
        let start = text.find('\n').map_or(text.len(), |at| at + 1);
        let mut at = start;
        for line in text[start..].split_inclusive('\n') {
            if line.trim_end() == "+++" {
                return Some((start..at, at + line.len()..text.len()));
            }
            at += line.len();
        }
        let message = say!(
            nb: "Feltene som begynner her, er ikke avsluttet",
            en: "The fields that begin here are not closed"
        );
        let help = say!(
            nb: "Sett en linje med +++ etter det siste feltet.",
            en: "Put a line with +++ after the last field."
        );
        diagnostics
            .push(Diagnostic::at(&UNCLOSED_FIELDS, Span::new(self.id, 0..3), message).help(help));
        Some((start..text.len(), text.len()..text.len()))
    }

    fn markdown(&self, diagnostics: &mut Diagnostics) -> RawEntry {
        let text = &self.file.text;
        let folder = folder_of(&self.file.path);
        let is_index = self.file.path.ends_with("/index.md");
        let (fields, body) = self.split(diagnostics).unwrap_or((0..0, 0..text.len()));
        let folded = Folded::new(&text[fields.clone()]);
        let toml = folded.parse(self.id, fields.start, diagnostics);
        let converter = self.converter(&fields);
        let own = if is_index { None } else { defaults_for(self.folders, folder) };
        let kind = written_kind(&converter, &toml, diagnostics)
            .or_else(|| own.and_then(|defaults| defaults.kind))
            .unwrap_or_else(|| self.default_kind(is_index));
        if is_index {
            // Told here once; what they set was read beforehand.
            take_defaults(&converter, &toml, diagnostics);
        }
        let toml = without_defaults(toml);
        let mut table = converter.table(&toml, fields_of(kind), &whose(kind), diagnostics);
        if let Some(defaults) = own {
            inherit(&mut table, &defaults.table, kind);
        }
        let start = fields.start.max(1) - 1;
        let line = text[start..].lines().next().map_or(0, str::len);
        let span = match table.get("title") {
            Some(title) => title.span,
            // At a first line that has nothing to point at: what comes next.
            None => Span::new(self.id, whole_letters(text, 0..line.max(3).min(text.len()))),
        };
        let (id, id_span) = self.id(&mut table, span);
        let body = Arc::new(markdown::parse(text, body, self.id));
        let folder = folder.to_string();
        let table = Arc::new(table);
        RawEntry { kind, id, id_span, table, span, body, folder, is_index, is_file: true }
    }

    fn default_kind(&self, is_index: bool) -> Kind {
        match is_index {
            true if self.file.path.starts_with("content/horinger/") => Kind::Hearing,
            true => Kind::Chapter,
            false => Kind::Page,
        }
    }

    /// The id given, or the file's name (the folder's for `index.md`) without its order prefix.
    fn id(&self, table: &mut RawTable, span: Span) -> (String, Span) {
        if let Some(field) = table.take("id") {
            if let RawValue::Text(id) = field.value {
                return (id, field.span);
            }
            // Anything but text is put back, and told when the field is read.
            table.fields.push(field);
        }
        let path = self.file.path.trim_end_matches("/index.md").trim_end_matches(".md");
        let name = path.rsplit('/').next().unwrap_or(path);
        let name = order_prefix(name).map_or(name, |(_, rest)| rest);
        (slug(name), span)
    }

    fn register(&self, diagnostics: &mut Diagnostics) -> Vec<RawEntry> {
        let folded = Folded::new(&self.file.text);
        let toml = folded.parse(self.id, 0, diagnostics);
        let converter = Converter { file: self.id, offset: 0, text: &self.file.text };
        let folder_own = defaults_for(self.folders, folder_of(&self.file.path));
        let defaults = take_defaults(&converter, &toml, diagnostics);
        let toml = without_defaults(toml);
        let mut entries = Vec::new();
        for (key, value) in &toml {
            let written = &self.file.text[key.span()];
            let key_span = converter.span(key.span());
            let Some(kind) = Kind::find(key.get_ref()) else {
                diagnostics.push(self.not_a_row(written, value.get_ref(), key_span));
                continue;
            };
            let rows: Vec<_> = match value.get_ref() {
                DeValue::Array(rows) => {
                    rows.iter().map(|row| (row.get_ref(), row.span())).collect()
                }
                single => vec![(single, value.span())],
            };
            for (row, range) in rows {
                let DeValue::Table(row) = row else {
                    let message = say!(
                        nb: "En rad i et register skrives [[{written}]]",
                        en: "A row of a register is written [[{written}]]"
                    );
                    diagnostics.push(Diagnostic::at(&WRONG_TYPE, key_span, message));
                    continue;
                };
                let mut table = converter.table(row, fields_of(kind), &whose(kind), diagnostics);
                inherit(&mut table, &defaults.table, kind);
                if let Some(folder) = folder_own {
                    inherit(&mut table, &folder.table, kind);
                }
                entries.push(self.row(kind, table, converter.span(range)));
            }
        }
        entries.sort_by_key(|entry| entry.span.start);
        entries
    }

    pub(super) fn row(&self, kind: Kind, mut table: RawTable, header: Span) -> RawEntry {
        let span = table.get("title").or(table.get("text")).map_or(header, |field| field.span);
        let has_id = table.get("id").is_some();
        let (mut id, id_span) = self.id(&mut table, span);
        if !has_id {
            // A row without an id is named after its title.
            let title = table.get("title").or(table.get("text"));
            if let Some(RawValue::Text(title)) = title.map(|field| &field.value) {
                id = slug(title);
            }
        }
        table.span = Some(header);
        let folder = folder_of(&self.file.path).to_string();
        let body = Arc::default();
        let (is_index, is_file) = (false, false);
        let table = Arc::new(table);
        RawEntry { kind, id, id_span, table, span, body, folder, is_index, is_file }
    }

    fn not_a_row(&self, written: &str, value: &DeValue<'_>, span: Span) -> Diagnostic {
        let is_rows = matches!(value, DeValue::Array(_) | DeValue::Table(_));
        if is_rows {
            return unknown_kind(written, span);
        }
        Diagnostic::at(
            &UNKNOWN_FIELD,
            span,
            say!(
                nb: "«{written}» står utenfor radene i registeret",
                en: "“{written}” stands outside the rows of the register"
            ),
        )
        .help(say!(
            nb: "Sett det under en rad, som [[tiltak]], eller under [standard] for alle radene.",
            en: "Put it below a row, such as [[measure]], or below [defaults] for all rows."
        ))
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::load::SourceSet;
    use crate::text::SourceFile;

    #[test]
    fn a_field_below_the_wrong_table_is_told_where_it_went() {
        let help = |text: &str| {
            let files = vec![SourceFile::of_text("content/plan.toml".to_string(), text)];
            let sources = SourceSet { files, ..SourceSet::default() };
            let mut diagnostics = Diagnostics::default();
            let _ = super::super::parse(&sources, &mut diagnostics);
            let told = diagnostics.all().iter().find(|one| one.rule.name == "unknown-field");
            told.and_then(|one| one.help.clone()).map_or(String::new(), |help| help.nb)
        };
        let below = help("[kontakt] # hvem\nnavn = \"Kari\"\ntittel = \"Plan\"\n");
        assert!(below.contains("flytter du den opp over [kontakt]."), "{below}");
        // In braces, with a slip of the pen, and in no table at all.
        for (text, near) in [
            ("kontakt = { tittel = \"Kari\" }\n", "Feltene er: "),
            ("[kontakt]\nnavnn = \"Kari\"\n", "Mente du «navn»?"),
            ("titell = \"Plan\"\n", "Mente du «"),
        ] {
            assert!(help(text).contains(near), "{text}: {}", help(text));
        }
    }

    #[test]
    fn a_page_without_fields_is_told_of_at_whole_letters() {
        let files = vec![SourceFile::of_text("content/a.md".to_string(), "I\nå vente\n")];
        let sources = SourceSet { files, ..SourceSet::default() };
        let raw = super::super::parse(&sources, &mut Diagnostics::default());
        let place = raw.entries[0].span.range();
        assert_eq!(sources.files[0].text.get(place), Some("I\nå"));
    }
}
