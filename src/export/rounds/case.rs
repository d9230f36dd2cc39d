//! The round as a document for the case: plain HTML that Word and LibreOffice open and case systems keep. It
//! needs no stylesheet, no picture and no network.

use crate::contract::Block;
use crate::html::escape;
use crate::version::{Op, compare_words};
use crate::view::{Heard, Row, Shift, Views, plain_text};

/// The document.
pub(super) fn case(views: &Views<'_>, heard: &Heard<'_>) -> String {
    let settings = &views.plan().settings;
    let say = |key: &str| escape(views.words().get(key));
    let lang = settings.language.tag();
    let title = escape(&heard.entry.title);
    let (plan, municipality) = (escape(&settings.title), escape(&settings.municipality));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{plan}, {municipality}</p>\n"
    );
    let head: String = ["round_column_id", "round_you_said", "round_we_say", "round_we_did"]
        .iter()
        .map(|key| format!("<th align=\"left\" valign=\"top\">{}</th>", say(key)))
        .collect();
    html.push_str(&format!(
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"6\">\n<tr>{head}</tr>\n"
    ));
    for row in heard.rows() {
        html.push_str(&line(views, heard, &row));
    }
    html.push_str("</table>\n");
    let held: String = heard
        .submissions()
        .filter(|one| !one.state.is_public() && one.state.needs_reason())
        .map(|one| {
            format!(
                "<li>{}: {} – {}</li>\n",
                escape(&one.id),
                say(&format!("round_state_{}", one.state.name())),
                escape(&one.reason)
            )
        })
        .collect();
    if !held.is_empty() {
        html.push_str(&format!("<h2>{}</h2>\n<ul>\n{held}</ul>\n", say("round_held_back")));
    }
    html + "</body>\n</html>\n"
}

fn line(views: &Views<'_>, heard: &Heard<'_>, row: &Row<'_>) -> String {
    let paragraphs = |text: &str| {
        let each = text
            .split("\n\n")
            .map(|one| format!("<p>{}</p>", escape(one.trim()).replace('\n', "<br>")));
        each.collect::<String>()
    };
    let about = row
        .block
        .map(|block| format!("<p><i>{}: {}</i></p>", escape(&block.id), escape(block.shown())));
    let said = about.unwrap_or_default() + &paragraphs(&plain_text(views.shown(), row.text));
    let answer = row.assessment.map(|one| {
        let word = escape(views.words().get(&format!("round_result_{}", one.result.name())));
        format!("<p><b>{word}</b></p>{}", paragraphs(&plain_text(views.shown(), &one.reason)))
    });
    let changes = row.assessment.map(|one| heard.changes(views, one)).unwrap_or_default();
    let changed: String = changes.iter().map(changed).collect();
    let who = format!("<p>{}</p><p>{}</p>", escape(&row.name), escape(&heard.who(row.submission)));
    let cells = [who, said, answer.unwrap_or_default(), changed];
    let cells: String =
        cells.iter().map(|cell| format!("<td valign=\"top\">{cell}</td>")).collect();
    format!("<tr>{cells}</tr>\n")
}

/// A change with its words in place. Word shows what was taken out and put in by itself.
fn changed(shift: &Shift<'_>) -> String {
    let was: Vec<&str> = shift.before.iter().map(|block| block.shown()).collect();
    let runs = compare_words(&was.join("\n"), shift.now.map_or("", Block::shown));
    let words: String = runs
        .iter()
        .map(|run| {
            let text = escape(&run.text).replace('\n', "<br>");
            match run.op {
                Op::Same => text,
                Op::Out => format!("<del>{text}</del>"),
                Op::In => format!("<ins>{text}</ins>"),
            }
        })
        .collect();
    format!("<p>{words}</p>")
}
