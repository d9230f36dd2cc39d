//! `planverk lineage` at a terminal: it asks, takes answers and corrections, and keeps each one as it is given. Through
//! a pipe it only tells.

use crate::command::{PLANVERK, Plan};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::process::{Child, Command};

/// What ends the input at a terminal.
const END: &str = "\u{4}";

/// The program in a terminal.
struct Talk {
    terminal: File,
    child: Child,
    said: String,
}

impl Talk {
    fn begin(plan: &Plan, arguments: &[&str]) -> Talk {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&terminal).unwrap();
        unlockpt(&terminal).unwrap();
        let name = ptsname(&terminal, Vec::new()).unwrap();
        let end = OpenOptions::new().read(true).write(true).open(name.to_str().unwrap()).unwrap();
        let mut command = Command::new(PLANVERK);
        command.args(arguments).current_dir(plan.at(".")).stdin(end.try_clone().unwrap());
        command.stdout(end.try_clone().unwrap()).stderr(end);
        let child = command.spawn().unwrap();
        Talk { terminal: File::from(terminal), child, said: String::new() }
    }

    /// Waits for a prompt, and answers it.
    fn answer(&mut self, line: &str) -> &mut Talk {
        self.said.clear();
        while !self.said.ends_with("slutte: ") {
            assert!(self.read(), "no prompt after: {}", self.said);
        }
        let line = if line == END { line.to_string() } else { format!("{line}\n") };
        self.terminal.write_all(line.as_bytes()).unwrap();
        self
    }

    /// All that is said until it ends, and how it ends.
    fn ends(mut self) -> (String, Option<i32>) {
        self.said.clear();
        while self.read() {}
        (self.said, self.child.wait().unwrap().code())
    }

    /// Reads some; whether there was any. A terminal that nobody writes to any more can't be read.
    fn read(&mut self) -> bool {
        let mut some = [0; 1];
        let mut letter = Vec::new();
        while std::str::from_utf8(&letter).is_err() || letter.is_empty() {
            match self.terminal.read(&mut some) {
                Ok(1..) => letter.push(some[0]),
                _ => return false,
            }
        }
        self.said.push_str(&String::from_utf8(letter).unwrap());
        true
    }
}

/// A plan frozen twice, with three paragraphs that nobody can tell the fate of.
fn plan() -> Plan {
    let text = |paragraphs: [&str; 4]| {
        format!("+++\ntittel = \"Lek\"\n+++\n\n{}\n", paragraphs.join("\n\n"))
    };
    let plan = Plan::new().file(
        "lek.md",
        text([
            "Skolegården er åpen etter skoletid hver eneste dag i uka.",
            "En voksen er ute i alle friminutt, sommer som vinter.",
            "Kommunen kjøper inn flere sykler til barnehagene i år.",
            "Elevrådet bestemmer selv over en del av pengene.",
        ]),
    );
    plan.run(&["freeze", "en", ".", "--date", "2026-01-10"]).succeeds();
    plan.write(
        "content/lek.md",
        text([
            "Foreldre blir spurt før skolen legger om timeplanen.",
            "Biblioteket holder oppe til klokka ni på torsdager.",
            "Kulturskolen tar imot alle som søker innen fristen.",
            "Elevrådet bestemmer selv over en del av pengene.",
        ]),
    );
    plan.run(&["freeze", "to", ".", "--date", "2026-02-10"]).succeeds().shows("3 må du si noe om");
    plan
}

fn lineage(plan: &Plan) -> String {
    std::fs::read_to_string(plan.at("versions/to/lineage.toml")).unwrap()
}

#[test]
fn doubts_are_asked_about_and_each_answer_is_kept_as_it_is_given() {
    let plan = plan();
    let mut talk = Talk::begin(&plan, &["lineage", "to"]);
    talk.answer("b99");
    assert!(talk.said.contains("(1/3)"), "{}", talk.said);
    talk.answer("-");
    assert!(talk.said.contains("versjonen har ikke noe avsnitt «b99»"), "{}", talk.said);
    talk.answer("b6, b7");
    assert!(talk.said.contains("skriv hvorfor etter streken"), "{}", talk.said);
    talk.answer("- Syklene er kjøpt \"inn\".");
    assert!(lineage(&plan).contains("how = \"split\"\nbecame = [\"b6\", \"b7\"]\n"));
    talk.answer(END);
    let (said, code) = talk.ends();
    assert!(said.contains("1 gjenstår til senere."), "{said}");
    assert_eq!(code, Some(0));
    let kept = lineage(&plan);
    assert!(kept.contains("gone = 'Syklene er kjøpt \"inn\".'\n"), "{kept}");
    assert_eq!(kept.matches("\nsure = false").count(), 1, "{kept}");

    // What is left is asked about the next time, and nothing is asked when all is said.
    let mut talk = Talk::begin(&plan, &["lineage", "to"]);
    talk.answer("q");
    assert!(talk.said.contains("(1/1)"), "{}", talk.said);
    assert!(talk.ends().0.contains("1 gjenstår til senere."));
    let mut talk = Talk::begin(&plan, &["lineage", "to"]);
    talk.answer("");
    assert!(talk.ends().0.contains("1 gjenstår til senere."));
    let mut talk = Talk::begin(&plan, &["lineage", "to", "--lang", "nb"]);
    talk.answer("- Borte");
    assert!(talk.ends().0.contains("Ikke mer å spørre om."));
    let (said, code) = Talk::begin(&plan, &["lineage", "to"]).ends();
    assert!(said.contains("Ikke mer å spørre om.") && !said.contains("slutte:"), "{said}");
    assert_eq!(code, Some(0));
    plan.build().succeeds();
}

#[test]
fn through_a_pipe_it_tells_and_asks_nothing() {
    let plan = plan();
    let before = lineage(&plan);
    plan.run(&["lineage", "to"])
        .succeeds()
        .shows("3 avsnitt, 3 i tvil. Svar i en terminal, eller rett versions/to/lineage.toml.");
    assert_eq!(lineage(&plan), before);
    plan.run(&["lineage", "tå"]).fails_on_the_world().shows("to");
}
