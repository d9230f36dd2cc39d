//! A plan that is resolved with what is remembered of earlier ones is the plan that is resolved without.
//!
//! Each file of a small plan has a few forms, or is not there; one after the other they are changed, in any order.
//! The files hold what can be remembered wrongly: links by title, number, heading and point, figures in a text and
//! from a file, lists, components, and places in others' texts.

use planverk::diagnostic::Diagnostics;
use planverk::load::SourceSet;
use planverk::model::Plan;
use planverk::parse;
use planverk::resolve::{self, resolve, resolve_again};
use planverk::text::SourceFile;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files in reading order, each with its forms; an empty one is not there.
const FILES: &[(&str, &[&str])] = &[
    (
        "plan.toml",
        &[
            "title = \"Planen\"\nmunicipality = \"Vik\"\nlanguage = \"nb\"\n",
            "title = \"Planen\"\nmunicipality = \"Vik\"\nlanguage = \"en\"\n",
        ],
    ),
    (
        "index.md",
        &["Se [[a]], [[c]] og [[tall=2024]].\n\n![[indicator goals=mal-en]]\n", "Hei, [[c]].\n"],
    ),
    (
        "1-del/index.md",
        &["+++\ntitle = \"Del\"\n+++\nOm [[b|#]].\n", "+++\ntitle = \"Delen\"\n+++\n", ""],
    ),
    (
        "1-del/a.md",
        &[
            "+++\ntitle = \"A\"\n+++\nSe [[b]], [[b#avsnitt]], [[b#punkt]], [[tall=2024]], [[omrade#sprak|#]] og [[steg]].\n\n![[measure state=started]]\n",
            "+++\ntitle = \"A\"\n+++\nSe [[b]] og [[mal-en]] og [[ord]], [[omrade#kjenne]].\n\n## Mer {#mer}\n",
            "+++\ntitle = \"A to\"\n+++\nSe [[borte]] og [[tall=1999]].\n",
            "",
        ],
    ),
    (
        "1-del/b.md",
        &[
            "+++\ntitle = \"B\"\n+++\n## Avsnitt\n\n- Et punkt {#punkt}\n",
            "+++\ntitle = \"Bedre\"\n+++\n## Annet {#avsnitt}\n\n- Et annet punkt {#punkt}\n- Et til {#to}\n",
            "+++\ntitle = \"B\"\n+++\nBare [[a]].\n",
            "",
        ],
    ),
    (
        "1-del/c.md",
        &[
            "+++\ntitle = \"C\"\nnumbered = false\naudience = \"alle\"\n+++\nEn setning om [[b]] og [[a]].\n\n## Mer\n\nSlutt, [[tall=2024]].\n",
            "+++\ntitle = \"C\"\nnumbered = false\naudience = \"alle\"\n+++\nEn annen og lengre om [[b]] og [[a]].\n\n## Mer\n\n- Slutt\n- [[tall=2024]]\n",
            "+++\ntitle = \"Celle\"\nnumbered = false\naudience = \"alle\"\n+++\nEn setning om [[b]] og [[a]].\n\n## Mer\n\nSlutt, [[tall=2024]].\n",
            "+++\ntitle = \"C\"\n+++\nEn setning om [[d]].\n\n## Mere\n\nSlutt. [Ned](#mere)\n",
        ],
    ),
    (
        "1-del/d.md",
        &[
            "+++\ntitle = \"D\"\n+++\nSe [[c]] og [[c#mer]].\n",
            "+++\ntitle = \"D\"\n+++\nSe gjerne [[c]] og [[c#mer]].\n",
            "+++\ntitle = \"D\"\n+++\nBare [[c|#]].\n",
            "+++\ntitle = \"De\"\n+++\nSe [[c|andre ord]] og [[c#mer]].\n",
        ],
    ),
    (
        "1-del/e.md",
        &[
            "+++\nkind = \"value\"\ntitle = \"E\"\nstatement = \"Vi sier [[a]].\"\n+++\nOrd om [[b]].\n",
            "+++\nkind = \"value\"\ntitle = \"E\"\nstatement = \"Vi sier [[a]].\"\n+++\nFlere ord om [[b]].\n",
        ],
    ),
    (
        "1-del/data/tall.csv",
        &["År;Vik\n2023;1,5\n2024;2,5\n", "År;Vik\n2023;1,5\n2024;3\n", "År;Vik\n2023;x\n", ""],
    ),
    (
        "1-del/tall.md",
        &[
            "+++\nkind = \"indicator\"\ntitle = \"Tall\"\nunit = \"%\"\ndata = { file = \"data/tall.csv\" }\n+++\n",
            "+++\nkind = \"indicator\"\ntitle = \"Tallet\"\nunit = \"poeng\"\nseries = { Vik = { 2024 = 4 } }\n+++\n",
        ],
    ),
    (
        "2-omrade.md",
        &[
            "+++\nkind = \"development-area\"\nid = \"omrade\"\ntitle = \"Område\"\n[[goal]]\nid = \"mal-en\"\ntext = \"Alle er med\"\nindicators = [\"tall\"]\n+++\n## Språk {.component #sprak}\n\nOrd.\n\n### Kjennetegn {.characteristics}\n\n- Vi ser [[b]] {#kjenne}\n",
            "+++\nkind = \"development-area\"\nid = \"omrade\"\ntitle = \"Område\"\n[[goal]]\nid = \"mal-en\"\ntext = \"Alle er med, hver dag\"\n[[goal]]\ntext = \"To\"\n+++\n## Lek {.component #lek}\n\n## Språk {.component #sprak}\n\n### Kjennetegn {.characteristics}\n\n- Først\n- Vi ser [[b]] {#kjenne}\n",
            "",
        ],
    ),
    (
        "3-steg.toml",
        &[
            "[[measure]]\nid = \"steg\"\ntitle = \"Steg\"\ngoals = [\"mal-en\"]\ncomponents = [\"omrade#sprak\"]\n[[measure.status]]\non = 2026-01-02\nstate = \"started\"\ntext = \"Med [[b]] og [[c]].\"\n",
            "[[measure]]\nid = \"steg\"\ntitle = \"Steget\"\n[[measure.status]]\non = 2026-01-02\nstate = \"done\"\ntext = \"Ferdig.\"\n",
            "",
        ],
    ),
    (
        "4-ord.toml",
        &[
            "[[term]]\nid = \"ord\"\ntitle = \"Ord\"\ndefined = \"b#avsnitt\"\ntext = \"Se [[a]].\"\n",
            "",
        ],
    ),
];

type Texts = Vec<Vec<Arc<str>>>;

fn sources(texts: &Texts, state: &[usize]) -> SourceSet {
    let chosen = FILES.iter().zip(texts).zip(state);
    let chosen = chosen.map(|(((path, _), texts), form)| (path, &texts[form % texts.len()]));
    let there = chosen.filter(|(_, text)| !text.is_empty());
    let files =
        there.map(|(path, text)| SourceFile::of_text(format!("content/{path}"), Arc::clone(text)));
    SourceSet { files: files.collect(), ..SourceSet::default() }
}

/// All of a plan that can be compared, and what was told of it.
fn told(plan: &Plan, mut diagnostics: Diagnostics) -> String {
    diagnostics.sort();
    // A map has no order of its own.
    let names: BTreeMap<_, _> = plan.names.iter().collect();
    let plan = Plan { names: Arc::default(), ..plan.clone() };
    format!("{plan:#?}\n{names:?}\n{:#?}", diagnostics.all())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]
    #[test]
    fn what_is_remembered_changes_nothing(
        changes in prop::collection::vec((0..FILES.len(), 0..4_usize, any::<bool>()), 1..12)
    ) {
        let mut texts: Texts =
            FILES.iter().map(|(_, forms)| forms.iter().map(|one| Arc::from(*one)).collect()).collect();
        let mut state = vec![0; FILES.len()];
        let (mut parsed, mut known) = (parse::Memory::default(), resolve::Memory::default());
        for (file, form, anew) in std::iter::once((0, 0, false)).chain(changes) {
            state[file] = form;
            if anew {
                // The same words, read from the disk once more.
                let form = form % texts[file].len();
                texts[file][form] = Arc::from(FILES[file].1[form]);
            }
            let sources = sources(&texts, &state);
            let mut found = Diagnostics::default();
            let plan = resolve_again(&mut parsed, &mut known, &sources, &mut found);
            let with = told(&plan, found);
            let mut found = Diagnostics::default();
            let plan = resolve(parse::parse(&sources, &mut found), &sources, &mut found);
            prop_assert_eq!(with, told(&plan, found));
        }
    }
}

#[test]
fn the_small_plan_holds_what_it_should() {
    let texts: Texts =
        FILES.iter().map(|(_, forms)| forms.iter().map(|one| Arc::from(*one)).collect()).collect();
    let sources = sources(&texts, &[0; FILES.len()]);
    let mut diagnostics = Diagnostics::default();
    let raw = parse::parse(&sources, &mut diagnostics);
    let plan = resolve(raw, &sources, &mut diagnostics);
    let told: Vec<&str> = diagnostics.all().iter().map(|one| one.message.nb.as_str()).collect();
    assert_eq!(told, Vec::<&str>::new());
    let entry = |name: &str| plan.entry(plan.find(name).unwrap());
    assert_eq!(entry("a").body.links.len(), 7);
    assert_eq!((plan.components.len(), plan.points.len()), (1, 1));
    assert!(entry("tall").indicator().unwrap().series.has_observations());
}
