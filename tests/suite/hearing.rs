//! The hearing service as a process: killed in the middle again and again, it loses nothing that it has answered.

mod faults;
mod removal;
mod smuggled;

use crate::command::{Plan, planverk};
use rustix::process::{Pid, Signal, kill_process};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

const TARGETS: &str = include_str!("../../src/hearing/fixtures/targets.json");
const SETTINGS: &str = "address = \"http://localhost:8080\"\nlisten = \"127.0.0.1:0\"\n\
                        [limits]\nper_minute = 1000000\nfill_seconds = 0\n";

/// How often the service is killed, and how many send meanwhile.
const CYCLES: usize = 50;
const CLIENTS: u64 = 16;

pub fn plan() -> Plan {
    Plan::empty()
        .beside("hearing.toml", SETTINGS)
        .beside("public/horinger/horing-2027/targets.json", TARGETS)
}

/// A running service and the address that it told. It ends with the test, also with one that fails.
pub struct Running {
    child: Child,
    told: Option<BufReader<ChildStdout>>,
    pub address: String,
}

impl Running {
    pub fn start(plan: &Plan) -> Running {
        Running::by(plan, &mut planverk(&["hearing", "serve"]))
    }

    /// Starts it by a command of its own.
    pub fn by(plan: &Plan, command: &mut Command) -> Running {
        let log = File::options().create(true).append(true).open(plan.at("log")).unwrap();
        let command = command.current_dir(plan.at("")).stdout(Stdio::piped()).stderr(log);
        let child = command.spawn().unwrap();
        let mut running = Running { child, told: None, address: String::new() };
        let mut told = BufReader::new(running.child.stdout.take().unwrap());
        let mut line = String::new();
        told.read_line(&mut line).unwrap();
        running.told = Some(told);
        running.address = between(&line, "http://", "/").expect("an address").to_string();
        running
    }

    /// What it told beside its address.
    fn rest(&self) -> String {
        let told = self.told.as_ref().map_or(&[][..], BufReader::buffer);
        String::from_utf8_lossy(told).into_owned()
    }

    /// Stops it as a system does, and says how it ended.
    pub fn stop(mut self) -> ExitStatus {
        let id = Pid::from_child(&self.child);
        kill_process(id, Signal::TERM).unwrap();
        self.child.wait().unwrap()
    }

    /// Ends it in the middle of whatever it does.
    pub fn kill(self) {
        drop(self);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_site_without_a_round_is_told_what_it_lacks() {
    let plan = Plan::empty().beside("hearing.toml", SETTINGS).beside("public/index.html", "");
    let running = Running::start(&plan);
    let told = running.rest();
    assert!(told.contains("planverk freeze NAVN"), "{told}");
    assert!(get(&running.address, "/horing/").unwrap().contains("Ingen plan er på høring"));
}

/// Sends a request and reads the whole answer; none when the service goes in the middle.
pub fn ask(address: &str, request: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.contains("</html>").then_some(answer)
}

pub fn get(address: &str, path: &str) -> Option<String> {
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
}

pub fn post(address: &str, path: &str, body: &str) -> Option<String> {
    let length = body.len();
    ask(
        address,
        &format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}"
        ),
    )
}

pub fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    text.split_once(start)?.1.split(end).next()
}

#[test]
fn killed_fifty_times_it_loses_nothing_it_answered_and_doubles_nothing() {
    let plan = plan();
    let acknowledged: Arc<Mutex<HashMap<u64, String>>> = Arc::default();
    let next = Arc::new(AtomicU64::new(0));
    for cycle in 0..CYCLES {
        let running = Running::start(&plan);
        let form = get(&running.address, "/horing/horing-2027/svar").unwrap();
        let token = between(&form, "name=\"token\" value=\"", "\"").unwrap().to_string();
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| {
                let (address, token) = (running.address.clone(), token.clone());
                let (next, acknowledged) = (Arc::clone(&next), Arc::clone(&acknowledged));
                std::thread::spawn(move || {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let body = format!("token={token}&uuid=00000000-0000-4000-8000-{number:012x}&text=nr+{number}.&do=send");
                        let Some(answer) = post(&address, "/horing/horing-2027/svar", &body) else { return };
                        let code = between(&answer, "hearing-code-value\">", "<");
                        let code = code.unwrap_or_else(|| panic!("no code in {answer}")).to_string();
                        acknowledged.lock().unwrap().insert(number, code);
                    }
                })
            })
            .collect();
        let enough = (cycle + 1) * 12;
        let at_work = || !clients.iter().all(JoinHandle::is_finished);
        while acknowledged.lock().unwrap().len() < enough && at_work() {
            std::thread::sleep(Duration::from_millis(5));
        }
        running.kill();
        clients.into_iter().for_each(|client| client.join().unwrap());
    }
    let running = Running::start(&plan);
    let acknowledged = acknowledged.lock().unwrap();
    for (number, code) in acknowledged.iter() {
        let mine = post(&running.address, "/horing/mitt", &format!("code={code}&do=show")).unwrap();
        assert!(mine.contains(&format!("nr {number}.")), "{number} with {code} is lost: {mine}");
    }
    running.kill();
    let verified = plan.run(&["hearing", "verify", "--lang", "en"]).succeeds().output;
    let kept: usize = between(&verified, "whole. ", " ").unwrap().parse().unwrap();
    // What was committed and not answered may be more; what was sent is never kept twice.
    let sent = usize::try_from(next.load(Ordering::Relaxed)).unwrap();
    assert!((acknowledged.len()..=sent).contains(&kept), "{verified}, of {sent}");
}

#[test]
fn it_stops_calmly_and_says_what_is_wrong_before_it_starts() {
    let plan = plan();
    let running = Running::start(&plan);
    assert!(get(&running.address, "/horing/horing-2027").unwrap().contains("Kvalitetsplan"));
    plan.run(&["hearing", "serve", "--lang", "en"])
        .fails_on_the_world()
        .shows("uses")
        .shows("Stop it first");
    assert!(running.stop().success());
    let plan = plan.beside("hearing.toml", "address = \"http://localhost\"\nlisten = \"8080\"\n");
    plan.run(&["hearing", "serve", "--lang", "en"])
        .fails_on_the_world()
        .shows("hearing.toml:2:10")
        .shows("no address");
    let plan = plan
        .beside("hearing.toml", SETTINGS)
        .beside("public/horinger/horing-2027/targets.json", "{}");
    plan.run(&["hearing", "serve"])
        .fails_on_the_world()
        .shows("targets.json")
        .shows("planverk build");
}

#[test]
fn accounts_and_backups_are_made_by_command() {
    let plan = plan();
    plan.run(&["hearing", "user", "list"]).succeeds().shows("ingen kontoer");
    plan.run(&["hearing", "user", "add", "kari"]).succeeds().shows("Passord");
    plan.run(&["hearing", "user", "list"]).succeeds().shows("kari  moderator\n");
    plan.run(&["hearing", "user", "add", "kari"]).fails_on_the_world().shows("finnes");
    plan.run(&["hearing", "user", "disable", "ola"])
        .fails_on_the_world()
        .shows("hearing user add ola");
    plan.run(&["hearing", "user", "disable", "kari"]).succeeds();
    plan.run(&["hearing", "user", "list"]).succeeds().shows("kari  moderator  stengt");
    plan.run(&["hearing", "backup", "kopi.sqlite"]).succeeds();
    plan.run(&["hearing", "restore", "kopi.sqlite"]).succeeds();
    plan.run(&["hearing", "verify"]).succeeds().shows("2 rader");
    plan.run(&["hearing", "block", "horing-2027/s9", "--reason", "x"])
        .fails_on_the_world()
        .shows("horing-2027/s9");
    plan.run(&["hearing", "export"]).succeeds();
}
