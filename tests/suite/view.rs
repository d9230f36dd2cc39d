//! Finished views of small plans, as a template gets them: what is empty is left out here.

use crate::plans::Small;
use planverk::html::{Embeds, Html};
use planverk::model::{Embed, Overview, Plan};
use planverk::view::{PageKey, PageView, Setting, Views};
use serde_json::Value;

/// Draws an embed as a mark.
struct Marks;

impl Embeds for Marks {
    fn embed(&self, embed: &Embed, _: &Html<'_>) -> String {
        let count = match embed {
            Embed::Card(_) => 1,
            Embed::Cards(ids) => ids.len(),
            Embed::Components(ids) => ids.len(),
        };
        format!("<p>[{count}]</p>\n")
    }
}

fn with_views<T>(plan: &Plan, work: impl FnOnce(&Views<'_>) -> T) -> T {
    let words = planverk::view::words(&plan.settings);
    let today = jiff::civil::date(2026, 11, 22);
    let base_url = "https://plan.example/";
    let embeds = &Marks;
    work(&Views::new(Setting { plan, words: &words, today, charts: true, base_url, embeds }))
}

/// A page's view as indented lines, the parts that tests are about.
fn told(plan: &Plan, key: impl Fn(&Plan) -> PageKey, leave_out: &[&str]) -> String {
    let mut page = with_views(plan, |views| views.page(&key(plan)));
    // What search engines are told is tried where the site is walked.
    page.json_ld.clear();
    let mut lines = String::new();
    let value = serde_json::to_value(page).unwrap();
    write(&value, 0, leave_out, &mut lines);
    lines
}

fn entry(name: &str) -> impl Fn(&Plan) -> PageKey + '_ {
    move |plan| PageKey::Entry(plan.find(name).unwrap())
}

const HEAD: [&str; 8] =
    ["breadcrumb", "canonical", "contents", "template", "level", "path", "kind", "description"];

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn write(value: &Value, deep: usize, leave_out: &[&str], out: &mut String) {
    let indent = "  ".repeat(deep);
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(name, _)| !leave_out.contains(&&***name)) {
                match value {
                    value if is_empty(value) => {}
                    Value::Object(_) | Value::Array(_) => {
                        out.push_str(&format!("{indent}{name}:\n"));
                        write(value, deep + 1, leave_out, out);
                    }
                    Value::String(text) => out.push_str(&format!("{indent}{name}: {text}\n")),
                    other => out.push_str(&format!("{indent}{name}: {other}\n")),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                let mut inside = String::new();
                write(item, deep + 1, leave_out, &mut inside);
                out.push_str(&format!("{indent}- {}", inside.trim_start()));
            }
        }
        Value::String(text) => out.push_str(&format!("{text}\n")),
        other => out.push_str(&format!("{other}\n")),
    }
}

const AREA: &str = "+++\nslag = \"utviklingsområde\"\ntittel = \"Miljø\"\n\
    [[mål]]\nid = \"hovedmal\"\ntittel = \"Trygge barn\"\ntekst = \"Alle barn er trygge.\"\n\
    [[mål]]\nid = \"delmal\"\nunder = \"hovedmal\"\ntittel = \"Ingen alene\"\ntekst = \"Ingen går alene.\"\n\
    +++\n\nOm området.\n\n## Voksne ser {#voksne .kjernekomponent}\n\nDe ser.\n\n\
    ## Kjennetegn {.kjennetegn}\n\n- Voksne hilser. {målgruppe=ansatte}\n- Alle er med. {målgruppe=alle}\n\n\
    ## Dette betyr {.betydning målgruppe=barn}\n\n- Noen ser meg.\n";

const AUDIENCES: &str = "[[målgruppe]]\nid = \"barn\"\ntittel = \"Barn\"\n\
    [[målgruppe]]\nid = \"ansatte\"\ntittel = \"Ansatte\"\n";

/// A plan with goals and nothing else, as plans really begin.
fn bare() -> Small {
    Small::new()
        .file("04-omrader/index.md", "+++\ntittel = \"Områder\"\n+++\nHer er de.\n")
        .file("04-omrader/01-miljo.md", AREA)
        .file("registre/malgrupper.toml", AUDIENCES)
}

const MEASURES: &str = "[[tiltak]]\nid = \"los\"\ntittel = \"Los\"\nmål = [\"delmal\"]\nansvarlig = [\"rektor\"]\n\
    periode = { fra = 2026, til = 2027 }\nkostnad = \"Ingen\"\nmålgruppe = \"barn\"\ntekst = \"En voksen som følger med.\"\n\
    vedtak = { av = \"Kommunestyret\", når = 2026-06-18, sak = \"48/26\" }\n\
    status = [ { tilstand = \"planlagt\", tekst = \"Skal begynne.\" }, { når = 2026-08-10, tilstand = \"pågår\", tekst = \"I *gang*.\" } ]\n\
    [[tiltak]]\nid = \"felles\"\ntittel = \"Felles opplæring\"\nmål = []\n\
    [[rolle]]\nid = \"rektor\"\ntittel = \"Rektor\"\n";

const INDICATORS: &str = "[[indikator]]\nid = \"mobbing\"\ntittel = \"Mobbing\"\nenhet = \"%\"\ndesimaler = 1\nbest = \"lavere\"\n\
    mål = [\"hovedmal\"]\nmåltall = { verdi = 5, år = 2029 }\n\
    måleserie = { Vik = { 2023 = \"10,2\", 2024 = \":\", 2025 = 8 }, Landet = { 2024 = 9, 2025 = \"..\" } }\n\
    funn = [ { når = 2024, vurdering = \"følg med\", tekst = \"Mye.\" }, \
    { når = 2026-02-11, vurdering = \"oppløftende\", tekst = \"Mindre. Men nok.\", sammenlignet = { med = \"Landet\", er = \"under\" } } ]\n\
    [[indikator]]\nid = \"trivsel\"\ntittel = \"Trivsel\"\ndata = { fil = \"trivsel.csv\" }\n";

fn full() -> Plan {
    let (plan, told) = bare()
        .file("05-tiltak/index.md", "+++\ntittel = \"Tiltak\"\n+++\nHer.\n")
        .file("05-tiltak/tiltak.toml", MEASURES)
        .file("05-tiltak/tellinger.toml", INDICATORS)
        .file("data/trivsel.csv", "År;Vik;Landet\n;4,1;4,3\n")
        .resolved();
    assert!(told.is_empty(), "{told:?}");
    plan
}

#[test]
fn a_goal_says_what_it_lacks() {
    let (plan, _) = bare().resolved();
    insta::assert_snapshot!(told(&plan, entry("delmal"), &HEAD));
}

#[test]
fn a_matrix_of_holes_is_told_in_words() {
    let (plan, _) = bare().resolved();
    insta::assert_snapshot!(told(&plan, |_| PageKey::Overview(Overview::Matrix), &HEAD));
}

#[test]
fn the_matrix_keeps_its_holes() {
    insta::assert_snapshot!(told(&full(), |_| PageKey::Overview(Overview::Matrix), &HEAD));
}

#[test]
fn an_indicator_s_table_says_what_its_marks_mean() {
    insta::assert_snapshot!(told(&full(), entry("mobbing"), &HEAD));
}

#[test]
fn a_figure_without_a_year_is_shown_as_such() {
    insta::assert_snapshot!(told(&full(), entry("trivsel"), &HEAD));
}

#[test]
fn a_measure_tells_its_story_newest_first() {
    insta::assert_snapshot!(told(&full(), entry("los"), &HEAD));
}

#[test]
fn an_audience_sees_what_is_for_it_and_for_everybody() {
    insta::assert_snapshot!(told(&full(), entry("barn"), &HEAD));
}

#[test]
fn the_front_page_leads_in() {
    insta::assert_snapshot!(told(&full(), |_| PageKey::Front, &["template", "level", "canonical"]));
}

#[test]
fn every_page_is_one_file_and_every_link_leads_to_one() {
    let plan = full();
    with_views(&plan, |views| {
        let mut paths: Vec<String> = views.pages().iter().map(|key| views.path(key)).collect();
        paths.sort();
        let count = paths.len();
        paths.dedup();
        assert_eq!(paths.len(), count);
        paths.extend(planverk::export::exports(views).into_iter().map(|(path, _)| path));
        let mut missing = Vec::new();
        for key in views.pages() {
            let page = serde_json::to_value(views.page(&key)).unwrap();
            links(&page, &mut |path| {
                let page = path.split('#').next().unwrap_or(path);
                if !paths.iter().any(|one| one == page) {
                    missing.push(format!("{} → {path}", views.path(&key)));
                }
            });
        }
        assert!(missing.is_empty(), "{missing:#?}");
    });
}

/// Calls back with each path of a link or a card in a view.
fn links(value: &Value, tell: &mut impl FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            let path = fields.get("path").and_then(Value::as_str).unwrap_or("");
            if !path.is_empty() && fields.get("external") != Some(&Value::Bool(true)) {
                tell(path);
            }
            fields.values().for_each(|value| links(value, tell));
        }
        Value::Array(items) => items.iter().for_each(|value| links(value, tell)),
        _ => {}
    }
}

#[test]
fn the_whole_plan_holds_every_entry_once_and_links_within_itself() {
    let plan = full();
    let page: PageView = with_views(&plan, |views| views.page(&PageKey::Overview(Overview::Whole)));
    for entry in &plan.entries {
        let count = page.body.matches(&format!(" id=\"{}\"", entry.name)).count();
        assert_eq!(count, 1, "{}", entry.name);
    }
    assert!(page.body.contains("<dt>Mål<dd><a href=\"#delmal\">Ingen alene</a>"));
}

#[test]
fn all_languages_make_all_pages() {
    for tag in ["nn", "se", "sv", "en"] {
        let settings = format!("title = \"P\"\nmunicipality = \"K\"\nlanguage = \"{tag}\"\n");
        let (plan, _) = bare()
            .file("plan.toml", &settings)
            .file("05-tiltak/index.md", "+++\ntitle = \"T\"\n+++\nx\n")
            .file("05-tiltak/tiltak.toml", MEASURES)
            .file("05-tiltak/tellinger.toml", INDICATORS)
            .resolved();
        with_views(&plan, |views| {
            for key in views.pages() {
                let page = serde_json::to_string(&views.page(&key)).unwrap();
                // A key that has no word is shown as it is.
                let keys =
                    ["label_", "title_", "kind_goal", "lead_", "state_", "hearing_", "stage_"];
                let shown = keys.iter().find(|key| page.contains(**key));
                assert_eq!(shown, None, "{tag}: {page}");
            }
        });
    }
}

const WHEEL: &str = "[[aktivitet]]\nid = \"start\"\ntittel = \"Felles start\"\nnår = 2026-08-14\nrolle = \"rektor\"\nmålgruppe = [\"ansatte\"]\n\
    [[aktivitet]]\nid = \"lesefest\"\ntittel = \"Lesefest\"\nmåneder = [1, 12]\nmålgruppe = [\"barn\", \"ansatte\"]\nområder = [\"miljo\"]\ntekst = \"Alle er *velkomne*.\"\n\
    [[aktivitet]]\nid = \"en-gang\"\ntittel = \"En gang i året\"\n";

const REPORTS: &str = "[[statusrapport]]\nid = \"mai\"\ntittel = \"Status i mai\"\nper = 2026-05-31\n\
    [[statusrapport]]\nid = \"host\"\ntittel = \"Status i oktober\"\nper = 2026-10-31\nskrevet = 2026-11-10\nforfatter = \"Staben\"\n\
    tekst = \"Det går fremover.\"\n[[statusrapport.gruppe]]\ntittel = \"Styringsgruppe\"\nmedlemmer = [{ hvem = \"Folkevalgte\", antall = 3 }]\nmerknad = \"Møtes fire ganger i året.\"\n\
    [[tiltak]]\nid = \"fadder\"\ntittel = \"Fadderordning\"\nmål = [\"delmal\"]\n\
    status = [ { når = 2026-04-10, tilstand = \"planlagt\" }, { når = 2026-09-01, tilstand = \"pågår\", tekst = \"Alle har en fadder.\" }, { når = 2026-11-15, tilstand = \"stanset\" } ]\n\
    [[tiltak]]\nid = \"senere\"\ntittel = \"Begynner senere\"\nmål = [\"hovedmal\"]\nstatus = [ { når = 2026-11-02, tilstand = \"pågår\" } ]\n";

/// The full plan with a year, and two reports of it.
fn through_the_year() -> Plan {
    let (plan, told) = bare()
        .file("05-tiltak/index.md", "+++\ntittel = \"Tiltak\"\n+++\nHer.\n")
        .file("05-tiltak/tiltak.toml", MEASURES)
        .file("05-tiltak/hjul.toml", WHEEL)
        .file("05-tiltak/rapporter.toml", REPORTS)
        .resolved();
    assert!(told.is_empty(), "{told:?}");
    plan
}

#[test]
fn the_annual_wheel_tells_months_roles_and_audiences() {
    let wheel = |_: &Plan| PageKey::Overview(Overview::Wheel);
    insta::assert_snapshot!(told(&through_the_year(), wheel, &HEAD));
}

#[test]
fn a_status_report_tells_its_day_and_what_has_changed() {
    insta::assert_snapshot!(told(&through_the_year(), entry("host"), &HEAD));
}
