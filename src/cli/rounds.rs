//! `planverk hearing template`, `import` and `status`: a hearing held by mail and on paper.
//!
//! The plan is read as a build reads it; what is wrong with it is told by `planverk check`, and stops only what
//! needs it. `import` reads all files first, and writes `submissions.jsonl` anew beside the old one before it takes
//! its place: whoever pulls the plug finds the old file or the new one.

mod template;

use super::arguments::{Format, RoundCommand, RoundImport, RoundStatus};
use super::{Ending, Failure, put, say, told};
use crate::contract::Version;
use crate::contract::hearing::{self, Intake, Missing, Round, Submission, Taken};
use crate::diagnostic::Diagnostics;
use crate::model::{Details, Hearing, Plan};
use crate::site::{Request, Workshop};
use crate::text::{Language, SourceFile, harmless, order_prefix};
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Carries out a command.
pub(super) fn run(command: &RoundCommand, language: Option<Language>) -> Result<Ending, Failure> {
    match command {
        RoundCommand::Template(template) => template::run(template, language),
        RoundCommand::Import(import) => self::import(import, language),
        RoundCommand::Status(status) => self::status(status, language),
    }
}

/// A plan with one of its rounds.
struct Opened {
    plan: Plan,
    /// Its place among the plan's entries.
    entry: usize,
    folder: PathBuf,
}

impl Opened {
    fn hearing(&self) -> &Hearing {
        static NONE: std::sync::LazyLock<Hearing> = std::sync::LazyLock::new(Hearing::default);
        match &self.plan.entries[self.entry].details {
            Details::Hearing(hearing) => hearing,
            _ => &NONE,
        }
    }

    fn round(&self) -> Round {
        let name = &self.hearing().round;
        self.plan
            .contract
            .round(name)
            .cloned()
            .unwrap_or(Round { name: name.clone(), ..Round::default() })
    }

    fn version(&self) -> Result<&Version, Failure> {
        let hearing = self.hearing();
        let version = self.plan.contract.version(&hearing.version);
        version.ok_or_else(|| Failure::NothingHeard {
            round: hearing.round.clone(),
            version: hearing.version.clone(),
        })
    }
}

/// Reads a plan and finds the round with a name: its folder's or its entry's.
fn open(folder: &Path, name: &str) -> Result<Opened, Failure> {
    let mut unheard = Diagnostics::default();
    let sources = crate::load::load(folder, &mut unheard)?;
    let today = super::today();
    let request = Request { today, base_url: None, stage: None, forced: String::new() };
    let plan = Workshop::default().read(&sources, Vec::new(), &request, &mut unheard).plan;
    let name = order_prefix(name).map_or(name, |(_, rest)| rest).trim_end_matches('/');
    let rounds = plan.entries.iter().enumerate().filter_map(|(place, entry)| {
        let hearing = entry.hearing()?;
        (!hearing.round.is_empty()).then_some((place, entry, hearing))
    });
    let rounds: Vec<_> = rounds.collect();
    let found =
        rounds.iter().find(|(_, entry, hearing)| hearing.round == name || entry.name == name);
    let Some((place, entry, _)) = found else {
        let known = rounds.iter().map(|(_, _, hearing)| hearing.round.clone()).collect();
        return Err(Failure::NoRound { name: name.to_string(), known });
    };
    let file = &sources.files[entry.span.file.0 as usize].path;
    let folder = folder.join(file.rsplit_once('/').map_or("content", |(folder, _)| folder));
    let entry = *place;
    Ok(Opened { plan, entry, folder })
}

fn status(status: &RoundStatus, language: Option<Language>) -> Result<Ending, Failure> {
    let opened = open(&status.plan, &status.round)?;
    let language = language.unwrap_or(opened.plan.settings.language);
    let round = opened.round();
    let path = opened.folder.join(hearing::SUBMISSIONS);
    // A line that can't be read may be a submission that nobody has looked at.
    if path.exists() && round.submissions.as_ref().is_none_or(|said| !said.is_whole) {
        let shown = path.display();
        say(&match language {
            Language::En => format!(
                "{shown} has lines that can't be read, so nobody knows whether something is missing. planverk check tells which.\n"
            ),
            _ => format!(
                "{shown} har linjer som ikke kan leses, så ingen vet om noe mangler. planverk check sier hvilke.\n"
            ),
        });
        return Ok(Ending::Mistakes);
    }
    let missing = hearing::gate(&round, &opened.plan.contract);
    say(&overview(&opened, &round, language));
    let last_day = opened.hearing().closes.map(|closes| closes.last_day());
    let is_open = last_day.is_some_and(|last| last >= super::today());
    let told = if missing.is_empty() && is_open {
        still_open(language)
    } else {
        listed(&missing, language)
    };
    say(&told);
    Ok(if missing.is_empty() { Ending::Good } else { Ending::Mistakes })
}

fn overview(opened: &Opened, round: &Round, language: Language) -> String {
    let en = language == Language::En;
    let title = &opened.plan.entries[opened.entry].title;
    let count = |state| round.all().filter(|one| one.state == state).count();
    let states = [
        (hearing::SubmissionState::Received, "ikke sett på", "not looked at"),
        (hearing::SubmissionState::Published, "publisert", "published"),
        (
            hearing::SubmissionState::Redacted,
            "publisert med noe tatt ut",
            "published with words taken out",
        ),
        (hearing::SubmissionState::Withheld, "holdt tilbake", "withheld"),
        (hearing::SubmissionState::Blocked, "sperret", "blocked"),
    ];
    let parts = states.iter().filter(|(state, ..)| count(*state) > 0);
    let parts: Vec<String> = parts
        .map(|(state, nb, word)| format!("{} {}", count(*state), if en { word } else { nb }))
        .collect();
    let said: usize = round.all().map(|one| one.said().count()).sum();
    let answered: usize =
        round.assessments.iter().flat_map(|one| one.all()).map(|one| one.of.len()).sum();
    let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
    let all = round.all().count();
    match en {
        true => {
            format!("{title}: {all} submissions{parts}, {said} things said, {answered} assessed\n")
        }
        false => format!("{title}: {all} svar{parts}, {said} ting sagt, {answered} vurdert\n"),
    }
}

fn still_open(language: Language) -> String {
    let text = match language {
        Language::En => {
            "Nothing is missing so far. The deadline has not passed: more may come in.\n"
        }
        _ => "Ingenting mangler så langt. Fristen er ikke ute: Det kan komme flere svar.\n",
    };
    text.to_string()
}

fn listed(missing: &[Missing], language: Language) -> String {
    let mut text = String::new();
    if missing.is_empty() {
        return match language {
            Language::En => {
                "Nothing is missing: the round can be closed as assessed.\n".to_string()
            }
            _ => "Ingenting mangler: runden kan avsluttes som vurdert.\n".to_string(),
        };
    }
    let count = missing.len();
    let _ = match language {
        Language::En => {
            writeln!(text, "Missing before the round can be closed as assessed ({count}):")
        }
        _ => writeln!(text, "Mangler før runden kan avsluttes som vurdert ({count}):"),
    };
    for one in missing {
        let _ = writeln!(text, "  {}", harmless(one.say().in_language(language)));
    }
    text
}

fn import(import: &RoundImport, language: Option<Language>) -> Result<Ending, Failure> {
    let opened = open(&import.plan, &import.round)?;
    let language = language.unwrap_or(opened.plan.settings.language);
    let version = opened.version()?;
    let round = opened.round();
    let path = opened.folder.join(hearing::SUBMISSIONS);
    let before = round.submissions.as_ref();
    // What can't be read now would be lost when the file is written anew.
    if path.exists() && before.is_none_or(|before| !before.is_whole) {
        return unreadable(&path, language);
    }
    let mut diagnostics = Diagnostics::default();
    let files = read(&import.files, &mut diagnostics)?;
    let intake = Intake {
        round: &round.name,
        version,
        questions: opened.hearing().questions.len(),
        before,
        salt: &salt,
    };
    salts()?;
    let taken = hearing::take_in(&files, &intake, &mut diagnostics);
    if diagnostics.mistakes() > 0 {
        diagnostics.sort();
        put(&told::render(&diagnostics, &files, language, Format::Text));
        say(match language {
            Language::En => "Nothing has been taken in.\n",
            _ => "Ingenting er tatt inn.\n",
        });
        return Ok(Ending::Mistakes);
    }
    if !taken.new.is_empty() {
        let all = before.iter().flat_map(|one| one.all()).chain(&taken.new);
        replace(&path, &hearing::submissions_text(&hearing::head(&intake), all))?;
    }
    say(&summary(&taken, opened.hearing(), &path, language));
    Ok(Ending::Good)
}

fn unreadable(path: &Path, language: Language) -> Result<Ending, Failure> {
    let shown = path.display();
    say(&match language {
        Language::En => format!(
            "{shown} has lines that can't be read, and is left alone. planverk check tells which.\n"
        ),
        _ => format!(
            "{shown} har linjer som ikke kan leses, og er latt i fred. planverk check sier hvilke.\n"
        ),
    });
    Ok(Ending::Mistakes)
}

/// The files, their ids in order. A workbook that can't be opened is told.
fn read(paths: &[PathBuf], diagnostics: &mut Diagnostics) -> Result<Vec<SourceFile>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(crate::load::read_data(path, diagnostics)?.files);
    }
    Ok(files)
}

/// Whether the system gives random numbers: asked before anything is made of them.
fn salts() -> Result<(), Failure> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Failure::Broken(error.to_string()))
}

/// 32 random hexadecimal digits.
fn salt() -> String {
    let mut bytes = [0u8; 16];
    // It gave some a moment ago; without, the hash tells that it has no salt.
    if getrandom::fill(&mut bytes).is_err() {
        return String::new();
    }
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file beside the old one, and then in its place.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let new = path.with_extension("jsonl.new");
    let write = || {
        let mut file = File::create(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&new, path)
    };
    write().map_err(|error| {
        let _ = std::fs::remove_file(&new);
        Failure::Write(path.to_path_buf(), error)
    })
}

fn is_late_without_reason(one: &Submission, hearing: &Hearing) -> bool {
    let came_late = hearing.closes_at().zip(one.instant()).is_some_and(|(end, at)| at > end);
    came_late && one.late.trim().is_empty()
}

fn summary(taken: &Taken, hearing: &Hearing, path: &Path, language: Language) -> String {
    let (count, shown) = (taken.new.len(), path.display());
    let en = language == Language::En;
    let mut text = String::new();
    for one in &taken.new {
        let name = &one.respondent.name;
        let said = one.said().count();
        let double = match (&*one.duplicate_of, en) {
            ("", _) => String::new(),
            (other, true) => format!(" – says the same as {other}: look at both"),
            (other, false) => format!(" – sier det samme som {other}: se på begge"),
        };
        let late = match (is_late_without_reason(one, hearing), en) {
            (false, _) => "",
            (true, true) => {
                " – came in after the deadline: say in the field late why it was accepted"
            }
            (true, false) => " – kom etter fristen: si i feltet late hvorfor det ble tatt imot",
        };
        let line = match en {
            true => format!("  {}  {name} ({said} things said){double}{late}", one.id),
            false => format!("  {}  {name} ({said} ting sagt){double}{late}", one.id),
        };
        let _ = writeln!(text, "{}", harmless(&line));
    }
    for id in &taken.known {
        let _ = match en {
            true => writeln!(text, "  left out: the round has it already, as {id}"),
            false => writeln!(text, "  ikke tatt inn: runden har det allerede, som {id}"),
        };
    }
    let _ = match en {
        true => writeln!(
            text,
            "Took in {count} submissions to {shown}. None is published before its state is changed."
        ),
        false => {
            writeln!(text, "Tok inn {count} svar i {shown}. Ingen publiseres før state er endret.")
        }
    };
    text
}
