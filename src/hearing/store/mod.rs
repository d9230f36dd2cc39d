//! What the service keeps: one SQLite file, written by one thread and read by others.
//!
//! 1. [`open`](Store::open) checks SQLite's version, takes the folder's lock and runs the migrations that are
//!    missing. The writer looks through the file before it writes anything: a damaged one is refused.
//! 2. [`write`](Store::write) hands an act to the writer (`writer`), which commits many at once and answers
//!    afterwards: whoever has an answer has it on disk.
//! 3. [`read`](Store::read) runs a question on a connection that can't write.

pub mod audit;
mod open;
mod writer;

use rusqlite::Connection;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub use open::{DATABASE, check, connect, lock};
use writer::{Health, Writer};

use super::Error;

/// How many questions are answered at the same time.
const READERS: usize = 3;

/// Why nothing was written or read: a full disk, a folder that can't be written, a stopped writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble(pub String);

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Trouble {
        Trouble(error.to_string())
    }
}

/// The database of one service.
pub struct Store {
    writer: Writer,
    readers: Arc<Readers>,
    path: PathBuf,
    secret: [u8; 32],
    /// Held as long as the service runs.
    _lock: File,
}

struct Readers {
    free: Mutex<Vec<Connection>>,
    places: Arc<Semaphore>,
}

/// A connection for one question. Whoever asked may leave before the answer; the connection and its place go
/// back together, when the question is over.
struct Lent {
    connection: Option<Connection>,
    readers: Arc<Readers>,
    _place: OwnedSemaphorePermit,
}

impl Readers {
    async fn lend(self: Arc<Readers>) -> Option<Lent> {
        let place = Arc::clone(&self.places).acquire_owned().await.ok()?;
        let connection = self.free().pop();
        Some(Lent { connection, readers: self, _place: place })
    }

    fn free(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        self.readers.free().extend(self.connection.take());
    }
}

impl Store {
    /// Opens the database in a folder, or makes it.
    ///
    /// # Errors
    ///
    /// When the folder can't be used or another service uses it, and when the database is damaged or was
    /// written by a newer planverk.
    pub fn open(folder: &Path) -> Result<Store, Error> {
        let lock = open::lock(folder)?;
        let path = folder.join(DATABASE);
        let connection = open::connect(&path)?;
        let secret = open::secret(&connection, &path)?;
        let mut free = Vec::with_capacity(READERS);
        for _ in 0..READERS {
            free.push(open::reader(&path)?);
        }
        let places = Arc::new(Semaphore::new(READERS));
        let readers = Readers { free: Mutex::new(free), places };
        let writer =
            Writer::start(connection).map_err(|error| Error::Folder(path.clone(), error))?;
        Ok(Store { writer, readers: Arc::new(readers), path, secret, _lock: lock })
    }

    /// Waits until the file has been looked through. Until then others may read, and acts wait.
    ///
    /// # Errors
    ///
    /// When it is damaged: nothing has been written since the start, and nothing will be.
    pub async fn checked(&self) -> Result<(), Error> {
        match self.writer.health().await {
            Health::Damaged(why) => Err(Error::Damaged(self.path.clone(), why)),
            _ => Ok(()),
        }
    }

    /// The bytes that the service's key is made of.
    #[must_use]
    pub fn secret(&self) -> [u8; 32] {
        self.secret
    }

    /// Does an act in a transaction, and answers when it is on disk. An act that fails changes nothing.
    ///
    /// # Errors
    ///
    /// When the act fails or its transaction could not be committed.
    pub async fn write<T, F>(&self, act: F) -> Result<T, Trouble>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        self.writer.write(act).await
    }

    /// Asks the database.
    ///
    /// # Errors
    ///
    /// When it can't be read.
    pub async fn read<T, F>(&self, ask: F) -> Result<T, Trouble>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let closed = || Trouble("the store is closed".to_string());
        let lent = Arc::clone(&self.readers).lend().await.ok_or_else(closed)?;
        let asked = tokio::task::spawn_blocking(move || {
            let connection = lent.connection.as_ref().ok_or_else(closed)?;
            ask(connection).map_err(Trouble::from)
        });
        asked.await.map_err(|error| Trouble(error.to_string()))?
    }

    /// How many acts wait for the writer.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.writer.waiting()
    }

    /// Ends the writer when all that was handed to it is committed.
    pub fn close(&self) {
        self.writer.close();
    }
}

#[cfg(test)]
mod tests {
    use super::{READERS, Store};
    use std::sync::mpsc;
    use std::time::Duration;

    #[tokio::test]
    async fn who_leaves_in_the_middle_of_a_question_takes_no_connection_along() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let (ends, over) =
            (0..READERS).map(|_| mpsc::channel::<()>()).unzip::<_, _, Vec<_>, Vec<_>>();
        for over in over {
            let (teller, begun) = tokio::sync::oneshot::channel();
            let long = store.read(move |_| {
                let _ = teller.send(());
                let _ = over.recv();
                Ok(())
            });
            tokio::select! {
                _ = long => unreachable!("nothing ends it"),
                _ = begun => {}
            }
        }
        let one = || store.read(|db| db.query_row("SELECT 1", [], |row| row.get::<_, i64>(0)));
        let waits = tokio::time::timeout(Duration::from_millis(50), one());
        assert!(waits.await.is_err(), "all connections are in use: the next waits for one");
        drop(ends);
        assert_eq!(one().await, Ok(1));
    }

    #[tokio::test]
    async fn a_question_that_panics_gives_its_connection_back() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        for _ in 0..=READERS {
            let asked = store.read(|_| -> rusqlite::Result<()> { panic!("as a test") });
            assert!(asked.await.is_err());
        }
        assert_eq!(store.read(|_| Ok(1)).await, Ok(1));
    }
}
