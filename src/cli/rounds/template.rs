//! The spreadsheet that answers on paper are typed into: XLSX for a person, and CSV for any other program.
//!
//! The workbook has a sheet for the answers, one that explains the columns, and one with every paragraph of the
//! heard version and its id. The import reads the first sheet; the others have no column for an answer's words.

use super::super::arguments::RoundTemplate;
use super::{Ending, Failure, Opened, open, say};
use crate::contract::Version;
use crate::contract::hearing::COLUMNS;
use crate::text::Language;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet,
    XlsxError,
};
use std::path::Path;

/// How far down the lists of choices reach.
const ROWS: u32 = 2000;

/// What the columns are for, in their order, in bokmål and English.
const HELP: [(&str, &str); 10] = [
    (
        "Et nummer for hvert svar. Rader med samme nummer hører sammen; tom celle hører til raden over.",
        "A number for each submission. Rows with the same number belong together; an empty cell goes with the row above.",
    ),
    (
        "Dag, gjerne med klokkeslett: 02.03.2026 14:05.",
        "The day, preferably with the time: 2026-03-02 14:05.",
    ),
    ("nett, e-post, papir eller møte.", "web, mail, paper or meeting."),
    (
        "privatperson, organisasjon, råd eller tjeneste.",
        "private, organisation, council or service.",
    ),
    ("Navnet, om det er gitt.", "The name, if one was given."),
    ("ja når navnet kan vises, ellers nei.", "yes where the name may be shown, else no."),
    (
        "ja når en privatperson har sagt ja til publisering.",
        "yes where a private person has agreed to publication.",
    ),
    (
        "Id-en som står ved avsnittet (b17), «spørsmål 2» eller «planen». Tomt er fri tekst.",
        "The id beside the paragraph (b17), “question 2” or “plan”. Empty is free text.",
    ),
    ("Ordene, slik de ble skrevet.", "The words, as they were written."),
    (
        "Bare for svar som kom etter fristen: hvorfor det ble tatt imot.",
        "Only for submissions after the deadline: why it was accepted.",
    ),
];

/// Writes both files.
pub(super) fn run(template: &RoundTemplate, language: Option<Language>) -> Result<Ending, Failure> {
    let opened = open(&template.plan, &template.round)?;
    let version = opened.version()?;
    let language = language.unwrap_or(opened.plan.settings.language);
    let name = &opened.hearing().round;
    let (book, table) =
        (template.out.join(format!("{name}.xlsx")), template.out.join(format!("{name}.csv")));
    for path in [&book, &table] {
        if path.exists() {
            return Err(Failure::FileTaken(path.clone()));
        }
    }
    let bytes =
        workbook(&opened, version, language).map_err(|error| Failure::Broken(error.to_string()))?;
    write(&book, &bytes)?;
    let titles: Vec<&str> = COLUMNS.iter().map(|column| title(column.titles, language)).collect();
    write(&table, format!("\u{feff}{}\r\n", titles.join(";")).as_bytes())?;
    let (book, table) = (book.display(), table.display());
    say(&match language {
        Language::En => format!(
            "Wrote {book} and {table}. When they are filled in: planverk hearing import {name} FILE\n"
        ),
        _ => format!(
            "Skrev {book} og {table}. Når de er fylt ut: planverk hearing import {name} FIL\n"
        ),
    });
    Ok(Ending::Good)
}

fn title(titles: &'static [&'static str], language: Language) -> &'static str {
    titles.get(usize::from(language == Language::En)).copied().unwrap_or_default()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(Failure::writing(path))
}

fn workbook(opened: &Opened, version: &Version, language: Language) -> Result<Vec<u8>, XlsxError> {
    let en = language == Language::En;
    let mut book = Workbook::new();
    // The same plan gives the same bytes on any day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let bold = Format::new().set_bold().set_text_wrap();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let answers = book.add_worksheet().set_name(if en { "Submissions" } else { "Svar" })?;
    for (place, column) in (0u16..).zip(COLUMNS) {
        answers.write_with_format(0, place, title(column.titles, language), &bold)?;
        answers.set_column_width(place, if column.name == "text" { 70 } else { 16 })?;
        answers.set_column_format(place, &wrapped)?;
    }
    choices(answers, en)?;
    answers.set_freeze_panes(1, 0)?;
    let help = book.add_worksheet().set_name(if en { "How" } else { "Slik gjør du" })?;
    help.set_column_width(0, 22)?.set_column_width(1, 90)?;
    for (row, (column, (nb, text))) in (0u32..).zip(COLUMNS.iter().zip(HELP)) {
        help.write_with_format(row, 0, title(column.titles, language), &bold)?;
        help.write_with_format(row, 1, if en { text } else { nb }, &wrapped)?;
    }
    let asked = opened.hearing().questions.iter().filter(|one| !one.is_empty());
    let questions = asked.map(|one| one.document.words(0));
    for ((row, number), question) in (12u32..).zip(1..).zip(questions) {
        let word = if en { "Question" } else { "Spørsmål" };
        help.write_with_format(row, 0, format!("{word} {number}"), &bold)?;
        help.write_string_with_format(row, 1, question, &wrapped)?;
    }
    let blocks = book.add_worksheet().set_name(if en { "Paragraphs" } else { "Avsnitt" })?;
    blocks.set_column_width(0, 8)?.set_column_width(1, 28)?.set_column_width(2, 90)?;
    for (row, block) in (0u32..).zip(&version.blocks) {
        let section =
            block.section.as_deref().and_then(|id| version.blocks.iter().find(|one| one.id == id));
        let heading = section.map_or("", |section| &section.text);
        blocks.write_string_with_format(row, 0, &block.id, &bold)?;
        blocks.write_string_with_format(row, 1, heading, &wrapped)?;
        blocks.write_string_with_format(row, 2, &block.text, &wrapped)?;
    }
    book.save_to_buffer()
}

fn choices(sheet: &mut Worksheet, en: bool) -> Result<(), XlsxError> {
    let lists: [(u16, [&str; 4], [&str; 4]); 2] = [
        (2, ["nett", "e-post", "papir", "møte"], ["web", "mail", "paper", "meeting"]),
        (
            3,
            ["privatperson", "organisasjon", "råd", "tjeneste"],
            ["private", "organisation", "council", "service"],
        ),
    ];
    for (column, nb, words) in lists {
        let list = DataValidation::new().allow_list_strings(&if en { words } else { nb })?;
        sheet.add_data_validation(1, column, ROWS, column, &list)?;
    }
    for column in [5, 6] {
        let list = DataValidation::new().allow_list_strings(&if en {
            ["yes", "no"]
        } else {
            ["ja", "nei"]
        })?;
        sheet.add_data_validation(1, column, ROWS, column, &list)?;
    }
    Ok(())
}
