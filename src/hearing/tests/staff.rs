//! What moderators do, several at once.

use super::*;
use crate::hearing::export;
use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};

#[tokio::test]
async fn of_two_moderators_the_later_is_told() {
    let town = Town::new();
    town.send(UUID, &[("text", "Ring Kari Nordmann på 99 88 77 66."), ("consent", "1")]).await;
    let (kari, kari_token) = town.sign_in("kari", Role::Moderator).await;
    let (ola, ola_token) = town.sign_in("ola", Role::Moderator).await;
    let path = "/intern/sladd/horing-2027/1";
    let redact = |token| {
        [
            ("token", token),
            ("version", "1"),
            ("phrases", "kari nordmann\r\n99 88 77 66"),
            ("reason", "navn"),
            ("do", "redact"),
        ]
    };
    let done = town.post(path, &redact(&kari_token), &kari).await;
    assert!(
        done.text.contains("Det er gjort")
            && done.text.contains("<mark class=\"hearing-out\">navn</mark>"),
        "{}",
        done.text
    );
    let publish = [("token", ola_token.as_str()), ("version", "1"), ("do", "publish")];
    let late = town.post("/intern/svar/horing-2027/1", &publish, &ola).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text.contains("En annen rakk det først"));
    let assess = |version, reason| {
        [
            ("token", ola_token.as_str()),
            ("item", "s1"),
            ("version-s1", version),
            ("result", "not"),
            ("reason", reason),
        ]
    };
    let first = town.post("/intern/vurdering", &assess("0", "Nei, fordi."), &ola).await;
    assert!(first.text.contains("Det er gjort"), "{}", first.text);
    let second = town.post("/intern/vurdering", &assess("0", "Likevel."), &ola).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    export::export(&town.app.config).unwrap();
    let folder = town.folder.path().join("content/horinger/01-horing-2027");
    let submissions = std::fs::read_to_string(folder.join("submissions.jsonl")).unwrap();
    assert!(
        submissions.contains("Ring ⟦navn⟧ på ⟦navn⟧.") && !submissions.contains("salt"),
        "{submissions}"
    );
    let assessments = std::fs::read_to_string(folder.join("assessments.toml")).unwrap();
    assert!(
        assessments.contains("reason = \"Nei, fordi.\"") && assessments.contains("[\"s1\"]"),
        "{assessments}"
    );
}

#[tokio::test]
async fn a_comment_stands_beside_the_text_as_heard_and_as_it_is_now() {
    let town = Town::new();
    let on = [("on", "b4"), ("comment", "Én er lite."), ("on", "b5"), ("comment", "Bra.")];
    let more = [("on", "b2"), ("comment", "Ja."), ("on", "b3"), ("comment", "Tydelig.")];
    town.send(UUID, &[&on[..], &more, &[("consent", "1")]].concat()).await;
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    let page = town.get("/intern/svar/horing-2027/1", &cookie).await.text;
    let text: String =
        page.replace("<span class=\"visually-hidden\">", "[").replace("</span>", "]");
    for seen in [
        "Alle skoler har en voksen i hvert friminutt",
        "<del>[tatt ut: ]en voksen[ slutt på tatt ut. ]</del><ins>[satt inn: ]to voksne[ slutt på satt inn. ]</ins>",
        "<strong>Nå:</strong> Tatt ut av planen. Spurt om to ganger",
        "<strong>Nå:</strong> Uendret.",
        "<strong>Nå:</strong> 2 av 3 avsnitt er endret.",
        "href=\"/versjoner/utkast-1/endringer.html#b4\"",
        "Fryst som b9",
    ] {
        assert!(text.contains(seen), "{seen}\n{text}");
    }
    let publish = [("token", token.as_str()), ("version", "1"), ("do", "publish")];
    town.post("/intern/svar/horing-2027/1", &publish, &cookie).await;
    let assess = town.get("/intern/vurdering", &cookie).await.text;
    assert!(assess.contains("Tatt ut av planen. Spurt om to ganger"), "{assess}");
    // Citizens read what was heard, and nothing of what staff see.
    assert!(!town.get(&format!("{FORM}?on=b4"), "").await.text.contains("to voksne"));
}

#[tokio::test]
async fn a_round_is_fetched_as_a_table_without_formulas() {
    let town = Town::new();
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    let formula = "=HYPERLINK(\"http://x\";\"y\")";
    town.send(UUID, &[("on", "b4"), ("comment", formula), ("text", "@a\r\nb"), ("consent", "1")])
        .await;
    town.send(&UUID.replace("3b", "4b"), &[("text", "Ikke behandlet"), ("name", "+47 99")]).await;
    let publish = [("token", token.as_str()), ("version", "1"), ("do", "publish")];
    town.post("/intern/svar/horing-2027/1", &publish, &cookie).await;
    let assess = [("token", token.as_str()), ("item", "s1"), ("version-s1", "0")];
    let more = [("result", "not"), ("reason", "-1+1")];
    town.post("/intern/vurdering", &[&assess[..], &more].concat(), &cookie).await;
    let csv = town.get("/intern/fil/horing-2027/innspill.csv", &cookie).await;
    assert_eq!(
        csv.headers[header::CONTENT_DISPOSITION],
        "attachment; filename=\"horing-2027.csv\""
    );
    assert_eq!(csv.headers[header::CACHE_CONTROL], "no-store");
    for cell in ["\"'=HYPERLINK(\"\"http", "\"'@a\nb\"", ";'+47 99;", ";'-1+1;", ";Ikke behandlet;"]
    {
        assert!(csv.text.contains(cell), "{cell}\n{}", csv.text);
    }
    assert_eq!(csv.text.matches("\r\n").count(), 4, "{}", csv.text);
    let json = town.get("/intern/fil/horing-2027/innspill.json", &cookie).await.text;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["submissions"][0]["said"][0]["text"], formula);
    assert_eq!(json["submissions"][0]["said"][1]["assessment"]["result"], "not");
    assert_eq!(town.get("/intern/fil/horing-2027/innspill.doc", &cookie).await.status, 404);
    assert_eq!(town.get("/intern/fil/borte/innspill.csv", &cookie).await.status, 404);
}

/// Texts that a spreadsheet would count with, call a program by, or break at, if they were not words.
const HOSTILE: [&str; 12] = [
    "=1+1",
    "=HYPERLINK(\"http://x.example\";\"Klikk\")",
    "=cmd|' /C calc'!A0",
    "+47 99 88 77 66",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r\n=1+1",
    "=WEBSERVICE(\"http://x.example\")",
    "<b>]]></b>&amp;_x000D_",
    "a\u{1}b\u{fffe}",
    "\u{feff}=1+1",
];

#[tokio::test]
async fn a_workbook_holds_every_text_as_text() {
    let town = Town::new();
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    for (place, hostile) in HOSTILE.into_iter().enumerate() {
        let uuid = format!("00000000-0000-4000-8000-{place:012}");
        let fields = [("on", "b4"), ("comment", hostile), ("answer", hostile), ("text", hostile)];
        let who = [("name", hostile), ("named", "1"), ("consent", "1")];
        let sent = town.send(&uuid, &[&fields[..], &who].concat()).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
        let number = (place + 1).to_string();
        let path = format!("/intern/svar/horing-2027/{number}");
        let publish = [("token", token.as_str()), ("version", "1"), ("do", "publish")];
        let decided = town.post(&path, &publish, &cookie).await;
        assert!(decided.text.contains("Det er gjort"), "{}", decided.text);
        let version = format!("version-s{number}");
        let item = format!("s{number}");
        let assess = [("token", token.as_str()), ("item", &item), (&version, "0")];
        let more = [("result", "not"), ("reason", hostile)];
        town.post("/intern/vurdering", &[&assess[..], &more].concat(), &cookie).await;
    }
    let got = town.get("/intern/fil/horing-2027/innspill.xlsx", &cookie).await;
    assert_eq!(
        got.headers[header::CONTENT_DISPOSITION],
        "attachment; filename=\"horing-2027.xlsx\""
    );
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(got.bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).unwrap();
    assert!(formulas.used_cells().next().is_none(), "{formulas:?}");
    let sheet = book.worksheet_range(&name).unwrap();
    assert!(sheet.used_cells().all(|(.., cell)| matches!(cell, Data::String(_))), "{sheet:?}");
    // A title, and for each of the texts a comment, an answer and a free text.
    assert_eq!(sheet.height(), 1 + 3 * HOSTILE.len());
    let texts: Vec<&str> = sheet.used_cells().filter_map(|(.., cell)| cell.get_string()).collect();
    for hostile in HOSTILE {
        let kept = crate::contract::hearing::clean(hostile);
        let held = texts.iter().filter(|text| **text == kept).count();
        assert!(held >= 3, "{hostile:?} as {kept:?} stands {held} times");
    }
}

#[tokio::test]
async fn what_is_to_be_assessed_comes_a_hundred_at_a_time() {
    let town = Town::new();
    let (cookie, token) = town.sign_in("kari", Role::Moderator).await;
    for number in 1..=6 {
        let comments: Vec<(&str, &str)> =
            std::iter::repeat_n([("on", "b4"), ("comment", "Én er lite.")], 40).flatten().collect();
        let uuid = format!("00000000-0000-4000-8000-{number:012}");
        town.send(&uuid, &[&comments[..], &[("consent", "1")]].concat()).await;
        let publish = [("token", token.as_str()), ("version", "1"), ("do", "publish")];
        town.post(&format!("/intern/svar/horing-2027/{number}"), &publish, &cookie).await;
    }
    let shown = |page: &str| page.matches("class=\"hearing-tick\"").count();
    let first = town.get("/intern/vurdering", &cookie).await.text;
    assert!(first.contains("240 / 240"), "{first}");
    let next = "/intern/vurdering?round=horing-2027&amp;show=&amp;of=&amp;after=s3.20";
    assert!(shown(&first) == 100 && first.contains(next), "{first}");
    let last = town.get("/intern/vurdering?after=s5.40", &cookie).await.text;
    assert!(shown(&last) == 40 && !last.contains("after=s6") && last.contains("s6.40"), "{last}");
    // All forty are answered at once, and the page that is left is the first.
    let ids: Vec<String> = (1..=40).map(|place| format!("s6.{place}")).collect();
    let versions: Vec<String> = ids.iter().map(|id| format!("version-{id}")).collect();
    let mut fields =
        vec![("token", token.as_str()), ("after", "s5.40"), ("result", "not"), ("reason", "Nei.")];
    fields.extend(ids.iter().map(|id| ("item", id.as_str())));
    fields.extend(versions.iter().map(|version| (version.as_str(), "0")));
    let done = town.post("/intern/vurdering", &fields, &cookie).await.text;
    assert!(done.contains("200 / 240") && shown(&done) == 100 && done.contains("s1.1"), "{done}");
    let of = town.get("/intern/vurdering?of=s6", &cookie).await.text;
    assert_eq!(shown(&of), 40);
    // What another assesses meanwhile passes nothing over.
    let mut fields = vec![("token", token.as_str()), ("result", "not"), ("reason", "Nei.")];
    fields.extend([
        ("item", "s1.1"),
        ("version-s1.1", "0"),
        ("item", "s3.20"),
        ("version-s3.20", "0"),
    ]);
    town.post("/intern/vurdering", &fields, &cookie).await;
    let second = town.get("/intern/vurdering?after=s3.20", &cookie).await.text;
    assert!(shown(&second) == 100 && second.contains("s3.21"), "{second}");
}
