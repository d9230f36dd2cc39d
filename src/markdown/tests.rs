//! What planverk adds to Markdown, shown by trees.

use super::*;
use std::fmt::Write;

fn document(text: &str) -> Document {
    parse(&Arc::from(text), 0..text.len(), FileId(0))
}

/// The tree, indented, with texts.
fn tree(document: &Document) -> String {
    let mut shown = String::new();
    let mut ends: Vec<u32> = Vec::new();
    for (place, node) in document.nodes.iter().enumerate() {
        ends.retain(|end| *end as usize > place);
        let text = document.text_of(node);
        let _ = writeln!(shown, "{}{:?} {text}", "  ".repeat(ends.len()), node.tag);
        ends.push(node.next);
    }
    shown
}

#[test]
fn a_wikilink_keeps_its_ending_and_its_own_words() {
    let document = document("De [[poeng]]ene og [[poeng|*disse*]] i [[kap|#]].");
    insta::assert_snapshot!(tree(&document), @r"
    Paragraph 
      Text De 
      Reference(0) 
      Text  og 
      Reference(1) 
        Emphasis 
          Text disse
      Text  i 
      Reference(2) 
      Text .
    ");
    let endings: Vec<_> = document.references.iter().map(|one| one.ending.as_str()).collect();
    assert_eq!(endings, ["ene", "", ""]);
    assert!(matches!(&document.references[2].target, Target::Entry { number: true, .. }));
    assert_eq!(document.references[0].span.range(), 5..10);
}

#[test]
fn an_item_gives_up_its_braces() {
    let text = "- Alle får være med. {#med audience=alle}\n- Andre\n  {.x}\n\n- Tredje {audience=b}\n\n  Mer.\n- {ikke vår}\n";
    let document = document(text);
    insta::assert_snapshot!(tree(&document), @r"
    List(None) 
      Item(Some(0)) 
        Paragraph 
          Text Alle får være med.
      Item(Some(1)) 
        Paragraph 
          Text Andre
      Item(Some(2)) 
        Paragraph 
          Text Tredje
        Paragraph 
          Text Mer.
      Item(None) 
        Paragraph 
          Text {ikke vår}
    ");
    assert_eq!(document.items[0].value("audience").unwrap().0, "alle");
    assert_eq!(&text[document.items[0].id.as_ref().unwrap().1.range()], "#med");
}

#[test]
fn headings_have_roles_and_fragments_of_their_own() {
    let document = document("## Å høre til {#til .kjernekomponent}\n\n## Likt\n\n## Likt\n");
    let shown: Vec<_> = document
        .headings
        .iter()
        .map(|heading| (heading.anchor.as_str(), heading.text.as_str(), heading.role))
        .collect();
    assert_eq!(
        shown,
        [
            ("til", "Å høre til", Some("component")),
            ("likt", "Likt", None),
            ("likt-2", "Likt", None)
        ]
    );
}

#[test]
fn an_underlined_heading_of_several_lines_has_its_braces_on_the_last() {
    let text = "En lang\ntittel {#navn .funn}\n===\n";
    let document = document(text);
    let heading = &document.headings[0];
    assert_eq!((heading.text.as_str(), heading.anchor.as_str()), ("En lang tittel", "navn"));
    assert_eq!(heading.role, Some("findings"));
    let (_, place) = heading.attributes.id.as_ref().unwrap();
    assert_eq!(&text[place.range()], "#navn");
}

#[test]
fn what_an_author_named_keeps_its_name() {
    let document = document(
        "## Mål\n\n## Main\n\n## Fn 1\n\n- Punkt {#mal}\n\n## Annet {#fotnoter}\n\n## Fotnoter\n",
    );
    let anchors: Vec<&str> = document.headings.iter().map(|one| one.anchor.as_str()).collect();
    assert_eq!(anchors, ["mal-2", "main-2", "del-fn-1", "fotnoter", "fotnoter-2"]);
}

#[test]
fn equal_headings_are_counted() {
    let document = document("## Mål\n\n## Mål 2\n\n## Mål\n\n## Mål\n\n## Mål 2\n");
    let anchors: Vec<&str> = document.headings.iter().map(|one| one.anchor.as_str()).collect();
    assert_eq!(anchors, ["mal", "mal-2", "mal-3", "mal-4", "mal-2-2"]);
}

#[test]
fn figures_captions_and_alerts() {
    let text = "![Et tre](tre.png \"Treet vårt. Foto: Ola\")\n\nTabell: Tall\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> [!TODO]\n> Skriv her.\n";
    let document = document(text);
    insta::assert_snapshot!(tree(&document), @r"
    Figure(0) 
    Table(Some(0)) 
      Row { head: true } 
        Cell(Plain) 
          Text a
        Cell(Right) 
          Text b
      Row { head: false } 
        Cell(Plain) 
          Text 1
        Cell(Right) 
          Text 2
    Alert(Todo) 
      Paragraph 
        Text Skriv her.
    ");
    assert_eq!(document.images[0].caption, "Treet vårt.");
    assert_eq!(document.images[0].credit, "Foto: Ola");
    assert_eq!(document.images[0].alt, "Et tre");
    assert_eq!(document.captions, ["Tall"]);
}

#[test]
fn remarks_tell_what_was_dropped_or_looks_wrong() {
    let text = "Tekst <b>x</b> og [^borte].\n\n<div>y</div>\n\n<!-- notat -->\n\n| a |\n|---|\n| [[x|y]] |\n\na) en\nb) to\n\no punkt\n\n|  |\n|--|\n| 1 |\n";
    let document = document(text);
    let told: Vec<_> =
        document.remarks.iter().map(|(kind, span)| (*kind, &text[span.range()])).collect();
    assert_eq!(
        told,
        [
            (RemarkKind::Html, "<b>"),
            (RemarkKind::Html, "</b>"),
            (RemarkKind::Html, "<div>y</div>"),
            (RemarkKind::BarePipe, "[[x|"),
            (RemarkKind::LetteredList, "a)"),
            (RemarkKind::PastedBullet, "o"),
            (RemarkKind::EmptyHead, "|  |"),
            (RemarkKind::UnknownFootnote, "[^borte]"),
        ]
    );
}

#[test]
fn values_of_registers_have_exact_places_escaped_or_not() {
    let text = "text = \"\"\"\nSe [[x]].\n\"\"\"\nb = \"a \\\"[[y]]\\\"\"\n";
    let toml: Arc<str> = Arc::from(text);
    let exact = parse_value("Se [[x]].\n", &toml, Span::new(FileId(0), 7..23));
    assert_eq!(&toml[exact.references[0].span.range()], "x");
    let start = text.find("\"a").unwrap();
    let span = Span::new(FileId(0), start..text.len() - 1);
    let escaped = parse_value("a \"[[y]]\"", &toml, span);
    assert_eq!(&toml[escaped.references[0].span.range()], "y");
}

#[test]
fn what_lies_too_deep_keeps_its_words() {
    for mark in ["> ", "1. ", "- ", "*a **b "] {
        let document = document(&format!("{}slutt{}", mark.repeat(3_000), " b** a*".repeat(3_000)));
        let mut depth: Vec<u32> = Vec::new();
        for (place, node) in document.nodes.iter().enumerate() {
            depth.retain(|end| *end as usize > place);
            depth.push(node.next);
            assert!(depth.len() < 110, "{mark}");
        }
        assert!(
            document.nodes.iter().any(|node| document.text_of(node).contains("slutt")),
            "{mark}"
        );
    }
}

#[test]
fn words_are_those_that_were_written() {
    let text = "# Tittel {#t .component}\n\nDe [[poeng]]ene og [[poeng|*dis*]]se i [[kap|#]], \\*se[^a]\nher. ![[kort]]\n\n\
                - En *ting*\n\n  Mer [x](https://a.no).\n  - Under\n- To\n\n| A | B |\n| - | - |\n| 1 | [[x=2020 Landet]] |\n\n[^a]: Note\n";
    let document = document(text);
    let words: Vec<String> = (0..document.nodes.len())
        .filter(|at| {
            let tag = document.nodes[*at].tag;
            matches!(tag, Tag::Heading(_) | Tag::Item(_) | Tag::Table(_) | Tag::FootnoteText(_))
                || (tag == Tag::Paragraph
                    && document.source_of(&document.nodes[*at]).contains("[["))
        })
        .map(|at| document.words(at))
        .collect();
    assert_eq!(
        words,
        [
            "Tittel",
            "De poengene og disse i kap, *se her.",
            "En ting Mer x.",
            "Under",
            "To",
            "A B 1 x=2020 Landet",
            "Note",
        ]
    );
}
