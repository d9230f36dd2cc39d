//! What is not a page: the plan itself, the chapters, and the registers.

use super::layout::{
    BLOCK, CHAPTER, Kind, chapter_folder, chapter_id, chapter_title, kind, page_id, page_title,
    place,
};
use super::rng::{Purpose, Rng};
use super::words::{AUDIENCES, NOUNS, ROLES, SERVICES, SOURCES, SURNAMES};
use super::{Corpus, Dialect, links, prose};

/// Terms that the plan explains.
const TERMS: usize = 60;
/// Events of the annual wheel.
const EVENTS: usize = 24;

/// The id of a source, counted from 0.
pub fn source_id(source: usize) -> String {
    format!("kilde-{}", source + 1)
}

/// The id of a role, counted from 0.
pub fn role_id(role: usize) -> String {
    format!("rolle-{}", role + 1)
}

/// The id of a piece of literature, counted from 1.
pub fn reference_id(number: usize) -> String {
    format!("litteratur-{number:04}")
}

/// A piece of literature's author and year.
pub fn reference(seed: u64, number: usize) -> (&'static str, usize) {
    let mut rng = Rng::new(seed, Purpose::Register, number);
    (rng.pick(SURNAMES), rng.between(1994, 2024))
}

/// The plan's `plan.toml`.
pub fn plan() -> String {
    let name = super::series::OWN;
    let domain = "eksempelvik.kommune.no";
    format!(
        "title = \"Kvalitetsplan for oppvekst og kultur\"\nmunicipality = \"{name} kommune\"\nlanguage = \"nb\"\nperiod = {{ from = 2024, to = 2029 }}\nstage = \"adopted\"\nadopted = {{ by = \"Kommunestyret\", on = 2023-12-14 }}\ncontact = {{ name = \"Servicetorget\", email = \"post@{domain}\" }}\ndomain = \"{domain}\"\n"
    )
}

/// The front page's words.
pub fn front_page(corpus: &Corpus) -> String {
    let mut rng = Rng::new(corpus.seed, Purpose::Chapter, 0);
    let words = prose::paragraph(&mut rng, 4);
    let begin = links::to_page(corpus, 1);
    format!("{words} Begynn med {begin}.\n")
}

/// A chapter's `index.md`.
pub fn chapter(corpus: &Corpus, chapter: usize) -> String {
    let mut rng = Rng::new(corpus.seed, Purpose::Chapter, chapter);
    let title = chapter_title(corpus.seed, chapter);
    let weight = match corpus.dialect {
        Dialect::Hugo => format!("weight = {chapter}\n"),
        Dialect::Planverk => String::new(),
    };
    let mut text =
        format!("+++\ntitle = \"{title}\"\n{weight}+++\n\n{}\n", prose::paragraph(&mut rng, 5));
    let first = (chapter - 1) * CHAPTER + 1;
    let indicator = (first..=corpus.pages.min(first + CHAPTER - 1))
        .find(|n| matches!(kind(*n), Kind::Indicator { .. }));
    if let Some(indicator) = indicator {
        text.push_str(&format!("\n{}\n", links::card(corpus, indicator)));
    }
    text
}

/// The path of page `n` under `content/`.
pub fn page_path(corpus: &Corpus, n: usize) -> String {
    let chapter = super::layout::chapter_of(n);
    match corpus.dialect {
        Dialect::Planverk => {
            format!("{}/{:02}-{}.md", chapter_folder(chapter), place(n), page_id(n))
        }
        Dialect::Hugo => format!("{}/{}.md", chapter_id(chapter), page_id(n)),
    }
}

/// planverk's registers, as file names under `registre/` and what stands in them.
pub fn registers(corpus: &Corpus) -> Vec<(&'static str, String)> {
    vec![
        ("kilder.toml", rows("source", SOURCES, source_id)),
        ("roller.toml", rows("role", ROLES, role_id)),
        ("tjenester.toml", rows("service", SERVICES, |at| format!("tjeneste-{}", at + 1))),
        ("malgrupper.toml", rows("audience", AUDIENCES, |at| AUDIENCES[at].to_owned())),
        ("ord.toml", terms(corpus)),
        ("litteratur.toml", literature(corpus)),
        ("arshjul.toml", wheel(corpus)),
    ]
}

/// Hugo's page of literature: the same register as a list.
pub fn literature_page(corpus: &Corpus) -> String {
    let mut text = String::from("+++\ntitle = \"Litteratur\"\n+++\n");
    for number in 1..=corpus.references() {
        let (author, year) = reference(corpus.seed, number);
        let title = reference_title(corpus, number);
        text.push_str(&format!(
            "\n## {title} {{#{}}}\n\n{author}, {year}.\n",
            reference_id(number)
        ));
    }
    text
}

fn rows(kind: &str, titles: &[&str], id: impl Fn(usize) -> String) -> String {
    let row = |(at, title): (usize, &&str)| {
        format!("[[{kind}]]\nid = \"{}\"\ntitle = \"{}\"\n", id(at), prose::capital(title))
    };
    titles.iter().enumerate().map(row).collect::<Vec<String>>().join("\n")
}

fn terms(corpus: &Corpus) -> String {
    let mut rng = Rng::new(corpus.seed, Purpose::Register, 0);
    let mut text = String::new();
    for (at, (one, the, many, _)) in NOUNS.iter().take(TERMS).enumerate() {
        let (title, words) = (prose::capital(one), prose::bare_sentence(&mut rng));
        text.push_str(&format!("[[term]]\nid = \"ord-{}\"\ntitle = \"{title}\"\nforms = [\"{the}\", \"{many}\"]\ntext = \"{words}\"\n\n", at + 1));
    }
    text
}

fn reference_title(corpus: &Corpus, number: usize) -> String {
    page_title(corpus.seed ^ 1, number)
}

fn literature(corpus: &Corpus) -> String {
    let row = |number| {
        let (author, year) = reference(corpus.seed, number);
        let (id, title) = (reference_id(number), reference_title(corpus, number));
        format!(
            "[[reference]]\nid = \"{id}\"\ntitle = \"{title}\"\nlevel = \"literature\"\nauthor = \"{author}\"\nyear = {year}\n"
        )
    };
    (1..=corpus.references()).map(row).collect::<Vec<String>>().join("\n")
}

/// The annual wheel: every area belongs to one of its events.
fn wheel(corpus: &Corpus) -> String {
    let mut rng = Rng::new(corpus.seed, Purpose::Register, usize::MAX);
    let areas: Vec<String> =
        (1..=corpus.pages / BLOCK).map(|block| format!("\"{}\"", page_id(block * BLOCK))).collect();
    let mut text = String::new();
    for event in 0..EVENTS {
        let title = prose::title(&mut rng);
        let mine: Vec<&str> =
            areas.iter().skip(event).step_by(EVENTS).map(String::as_str).collect();
        let (role, audience) = (role_id(rng.below(ROLES.len())), rng.pick(AUDIENCES));
        text.push_str(&format!("[[event]]\nid = \"aktivitet-{}\"\ntitle = \"{title}\"\nmonths = [{}]\nrole = \"{role}\"\naudience = [\"{audience}\"]\n", event + 1, event / 2 + 1));
        if !mine.is_empty() {
            text.push_str(&format!("areas = [{}]\n", mine.join(", ")));
        }
        text.push('\n');
    }
    text
}
