//! The files of a hearing round: what is read and written is read the same again, and what somebody typed becomes
//! clean submissions with a true receipt.
//!
//! The input holds any of `submissions.jsonl`, `assessments.toml`, `innspill.csv` and `innspill.toml`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planverk::contract::hearing::{
    Assessments, Intake, Piece, Round, Submission, Submissions, assessments_text, gate, head,
    submissions_text, take_in,
};
use planverk::contract::{Block, BlockKind, Contract, Version, clean, pieces};
use planverk::diagnostic::Diagnostics;
use planverk::text::{FileId, SourceFile, Span};
use planverk_fuzz::{input, sound};

fuzz_target!(|bytes: &[u8]| {
    let files = input::files(&input::text(bytes));
    let text = |name: &str| files.get(name).map_or("", String::as_str);
    let submissions = submissions(text("submissions.jsonl"));
    let assessments = assessments(text("assessments.toml"));
    taken(text("innspill.csv"), text("innspill.toml"), submissions.as_ref());
    let round = Round { name: "varen".to_string(), submissions, assessments };
    let contract =
        Contract { versions: vec![version()], rounds: vec![round.clone()], ..Contract::default() };
    for missing in gate(&round, &contract) {
        assert!(!missing.say().nb.is_empty() && !missing.say().en.is_empty());
    }
});

fn submissions(text: &str) -> Option<Submissions> {
    let mut told = Diagnostics::default();
    let read = Submissions::read(FileId(0), text, &mut told);
    sound::told(&told, &[SourceFile::of_text("submissions.jsonl", text)]);
    let read = read?;
    for (row, (one, range)) in read.rows.iter().enumerate() {
        assert!(text.get(range.clone()).is_some());
        assert!(text.get(read.place(text, row, &[]).range()).is_some());
        one.said().for_each(|said| told_in_pieces(said.text));
    }
    assert!(
        ["format", "round", "version", "x"]
            .iter()
            .all(|name| text.get(read.head_place(text, *name).range()).is_some())
    );
    let written = submissions_text(&read.head, read.all());
    let again = Submissions::read(FileId(0), &written, &mut Diagnostics::default())
        .expect("what was written is read");
    assert!(again.all().eq(read.all()), "{written}");
    assert_eq!(submissions_text(&again.head, again.all()), written);
    Some(read)
}

/// What stands within the marks of a redaction is told as a reason, never as the respondent's words.
fn told_in_pieces(text: &str) {
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => assert!(!words.is_empty() && !words.contains('⟦')),
            Piece::Redacted(why) => assert!(!why.contains('⟧') && why.trim() == why),
        }
    }
}

fn assessments(text: &str) -> Option<Assessments> {
    let mut told = Diagnostics::default();
    let read = Assessments::read(FileId(0), text, &mut told);
    sound::told(&told, &[SourceFile::of_text("assessments.toml", text)]);
    let read = read?;
    let written = assessments_text(&read.version, read.all());
    let mut wrong = Diagnostics::default();
    let again =
        Assessments::read(FileId(0), &written, &mut wrong).expect("what was written is read");
    assert!(again.all().eq(read.all()) && again.version == read.version, "{written}");
    assert!(told.mistakes() > 0 || wrong.mistakes() == 0, "{written}: {:?}", wrong.all());
    Some(read)
}

fn taken(csv: &str, toml: &str, before: Option<&Submissions>) {
    let files =
        [SourceFile::of_text("innspill.csv", csv), SourceFile::of_text("innspill.toml", toml)];
    let salt = || "c0ffee".to_string();
    let version = version();
    let intake = Intake { round: "varen", version: &version, questions: 2, before, salt: &salt };
    let mut told = Diagnostics::default();
    let taken = take_in(&files, &intake, &mut told);
    sound::told(&told, &files);
    let head = head(&intake);
    let highest =
        before.iter().flat_map(|one| one.all()).map(Submission::number).max().unwrap_or(0);
    for (place, mut one) in taken.new.iter().cloned().enumerate() {
        assert_eq!(one.hash, one.hashed(&head), "a receipt is not of what was taken in");
        assert_eq!(one.number() as usize, highest as usize + place + 1);
        assert!(one.instant().is_some(), "{one:?}");
        one.texts_mut().for_each(|text| assert_eq!(clean(text), *text));
    }
    let written = submissions_text(&head, &taken.new);
    let mut wrong = Diagnostics::default();
    let read =
        Submissions::read(FileId(0), &written, &mut wrong).expect("what was taken in is read");
    assert!(
        told.mistakes() > 0 || (read.is_whole && read.all().eq(&taken.new)),
        "{written}: {:?}",
        wrong.all()
    );
}

/// A version with a title, a heading and two paragraphs.
fn version() -> Version {
    let block = |id: &str, kind, text: &str| Block {
        id: id.to_string(),
        path: "content/lek.md".to_string(),
        entry: "lek".to_string(),
        kind,
        section: None,
        text: text.to_string(),
        seen: None,
        marks: Vec::new(),
        span: Span::new(FileId(0), 0..0),
    };
    let blocks = vec![
        block("b1", BlockKind::Entry, "Lek"),
        block("b2", BlockKind::Paragraph, "Et avsnitt."),
        block("b3", BlockKind::Heading, "Mer lek"),
        block("b4", BlockKind::Paragraph, "Et avsnitt til."),
    ];
    Version { name: "utkast".to_string(), blocks, is_whole: true, ..Version::default() }
}
