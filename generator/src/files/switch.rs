//! Replacement of old files with new ones: a complete tree by one exchange, other files one by one with a journal.
//!
//! ```text
//! 1  .apiarist/new-tree/      the complete new `src`: links to unchanged files, and new files
//! 2  .apiarist/files/         the other new files; .apiarist/kept/ contains links to the files that they replace
//! 3  .apiarist/journal        the files to move or remove; from here on, the next run completes an interrupted one
//! 4  src ⇄ new-tree           one exchange, if the system supports it
//! 5  the other files          one rename each
//! ```
//!
//! A run that is killed before step 4 has changed nothing in `src`; after it, `src` is complete.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde_json::{Value, json};

use super::folder_lock::FolderLock;
use super::mark::is_generated;
use super::{Comparison, Difference, FilesError, TREE, create_parent, failed, remove_empty_parents, walk};

/// The name of the journal in the workplace.
const JOURNAL: &str = "journal";

/// A folder whose content is being replaced.
pub(super) struct Switch<'l> {
    lock: &'l FolderLock,
    /// The steps that undo the previous ones, in reverse order: a rename from the first to the second path, or an
    /// exchange.
    undo: Vec<Undo>,
    /// Exchanges two folders in one step.
    pub(super) exchange: fn(&Path, &Path) -> io::Result<()>,
    /// Called before each step; an error makes that step fail.
    #[cfg(test)]
    pub(super) before_step: Box<dyn FnMut() -> io::Result<()> + 'l>,
}

enum Undo {
    Rename(PathBuf, PathBuf),
    Exchange,
    Remove(PathBuf),
}

impl<'l> Switch<'l> {
    pub(super) fn new(lock: &'l FolderLock) -> Self {
        Self {
            lock,
            undo: Vec::new(),
            exchange,
            #[cfg(test)]
            before_step: Box::new(|| Ok(())),
        }
    }

    /// Performs all steps. A failure undoes all of them.
    pub(super) fn write(mut self, comparison: &Comparison) -> Result<(), FilesError> {
        let result = self.run(comparison);
        if result.is_err() {
            self.undo();
        }
        result
    }

    pub(super) fn run(&mut self, comparison: &Comparison) -> Result<(), FilesError> {
        let (tree, files): (Vec<_>, Vec<_>) =
            comparison.differences.iter().partition(|(path, _)| path.starts_with(TREE));
        // The document may result in a folder with that name, too, which may contain files of others.
        let is_ours =
            |(_, it): &(&PathBuf, &Difference)| [&it.old, &it.new].into_iter().flatten().all(|text| is_generated(text));
        let (has_tree, files) = match tree.iter().all(is_ours) {
            true => (!tree.is_empty(), files),
            false => (false, tree.into_iter().chain(files).collect()),
        };
        if has_tree {
            self.stage_tree(comparison)?;
        }
        self.stage_files(&files)?;
        if has_tree {
            self.put_tree()?;
        }
        self.put_files(&files)?;
        let journal = self.lock.place(JOURNAL);
        if journal.exists() {
            self.step(|| fs::remove_file(&journal), &journal)?;
        }
        Ok(())
    }

    /// Performs one step that may fail.
    fn step(&mut self, act: impl FnOnce() -> io::Result<()>, path: &Path) -> Result<(), FilesError> {
        #[cfg(test)]
        (self.before_step)().map_err(failed(path))?;
        act().map_err(failed(path))
    }

    /// Creates the new tree. Unchanged files are linked, so that they keep their modification time.
    fn stage_tree(&mut self, comparison: &Comparison) -> Result<(), FilesError> {
        let (tree, new) = (self.lock.folder().join(TREE), self.lock.place("new-tree"));
        if fs::symlink_metadata(&tree).is_ok_and(|found| !found.is_dir()) {
            return Err(FilesError::Foreign(tree));
        }
        self.step(|| fs::create_dir_all(&new), &new)?;
        let mut present = Vec::new();
        walk(&tree, Path::new(""), &mut present)?;
        for (path, kind) in present {
            let (from, to) = (tree.join(&path), new.join(&path));
            if kind.is_dir() {
                self.step(|| fs::create_dir_all(&to), &to)?;
            } else if !comparison.differences.contains_key(&Path::new(TREE).join(&path)) {
                self.step(|| link(&from, &to), &to)?;
            }
        }
        // Files in path order share their folder with the previous one.
        let mut created = None;
        for (path, difference) in &comparison.differences {
            let Ok(inner) = path.strip_prefix(TREE) else { continue };
            let at = new.join(inner);
            match &difference.new {
                Some(text) => {
                    if created != inner.parent() {
                        create_parent(&at)?;
                        created = inner.parent();
                    }
                    self.step(|| fs::write(&at, text), &at)?;
                }
                None => {
                    remove_empty_parents(&new, inner);
                    created = None;
                }
            }
        }
        Ok(())
    }

    /// Writes the files outside the tree to the workplace, and their destinations to the journal.
    fn stage_files(&mut self, files: &[(&PathBuf, &Difference)]) -> Result<(), FilesError> {
        let (mut put, mut removed) = (Vec::new(), Vec::new());
        for (path, difference) in files {
            let (at, staged, backup) = self.places(path);
            if difference.old.is_some() {
                create_parent(&backup)?;
                self.step(|| link(&at, &backup), &backup)?;
            }
            match &difference.new {
                Some(text) => {
                    create_parent(&staged)?;
                    self.step(|| fs::write(&staged, text), &staged)?;
                    put.push(path.to_string_lossy());
                }
                None => removed.push(path.to_string_lossy()),
            }
        }
        if put.is_empty() && removed.is_empty() {
            return Ok(());
        }
        // The journal is written atomically.
        let (journal, staged) = (self.lock.place(JOURNAL), self.lock.place("journal-new"));
        let text = json!({"put": put, "removed": removed}).to_string();
        self.step(|| fs::write(&staged, text), &staged)?;
        self.step(|| fs::rename(&staged, &journal), &journal)
    }

    fn put_tree(&mut self) -> Result<(), FilesError> {
        let (tree, new) = (self.lock.folder().join(TREE), self.lock.place("new-tree"));
        let old = self.lock.place("old-tree");
        if !tree.exists() {
            self.step(|| fs::rename(&new, &tree), &tree)?;
            self.undo.push(Undo::Rename(tree, new));
            return Ok(());
        }
        let (exchange, mut is_exchanged) = (self.exchange, Ok(()));
        self.step(
            || {
                is_exchanged = exchange(&tree, &new);
                Ok(())
            },
            &tree,
        )?;
        if is_exchanged.is_ok() {
            self.undo.push(Undo::Exchange);
            return Ok(());
        }
        // If the system cannot exchange two folders at once, the next run restores the old one after an interruption
        // here.
        self.step(|| fs::rename(&tree, &old), &tree)?;
        self.undo.push(Undo::Rename(old, tree.clone()));
        self.step(|| fs::rename(&new, &tree), &tree)?;
        self.undo.push(Undo::Rename(tree, new));
        Ok(())
    }

    fn put_files(&mut self, files: &[(&PathBuf, &Difference)]) -> Result<(), FilesError> {
        for (path, difference) in files {
            let (at, staged, backup) = self.places(path);
            match difference.new {
                Some(_) => {
                    create_parent(&at)?;
                    self.step(|| fs::rename(&staged, &at), &at)?;
                }
                None => {
                    self.step(|| fs::remove_file(&at), &at)?;
                }
            }
            self.undo.push(if difference.old.is_some() { Undo::Rename(backup, at) } else { Undo::Remove(at) });
        }
        for (path, _) in files.iter().filter(|(_, it)| it.new.is_none()) {
            remove_empty_parents(self.lock.folder(), path);
        }
        Ok(())
    }

    /// Returns the final path of a file, the path where it is staged, and the backup path of the file that it replaces.
    fn places(&self, path: &Path) -> (PathBuf, PathBuf, PathBuf) {
        (self.lock.folder().join(path), self.lock.place("files").join(path), self.lock.place("kept").join(path))
    }

    /// Undoes all steps. Whatever cannot be undone stays in the workplace for the next run.
    fn undo(&mut self) {
        let _ = fs::remove_file(self.lock.place(JOURNAL));
        let (tree, new) = (self.lock.folder().join(TREE), self.lock.place("new-tree"));
        for undo in self.undo.drain(..).rev() {
            let _ = match undo {
                Undo::Rename(from, to) => fs::rename(from, to),
                Undo::Exchange => (self.exchange)(&tree, &new),
                Undo::Remove(path) => fs::remove_file(path),
            };
        }
    }
}

/// Moves the files that the journal of an interrupted run lists to their final locations.
pub(super) fn finish_files(lock: &FolderLock) -> Result<(), FilesError> {
    let journal = lock.place(JOURNAL);
    let Ok(text) = fs::read_to_string(&journal) else { return Ok(()) };
    let journal: Value = serde_json::from_str(&text).unwrap_or_default();
    let paths = |key: &str| {
        let paths = journal.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        paths.map(PathBuf::from).filter(|path| path.components().all(|part| matches!(part, Component::Normal(_))))
    };
    for path in paths("put") {
        let (staged, at) = (lock.place("files").join(&path), lock.folder().join(&path));
        if staged.is_file() {
            create_parent(&at)?;
            fs::rename(&staged, &at).map_err(failed(&at))?;
        }
    }
    for path in paths("removed") {
        let at = lock.folder().join(path);
        if at.is_file() {
            fs::remove_file(&at).map_err(failed(&at))?;
        }
    }
    Ok(())
}

/// Creates a hard link to a file, or a copy with the same modification time if hard links are not supported.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| {
        fs::copy(from, to)?;
        let times = fs::FileTimes::new().set_modified(fs::metadata(from)?.modified()?);
        fs::File::options().write(true).open(to)?.set_times(times)
    })
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
