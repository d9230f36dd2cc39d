//! The site built anew after decisions, by a command in a process of its own.
//!
//! The command leads a group of processes. Where it does not end in its time, or the service stops, it is ended with
//! all that it has started; the next decision, or the next start, tries again.

use super::app::App;
use super::config::Config;
use super::{Error, export, log};
use rustix::process::{Pid, Signal, kill_process_group};
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How often it is looked whether the command has ended.
const LOOK: Duration = Duration::from_millis(25);

/// How long a command that is asked to end may take for it.
const GRACE: Duration = Duration::from_secs(2);

/// How much of what the command says last is kept, in bytes.
const LAST_WORDS: usize = 8 * 1024;

/// How long it is waited before the site is built: for further decisions, and after a build that did not succeed.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For further decisions.
    pub gather: Duration,
    /// After a build that did not succeed.
    pub again: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { gather: Duration::from_secs(3), again: Duration::from_secs(60) }
    }
}

/// Exports after each decision and builds the site anew, when a command is told for it: at the start too, for what
/// was decided just before a stop, and again after a build that did not succeed.
pub async fn after_decisions(app: Arc<App>, patience: Patience) {
    if app.config.publish.is_empty() {
        return;
    }
    app.decided.notify_one();
    loop {
        app.decided.notified().await;
        tokio::time::sleep(patience.gather).await;
        // What was decided meanwhile comes along.
        let _ = tokio::time::timeout(Duration::ZERO, app.decided.notified()).await;
        let own = Arc::clone(&app);
        let done = tokio::task::spawn_blocking(move || run(&own.config, Some(&own.stopping))).await;
        match done.map_err(|error| Error::Publish(error.to_string())) {
            Ok(Ok(())) => {
                app.unpublished.store(false, Ordering::Relaxed);
                log::event("published", &[]);
            }
            Ok(Err(error)) | Err(error) => {
                app.unpublished.store(true, Ordering::Relaxed);
                log::event("publish-failed", &[("why", &error.say().en)]);
                // A new decision tries at once.
                let _ = tokio::time::timeout(patience.again, app.decided.notified()).await;
                app.decided.notify_one();
            }
        }
    }
}

/// Exports, and runs the command that builds the site.
///
/// # Errors
///
/// When a file can't be written, or the command does not succeed in its time.
pub fn publish(config: &Config) -> Result<(), Error> {
    run(config, None)
}

/// `stopping` is the service's; none for who runs it from a terminal, whose Ctrl+C must reach the command too.
pub(super) fn run(config: &Config, stopping: Option<&AtomicBool>) -> Result<(), Error> {
    export::export(config)?;
    let [program, arguments @ ..] = &config.publish[..] else { return Ok(()) };
    let failed = |error| Error::Publish(format!("{program}: {error}"));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(&config.plan);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    if stopping.is_some() {
        command.process_group(0);
    }
    let mut child = command.spawn().map_err(failed)?;
    let heard = child.stderr.take().map(Heard::listen);
    let seconds = config.limits.publish_seconds;
    let ended = wait(&mut child, Duration::from_secs(seconds), stopping).map_err(failed)?;
    match ended {
        Some(status) if status.success() => Ok(()),
        Some(status) => {
            let last = heard.map(Heard::last_line).unwrap_or_default();
            Err(Error::Publish(format!("{program}: {status}: {last}")))
        }
        None if is_set(stopping) => Err(Error::Publish(format!("{program}: the service stopped"))),
        None => Err(Error::PublishSlow(program.clone(), seconds)),
    }
}

/// How a command ended; none where it did not end in time, and was ended with all that it had started.
fn wait(
    child: &mut Child,
    limit: Duration,
    stopping: Option<&AtomicBool>,
) -> std::io::Result<Option<ExitStatus>> {
    if let Some(status) = wait_until(child, limit, stopping)? {
        return Ok(Some(status));
    }
    if stopping.is_none() {
        child.kill()?;
        child.wait()?;
        return Ok(None);
    }
    let group = Pid::from_child(child);
    // A group that has just gone is no trouble.
    let _ = kill_process_group(group, Signal::TERM);
    let _ = wait_until(child, GRACE, None)?;
    let _ = kill_process_group(group, Signal::KILL);
    child.wait()?;
    Ok(None)
}

fn wait_until(
    child: &mut Child,
    limit: Duration,
    stopping: Option<&AtomicBool>,
) -> std::io::Result<Option<ExitStatus>> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if began.elapsed() >= limit || is_set(stopping) {
            return Ok(None);
        }
        std::thread::sleep(LOOK);
    }
}

fn is_set(flag: Option<&AtomicBool>) -> bool {
    flag.is_some_and(|flag| flag.load(Ordering::Relaxed))
}

/// What a command says, its end alone kept.
struct Heard {
    text: Arc<Mutex<Vec<u8>>>,
    listener: JoinHandle<()>,
}

impl Heard {
    fn listen(mut said: ChildStderr) -> Heard {
        let text = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&text);
        let listener = std::thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(length @ 1..) = said.read(&mut piece) {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.extend_from_slice(&piece[..length]);
                let over = kept.len().saturating_sub(LAST_WORDS);
                kept.drain(..over);
            }
        });
        Heard { text, listener }
    }

    /// The last line that says something. What the command has left running may hold its end of the pipe: it is not
    /// waited for long.
    fn last_line(self) -> String {
        let began = Instant::now();
        while !self.listener.is_finished() && began.elapsed() < GRACE {
            std::thread::sleep(LOOK);
        }
        let text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        let text = String::from_utf8_lossy(&text);
        text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().to_string()
    }
}
