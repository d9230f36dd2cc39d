//! A hearing held by mail and on paper: what is typed is taken in, or told cell by cell; and the gate names what is
//! missing until nothing is.

use super::command::{Files, Plan};
use rust_xlsxwriter::Workbook;

const BLOCKS: &str = r#"{ "format": 1, "version": "horing", "blocks": [
{ "id": "b1", "path": "content/lek.md", "entry": "lek", "kind": "entry", "text": "Lek" },
{ "id": "b2", "path": "content/lek.md", "entry": "lek", "kind": "paragraph", "section": "b1", "text": "=Skolegården er åpen." }
] }"#;
const LATER: &str = r#"{ "format": 1, "version": "vedtatt", "blocks": [
{ "id": "b1", "path": "content/lek.md", "entry": "lek", "kind": "entry", "text": "Lek" },
{ "id": "b3", "path": "content/lek.md", "entry": "lek", "kind": "paragraph", "text": "Skolegården er åpen hver dag." }
] }"#;
const LINEAGE: &str = "[[block]]\nid = \"b2\"\nbecame = [\"b3\"]\n";
const ROUND: &str = "+++\ntittel = \"Våren\"\ntilstand = \"avsluttet\"\nversjon = \"horing\"\nåpner = 2026-01-12\nfrist = 2026-03-02\nspørsmål = [\"Hva mangler?\", \"Hva er bra?\"]\n+++\n\nSi hva du mener.\n";
const SUBMISSIONS: &str = "content/horinger/varen/submissions.jsonl";

fn plan() -> Plan {
    Plan::new()
        .file("lek.md", "+++\ntittel = \"Lek\"\n+++\n\nSkolegården er åpen hver dag.\n")
        .file("horinger/varen/index.md", ROUND)
        .beside("versions/horing/blocks.json", BLOCKS)
        .beside("versions/vedtatt/blocks.json", LATER)
        .beside("versions/vedtatt/lineage.toml", LINEAGE)
}

fn kept(plan: &Plan) -> String {
    std::fs::read_to_string(plan.at(SUBMISSIONS)).unwrap_or_default()
}

#[test]
fn the_template_is_filled_in_and_taken_in() {
    let plan = plan();
    plan.run(&["hearing", "template", "varen"]).succeeds().shows("planverk hearing import varen");
    plan.run(&["hearing", "template", "varen"]).fails_on_the_world().shows("finnes allerede");
    let table = std::fs::read_to_string(plan.at("varen.csv")).unwrap();
    let rows = "1;02.03.2026 14:05;papir;privatperson;Kari;ja;ja;b2;\"Åpent om kvelden også.\nTakk.\";\n\
                ;;;;;;;spørsmål 2;Alt;\n;;;;;;;b1;Godt kapittel;\n;;;;;;;planen;Kort og greit;\n;;;;;;;;Hilsen Kari ⟦x⟧;\n\
                2;2026-03-05;e-post;råd;Ungdomsrådet;ja;;;=1+1;Møtte ikke før\n";
    plan.write("brev.csv", format!("{table}{rows}"));
    plan.run(&["hearing", "import", "varen", "brev.csv"])
        .succeeds()
        .shows("Tok inn 2 svar")
        .shows("s1  Kari (5 ting sagt)");
    let kept_once = kept(&plan);
    let lines: Vec<&str> = kept_once.lines().collect();
    assert_eq!(lines[0], r#"{"format":1,"round":"varen","version":"horing"}"#);
    assert!(lines[1].starts_with(r#"{"id":"s1","received":"2026-03-02T14:05:00+01:00","channel":"paper","respondent":{"kind":"private","name":"Kari","named":true},"consent":true,"state":"received","answers":[{"question":2,"text":"Alt"}],"comments":[{"id":"s1.1","block":"b2","text":"Åpent om kvelden også.\nTakk."},{"id":"s1.2","section":"b1","text":"Godt kapittel"},{"id":"s1.3","text":"Kort og greit"}],"text":"Hilsen Kari [x]","hash":""#), "{}", lines[1]);
    assert!(lines[2].contains(r#""late":"Møtte ikke før","text":"=1+1""#), "{}", lines[2]);
    // The same file once more adds nothing; the same words from another are kept, and told.
    plan.run(&["hearing", "import", "varen", "brev.csv"])
        .succeeds()
        .shows("runden har det allerede, som s2");
    assert_eq!(kept(&plan), kept_once);
    plan.write("epost.toml", "[[submission]]\nreceived = 2026-03-01T08:00:00\nchannel = \"mail\"\nwho = \"council\"\nname = \"Eldrerådet\"\nnamed = true\ntext = \"= 1 + 1\"\n\n[[submission]]\nreceived = \"2026-02-20\"\nchannel = \"møte\"\nwho = \"tjeneste\"\n[[submission.said]]\nabout = \"b2\"\ntext = \"Flere benker\"\n");
    plan.run(&["hearing", "import", "varen", "epost.toml"])
        .succeeds()
        .shows("s3  Eldrerådet (1 ting sagt) – sier det samme som s2")
        .shows("s4");
    assert!(kept(&plan).starts_with(&kept_once));
    // So does a file once more whose words another had sent before.
    let kept_both = kept(&plan);
    plan.run(&["hearing", "import", "varen", "epost.toml"])
        .succeeds()
        .shows("runden har det allerede, som s3");
    assert_eq!(kept(&plan), kept_both);
    assert!(
        kept(&plan)
            .contains(r#""id":"s4","received":"2026-02-20T12:00:00+01:00","channel":"meeting""#)
    );
    plan.build().succeeds();
    plan.write(
        "sent.csv",
        "Svar;Mottatt;Kanal;Hvem;Navn;Tekst\n1;2026-03-09;papir;lag;Korpset;Vi øver\n",
    );
    plan.run(&["hearing", "import", "varen", "sent.csv"])
        .succeeds()
        .shows("s5  Korpset (1 ting sagt) – kom etter fristen: si i feltet late hvorfor");
    plan.build().fails_on_content().shows("late-submission");
}

#[test]
fn the_workbook_of_the_template_names_sheet_and_cell_and_all_or_nothing_is_taken_in() {
    let plan = plan();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Svar").unwrap();
    let header =
        ["Svar", "Mottatt", "Kanal", "Hvem", "Navn", "Vis navn", "Samtykke", "Gjelder", "Tekst"];
    for (column, title) in (0u16..).zip(header) {
        sheet.write(0, column, title).unwrap();
    }
    let rows = [
        ["1", "2026-03-01 10:00", "papir", "lag", "", "nei", "ja", "b2", "God"],
        ["2", "i går", "due", "privatperson", "", "kanskje", "", "b22", "Dårlig"],
        ["3", "", "papir", "råd", "", "", "", "spørsmål 7", "Mangler"],
    ];
    for (row, cells) in (1u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    plan.write("svar.xlsx", book.save_to_buffer().unwrap());
    let ran = plan.run(&["hearing", "import", "varen", "svar.xlsx"]).fails_on_content();
    for told in [
        "ark «Svar», celle B3",
        "«i går» er ikke et tidspunkt",
        "«due» kan ikke stå her, bare nett, e-post, papir, møte",
        "Her står ja eller nei, ikke «kanskje»",
        "har ikke noe avsnitt «b22»",
        "Mente du b2",
        "Det står ikke når svaret kom",
        "Høringen har 2 spørsmål, og ikke noe nummer 7",
        "Ingenting er tatt inn",
    ] {
        assert!(ran.said.contains(told), "«{told}»:\n{}", ran.said);
    }
    assert_eq!(kept(&plan), "");
}

#[test]
fn what_is_no_table_is_told_and_what_is_there_is_left_alone() {
    let plan = plan();
    plan.write("tom.csv", "Hei;hå\n1;2\n");
    plan.run(&["hearing", "import", "varen", "tom.csv"])
        .fails_on_content()
        .shows("Fant ingen tabell");
    plan.write(
        "feil.csv",
        "Svar;Mottatt;Kanal;Hvem;Samtyke;Tekst\n1;2026-02-20;papir;lag;ja;Hei\n",
    );
    plan.run(&["hearing", "import", "varen", "feil.csv"])
        .fails_on_content()
        .shows("Mente du «Samtykke»?");
    plan.run(&["hearing", "import", "hosten", "feil.csv"])
        .fails_on_the_world()
        .shows("Den har: varen");
    // A file that can't be read whole is not written anew: what it holds would be lost.
    plan.write(
        SUBMISSIONS,
        "{\"format\":1,\"round\":\"varen\",\"version\":\"horing\"}\n{\"id\":\n",
    );
    plan.write("god.csv", "Svar;Mottatt;Kanal;Hvem;Tekst\n1;2026-02-20;papir;lag;Hei\n");
    plan.run(&["hearing", "import", "varen", "god.csv"]).fails_on_content().shows("latt i fred");
    assert!(kept(&plan).ends_with("{\"id\":\n"));
    // Nor does anybody know that nothing is missing in it.
    plan.run(&["hearing", "status", "varen"]).fails_on_content().shows("planverk check");
}

#[test]
fn the_gate_names_what_is_missing_until_nothing_is() {
    let plan = plan().file("plan.toml", "title = \"Planen\"\nmunicipality = \"Vik kommune\"\nlanguage = \"nb\"\nstage = \"adopted\"\n");
    let head = "{\"format\":1,\"round\":\"varen\",\"version\":\"horing\"}\n";
    let one = "{\"id\":\"s1\",\"received\":\"2026-03-01T12:00:00+01:00\",\"channel\":\"mail\",\"respondent\":{\"kind\":\"council\",\"name\":\"Eldrerådet\",\"named\":true},\"state\":\"published\",\"comments\":[{\"id\":\"s1.1\",\"block\":\"b2\",\"text\":\"Hver dag\"},{\"id\":\"s1.2\",\"text\":\"Bra\"}]}\n";
    plan.write(SUBMISSIONS, format!("{head}{one}"));
    let status = |code: i32| {
        let ran = plan.run(&["hearing", "status", "varen"]);
        assert_eq!(ran.code, Some(code), "{}", ran.said);
        ran
    };
    status(1).shows("s1.1: ikke vurdert").shows("s1.2: ikke vurdert").shows("(2)");
    plan.build().fails_on_content().shows("unassessed-hearing");
    plan.build_with(&["--force", "x"]).fails_on_the_world().shows("published");
    plan.build_with(&["--force", "Fristen for statstilskudd"]).succeeds();
    let answers = "content/horinger/varen/assessments.toml";
    plan.write(answers, "format = 1\n[[assessment]]\nof = [\"s1.1\"]\nresult = \"tatt til følge\"\n\n[[assessment]]\nof = [\"s1.2\"]\nresult = \"ikke\"\n");
    status(1)
        .shows("hvilken frossen versjon")
        .shows("s1.2: vurderingen mangler begrunnelse")
        .shows("hvor planen er endret");
    plan.write(answers, "format = 1\nversion = \"vedtatt\"\n[[assessment]]\nof = [\"s1.1\"]\nresult = \"tatt til følge\"\nchanged = [\"b1\"]\n\n[[assessment]]\nof = [\"s1.2\"]\nresult = \"ikke\"\nreason = \"Takk\"\n");
    status(1).shows("s1.1: avsnittet b1 sier det samme i begge versjonene").shows("(1)");
    plan.write(answers, "format = 1\nversion = \"vedtatt\"\n[[assessment]]\nof = [\"s1.1\"]\nresult = \"tatt til følge\"\nchanged = [\"b3\"]\n\n[[assessment]]\nof = [\"s1.2\"]\nresult = \"ikke\"\nreason = \"Takk\"\n");
    status(0).shows("Ingenting mangler");
    plan.build().fails_on_content().shows("ikke vurdert");
    plan.write("content/horinger/varen/index.md", ROUND.replace("avsluttet", "vurdert"));
    plan.build().succeeds();
    assert!(!Files::of(&plan.at("public")).0.is_empty());
}

#[test]
fn the_words_that_the_service_gets_have_their_hash() {
    let plan = Plan::example();
    plan.build().succeeds();
    let site = plan.site();
    let targets: serde_json::Value =
        serde_json::from_str(site.text("horinger/varen-2026/targets.json")).unwrap();
    let blocks = targets["blocks"].as_array().unwrap();
    assert!(blocks.len() > 100);
    for block in blocks {
        let words = planverk::contract::normal(block["text"].as_str().unwrap());
        let hash = blake3::hash(words.as_bytes()).to_hex();
        assert_eq!(block["hash"], hash.as_str(), "{}", block["id"]);
    }
}
