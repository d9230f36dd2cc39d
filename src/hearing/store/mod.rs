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
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

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
    places: Semaphore,
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
        let readers = Readers { free: Mutex::new(free), places: Semaphore::new(READERS) };
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
        let _place = self.readers.places.acquire().await.map_err(|_| closed())?;
        let readers = Arc::clone(&self.readers);
        let asked = tokio::task::spawn_blocking(move || {
            let lent = readers.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let connection = lent.ok_or_else(closed)?;
            let answer = ask(&connection).map_err(Trouble::from);
            readers.free.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            answer
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
