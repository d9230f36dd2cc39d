//! Status reports and hearings.

use crate::html::{escape, relative};
use crate::model::{EntryId, Hearing, StatusReport, WorkGroup};
use crate::view::rounds;
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::{CardView, PanelView};

/// A status report. Groups and status stand where its text says (`{.groups}`, `{.status}`), else below.
pub(super) fn report(sheet: &mut Sheet<'_>, id: EntryId, report: &StatusReport) {
    let shown = sheet.shown();
    let day = |when: Option<_>| when.map(|when| shown.when(when)).unwrap_or_default();
    sheet.fact_text("label_as_of", &day(report.as_of));
    sheet.fact_text("label_written", &day(report.written));
    sheet.fact_text("label_author", &report.author);
    let groups: Vec<CardView> = report.groups.iter().map(|one| group(sheet, one)).collect();
    let (sentences, table) = super::as_of::status(sheet, report);
    let mut rest = std::mem::take(&mut sheet.page.body);
    let mut later = Vec::new();
    let groups = (!groups.is_empty()).then(|| PanelView {
        shape: "cards".into(),
        title: sheet.say("groups_title"),
        cards: groups,
        ..PanelView::default()
    });
    let table = Some(PanelView {
        shape: "table".into(),
        title: sheet.say("status_title"),
        note: sentences.join(" "),
        // In the whole plan each measure tells its own log; the table is on the report's page.
        html: if sheet.on_paper { elsewhere(sheet, id, &table.caption) } else { String::new() },
        table: (!sheet.on_paper).then_some(table),
        ..PanelView::default()
    });
    let mut parts = [("groups", groups), ("status", table)];
    // In the order of the text.
    parts.sort_by_key(|(role, _)| rest.find(&opening(role)).unwrap_or(usize::MAX));
    for (role, panel) in parts {
        let Some(mut panel) = panel else { continue };
        match section_end(&rest, role) {
            Some(end) => {
                let after = rest.split_off(end);
                text_so_far(sheet, rest);
                rest = after;
                // The text's own heading stands above it.
                panel.title.clear();
                panel.anchor = format!("{role}-table");
                sheet.panel(panel);
            }
            None => later.push(panel),
        }
    }
    text_so_far(sheet, rest);
    for panel in later {
        sheet.panel(panel);
    }
}

/// A line that leads to the page of an entry.
fn elsewhere(sheet: &Sheet<'_>, id: EntryId, title: &str) -> String {
    let page = relative(sheet.html.page, &sheet.plan().entry(id).address.path());
    format!("<p><a href=\"{}\">{}</a></p>\n", escape(&page), escape(title))
}

fn text_so_far(sheet: &mut Sheet<'_>, html: String) {
    if sheet.page.panels.is_empty() {
        sheet.page.body.push_str(&html);
    } else if !html.trim().is_empty() {
        sheet.html_panel(String::new(), html);
    }
}

fn opening(role: &str) -> String {
    format!("<section class=\"role role-{role}\"")
}

/// Where the section of a role ends in finished HTML, if it is there and in no other section.
fn section_end(html: &str, role: &str) -> Option<usize> {
    let start = html.find(&opening(role))?;
    let mut depth = 0;
    for (at, tag) in html.match_indices("section").filter(|(at, _)| *at > start) {
        let before = &html.as_bytes()[..at];
        if before.ends_with(b"</") {
            depth -= 1;
        } else if before.ends_with(b"<") {
            depth += 1;
        } else {
            continue;
        }
        if depth == 0 {
            return Some(at + tag.len() + 1).filter(|end| html.is_char_boundary(*end));
        }
    }
    None
}

fn group(sheet: &Sheet<'_>, group: &WorkGroup) -> CardView {
    let member = |(who, count): &(String, Option<u32>)| match count {
        Some(count) => plain(format!("{who}: {count}")),
        None => plain(who.clone()),
    };
    CardView {
        kind: "group".to_string(),
        title: group.title.clone(),
        text: sheet.html.inline(&group.note),
        meta: group.members.iter().map(member).collect(),
        ..CardView::default()
    }
}

/// A hearing: where it stands, who was asked, and what.
pub(super) fn hearing(sheet: &mut Sheet<'_>, id: EntryId, hearing: &Hearing) {
    let shown = sheet.shown();
    let heard = sheet.views.round(id);
    let left = heard.map(|heard| rounds::time_left(sheet, heard)).unwrap_or_default();
    let sentence = format!("{} {left}", shown.hearing_sentence(hearing)).trim().to_string();
    if !sentence.is_empty() {
        sheet.page.statement = format!("<p>{}</p>", escape(&sentence));
    }
    let day = |when: Option<_>| when.map(|when| shown.when(when)).unwrap_or_default();
    sheet.fact_text("label_opens", &day(hearing.opens));
    sheet.fact_text("label_closes", &day(hearing.closes));
    sheet.fact_text("label_case", &hearing.case);
    sheet.calendar_link();
    if let Some(heard) = heard {
        rounds::panels(sheet, heard);
    }
    let each = hearing.questions.iter();
    let questions: String =
        each.map(|one| format!("<li>{}</li>\n", sheet.html.inline(one))).collect();
    if !questions.is_empty() {
        sheet.html_panel(sheet.say("questions_title"), format!("<ol>\n{questions}</ol>"));
    }
    let invited = hearing.invited.iter();
    let invited: String = invited.map(|who| format!("<li>{}</li>\n", escape(who))).collect();
    if !invited.is_empty() {
        sheet.html_panel(sheet.say("invited_title"), format!("<ul>\n{invited}</ul>"));
    }
    sheet.entry_links(sheet.say("round_documents"), hearing.documents.iter().copied());
}

#[cfg(test)]
mod tests {
    use super::section_end;

    #[test]
    fn a_role_s_section_ends_where_it_closes() {
        let html =
            "<p>a</p><section class=\"role role-groups\"><section></section>b</section><p>c</p>";
        let end = section_end(html, "groups").unwrap();
        assert_eq!(&html[end..], "<p>c</p>");
        assert_eq!(section_end(html, "status"), None);
    }
}
