//! What each kind of page has of its own: front matter, and what stands before the common sections.
//!
//! Hugo knows none of these kinds. There the same figures, goals and statuses are written out as text.

use super::layout::{Kind, SECTIONS, in_block, kind, page_id, page_title, place};
use super::page::Page;
use super::rng::Rng;
use super::series::{Figures, LAST_YEAR, tenths};
use super::words::{AUDIENCES, ROLES, SOURCES};
use super::{Corpus, Dialect, links, prose, registers};

/// Page `n`, whole.
pub fn page(corpus: &Corpus, n: usize) -> String {
    let mut page = Page::new(corpus, n);
    let title = page_title(corpus.seed, n);
    page.text = format!("+++\ntitle = \"{title}\"\n");
    if corpus.dialect == Dialect::Hugo {
        page.text.push_str(&format!("weight = {}\n+++\n\n", place(n)));
    }
    match kind(n) {
        Kind::Page => front(&mut page, String::new()),
        Kind::Indicator { csv } => indicator(&mut page, csv),
        Kind::Measure => measure(&mut page),
        Kind::Narrative => narrative(&mut page),
        Kind::Article => article(&mut page),
        Kind::Area => area(&mut page),
    }
    page.sections();
    page.finish()
}

/// Ends planverk's front matter with the fields, and begins the body with a lead.
fn front(page: &mut Page<'_>, fields: String) {
    if page.corpus.dialect == Dialect::Planverk {
        page.text.push_str(&fields);
        page.text.push_str("+++\n\n");
    }
    page.paragraph();
}

/// An indicator's figures as the file in `data/`, if page `n` has one.
pub fn csv(corpus: &Corpus, n: usize) -> Option<String> {
    if kind(n) != (Kind::Indicator { csv: true }) {
        return None;
    }
    let figures = Figures::of(corpus.seed, n);
    let mut rows = String::from("År");
    for (name, _) in &figures.series {
        rows.push_str(&format!(";{name}"));
    }
    for (at, year) in figures.years.iter().enumerate() {
        rows.push_str(&format!("\n{year}"));
        for (_, series) in &figures.series {
            rows.push_str(&format!(";{}", series[at].map_or_else(|| "..".to_owned(), tenths)));
        }
    }
    Some(rows + "\n")
}

fn indicator(page: &mut Page<'_>, csv: bool) {
    let figures = Figures::of(page.corpus.seed, page.n);
    let source = registers::source_id(page.rng.below(SOURCES.len()));
    let better = page.rng.pick(&["higher", "lower"]);
    let mut fields = format!(
        "kind = \"indicator\"\nunit = \"{}\"\ndecimals = 1\nbetter = \"{better}\"\nsource = {{ id = \"{source}\", edition = {LAST_YEAR} }}\n",
        figures.unit
    );
    if page.rng.chance(40) {
        let goal = figures.last(0) + 20;
        fields.push_str(&format!(
            "target = {{ value = \"{}\", year = 2028 }}\n",
            tenths(goal.min(999))
        ));
    }
    if csv {
        fields.push_str(&format!("data = {{ file = \"{}.csv\" }}\n", page_id(page.n)));
    } else {
        fields.push_str(&inline(&figures));
    }
    let (own, other) = (figures.last(0), figures.last(1));
    let is = match own.cmp(&other) {
        std::cmp::Ordering::Greater => "above",
        std::cmp::Ordering::Less => "below",
        std::cmp::Ordering::Equal => "equal",
    };
    let good = (better == "higher") == (own >= other);
    let assessment = if good { "encouraging" } else { "watch" };
    let (mine, theirs) =
        (links::to_figure(page.corpus, page.n, 0), links::to_figure(page.corpus, page.n, 1));
    let words = prose::bare_sentence(&mut page.rng);
    let finding = format!("Hos oss er tallet {mine}, i landet {theirs}. {words}");
    let earlier = prose::bare_sentence(&mut page.rng);
    fields.push_str(&format!(
        "\n[[finding]]\non = 2026-03-{:02}\nassessment = \"{assessment}\"\ntext = \"{finding}\"\ncompared = {{ with = \"Landet\", is = \"{is}\" }}\n\n[[finding]]\non = 2025-02-17\nassessment = \"watch\"\ntext = \"{earlier}\"\n",
        page.rng.between(1, 28)
    ));
    front(page, fields);
    if page.corpus.dialect == Dialect::Hugo {
        page.block(&format!("{finding}\n\n{earlier}\n\n{}", as_table(&figures)));
    }
}

/// The figures in the front matter itself; a missing year is left out.
fn inline(figures: &Figures) -> String {
    let series: Vec<String> = figures
        .series
        .iter()
        .map(|(name, figure)| {
            let years = figures.years.iter().zip(figure);
            let known = years.filter_map(|(year, figure)| Some((year, (*figure)?)));
            let row: Vec<String> =
                known.map(|(year, figure)| format!("{year} = \"{}\"", tenths(figure))).collect();
            format!("{name} = {{ {} }}", row.join(", "))
        })
        .collect();
    format!("series = {{ {} }}\n", series.join(", "))
}

fn as_table(figures: &Figures) -> String {
    let names: Vec<&str> = figures.series.iter().map(|(name, _)| *name).collect();
    let mut table =
        format!("| År | {} |\n| --- |{}", names.join(" | "), " ---: |".repeat(names.len()));
    for (at, year) in figures.years.iter().enumerate() {
        let row: Vec<String> = figures
            .series
            .iter()
            .map(|(_, series)| series[at].map_or_else(String::new, tenths))
            .collect();
        table.push_str(&format!("\n| {year} | {} |", row.join(" | ")));
    }
    table
}

fn measure(page: &mut Page<'_>) {
    let area = in_block(page.n, |kind| kind == Kind::Area)[0];
    let has_area = area <= page.corpus.pages;
    let first = (page.n - 1) % super::layout::BLOCK < 16;
    let mut fields = String::from("kind = \"measure\"\n");
    if has_area {
        let goal = goal_id(area, if first { 1 } else { 2 });
        let component = page.rng.between(1, SECTIONS);
        fields.push_str(&format!(
            "goals = [\"{goal}\"]\ncomponents = [\"{}#kjerne-{component}\"]\n",
            page_id(area)
        ));
    } else {
        fields.push_str("goals = []\n");
    }
    let role = registers::role_id(page.rng.below(ROLES.len()));
    let start = page.rng.between(2024, 2026);
    fields.push_str(&format!(
        "responsible = [\"{role}\"]\nperiod = {{ from = {start}, to = {} }}\ndecision = {{ by = \"Kommunestyret\", on = {}-11-{:02} }}\n",
        page.rng.between(2027, 2029),
        start - 1,
        page.rng.between(1, 28)
    ));
    let states = [("planned", 2), ("started", 5), ("continued", 9), ("done", 10)];
    let count = if start == 2026 { page.rng.between(1, 2) } else { page.rng.between(2, 4) };
    let mut log = String::new();
    for (state, month) in states.iter().take(count) {
        let (day, text) = (page.rng.between(1, 28), prose::bare_sentence(&mut page.rng));
        fields.push_str(&format!("\n[[status]]\non = {start}-{month:02}-{day:02}\nstate = \"{state}\"\ntext = \"{text}\"\n"));
        log.push_str(&format!("- {day}.{month}.{start}: {text}\n"));
    }
    front(page, fields);
    if page.corpus.dialect == Dialect::Hugo {
        page.block(log.trim_end());
    }
    if count == states.len() {
        page.heading(2, "Evaluering", "evaluering", ".evaluation");
        page.paragraph();
    }
}

fn narrative(page: &mut Page<'_>) {
    let audience = page.rng.pick(AUDIENCES);
    front(
        page,
        format!(
            "kind = \"narrative\"\nform = \"process\"\nabout = \"several\"\naudience = [\"{audience}\"]\n"
        ),
    );
    page.heading(2, "Dette fant vi", "funn", ".findings");
    page.items("funn", 4);
}

fn article(page: &mut Page<'_>) {
    let (month, day) = (page.rng.between(1, 10), page.rng.between(1, 28));
    front(
        page,
        format!(
            "kind = \"article\"\npublished = 2026-{month:02}-{day:02}\nauthor = \"Servicetorget\"\n"
        ),
    );
}

/// A development area: two goals, three components, what good practice looks like and what it means.
fn area(page: &mut Page<'_>) {
    let indicators = in_block(page.n, |kind| matches!(kind, Kind::Indicator { .. }));
    let narrative = in_block(page.n, |kind| kind == Kind::Narrative)[0];
    let mut fields = String::from("kind = \"development-area\"\n");
    let mut goals = String::new();
    for (row, pair) in indicators.chunks(2).enumerate() {
        let (title, text) = (prose::title(&mut page.rng), prose::bare_sentence(&mut page.rng));
        let ids: Vec<String> = pair.iter().map(|n| format!("\"{}\"", page_id(*n))).collect();
        let goal = goal_id(page.n, row + 1);
        fields.push_str(&format!("\n[[goal]]\nid = \"{goal}\"\ntitle = \"{title}\"\ntext = \"{text}\"\nindicators = [{}]\n", ids.join(", ")));
        goals.push_str(&format!("- **{title}**: {text}\n"));
    }
    front(page, fields);
    match page.corpus.dialect {
        Dialect::Hugo => page.block(goals.trim_end()),
        Dialect::Planverk => page.block("![[component]]"),
    }
    for (component, indicator) in (1..=SECTIONS).zip(indicators) {
        let title = prose::heading(&mut page.rng);
        page.heading(2, &title, &format!("kjerne-{component}"), ".component");
        page.paragraph();
        let figure = links::to_figure(page.corpus, indicator, 0);
        let link = links::to_page(page.corpus, indicator);
        page.block(&format!("Her følger vi med på {link}, som sist var {figure}."));
    }
    let role = format!(".characteristics from={}", page_id(narrative));
    page.heading(2, "Kjennetegn på god praksis", "kjennetegn", &role);
    page.items("kjennetegn", 5);
    let role = format!(".meaning audience={}", some_audiences(&mut page.rng));
    page.heading(2, "Dette betyr for den enkelte", "betydning", &role);
    page.items("betydning", 4);
}

/// The id of an area's goal.
fn goal_id(area: usize, row: usize) -> String {
    format!("mal-{area:05}-{row}")
}

fn some_audiences(rng: &mut Rng) -> String {
    let first = rng.below(AUDIENCES.len() - 1);
    AUDIENCES[first..first + 2].join(",")
}
