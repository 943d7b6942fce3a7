//! Generated files: comparison with a folder, and writing. No other module writes files.
//!
//! A folder is locked, compared and written: `src` by one exchange with a complete new tree, other files one by one:
//!
//! ```text
//! Files { src/lib.rs, src/pet.rs, Cargo.toml }  compared with a folder  →  Comparison {
//!     src/pet.rs: missing, src/dog.rs: obsolete, Cargo.toml: changed
//! }
//! ```

mod folder_lock;
mod mark;
mod switch;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, FileType};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use similar::TextDiff;

pub use folder_lock::{FolderLock, lock};
pub use mark::header;
use mark::is_generated;
use switch::Switch;

/// The folder that is replaced as a whole, and in which obsolete generated files are removed.
const TREE: &str = "src";

/// A file that the user may write: one that is not generated is left unchanged.
const README: &str = "README.md";

/// The subfolder of a folder that is being written, for the lock and for staged files.
const WORKPLACE: &str = ".apiarist";

/// Generated files, by their path within a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<PathBuf, String>);

/// The differences between a folder and its expected content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The files that differ, by path.
    pub differences: BTreeMap<PathBuf, Difference>,
}

/// The difference of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The text in the folder, or `None` if the file is missing.
    pub old: Option<String>,
    /// The expected text, or `None` if the file must be removed.
    pub new: Option<String>,
}

/// The reason why files cannot be compared or written.
#[derive(Debug)]
pub enum FilesError {
    /// Reading or writing failed.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
    /// A file that is not generated is in the way.
    Foreign(PathBuf),
    /// The folder is not empty, and none of its content is generated.
    ForeignFolder(PathBuf),
    /// Another run is writing to the folder.
    Busy(PathBuf),
}

impl fmt::Display for FilesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Foreign(path) => {
                write!(f, "{} was not written by apiarist and would be overwritten; move it away first", path.display())
            }
            Self::ForeignFolder(path) => {
                let path = path.display();
                write!(f, "{path} is not empty and was not written by apiarist; name a folder that is empty or new")
            }
            Self::Busy(path) => {
                write!(f, "another run is writing to {}; try again when it has finished", path.display())
            }
        }
    }
}

impl std::error::Error for FilesError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Foreign(_) | Self::ForeignFolder(_) | Self::Busy(_) => None,
        }
    }
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> FilesError {
    move |error| FilesError::Io { path: path.to_owned(), error }
}

impl Files {
    /// Creates an empty set of files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. The path is relative and does not leave the folder.
    ///
    /// # Panics
    /// Panics if the path leaves the folder, which is impossible for names from the generator.
    pub fn insert(&mut self, path: impl Into<PathBuf>, text: impl Into<String>) {
        let path = path.into();
        assert!(
            path.components().all(|component| matches!(component, Component::Normal(_))),
            "a generated file stays within its folder: {}",
            path.display()
        );
        self.0.insert(path, text.into());
    }

    /// Adds all of these files.
    pub fn insert_all(&mut self, files: Self) {
        self.0.extend(files.0);
    }

    /// Returns the text of a file.
    pub fn get(&self, path: impl AsRef<Path>) -> Option<&str> {
        self.0.get(path.as_ref()).map(String::as_str)
    }

    /// Returns all files, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.0.iter().map(|(path, text)| (path.as_path(), text.as_str()))
    }

    /// Returns the total number of lines.
    pub fn lines(&self) -> usize {
        self.0.values().map(|text| text.lines().count()).sum()
    }

    /// Compares the files with a folder. Files that are not generated are ignored, unless they are in the way; a
    /// `README.md` never is.
    ///
    /// # Errors
    /// Returns an error if the folder cannot be read, or contains a file that is not generated at the path of a
    /// generated one.
    pub fn compare(&self, folder: &Path) -> Result<Comparison, FilesError> {
        self.compare_with(folder, |_| true)
    }

    /// Compares like [`compare`](Self::compare), but reports only files as stale for which `may_be_stale` returns
    /// `true`.
    ///
    /// # Errors
    /// Returns the errors of [`compare`](Self::compare).
    pub fn compare_with(&self, folder: &Path, may_be_stale: impl Fn(&Path) -> bool) -> Result<Comparison, FilesError> {
        let mut differences = BTreeMap::new();
        for (path, new) in &self.0 {
            let at = folder.join(path);
            let old = read(&at)?;
            if old.as_ref() == Some(new) {
                continue;
            }
            if old.as_ref().is_some_and(|old| !is_generated(old)) {
                if path == Path::new(README) {
                    continue;
                }
                return Err(FilesError::Foreign(at));
            }
            differences.insert(path.clone(), Difference { old, new: Some(new.clone()) });
        }
        let mut present = Vec::new();
        walk(folder, Path::new(TREE), &mut present)?;
        let present = present.into_iter().filter(|(_, kind)| kind.is_file()).map(|(path, _)| path);
        for path in present.filter(|path| !self.0.contains_key(path) && may_be_stale(path)) {
            if let Some(old) = read(&folder.join(&path))?.filter(|old| is_generated(old)) {
                differences.insert(path, Difference { old: Some(old), new: None });
            }
        }
        Ok(Comparison { differences })
    }
}

impl Extend<(PathBuf, String)> for Files {
    fn extend<T: IntoIterator<Item = (PathBuf, String)>>(&mut self, files: T) {
        files.into_iter().for_each(|(path, text)| self.insert(path, text));
    }
}

/// Returns the text of a file at the path of a generated one, or `None` if nothing is there. Anything but a file is in
/// the way.
fn read(at: &Path) -> Result<Option<String>, FilesError> {
    match fs::symlink_metadata(at) {
        Ok(found) if found.is_symlink() && !at.is_file() => return Err(FilesError::Foreign(at.to_owned())),
        Ok(found) if !found.is_symlink() && !found.is_file() => return Err(FilesError::Foreign(at.to_owned())),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(FilesError::Io { path: at.to_owned(), error }),
    }
    let bytes = fs::read(at).map_err(failed(at))?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Rejects a folder that is not empty and was not generated.
///
/// # Errors
/// Returns an error if the folder is rejected or cannot be read.
pub fn check_folder(folder: &Path) -> Result<(), FilesError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(FilesError::Io { path: folder.to_owned(), error }),
    };
    // The remains of an interrupted run do not count as content.
    let mut entries = entries.filter(|entry| !entry.as_ref().is_ok_and(|entry| entry.file_name() == WORKPLACE));
    let manifest = read(&folder.join("Cargo.toml"))?;
    if entries.next().is_some() && !manifest.is_some_and(|manifest| is_generated(&manifest)) {
        return Err(FilesError::ForeignFolder(folder.to_owned()));
    }
    Ok(())
}

/// Writes a text that is not part of a crate, such as a report. A failure leaves no partial file.
///
/// # Errors
/// Returns an error if the text cannot be written.
pub fn write_text(path: &Path, text: &str) -> Result<(), FilesError> {
    // A link is preserved, and anything but a file, such as a terminal, cannot be replaced.
    let at = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if at.exists() && !at.is_file() {
        return fs::write(&at, text).map_err(failed(path));
    }
    let mut name = at.file_name().unwrap_or_default().to_owned();
    name.push(".apiarist-new");
    let staged = at.with_file_name(name);
    // The remains of an interrupted run are replaced; a link there is not followed.
    let _ = fs::remove_file(&staged);
    let written = fs::write(&staged, text).and_then(|()| fs::rename(&staged, &at));
    if written.is_err() {
        // If the file cannot be removed, it does not exist, or it is the only trace of the failure.
        let _ = fs::remove_file(&staged);
    }
    written.map_err(failed(path))
}

/// Collects everything below `root/below`, by path relative to `root`, without following links. A folder precedes its
/// content.
fn walk(root: &Path, below: &Path, found: &mut Vec<(PathBuf, FileType)>) -> Result<(), FilesError> {
    let at = root.join(below);
    let entries = match fs::read_dir(&at) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(FilesError::Io { path: at, error }),
    };
    for entry in entries {
        let entry = entry.map_err(failed(&at))?;
        let kind = entry.file_type().map_err(failed(&at))?;
        let path = below.join(entry.file_name());
        found.push((path.clone(), kind));
        if kind.is_dir() {
            walk(root, &path, found)?;
        }
    }
    Ok(())
}

impl Comparison {
    /// Returns `true` if the folder has exactly the expected content.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }

    /// Returns the differences as a unified diff from the actual to the expected content.
    pub fn diff(&self) -> String {
        let mut text = String::new();
        for (path, difference) in &self.differences {
            let name = |side: &str, text: &Option<String>| match text {
                Some(_) => format!("{side}/{}", path.display()),
                None => "/dev/null".to_owned(),
            };
            let old = difference.old.as_deref().unwrap_or_default();
            let new = difference.new.as_deref().unwrap_or_default();
            let diff = TextDiff::configure().timeout(Duration::from_secs(1)).diff_lines(old, new);
            let (from, to) = (name("a", &difference.old), name("b", &difference.new));
            text.push_str(&diff.unified_diff().header(&from, &to).to_string());
        }
        text
    }

    /// Writes the expected content to a folder. A failure leaves the folder unchanged. Equal files are not touched.
    ///
    /// The comparison must have been made while the folder was locked.
    ///
    /// # Errors
    /// Returns an error if something cannot be written; the folder is then unchanged.
    pub fn write(&self, lock: &FolderLock) -> Result<(), FilesError> {
        if self.is_empty() {
            return Ok(());
        }
        Switch::new(lock).write(self)
    }
}

fn create_parent(path: &Path) -> Result<(), FilesError> {
    let Some(parent) = path.parent() else { return Ok(()) };
    fs::create_dir_all(parent).map_err(failed(parent))
}

/// Removes the empty folders above a removed file; the system refuses to remove others.
fn remove_empty_parents(folder: &Path, path: &Path) {
    for parent in path.ancestors().skip(1).filter(|parent| !parent.as_os_str().is_empty()) {
        if fs::remove_dir(folder.join(parent)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests;
