//! What some kinds of pages say: the main part of each, read by a person before it was accepted.

use crate::command::{Files, Plan};
use crate::markup::main_of;
use crate::site_walk::assert_resolves;

/// A plan with holes: a goal that nobody measures, figures that are hidden, a journey, a term.
fn site() -> Files {
    let plan = Plan::new()
        .file("index.md", "+++\ntitle = \"Velkommen\"\n+++\nDette er planen.\n")
        .file("1-omrader/index.md", "+++\ntitle = \"Områder\"\n+++\n")
        .file("1-omrader/trygge.md", AREA)
        .file("2-tall/index.md", "+++\ntitle = \"Tall\"\n+++\n")
        .file("2-tall/trivsel.md", INDICATOR)
        .file("2-tall/trivsel.csv", "år;Vik;Landet\n2023;71,5;80,1\n2024;*;81\n2025;:;81,2\n")
        .file("2-tall/ny.md", JOURNEY)
        .file("3-tiltak/index.md", "+++\ntitle = \"Tiltak\"\n+++\n")
        .file("3-tiltak/voksne-ute.md", MEASURE)
        .file("register.toml", REGISTER);
    plan.build().succeeds();
    let site = plan.site();
    assert_resolves(&site);
    site
}

const AREA: &str = "+++
kind = \"development-area\"
title = \"Trygge fellesskap\"
[[goal]]
id = \"hore-til\"
title = \"Alle hører til\"
text = \"Alle barn opplever at de hører til.\"
indicators = [\"trivsel\"]
[[goal]]
id = \"uten-alt\"
title = \"Alle blir hørt\"
text = \"Alle barn blir hørt.\"
+++

Om [[trivsel]] og BTI[^1].

## Alle blir sett {#sett .component}

Hvert barn.

## Kjennetegn {.characteristics}

- Voksne hilser. {audience=ansatte}
- Alle får en fadder. {#fadder audience=all}

[^1]: Se loven.
";

const INDICATOR: &str = "+++
kind = \"indicator\"
title = \"Elever som trives\"
unit = \"%\"
decimals = 1
better = \"higher\"
source = \"kilden\"
data = { file = \"trivsel.csv\" }
target = { value = 90, year = 2029 }
[[finding]]
on = 2026-02-16
assessment = \"watch\"
text = \"Færre trives: [[=2023]].\"
+++

Andelen som trives.
";

const JOURNEY: &str = "+++
kind = \"narrative\"
title = \"Ny i klassen\"
form = \"journey\"
about = \"invented\"
audience = [\"barn\"]
goals = [\"hore-til\"]
[[step]]
title = \"Første dag\"
text = \"Sara kjenner *ingen*.\"
[[step]]
title = \"En måned senere\"
text = \"Nå viser hun en annen rundt.\"
+++

Diktet opp.
";

const MEASURE: &str = "+++
kind = \"measure\"
title = \"Voksne ute\"
goals = [\"hore-til\"]
components = [\"trygge#sett\"]
responsible = [\"rektor\"]
period = { from = \"2026-08\", to = \"2029-06\" }
cost = \"Innenfor rammen\"
[[status]]
on = 2026-06-15
state = \"planned\"
text = \"En plan.\"
[[status]]
on = 2026-08-17
state = \"started\"
text = \"Tatt i bruk.\"
+++

De voksne er ute.
";

const REGISTER: &str = "
[[audience]]
id = \"barn\"
title = \"Barn\"
[[audience]]
id = \"ansatte\"
title = \"Ansatte\"
[[role]]
id = \"rektor\"
title = \"Rektor\"
[[source]]
id = \"kilden\"
title = \"Kilden\"
[[term]]
id = \"ord-bti\"
title = \"Bedre tverrfaglig innsats\"
abbr = \"BTI\"
text = \"En måte å arbeide sammen på.\"
";

#[test]
fn pages_say_what_the_plan_says() {
    let site = site();
    let pages = [
        ("goal_with_holes", "omrader/uten-alt.html"),
        ("area", "omrader/trygge.html"),
        ("indicator_with_hidden_values", "tall/trivsel.html"),
        ("measure", "tiltak/voksne-ute.html"),
        ("journey", "tall/ny.html"),
        ("matrix", "oversikt/sammenheng.html"),
        ("glossary", "oversikt/ordliste.html"),
        ("audience", "malgruppe/barn.html"),
        ("whole_plan", "oversikt/hele-planen.html"),
    ];
    for (name, path) in pages {
        insta::assert_snapshot!(name, main_of(site.text(path)));
    }
}

#[test]
fn a_draft_and_a_plan_whose_time_is_over_say_so_on_every_page() {
    let banner = |settings: &str| {
        let settings =
            format!("title = \"P\"\nmunicipality = \"K\"\nlanguage = \"nb\"\n{settings}");
        let plan = Plan::new()
            .file("plan.toml", settings)
            .file("side.md", "+++\ntitle = \"Side\"\n+++\nTekst.\n");
        plan.build().succeeds();
        let site = plan.site();
        let banner = site.text("side.html").split_once("stage-banner ");
        banner.map_or("", |(_, from)| from.split("</p>").next().unwrap()).to_string()
    };
    let of = |from: i16, to: i16| {
        banner(&format!(
            "period = {{ from = {from}, to = {to} }}\nadopted = {{ by = \"Rådet\" }}\n"
        ))
    };
    assert_eq!(of(2020, 2090), "", "what is in force needs no banner");
    let over = of(2020, 2023);
    assert!(over.starts_with("stage-expired"), "{over}");
    assert!(over.contains("Vedtatt av Rådet. Planperioden 2020–2023 er over"), "{over}");
    let draft = banner("stage = \"draft\"\n");
    assert!(draft.starts_with("stage-draft") && draft.contains("Utkast"), "{draft}");
}

#[test]
fn an_address_that_does_not_fit_its_line_is_broken_after_its_sign() {
    let footer = |email: &str| {
        let settings = format!(
            "title = \"P\"\nmunicipality = \"K\"\nlanguage = \"nb\"\n[contact]\nname = \"Posten\"\nemail = \"{email}\"\n"
        );
        let plan = Plan::new()
            .file("plan.toml", settings)
            .file("side.md", "+++\ntitle = \"Side\"\n+++\nTekst.\n");
        plan.build().succeeds();
        let site = plan.site();
        let link = site.text("side.html").split_once("<a href=\"mailto:").unwrap().1;
        link.split("</a>").next().unwrap().to_string()
    };
    assert_eq!(footer("post@vik.no"), "post@vik.no\">post@<wbr>vik.no");
    assert_eq!(footer("<b>@vik.no"), "&lt;b&gt;@vik.no\">&lt;b&gt;@<wbr>vik.no");
}
