//! The lock of a folder that is being written, and recovery from an interrupted run.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::mark::is_generated;
use super::switch::finish_files;
use super::{FilesError, TREE, WORKPLACE, create_parent, failed, read, walk};

/// The maximum time to wait for another run that writes to the same folder.
const PATIENCE: Duration = Duration::from_secs(30);

/// The interval between attempts.
const INTERVAL: Duration = Duration::from_millis(50);

/// The name of the locked file in the workplace.
const FILE: &str = "lock";

/// An exclusive lock of a folder. Files that are not in their final location yet are in its subfolder `.apiarist/`.
#[derive(Debug)]
pub struct FolderLock {
    folder: PathBuf,
    workplace: PathBuf,
    file: Option<File>,
    /// Whether the folder was created for the lock.
    is_new: bool,
    /// Whether everything is left unchanged, as by a run that was killed.
    #[cfg(test)]
    pub(super) is_abandoned: bool,
}

/// Locks a folder, creating it if necessary, and removes the remains of an interrupted run. `waits` is called once if
/// another run has the lock.
///
/// # Errors
/// Returns an error if the other run does not finish within half a minute, or the folder cannot be written to.
pub fn lock(folder: &Path, waits: impl FnOnce()) -> Result<FolderLock, FilesError> {
    let is_new = !folder.exists();
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let folder = fs::canonicalize(folder).map_err(failed(folder))?;
    let workplace = folder.join(WORKPLACE);
    if fs::symlink_metadata(&workplace).is_ok_and(|found| !found.is_dir()) {
        return Err(FilesError::Foreign(workplace));
    }
    let start = Instant::now();
    let mut waits = Some(waits);
    let file = loop {
        if let Some(file) = try_lock(&workplace)? {
            break file;
        }
        if start.elapsed() > PATIENCE {
            return Err(FilesError::Busy(folder));
        }
        if let Some(waits) = waits.take() {
            waits();
        }
        thread::sleep(INTERVAL);
    };
    let lock = FolderLock {
        folder,
        workplace,
        file: Some(file),
        is_new,
        #[cfg(test)]
        is_abandoned: false,
    };
    lock.recover()?;
    Ok(lock)
}

/// Locks the file in the workplace. Returns `None` if another run has the lock.
fn try_lock(workplace: &Path) -> Result<Option<File>, FilesError> {
    let at = workplace.join(FILE);
    let open = || {
        fs::create_dir_all(workplace)?;
        File::options().create(true).truncate(false).write(true).open(&at)
    };
    let file = match open() {
        Ok(file) => file,
        // The run that had the lock is removing the workplace: the workplace existed when it was to be created, or was
        // removed since.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::AlreadyExists) => {
            return Ok(None);
        }
        Err(error) => return Err(FilesError::Io { path: at, error }),
    };
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        // Without file locks in the file system, runs are not synchronized.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(Some(file)),
        Err(TryLockError::Error(error)) => return Err(FilesError::Io { path: at, error }),
    }
    // A file that the previous run removed locks nothing.
    Ok(is_at(&file, &at).then_some(file))
}

/// Returns `true` if an open file is the one at a path. Another file at that path may be locked by another run.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let identity = |found: fs::Metadata| (found.dev(), found.ino());
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(own), Ok(found)) => identity(own) == identity(found),
        _ => false,
    }
}

/// Returns `true` if the file at a path is locked. The open file has a lock, so it may be that file.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    let found = File::options().write(true).open(path).map(|other| other.try_lock());
    matches!(found, Ok(Err(TryLockError::WouldBlock)))
}

impl FolderLock {
    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns a path in the workplace.
    pub(super) fn place(&self, name: &str) -> PathBuf {
        self.workplace.join(name)
    }

    /// Completes an interrupted run: moves staged files to their final locations, and restores the tree.
    fn recover(&self) -> Result<(), FilesError> {
        finish_files(self)?;
        let (tree, old) = (self.folder.join(TREE), self.place("old-tree"));
        if old.is_dir() && !tree.exists() {
            fs::rename(&old, &tree).map_err(failed(&tree))?;
        }
        self.clear()
    }

    /// Removes everything from the workplace except the lock. The user's files in an old tree are moved back to the
    /// tree.
    pub(super) fn clear(&self) -> Result<(), FilesError> {
        for name in ["old-tree", "new-tree"] {
            self.rescue(&self.place(name))?;
        }
        for entry in fs::read_dir(&self.workplace).map_err(failed(&self.workplace))? {
            let entry = entry.map_err(failed(&self.workplace))?;
            let path = entry.path();
            let is_folder = entry.file_type().map_err(failed(&path))?.is_dir();
            match is_folder {
                true => fs::remove_dir_all(&path).map_err(failed(&path))?,
                false if entry.file_name() != FILE => fs::remove_file(&path).map_err(failed(&path))?,
                false => {}
            }
        }
        Ok(())
    }

    /// Moves files out of a tree that is about to be removed, if they are not generated and not in `src`.
    fn rescue(&self, tree: &Path) -> Result<(), FilesError> {
        let mut found = Vec::new();
        walk(tree, Path::new(""), &mut found)?;
        for (path, _) in found.into_iter().filter(|(_, kind)| !kind.is_dir()) {
            let (from, to) = (tree.join(&path), self.folder.join(TREE).join(&path));
            if fs::symlink_metadata(&to).is_ok()
                || read(&from).is_ok_and(|text| text.is_some_and(|it| is_generated(&it)))
            {
                continue;
            }
            create_parent(&to)?;
            fs::rename(&from, &to).map_err(failed(&to))?;
        }
        Ok(())
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        #[cfg(test)]
        if self.is_abandoned {
            return;
        }
        // Remaining files are removed by the next run.
        if self.clear().is_ok() {
            let _ = fs::remove_file(self.workplace.join(FILE));
        }
        drop(self.file.take());
        // If another run has started, the folder is not empty.
        let _ = fs::remove_dir(&self.workplace);
        if self.is_new {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}
