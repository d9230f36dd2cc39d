//! What is read of well-made files, what is told of others, and what is written is read again.

use super::*;
use crate::text::SourceFile;
use proptest::prelude::*;

fn said(text: &str) -> (Option<Submissions>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let read = Submissions::read(FileId(0), text, &mut diagnostics);
    (read, told(text, &diagnostics))
}

fn answered(text: &str) -> (Option<Assessments>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let read = Assessments::read(FileId(0), text, &mut diagnostics);
    (read, told(text, &diagnostics))
}

/// What was told: `line:column rule message`.
fn told(text: &str, diagnostics: &Diagnostics) -> Vec<String> {
    let file = SourceFile::of_text("a", text);
    let each = diagnostics.all().iter().map(|one| {
        let at = file.position(one.span.unwrap().range().start);
        format!("{}:{} {} {}", at.line, at.column, one.rule.name, one.message.en)
    });
    each.collect()
}

const HEAD: &str = r#"{"format":1,"round":"varen","version":"utkast"}"#;
const ONE: &str = r#"{"id":"s1","received":"2026-03-02T14:05:00+01:00","channel":"mail","respondent":{"kind":"private"},"state":"received","comments":[{"id":"s1.1","block":"b1","text":"Å"}]}"#;

#[test]
fn a_file_is_read_and_written_as_it_was() {
    let text = format!(
        "{HEAD}\n{}\n{}\n",
        r#"{"id":"s1","received":"2026-03-02T14:05:00+01:00","channel":"mail","respondent":{"kind":"organisation","name":"Korpset","named":true},"consent":true,"state":"redacted","reason":"Telefon","late":"Post","answers":[{"question":2,"text":"Ja."}],"comments":[{"id":"s1.1","block":"b17","text":"Ring ⟦telefon⟧"},{"id":"s1.2","section":"b3","text":"Godt"},{"id":"s1.3","text":"Langt"}],"text":"Takk","hash":"aa","salt":"bb","duplicate_of":"s2"}"#,
        r#"{"id":"s2","received":"2026-03-02T14:05:00Z","channel":"web","respondent":{"kind":"private","named":false},"consent":false,"state":"received"}"#,
    );
    let (read, told) = said(&text);
    let read = read.unwrap();
    assert_eq!((told, read.is_whole), (vec![], true));
    assert_eq!(submissions_text(&read.head, read.all()), text);
    let first = &read.rows[0].0;
    let names: Vec<String> = first.said().map(|said| first.name_of(said.what)).collect();
    assert_eq!(names, ["s1#2", "s1.1", "s1.2", "s1.3", "s1"]);
    let path = [Step::Field("comments"), Step::Item(1), Step::Field("section")];
    assert_eq!(&text[read.place(&text, 0, &path).range()], "\"b3\"");
    assert_eq!(&text[read.head_place(&text, "version").range()], "\"utkast\"");
}

#[test]
fn each_bad_line_is_told_where_it_stands_and_takes_no_other_along() {
    let bad = |from: &str, to: &str| {
        format!("{HEAD}\n{ONE}\n{}\n", ONE.replace("s1", "s2").replace(from, to))
    };
    let cases = [
        (
            bad("\"mail\"", "\"dove\""),
            "3:66 unreadable-data “dove” can't stand here, only web, mail, paper, meeting",
        ),
        (bad("\"s2\"", "\"s1\""), "3:7 doubled-id The id “s1” stands twice in the round"),
        (bad("\"s2\"", "\"x\""), "3:7 unreadable-data “x” is no id"),
        (bad("\"s2.1\"", "\"s9.1\""), "3:137 unreadable-data The comment “s9.1” belongs to s2"),
        (bad("2026-03-02T", "2026-02-30T"), "3:23 not-a-date"),
        (
            bad("\"block\":\"b1\"", "\"block\":\"b1\",\"section\":\"b2\""),
            "3:167 unreadable-data A comment is on a block or on a section",
        ),
        (bad("\"state\"", "\"stat\""), "unreadable-data The field “state” is missing"),
        (format!("{HEAD}\n{ONE}\n{{\"id\":\n"), "3:6 unreadable-data The file ends in the middle"),
    ];
    for (text, expected) in cases {
        let (read, told) = said(&text);
        let read = read.unwrap();
        assert!(told.iter().any(|told| told.contains(expected)), "{expected}: {told:?}");
        assert!(!read.rows.is_empty() && !read.is_whole, "{expected}");
    }
    assert_eq!(
        said(&HEAD.replace('1', "2")).1[0],
        "1:1 unreadable-data The file is written in form 2, and this planverk reads form 1"
    );
}

#[test]
fn the_hash_is_of_the_words_the_salt_and_not_of_the_name() {
    let (read, _) = said(&format!("{HEAD}\n{ONE}\n"));
    let read = read.unwrap();
    let mut one = read.rows[0].0.clone();
    assert_eq!(
        one.canonical(&read.head),
        r#"{"format":1,"salt":"","round":"varen","version":"utkast","received":"2026-03-02T14:05:00+01:00","channel":"mail","kind":"private","answers":[],"comments":[{"block":"b1","text":"Å"}],"text":""}"#
    );
    let hash = one.hashed(&read.head);
    assert_eq!(hash, blake3::hash(one.canonical(&read.head).as_bytes()).to_hex().to_string());
    one.respondent.name = "Kari".into();
    assert_eq!(one.hashed(&read.head), hash);
    one.salt = "aa".into();
    assert_ne!(one.hashed(&read.head), hash);
}

#[test]
fn assessments_are_read_and_written_and_their_mistakes_told() {
    let text = "format = 1\nversion = \"vedtatt\"\n\n[[assessment]]\nof = [\"s1.1\", \"s2#1\"]\nresult = \"taken\"\nreason = \"Vi \\\"hørte\\\" det.\"\nby = \"Staben\"\nchanged = [\"b40\"]\non = 2026-05-04\n";
    let (read, told) = answered(text);
    let read = read.unwrap();
    assert_eq!(told, [""; 0]);
    assert_eq!(read.rows[0].assessment.reason, "Vi \"hørte\" det.");
    let again = assessments_text(&read.version, read.all());
    let (second, _) = answered(&again);
    assert!(second.unwrap().all().eq(read.all()));
    for (from, to, expected) in [
        ("\"taken\"", "\"kanskje\"", "6:10 unknown-choice The result can't be “kanskje”"),
        ("result", "resultt", "7:1 unknown-field"),
        ("\"s2#1\"", "\"s1.1\"", "5:15 doubled-id “s1.1” is assessed twice"),
        ("2026-05-04", "\"i mai\"", "10:6 not-a-date"),
        ("= 1", "= 2", "1:10 unreadable-data This planverk reads form 1"),
        (
            "of = [\"s1.1\", \"s2#1\"]",
            "",
            "unreadable-data The assessment does not say what it answers",
        ),
        ("[\"b40\"]", "[40]", "9:12 unreadable-data Here must stand text in quotes"),
        ("\"Staben\"", "\"Staben", "unreadable-data This can't be read"),
    ] {
        let (_, told) = answered(&text.replacen(from, to, 1));
        assert!(
            told.iter().any(|one| one.contains(expected)
                || expected.starts_with("7:1") && one.contains("unknown-field")),
            "{expected}: {told:?}"
        );
    }
    let (read, told) = answered(&text.replace("\"taken\"", "\"Tatt til følge\""));
    assert_eq!((read.unwrap().rows[0].assessment.result, told), (Verdict::Taken, vec![]));
}

#[test]
fn a_redaction_that_nobody_closed_hides_what_follows() {
    let found: Vec<Piece> = pieces("a ⟦b⟧⟦⟧ c ⟦d e").collect();
    let expected = [
        Piece::Words("a "),
        Piece::Redacted("b"),
        Piece::Redacted(""),
        Piece::Words(" c "),
        Piece::Redacted(""),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_mistake_stands_at_a_whole_letter() {
    let text = "[[assessment]]\nof º \"s1\"\n";
    assert!(answered(text).1[0].starts_with("2:4 "));
}

proptest! {
    #[test]
    fn any_words_go_through_the_files_unharmed(words in ".{0,60}", reason in ".{0,40}") {
        let cleaned = clean(&words);
        prop_assert_eq!(clean(&cleaned), cleaned.clone());
        prop_assert!(!cleaned.contains(REDACTED));
        let (read, _) = said(&format!("{HEAD}\n{ONE}\n"));
        let mut read = read.unwrap();
        read.rows[0].0.text.clone_from(&cleaned);
        let text = submissions_text(&read.head, read.all());
        prop_assert_eq!(text.lines().count(), 2);
        let (again, told) = said(&text);
        prop_assert!(told.is_empty());
        prop_assert_eq!(&again.unwrap().rows[0].0, &read.rows[0].0);
        let reason = clean(&reason).trim().to_string();
        let one = Assessment {
            of: vec!["s1".into()],
            result: Verdict::Not,
            reason,
            changed: vec![],
            by: String::new(),
            on: None,
        };
        let (again, told) = answered(&assessments_text("", [&one]));
        prop_assert!(told.is_empty(), "{:?}", told);
        let again = again.unwrap();
        prop_assert_eq!(again.all().next(), Some(&one));
    }
}
