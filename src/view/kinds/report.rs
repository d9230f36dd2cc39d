//! Status reports and hearings.

use crate::html::escape;
use crate::model::{Hearing, MeasureId, StatusReport, WorkGroup};
use crate::view::sheet::Sheet;
use crate::view::shown::plain;
use crate::view::status::as_of;
use crate::view::{CardView, CellView, LinkView, PanelView, TableView};
use crate::vocabulary::Kind;
use jiff::civil::Date;

/// A status report. Groups and status stand where its text says (`{.groups}`, `{.status}`), else below.
pub(super) fn report(sheet: &mut Sheet<'_>, report: &StatusReport) {
    let shown = sheet.shown();
    let day = |when: Option<_>| when.map(|when| shown.when(when)).unwrap_or_default();
    sheet.fact_text("label_as_of", &day(report.as_of));
    sheet.fact_text("label_written", &day(report.written));
    sheet.fact_text("label_author", &report.author);
    let groups: Vec<CardView> = report.groups.iter().map(|one| group(sheet, one)).collect();
    let day = report.as_of.or(report.written).map(|when| when.last_day());
    let table = status_table(sheet, report, day);
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
        table: Some(table),
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

/// Goal · measure · status, as things stood on a day.
fn status_table(sheet: &Sheet<'_>, report: &StatusReport, day: Option<Date>) -> TableView {
    let shown = sheet.shown();
    let plan = sheet.plan();
    let mut rows = Vec::new();
    for (id, entry) in plan.of_kind(Kind::Goal) {
        let Some(goal) = entry.goal() else { continue };
        let link = shown.link(id, sheet.html);
        if goal.measures.is_empty() && goal.sub_goals.is_empty() {
            let none = CellView { text: sheet.say("no_measure_yet"), ..CellView::default() };
            rows.push(vec![linked(link), none, CellView::default()]);
            continue;
        }
        let each = goal.measures.iter().map(|measure| row(sheet, link.clone(), *measure, day));
        rows.extend(each);
    }
    let whole = plan.of_kind(Kind::Measure).filter_map(|(id, entry)| {
        let serves_all = entry.measure().is_some_and(|measure| measure.goals.is_empty());
        MeasureId::of(id, entry.kind).filter(|_| serves_all)
    });
    for measure in whole {
        rows.push(row(sheet, plain(sheet.say("serves_whole_plan")), measure, day));
    }
    let heading = |text| CellView { text, ..CellView::default() };
    let status = report.as_of.map_or_else(
        || sheet.say("status_title"),
        |when| shown.fill("status_on", &[("day", &shown.when(when))]),
    );
    TableView {
        caption: status,
        columns: vec![
            heading(shown.kind_one(Kind::Goal)),
            heading(shown.kind_one(Kind::Measure)),
            heading(sheet.say("label_status")),
        ],
        rows,
        notes: Vec::new(),
    }
}

fn row(sheet: &Sheet<'_>, goal: LinkView, id: MeasureId, day: Option<Date>) -> Vec<CellView> {
    let shown = sheet.shown();
    let measure = sheet.plan().entry(id).measure();
    let status = measure.and_then(|measure| as_of(measure, day));
    let badge = status.and_then(|row| row.state).map(|state| shown.state_badge(state));
    let first = match goal.path.as_str() {
        "" => CellView { text: goal.title, ..CellView::default() },
        _ => linked(goal),
    };
    let text = if badge.is_some() { String::new() } else { sheet.say("status_not_told") };
    vec![first, linked(shown.link(id, sheet.html)), CellView { badge, text, ..CellView::default() }]
}

fn linked(link: LinkView) -> CellView {
    CellView { links: vec![link], ..CellView::default() }
}

/// A hearing: where it stands, who was asked, and what.
pub(super) fn hearing(sheet: &mut Sheet<'_>, hearing: &Hearing) {
    let shown = sheet.shown();
    let sentence = shown.hearing_sentence(hearing);
    if !sentence.is_empty() {
        sheet.page.statement = format!("<p>{}</p>", escape(&sentence));
    }
    let day = |when: Option<_>| when.map(|when| shown.when(when)).unwrap_or_default();
    sheet.fact_text("label_opens", &day(hearing.opens));
    sheet.fact_text("label_closes", &day(hearing.closes));
    sheet.fact_text("label_case", &hearing.case);
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
