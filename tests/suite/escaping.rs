//! Whatever an author writes, or pastes, stays text: nothing of it runs at the reader's.

use crate::command::{Files, Plan};
use crate::markup::tags;
use crate::pictures::picture;
use crate::site_walk::is_our_script;

/// What stands in every field: markup, an attribute that breaks out, template code.
const EVIL: &str = r#"<script>alert(1)</script>\"><img src=x onerror=alert(1)>' onload='x {{ site }} {% raw %} {{ 7 * 6 }}00 &amp; ]]> -->"#;

/// The same as Markdown, where a backslash before a quote says nothing.
const EVIL_TEXT: &str = r#"<script>alert(1)</script> "><img src=x onerror=alert(1)> ' onload='x {{ site }} {% raw %} {{ 7 * 6 }}00

<iframe src="https://ond.example"></iframe>

<style>body{display:none}</style>

![bilde" onerror="alert(1)](bilde.png "tittel\" onerror=\"alert(1) <script>alert(2)</script>")

En `<script>alert(1)</script>` i kode, en [lenke](https://a.no/"onclick="alert(1) "tittel") og <https://a.no/"onclick="x>.

| <script>a</script> | "b" onclick="x" |
| --- | --- |
| `<script>` | {{ site }} |

```html <script>alert(1)</script>
<script>alert(1)</script>
```

## Overskrift <script>alert(1)</script> {#x"onclick="alert(1)}

- Punkt " onclick="x {#p"onclick="x}

[^n"x]: Note <script>alert(1)</script>

> [!NOTE]
> <script>alert(1)</script>
"#;

/// A plan of every kind, evil in every field that is shown.
fn evil() -> Plan {
    let page = |fields: &str| format!("+++\n{fields}\n+++\n{EVIL_TEXT}");
    let fill = |text: &str| text.replace('§', EVIL);
    let plan = Plan::new()
        .file("plan.toml", fill(
            "title = \"§\"\nmunicipality = \"§\"\nlanguage = \"nb\"\nscope = \"§\"\n\
             adopted = { by = \"§\", on = 2026-01-01, case = \"§\", text = \"Ord §\" }\n\
             [contact]\nname = \"§\"\naddress = \"§\"\nphone = \"§\"\n\
             [terms]\nmål = { en = \"§\", den = \"§\", flere = \"§\", alle = \"§\" }\n",
        ))
        .file("bilde.png", picture(40, 30))
        .file("index.md", page(&fill("title = \"§\"")))
        .file("a/index.md", page(&fill("title = \"A §\"")))
        .file("a/side.md", page(&fill("title = \"S §\"\nid = \"side\"")))
        .file("a/omrade.md", page(&fill("kind = \"development-area\"\nid = \"o\"\ntitle = \"O §\"")))
        .file("a/fortelling.md", page(&fill(
            "kind = \"narrative\"\nform = \"journey\"\nabout = \"invented\"\nid = \"f\"\ntitle = \"F §\"\nparticipants = \"§\"\n\
             [[step]]\ntitle = \"§\"\ntext = \"Ord §\"",
        )))
        .file("a/rapport.md", page(&fill(
            "kind = \"report\"\nid = \"rap\"\ntitle = \"R §\"\nas_of = 2026-01-01\nauthor = \"§\"\n\
             [[group]]\ntitle = \"§\"\nnote = \"§\"\nmembers = [{ who = \"§\", count = 2 }]",
        )))
        .file("a/nytt.md", page(&fill("kind = \"article\"\nid = \"n\"\ntitle = \"N §\"\npublished = 2026-01-01\nauthor = \"§\"")))
        .file("a/horing.md", page(&fill(
            "kind = \"hearing\"\nid = \"h\"\ntitle = \"H §\"\nopens = 2026-01-01\ncloses = 2026-04-01\nstate = \"planned\"\ncase = \"§\"\ninvited = [\"§\"]\nquestions = [\"§\"]",
        )));
    plan.file("register.toml", fill(REGISTER))
}

const REGISTER: &str = r#"
[[goal]]
id = "m"
title = "§"
area = "o"
text = "Ord §"
indicators = ["i"]
[[indicator]]
id = "i"
title = "I §"
unit = "§"
source = { id = "k", edition = "§" }
series = { "§" = { 2024 = 1, 2025 = 2 }, "Landet §" = { 2025 = 3 } }
text = "Ord §"
[[indicator.finding]]
on = 2026-01-01
text = "Ord §"
[[measure]]
id = "t"
title = "T §"
goals = ["m"]
responsible = ["r"]
cost = "§"
text = "Ord §"
decision = { by = "§", case = "§" }
[[measure.status]]
on = 2026-01-01
state = "started"
text = "Ord §"
[[role]]
id = "r"
title = "Rolle §"
text = "Ord §"
[[event]]
id = "e"
title = "E §"
months = [3]
text = "Ord §"
[[value]]
id = "v"
title = "V §"
statement = "§"
[[quality-tool]]
id = "q"
title = "Q §"
field = "fag"
[[field]]
id = "fag"
title = "Fag §"
[[audience]]
id = "barn"
title = "Barn §"
[[service]]
id = "tj"
title = "Tj §"
field = "fag"
url = "https://a.no/\"onclick=\"x<script>"
[[source]]
id = "k"
title = "K §"
author = "§"
url = "https://a.no/\"><script>alert(1)</script>"
[[reference]]
id = "ref"
title = "Ref §"
level = "law"
short = "§"
author = "§"
[[term]]
id = "ord"
title = "Ord §"
abbr = "EVL"
text = "Ord §"
[[attachment]]
id = "ved"
title = "Ved §"
file = "bilde.png"
about = "§"
"#;

/// A page without its block of data, which is one piece of JSON that nothing in it can end.
fn without_data(path: &str, page: &str) -> String {
    let begins = "<script type=\"application/ld+json\">";
    let Some((before, rest)) = page.split_once(begins) else { return page.to_string() };
    let (data, after) = rest.split_once("</script>").expect("a block of data ends");
    assert!(!data.contains(['<', '>', '&']), "{path}: {data}");
    serde_json::from_str::<serde_json::Value>(data)
        .unwrap_or_else(|error| panic!("{path}: {error}"));
    format!("{before}{after}")
}

/// Fails where a page holds a tag or an attribute that no template writes, or code that was run.
fn assert_tame(site: &Files) {
    let allowed = ["http:", "https:", "mailto:", "tel:"];
    for (path, page) in site.pages() {
        let page = &without_data(path, page);
        let scripts = tags(page).iter().filter(|tag| is_our_script(tag)).count();
        assert_eq!(page.to_lowercase().matches("<script").count(), scripts, "{path} has a script");
        assert!(!page.contains("4200"), "{path}: a text was run as a template");
        for tag in tags(page) {
            let is_refused = ["script", "iframe", "style", "object"].contains(&tag.name.as_str());
            assert!(!is_refused || is_our_script(&tag), "{path}: {tag:?}");
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on") && name != "style", "{path}: {tag:?}");
                let is_address = ["href", "src", "action", "cite"].contains(&name.as_str());
                let (scheme, _) = value.split_once(':').unwrap_or_default();
                let is_relative = scheme.is_empty() || scheme.contains(['/', '#', '.', '?']);
                let is_fine = is_relative || allowed.contains(&format!("{scheme}:").as_str());
                assert!(!is_address || is_fine, "{path}: {tag:?}");
            }
        }
    }
}

#[test]
fn what_is_written_in_any_field_stays_text() {
    let plan = evil();
    plan.build().succeeds();
    let site = plan.site();
    assert_tame(&site);
    let shown = "&lt;script&gt;alert(1)&lt;/script&gt;";
    for path in ["index.html", "a/side.html", "a/o.html", "a/f.html", "oversikt/hele-planen.html"] {
        assert!(site.text(path).contains(shown), "{path}");
    }
    assert!(site.text("a/side.html").contains("{{ site }}"));
}

#[test]
fn links_that_run_are_refused_and_never_written() {
    let links = [
        "[a](javascript:alert(1))",
        "[a](JavaScript:alert(1))",
        "[a](java&#10;script:alert(1))",
        "[a](&#1;javascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:x)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![a](javascript:alert(1))",
        "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
        "[[javascript:alert(1)]]",
    ];
    for link in links {
        let plan = Plan::new().file("side.md", format!("+++\ntitle = \"S\"\n+++\n{link}\n"));
        let ran = plan.build();
        assert!(ran.code == Some(1) || ran.code == Some(0), "{link}: {}", ran.said);
        assert!(ran.code == Some(1) || !ran.said.contains("unsafe-link"), "{link}");
        assert_tame(&plan.site());
    }
    for field in [
        "[[source]]\nid = \"k\"\ntitle = \"K\"",
        "[[service]]\nid = \"k\"\ntitle = \"K\"",
        "[[reference]]\nid = \"k\"\nlevel = \"law\"\ntitle = \"K\"",
    ] {
        for url in
            ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//ond.example"]
        {
            let plan = Plan::new().file("r.toml", format!("{field}\nurl = \"{url}\"\n"));
            plan.build();
            assert_tame(&plan.site());
        }
    }
    let settings = "title = \"P\"\nmunicipality = \"V\"\nlanguage = \"nb\"\nurl = \"javascript:alert(1)\"\n[contact]\nurl = \"javascript:alert(1)\"\nemail = \"a@b.no?bcc=\\\"onclick=x\"\n";
    let plan = Plan::new().file("plan.toml", settings);
    plan.build();
    assert_tame(&plan.site());
}

#[test]
fn pictures_that_run_are_refused() {
    let pictures = [
        "<svg><script>x</script></svg>",
        "<svg onload=\"x\"/>",
        "<svg\nonload=\"x\"/>",
        "<svg><a href=\" javascript:x\"/></svg>",
    ];
    for picture in pictures {
        let plan = Plan::new().file("b.svg", picture);
        let plan = plan.file("side.md", "+++\ntitle = \"S\"\n+++\n![Bilde](b.svg)\n");
        plan.build().fails_on_content().shows("unsafe-file");
    }
}

#[test]
fn names_of_files_stay_names() {
    let plan = Plan::new()
        .file("a <b>\"c' & {{ d }}.md", "+++\ntitle = \"S\"\n+++\nHei.\n")
        .file("b #1%20?.png", picture(40, 30))
        .file("c.md", "+++\ntitle = \"C\"\n+++\n![B](<b #1%20?.png>) ![B](b%20%231%2520%3F.png)\n");
    let ran = plan.build();
    assert!(ran.code == Some(0) || ran.code == Some(1), "{}", ran.said);
    assert_tame(&plan.site());
    if ran.code == Some(0) {
        crate::site_walk::assert_resolves(&plan.site());
    }
}
