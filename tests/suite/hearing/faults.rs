//! What the world does to the service: a disk that takes no more, few file handles, an answer that nobody reads, a
//! stop in the middle, bytes that were turned over.

use super::{Running, SETTINGS, TARGETS, between, get, plan, post};
use crate::command::{Plan, planverk};
use std::io::Write;
use std::net::TcpStream;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

const FORM: &str = "/horing/horing-2027/svar";

/// The service under a limit of the shell's: `-n 64`.
fn limited(limit: &str) -> Command {
    let mut command = Command::new("sh");
    let program = planverk(&[]).get_program().to_os_string();
    let script = format!("ulimit {limit}; exec \"$0\" hearing serve");
    command.arg("-c").arg(script).arg(program);
    command
}

fn token(address: &str) -> String {
    let form = get(address, FORM).unwrap();
    between(&form, "name=\"token\" value=\"", "\"").unwrap().to_string()
}

/// Sends a submission; the status and the code of the answer.
fn send(address: &str, token: &str, number: u64, text: &str) -> Option<(String, Option<String>)> {
    let body = body(token, number, text);
    let answer = post(address, FORM, &body)?;
    let code = between(&answer, "hearing-code-value\">", "<").map(str::to_string);
    Some((answer, code))
}

fn body(token: &str, number: u64, text: &str) -> String {
    format!(
        "token={token}&uuid=00000000-0000-4000-8000-{number:012x}&text=nr+{number}.+{text}&do=send"
    )
}

fn shows(address: &str, code: &str, number: u64) -> bool {
    let mine = post(address, "/horing/mitt", &format!("code={code}&do=show")).unwrap();
    mine.contains(&format!("nr {number}."))
}

#[test]
fn a_disk_that_takes_no_more_costs_nothing_that_was_answered() {
    let plan = plan();
    // No file may become larger than about a megabyte.
    let running = Running::by(&plan, &mut limited("-f 2000"));
    let token = token(&running.address);
    let text = "x".repeat(9_000);
    let (mut kept, mut refused) = (Vec::new(), 0);
    for number in 0..400 {
        let (answer, code) = send(&running.address, &token, number, &text).unwrap();
        match code {
            Some(code) => kept.push((number, code)),
            None => {
                assert!(answer.starts_with("HTTP/1.1 503") && answer.contains(&text), "{answer}");
                refused += 1;
            }
        }
        if refused == 5 {
            break;
        }
    }
    assert!(refused == 5 && kept.len() > 5, "{refused} refused, {} kept", kept.len());
    // It goes on answering, and reads what it has.
    assert!(get(&running.address, FORM).is_some());
    assert!(kept.iter().all(|(number, code)| shows(&running.address, code, *number)));
    running.kill();
    let running = Running::start(&plan);
    let (answer, code) = send(&running.address, &token, 999, "etterpå").unwrap();
    assert!(code.is_some(), "{answer}");
    assert!(kept.iter().all(|(number, code)| shows(&running.address, code, *number)));
    running.kill();
    plan.run(&["hearing", "verify"]).succeeds();
}

#[test]
fn with_few_file_handles_others_are_answered_when_some_have_gone() {
    let plan = plan();
    let running = Running::by(&plan, &mut limited("-n 64"));
    let token = token(&running.address);
    let held: Vec<TcpStream> =
        (0..200).filter_map(|_| TcpStream::connect(&running.address).ok()).collect();
    assert!(held.len() > 100);
    drop(held);
    let code = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        send(&running.address, &token, 1, "x")?.1
    });
    assert!(shows(&running.address, &code.unwrap(), 1));
    running.kill();
}

#[test]
fn who_never_read_the_answer_gets_it_when_asking_again() {
    let plan = plan();
    let running = Running::start(&plan);
    let token = token(&running.address);
    let body = body(&token, 7, "en gang");
    for _ in 0..20 {
        let mut stream = TcpStream::connect(&running.address).unwrap();
        let request = format!(
            "POST {FORM} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
    }
    let code = send(&running.address, &token, 7, "en gang").unwrap().1.unwrap();
    assert!(shows(&running.address, &code, 7));
    running.kill();
    let verified = plan.run(&["hearing", "verify", "--lang", "en"]).succeeds().output;
    assert!(verified.contains(" 1 submissions"), "{verified}");
}

#[test]
fn a_stop_in_the_middle_is_calm() {
    let plan = plan();
    let running = Running::start(&plan);
    let token = token(&running.address);
    let (next, stopping) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
    let clients: Vec<_> = (0..8)
        .map(|_| {
            let (address, token) = (running.address.clone(), token.clone());
            let (next, stopping) = (Arc::clone(&next), Arc::clone(&stopping));
            std::thread::spawn(move || {
                let mut kept = Vec::new();
                while !stopping.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    match send(&address, &token, number, "x") {
                        Some((_, Some(code))) => kept.push((number, code)),
                        _ => break,
                    }
                }
                kept
            })
        })
        .collect();
    while next.load(Ordering::Relaxed) < 100 {
        std::thread::yield_now();
    }
    let status = running.stop();
    stopping.store(true, Ordering::Relaxed);
    let kept: Vec<_> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
    assert!(status.success() && kept.len() > 50, "{status}, {} kept", kept.len());
    // The file is whole without its journal.
    let journal = plan.at("hearing/hearing.sqlite-wal");
    assert!(std::fs::metadata(journal).map_or(0, |about| about.len()) == 0);
    let running = Running::start(&plan);
    assert!(kept.iter().all(|(number, code)| shows(&running.address, code, *number)));
    running.kill();
}

#[test]
fn into_a_file_with_turned_bytes_nothing_is_written() {
    let plan = plan();
    let running = Running::start(&plan);
    let token = token(&running.address);
    for number in 0..40 {
        assert!(send(&running.address, &token, number, &"x".repeat(2_000)).unwrap().1.is_some());
    }
    assert!(running.stop().success());
    plan.run(&["hearing", "backup", "kopi.sqlite"]).succeeds();
    let whole = std::fs::read(plan.at("hearing/hearing.sqlite")).unwrap();
    // Early bytes lie in the schema, later ones in the tables.
    for from in [100, 9_000, whole.len() / 2] {
        let mut bytes = whole.clone();
        bytes.iter_mut().skip(from).step_by(41).for_each(|byte| *byte = !*byte);
        std::fs::write(plan.at("hearing/hearing.sqlite"), &bytes).unwrap();
        plan.run(&["hearing", "serve", "--lang", "en"])
            .fails_on_the_world()
            .shows("planverk hearing restore");
        assert!(std::fs::read(plan.at("hearing/hearing.sqlite")).unwrap() == bytes, "from {from}");
    }
    plan.run(&["hearing", "restore", "kopi.sqlite"]).succeeds();
    let verified = plan.run(&["hearing", "verify", "--lang", "en"]).succeeds().output;
    assert!(verified.contains(" 40 submissions"), "{verified}");
}

#[test]
fn a_folder_that_can_not_be_written_is_told() {
    let plan = Plan::empty()
        .beside("hearing.toml", format!("data = \"taken/hearing\"\n{SETTINGS}"))
        .beside("taken", "a file where a folder should be")
        .beside("public/horinger/horing-2027/targets.json", TARGETS);
    plan.run(&["hearing", "serve", "--lang", "en"]).fails_on_the_world().shows("taken/hearing");
}
