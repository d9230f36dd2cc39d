//! What raw entries become: names, numbers, addresses, links.

use crate::plans::Small;
use planverk::model::{Link, Plan};
use planverk::text::Number;

fn links(plan: &Plan, entry: &str) -> Vec<String> {
    let entry = plan.entry(plan.find(entry).unwrap());
    let words = entry.body.links.iter().map(|link| match link {
        Link::To { words, .. } => words.clone(),
        Link::Figure { shown, .. } => shown.clone(),
        other => format!("{other:?}"),
    });
    words.collect()
}

#[test]
fn chapters_pages_areas_and_components_are_numbered_by_themselves() {
    let (plan, told) = Small::new()
        .file("01-forst/index.md", "+++\ntitle = \"Først\"\n+++\n")
        .file("01-forst/02-b.md", "+++\ntitle = \"B\"\n+++\nB.\n")
        .file("01-forst/1-a.md", "+++\ntitle = \"A\"\n+++\nA.\n")
        .file("01-forst/utenfor.md", "+++\ntitle = \"Utenfor\"\nnumbered = false\n+++\nx\n")
        .file("02-omrader/index.md", "+++\ntitle = \"Områder\"\n+++\n")
        .file(
            "02-omrader/miljo.md",
            "+++\nkind = \"utviklingsområde\"\ntitle = \"Miljø\"\n[[mål]]\ntekst = \"Alle er med.\"\n+++\n\n## Én {#en .kjernekomponent}\n\n## To {#to .kjernekomponent}\n",
        )
        .resolved();
    assert!(told.is_empty(), "{told:?}");
    let numbered: Vec<_> = plan
        .entries
        .iter()
        .map(|entry| (entry.name.as_str(), entry.number.as_deref().unwrap_or("-")))
        .collect();
    // Given in the order of the files, which `load` has sorted; here as written.
    assert_eq!(
        numbered,
        [
            ("forst", "1"),
            ("b", "1.1"),
            ("a", "1.2"),
            ("utenfor", "-"),
            ("omrader", "2"),
            ("miljo", "2.1"),
            ("miljo-mal-1", "-"),
        ]
    );
    let components: Vec<_> =
        plan.components.iter().map(|one| one.number.as_deref().unwrap_or("-")).collect();
    assert_eq!(components, ["2.1.1", "2.1.2"]);
    assert_eq!(plan.entry(plan.find("miljo").unwrap()).address.page, "omrader/miljo.html");
}

#[test]
fn a_link_says_what_the_sentence_needs() {
    let (plan, told) = Small::new()
        .file("1-kap/index.md", "+++\ntitle = \"Inkluderende miljø\"\n+++\n")
        .file(
            "register.toml",
            "[[kilde]]\nid = \"ungdata\"\ntitle = \"Ungdata\"\n\
             [[referanse]]\nid = \"lov\"\ntitle = \"Lov om barnehager\"\nnivå = \"lov\"\n\
             [[referanse]]\nid = \"bok\"\ntitle = \"Bok\"\nnivå = \"litteratur\"\nforfatter = \"Gotvassli\"\når = 2017\n\
             [[indikator]]\nid = \"poeng\"\ntitle = \"Grunnskolepoeng\"\nenhet = \"poeng\"\nmåleserie = { Vik = { 2019 = \"41,85\", 2020 = 42.5 }, Landet = { 2020 = 43.1 } }\n",
        )
        .file(
            "side.md",
            "+++\ntitle = \"Side\"\n+++\nOm [[kap]] og [[ungdata]], [[poeng]]ene, [[lov]], [[bok, s. 18]]. \
             [[kap]]et kommer i [[kap|#]]. [[poeng=2020]] mot [[poeng=2020 Landet]] og [[kap|egne ord]].\n",
        )
        .resolved();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(
        links(&plan, "side"),
        [
            "inkluderende miljø",
            "Ungdata",
            "grunnskolepoengene",
            "Lov om barnehager",
            "Gotvassli 2017, s. 18",
            "Inkluderende miljøet",
            "kapittel\u{a0}1",
            "42,5\u{a0}poeng",
            "43,1\u{a0}poeng",
            "",
        ]
    );
}

#[test]
fn relations_have_two_ends() {
    let (plan, told) = Small::new()
        .file(
            "register.toml",
            "[[mål]]\nid = \"hoved\"\ntekst = \"Alle er med.\"\nindikatorer = [\"trivsel\"]\n\
             [[mål]]\nid = \"del\"\ntekst = \"Noen er med.\"\nunder = \"hoved\"\n\
             [[indikator]]\nid = \"trivsel\"\ntittel = \"Trivsel\"\n\
             [[rolle]]\nid = \"rektor\"\ntittel = \"Rektor\"\n\
             [[tiltak]]\nid = \"kurs\"\ntittel = \"Kurs\"\nmål = [\"del\"]\nansvarlig = \"rektor\"\ntilstand = \"pågår\"\n\
             [[aktivitet]]\nid = \"mote\"\ntittel = \"Møte\"\nmåneder = [\"mars\", 9]\nrolle = \"rektor\"\n",
        )
        .resolved();
    assert!(told.is_empty(), "{told:?}");
    let entry = |name: &str| plan.entry(plan.find(name).unwrap());
    assert_eq!(entry("hoved").goal().unwrap().sub_goals.len(), 1);
    assert_eq!(entry("trivsel").indicator().unwrap().goals.len(), 1);
    assert_eq!(entry("del").goal().unwrap().measures.len(), 1);
    let rektor = entry("rektor").role().unwrap();
    assert_eq!((rektor.measures.len(), rektor.events.len()), (1, 1));
    assert_eq!(entry("mote").event().unwrap().months, [3, 9]);
    assert_eq!(entry("kurs").measure().unwrap().statuses.len(), 1);
}

#[test]
fn ten_mistakes_are_told_in_one_run_each_at_its_place() {
    let (_, told) = Small::new()
        .file("plan.toml", "tittel = \"Planen\"\nkommune = \"Vik\"\nspråk = \"nb\"\nfasse = \"utkast\"\n")
        .file("a.md", "+++\ntitle = \"Å vise til\"\n+++\nÅ se [[trisvel]] og [[a#ingen]].\n")
        .file("b.md", "+++\ntitle = \"B\"\nkind = \"tiltakk\"\n+++\nx\n")
        .file("c.md", "+++\nkind = \"article\"\ntitle = \"C\"\npublished = 2022-13-45\n+++\nx\n")
        .file("d.md", "+++\nkind = \"measure\"\ntitle = \"D\"\ngoals = []\nstate = \"pågårr\"\npilot = 3\n+++\nx\n")
        .file("e.md", "ingen felt\n")
        .file(
            "f.toml",
            "[[indikator]]\nid = \"trivsel\"\ntittel = \"Trivsel\"\nmål = \"b\"\nmåleserie = { Vik = { 2020 = \"ca. 3\" } }\n\
             [[indikator]]\nid = \"trivsel\"\ntittel = \"Trivsel igjen\"\n",
        )
        .resolved();
    insta::assert_snapshot!(told.join("\n"), @r"
    unknown-field content/plan.toml:4:1 plan.toml har ikke noe felt som heter «fasse»
    unknown-reference content/a.md:4:8 Det finnes ingenting i planen som heter «trisvel»
    unknown-reference content/a.md:4:23 «a» har ingen overskrift eller noe punkt som heter «ingen»
    missing-field content/b.md:2:9 Tiltaket sier ikke hvilke mål det tjener
    unknown-kind content/b.md:3:8 Det finnes ikke noe slag som heter «tiltakk»
    not-a-date content/c.md:4:13 «2022-13-45» er ingen dato: den finnes ikke i kalenderen
    unknown-choice content/d.md:5:9 «state» kan ikke være «pågårr»
    wrong-type content/d.md:6:9 Feltet «pilot» skal være true eller false
    missing-field content/e.md:1:1 side mangler feltet «tittel»
    wrong-kind content/f.toml:4:7 «b» er av slaget tiltak; her trengs mål
    unreadable-data content/f.toml:5:30 Dette er ikke noe tall
    doubled-id content/f.toml:7:6 «trivsel» er brukt to ganger
    ");
}

#[test]
fn figures_keep_their_own_decimals_or_the_indicators() {
    let (plan, told) = Small::new()
        .file(
            "i.toml",
            "[[indikator]]\nid = \"andel\"\ntittel = \"Andel\"\nenhet = \"%\"\ndesimaler = 1\nmåleserie = { Vik = { 2020 = \"72,86\" } }\n",
        )
        .file("s.md", "+++\ntitle = \"S\"\n+++\nDen er [[andel=]].\n")
        .resolved();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(links(&plan, "s"), ["72,9\u{a0}%"]);
    let series = plan.entry(plan.find("andel").unwrap()).indicator().unwrap().series.own().unwrap();
    assert_eq!(series.latest().unwrap().1, Number::parse("72,86").unwrap());
}
