//! The command line is a promise to those who use it: what it takes, what it says, how it ends.

use crate::command::{Plan, planverk};
use std::io::Write;
use std::process::Stdio;

/// A plan with a little of each: two mistakes, one of them beside letters of more than a byte, and advice.
fn wrong() -> Plan {
    Plan::new()
        .file("trivsel.md", "+++\ntitle = \"Å trives\"\n+++\n🙂 Å se [[trisvel]] er BRA, sier [her](https://a.no).\n")
        .file("tiltak.toml", "[[tiltak]]\nid = \"kurs\"\ntitle = \"Kurs\"\nmål = []\ntilstnd = \"pågår\"\n")
}

#[test]
fn the_reference() {
    let plan = Plan::empty();
    let help = |arguments: &[&str]| plan.run(arguments).succeeds().output;
    insta::assert_snapshot!("help", help(&["--help"]));
    for command in [
        "new", "build", "check", "serve", "freeze", "versions", "lineage", "diff", "data",
        "explain",
    ] {
        insta::assert_snapshot!(format!("help_{command}"), help(&[command, "--help"]));
    }
    #[cfg(feature = "hearing")]
    insta::assert_snapshot!("help_hearing", help(&["hearing", "--help"]));
    assert!(help(&["--version"]).starts_with("planverk "));
}

#[test]
fn the_rules() {
    let plan = Plan::empty();
    let explained = |arguments: &[&str]| plan.run(arguments).succeeds().output;
    insta::assert_snapshot!("explain_nb", explained(&["explain"]));
    insta::assert_snapshot!("explain_en", explained(&["explain", "--lang", "en"]));
    insta::assert_snapshot!("explain_one", explained(&["explain", "unknown-reference"]));
    insta::assert_snapshot!("explain_one_en", explained(&["explain", "todo", "--lang", "en"]));
}

#[test]
fn what_is_wrong_is_told_to_people() {
    insta::assert_snapshot!(wrong().check_with(&[]).fails_on_content().output);
}

#[test]
fn what_is_wrong_is_told_to_people_in_english() {
    insta::assert_snapshot!(wrong().check_with(&["--lang", "en"]).fails_on_content().output);
}

#[test]
fn what_is_wrong_is_told_to_github() {
    insta::assert_snapshot!(wrong().check_with(&["--format", "github"]).fails_on_content().output);
}

#[test]
fn what_is_wrong_is_told_to_programs() {
    let told = wrong().check_with(&["--format", "json"]).fails_on_content().output;
    let read: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(read.is_object() || read.is_array());
    insta::assert_snapshot!(told);
}

#[test]
fn a_good_plan_is_told_in_every_form() {
    let plan = Plan::new().file("side.md", "+++\ntitle = \"Side\"\n+++\nHei.\n");
    plan.check_with(&["--strict"]).succeeds().shows("Ingenting å rette.");
    assert_eq!(plan.check_with(&["--format", "github"]).succeeds().output, "");
    let told = plan.check_with(&["--format", "json"]).succeeds().output;
    serde_json::from_str::<serde_json::Value>(&told).unwrap();
}

#[test]
fn advice_stops_only_who_asks_for_it() {
    let plan = Plan::new().file("side.md", "+++\ntitle = \"Side\"\n+++\n> [!TODO]\n> Mer her.\n");
    plan.check_with(&[]).succeeds().shows("0 feil og 1 råd");
    plan.check_with(&["--strict"]).fails_on_content();
    plan.check_with(&["--strict", "--format", "json"]).fails_on_content().shows("\"todo\"");
    plan.build_with(&["--strict"]).fails_on_content().shows("Ingenting ble skrevet.");
    assert!(!plan.at("public").exists());
    plan.build().succeeds().shows("1 råd");
    let before = plan.site();
    plan.build_with(&["--strict"]).fails_on_content();
    plan.site().is_same_as(&before);
}

#[test]
fn a_kept_note_tells_the_advice_again() {
    let plan = Plan::new().file("side.md", "+++\ntitle = \"Side\"\n+++\n> [!TODO]\n> Mer her.\n");
    plan.build().succeeds().shows("råd[todo]");
    plan.build().succeeds().shows("råd[todo]").shows("ingenting er endret");
}

#[test]
fn colours_are_for_terminals() {
    assert!(!wrong().check_with(&[]).output.contains('\x1b'));
}

#[test]
fn a_reader_that_has_heard_enough_is_no_failure() {
    let plan = Plan::new().file("side.md", "+++\ntitle = \"Side\"\n+++\nHei.\n");
    for arguments in [&["explain"][..], &["check"], &["build"], &["--help"], &["new", "ny"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = planverk(arguments);
        let child = command.current_dir(plan.at("")).stdout(writer).stderr(Stdio::piped());
        let ended = child.spawn().unwrap().wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success() && said.is_empty(), "{arguments:?}: {said}");
    }
    assert!(plan.at("public/side.html").exists());
    std::io::stdout().flush().unwrap();
}

#[test]
fn a_plan_gives_the_terminal_no_orders() {
    let orders = "\\u001b[31m \\u009b2J \\u202e \\u2066 \\n";
    let settings =
        format!("title = \"Prøve {orders}\"\nmunicipality = \"{orders}vik\"\nlanguage = \"nb\"\n");
    let plan = Plan::new()
        .file("plan.toml", settings)
        .beside("tall.csv", "År;\u{1b}[31m\u{202e}\n2025;1\n");
    let commands: [&[&str]; 6] = [
        &["build", "."],
        &["freeze", "v1", "."],
        &["versions", "."],
        &["diff", "v1", ".", "."],
        &["data", "show", "tall.csv"],
        &["build", "\u{1b}[31m\u{202e}"],
    ];
    for command in commands {
        let said = plan.run(command).said;
        assert!(!said.is_empty(), "{command:?}");
        let order = said.chars().find(|letter| {
            letter.is_control() && *letter != '\n' || planverk::text::turns(*letter)
        });
        assert_eq!(order, None, "{command:?}: {said:?}");
    }
}
