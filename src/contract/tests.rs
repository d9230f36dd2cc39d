//! What is read of well-made files, and what is told of others.

use super::*;

/// What the files say, and what was told of them: `line:column message`.
fn read_files(files: &[(&str, &str)]) -> (Contract, Vec<String>) {
    let of = |(path, text): &(&str, &str)| SourceFile::of_text(*path, *text);
    let files: Vec<SourceFile> = files.iter().map(of).collect();
    let mut diagnostics = Diagnostics::default();
    let contract = read(&files, &mut diagnostics);
    let told = diagnostics.all().iter().map(|one| {
        assert_eq!(one.rule.name, "unreadable-data");
        let span = one.span.unwrap();
        let at = files[span.file.0 as usize].position(span.range().start);
        format!("{}:{} {}", at.line, at.column, one.message.en)
    });
    (contract, told.collect())
}

fn told(path: &str, text: &str) -> Vec<String> {
    read_files(&[(path, text)]).1
}

const BLOCKS_OF_A: &str = "versions/a/blocks.json";
const LINEAGE_OF_A: &str = "versions/a/lineage.toml";
const ROUND: &str = "content/horinger/01-r/submissions.jsonl";

#[test]
fn the_files_are_known_by_their_paths() {
    assert_eq!(part_of(BLOCKS_OF_A), Some(Part::Blocks("a")));
    assert_eq!(part_of(LINEAGE_OF_A), Some(Part::Lineage("a")));
    assert_eq!(part_of(ROUND), Some(Part::Submissions("r")));
    assert_eq!(part_of("content/horinger/r/assessments.toml"), Some(Part::Assessments("r")));
    for other in [
        "versions/blocks.json",
        "versions/a/content/blocks.json",
        "content/versions/a/blocks.json",
        "content/submissions.jsonl",
        "content/tiltak/submissions.jsonl",
        "content/horinger/r/s/assessments.toml",
        "content/horinger/r/svar.jsonl",
        "blocks.json",
    ] {
        assert_eq!(part_of(other), None, "{other}");
    }
}

#[test]
fn all_three_are_read_with_places_and_unknown_fields_pass() {
    let blocks = r#"{ "format": 1, "version": "a", "frozen": "2026-01-01", "blocks": [
  { "id": "b1", "path": "content/å.md", "entry": "å", "text": "Ett \"ord\"", "kind": "paragraph" }
] }"#;
    let lineage = "[[block]]\nid = \"b0\"\nbecame = [\"b1\"]\nby = \"x\"\n[[block]]\nid = \"c\"\ngone = \" nei \"\n";
    let round = "{\"format\":1,\"round\":\"r\",\"version\":\"a\"}\n";
    let files = [(BLOCKS_OF_A, blocks), (LINEAGE_OF_A, lineage), (ROUND, round)];
    let (contract, told) = read_files(&files);
    assert_eq!(told, [""; 0]);
    let version = &contract.versions[0];
    let block = &version.blocks[0];
    assert!(version.is_whole);
    assert_eq!((block.id.as_str(), block.text.as_str()), ("b1", "Ett \"ord\""));
    assert_eq!(&blocks[block.span.range()], "\"b1\"");
    let fate = &contract.fates[0];
    assert_eq!(fate.became[0].0, "b1");
    assert_eq!(&lineage[fate.became[0].1.range()], "\"b1\"");
    assert_eq!(contract.fates[1].gone, "nei");
    assert_eq!(contract.rounds[0].name, "r");
    assert_eq!(contract.rounds[0].submissions.as_ref().unwrap().head.version, "a");
}

#[test]
fn one_bad_block_takes_no_other_with_it() {
    let text = "{ \"format\": 1, \"version\": \"a\", \"blocks\": [\n\
                {\"id\": \"b1\", \"path\": \"p\", \"entry\": \"e\"},\n\
                {\"id\": 2, \"path\": \"p\", \"entry\": \"e\", \"text\": \"t\"},\n\
                {\"id\": \"b3\", \"path\": \"p\", \"entry\": \"e\", \"text\": \"t\"},\n\
                {\"id\": \"b3\", \"path\": \"p\", \"entry\": \"e\", \"text\": \"t\"}\n] }";
    let (contract, told) = read_files(&[(BLOCKS_OF_A, text)]);
    assert_eq!(contract.versions[0].blocks.len(), 1);
    assert!(!contract.versions[0].is_whole);
    assert_eq!(
        told,
        [
            "2:39 The field “text” is missing here",
            "3:8 This can't be read (invalid type: integer `2`, expected a string)",
            "5:8 The block “b3” stands twice",
        ]
    );
}

#[test]
fn files_of_another_form_are_told_once() {
    let newer = "{\"format\": 2, \"version\": \"a\", \"pages\": []}";
    let message = "The file is written in form 2, and this planverk reads form 1";
    assert_eq!(told(BLOCKS_OF_A, newer), [format!("1:12 {message}")]);
    let other = "{\"format\": 1, \"version\": \"b\", \"blocks\": []}";
    let message = "The file was written for the version “b”, and stands in the folder of “a”";
    assert_eq!(told(BLOCKS_OF_A, other), [format!("1:26 {message}")]);
    assert_eq!(told(BLOCKS_OF_A, "{\n\"format\": 1,\n"), ["3:1 The file ends in the middle"]);
    // Told by the room that read it from disk.
    assert_eq!(told(ROUND, " \n"), [""; 0]);
}

#[test]
fn a_lineage_tells_all_its_mistakes() {
    let text = "[[block]]\ngone = \"x\"\n[[block]]\nid = 3\n[[block]]\nid = \"a\"\ngone = true\nbecame = [\"b\", 4]\n[[block]]\nid = \"c\n";
    let told = told(LINEAGE_OF_A, text);
    assert_eq!(told.len(), 5, "{told:#?}");
    assert!(told.iter().any(|one| one == "4:6 Here must stand text in quotes"), "{told:#?}");
    assert!(told.iter().any(|one| one.starts_with("1:1 The row does not say")), "{told:#?}");
}
