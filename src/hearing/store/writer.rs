//! The one thread that writes: it takes all acts that wait, commits them together, and then answers.
//!
//! A commit costs a wait for the disk, whatever is in it. So while one batch is on its way to the disk the next
//! gathers, and the more there is to do the more each wait is shared by. An act runs in a savepoint of its own:
//! one that fails takes no other with it.
//!
//! Before the first batch it looks through the whole file, while others already read. Nothing is written into a
//! damaged one: all acts are turned away, and whoever asks for the file's health is told.

use super::Trouble;
use rusqlite::{Connection, TransactionBehavior};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;
use tokio::sync::{mpsc, oneshot, watch};

/// The most acts in a batch.
const BATCH: usize = 256;

/// How many acts may wait; whoever comes then waits for a place.
const QUEUE: usize = 4096;

/// An act, to be run in a transaction. What it gives is called when it is known how the commit went.
type Job = Box<dyn FnOnce(&Connection) -> Answer + Send>;
type Answer = Box<dyn FnOnce(Result<(), Trouble>) + Send>;

/// What the look through the file has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Health {
    /// It is not over.
    Looking,
    /// Nothing.
    Whole,
    /// What is wrong.
    Damaged(String),
}

pub(super) struct Writer {
    health: watch::Receiver<Health>,
    queue: Mutex<Option<mpsc::Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> std::io::Result<Writer> {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let (teller, health) = watch::channel(Health::Looking);
        let thread = std::thread::Builder::new().name("writer".to_string());
        let thread = thread.spawn(move || run(connection, jobs, &teller))?;
        Ok(Writer { health, queue: Mutex::new(Some(queue)), thread: Mutex::new(Some(thread)) })
    }

    /// What the look through the file has found, when it is over.
    pub(super) async fn health(&self) -> Health {
        let mut health = self.health.clone();
        let found = health.wait_for(|health| *health != Health::Looking).await;
        found.map_or(Health::Whole, |found| found.clone())
    }

    pub(super) async fn write<T, F>(&self, act: F) -> Result<T, Trouble>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let (teller, told) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            let made = in_savepoint(connection, act);
            Box::new(move |committed| {
                // Whoever asked may have gone; what was committed stands all the same.
                let _ = teller.send(committed.and(made));
            })
        });
        let stopped = || Trouble("the writer has stopped".to_string());
        let queue = self.sender().ok_or_else(stopped)?;
        queue.send(job).await.map_err(|_| stopped())?;
        drop(queue);
        told.await.unwrap_or_else(|_| Err(Trouble("nothing could be written".to_string())))
    }

    pub(super) fn waiting(&self) -> usize {
        self.sender().map_or(0, |queue| QUEUE - queue.capacity())
    }

    pub(super) fn close(&self) {
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }

    fn sender(&self) -> Option<mpsc::Sender<Job>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn run(mut connection: Connection, mut jobs: mpsc::Receiver<Job>, health: &watch::Sender<Health>) {
    let found = super::open::look_through(&connection).err();
    let is_whole = found.is_none();
    let _ = health.send(found.map_or(Health::Whole, Health::Damaged));
    if !is_whole {
        return;
    }
    let mut batch = Vec::with_capacity(BATCH);
    while jobs.blocking_recv_many(&mut batch, BATCH) > 0 {
        commit(&mut connection, &mut batch);
    }
    // The file is whole without its journal when the service has stopped by itself.
    let _ = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Runs a batch and answers. Jobs that were not run are dropped, which their askers take for trouble.
fn commit(connection: &mut Connection, batch: &mut Vec<Job>) {
    let mut answers = Vec::with_capacity(batch.len());
    let committed = transaction(connection, batch, &mut answers).map_err(Trouble::from);
    batch.clear();
    for answer in answers {
        answer(committed.clone());
    }
}

fn transaction(
    connection: &mut Connection,
    batch: &mut Vec<Job>,
    answers: &mut Vec<Answer>,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for job in batch.drain(..) {
        answers.push(job(&transaction));
        // A full disk may end the whole transaction: what came after would be committed by itself.
        if transaction.is_autocommit() {
            break;
        }
    }
    transaction.commit()
}

/// An act that fails, or panics, leaves nothing behind.
fn in_savepoint<T>(
    connection: &Connection,
    act: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> Result<T, Trouble> {
    let run = |sql| connection.prepare_cached(sql)?.execute([]);
    run("SAVEPOINT act")?;
    // The connection is in order whatever happens in between: SQLite itself does not unwind.
    let made = catch_unwind(AssertUnwindSafe(|| act(connection)));
    let made = made.map_or_else(
        |_| Err(Trouble("what was to be written panicked".to_string())),
        |made| made.map_err(Trouble::from),
    );
    if made.is_err() && !connection.is_autocommit() {
        run("ROLLBACK TO act")?;
    }
    if !connection.is_autocommit() {
        run("RELEASE act")?;
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn writer() -> Writer {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE a (b INTEGER UNIQUE) STRICT").unwrap();
        Writer::start(connection).unwrap()
    }

    #[tokio::test]
    async fn an_act_that_fails_takes_no_other_with_it() {
        let writer = writer();
        let add = |b: i64| move |db: &Connection| db.execute("INSERT INTO a VALUES (?1)", [b]);
        let (first, twice, other) =
            tokio::join!(writer.write(add(1)), writer.write(add(1)), writer.write(add(2)));
        assert_eq!((first, other), (Ok(1), Ok(1)));
        assert!(twice.unwrap_err().0.contains("UNIQUE"));
        let half = writer.write(|db| {
            db.execute("INSERT INTO a VALUES (3)", [])?;
            db.execute("INSERT INTO a VALUES (2)", [])
        });
        assert!(half.await.is_err());
        let count = writer.write(|db| db.query_row("SELECT sum(b) FROM a", [], |row| row.get(0)));
        assert_eq!(count.await, Ok(3_i64));
    }

    #[tokio::test]
    async fn an_act_that_panics_ends_nothing_but_itself() {
        let writer = writer();
        let broken = writer.write(|db| -> rusqlite::Result<()> {
            db.execute("INSERT INTO a VALUES (1)", [])?;
            panic!("as a test")
        });
        assert!(broken.await.is_err());
        let count = writer.write(|db| db.query_row("SELECT count(*) FROM a", [], |row| row.get(0)));
        assert_eq!(count.await, Ok(0_i64));
    }

    #[tokio::test]
    async fn a_transaction_that_ends_in_the_middle_is_told_to_all() {
        let writer = writer();
        let add = |b: i64| move |db: &Connection| db.execute("INSERT INTO a VALUES (?1)", [b]);
        let ends = writer.write(|db| {
            db.execute("INSERT INTO a VALUES (7)", [])?;
            db.execute_batch("ROLLBACK")
        });
        let (ended, after) = tokio::join!(ends, writer.write(add(8)));
        assert!(ended.is_err());
        let found = writer.write(|db| db.query_row("SELECT count(*) FROM a", [], |row| row.get(0)));
        assert_eq!(found.await, Ok(i64::from(after.is_ok())));
    }

    #[tokio::test]
    async fn what_was_handed_over_is_done_before_it_closes() {
        let writer = writer();
        writer.write(|db| db.execute("INSERT INTO a VALUES (1)", [])).await.unwrap();
        writer.close();
        assert!(writer.write(|_| Ok(())).await.is_err());
    }
}
