//! Generated files: compares them with a folder, and writes them. The only module that writes.
//!
//! A folder is locked, compared and written: `src` by one exchange with a complete tree beside it, other files one by one.

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

/// The folder below which generated files that are no longer wanted are removed, and which is replaced as a whole.
const TREE: &str = "src";

/// The file that a user may write instead: one that was not generated stays as it is.
const README: &str = "README.md";

/// The folder in a folder that is being written, for the lock and for what is not in its place yet.
const WORKPLACE: &str = ".apiarist";

/// Generated files by their path within a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<PathBuf, String>);

/// In what a folder differs from what it should hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The files that differ, by path.
    pub differences: BTreeMap<PathBuf, Difference>,
}

/// How a file differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its text in the folder, unless it is missing there.
    pub old: Option<String>,
    /// The text it should have, unless it should not be there.
    pub new: Option<String>,
}

/// Why files could not be compared or written.
#[derive(Debug)]
pub enum FilesError {
    /// Reading or writing failed.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// There is a file in the way that was not generated.
    Foreign(PathBuf),
    /// The folder holds something, and none of it was generated.
    ForeignFolder(PathBuf),
    /// Another run writes to the folder.
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
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. The path is relative and stays within the folder.
    ///
    /// # Panics
    /// When it does not; paths are made of names that the generator chose.
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

    /// The text of a file.
    pub fn get(&self, path: impl AsRef<Path>) -> Option<&str> {
        self.0.get(path.as_ref()).map(String::as_str)
    }

    /// All files by path.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.0.iter().map(|(path, text)| (path.as_path(), text.as_str()))
    }

    /// How many lines all files have together.
    pub fn lines(&self) -> usize {
        self.0.values().map(|text| text.lines().count()).sum()
    }

    /// Compares with what is in a folder. Files that were not generated do not count, unless they are in the
    /// way; a `README.md` never is.
    ///
    /// # Errors
    /// The folder cannot be read, or holds a file that was not generated where a generated one belongs.
    pub fn compare(&self, folder: &Path) -> Result<Comparison, FilesError> {
        self.compare_with(folder, |_| true)
    }

    /// Compares like [`compare`](Self::compare), but calls only those files stale of which `may_be_stale` says so.
    ///
    /// # Errors
    /// As for [`compare`](Self::compare).
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

/// The text of a file where a generated one belongs, or `None` if nothing is there. Whatever is not a file is in the way.
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

/// Refuses a folder that holds something of which nothing was generated.
///
/// # Errors
/// It is such a folder, or it cannot be read.
pub fn check_folder(folder: &Path) -> Result<(), FilesError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(FilesError::Io { path: folder.to_owned(), error }),
    };
    // What a run left that was interrupted is no content.
    let mut entries = entries.filter(|entry| !entry.as_ref().is_ok_and(|entry| entry.file_name() == WORKPLACE));
    let manifest = read(&folder.join("Cargo.toml"))?;
    if entries.next().is_some() && !manifest.is_some_and(|manifest| is_generated(&manifest)) {
        return Err(FilesError::ForeignFolder(folder.to_owned()));
    }
    Ok(())
}

/// Writes a text that is not part of a crate, such as a report: all of it, or on failure nothing.
///
/// # Errors
/// It cannot be written.
pub fn write_text(path: &Path, text: &str) -> Result<(), FilesError> {
    // A link stays one, and what is no file, such as a terminal, cannot be replaced.
    let at = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if at.exists() && !at.is_file() {
        return fs::write(&at, text).map_err(failed(path));
    }
    let mut name = at.file_name().unwrap_or_default().to_owned();
    name.push(".apiarist-new");
    let staged = at.with_file_name(name);
    // What an interrupted run left there is replaced; what is a link there is not followed.
    let _ = fs::remove_file(&staged);
    let written = fs::write(&staged, text).and_then(|()| fs::rename(&staged, &at));
    if written.is_err() {
        // What cannot be removed was never there, or is all that is left to see of the failure.
        let _ = fs::remove_file(&staged);
    }
    written.map_err(failed(path))
}

/// Collects what is below `root/below`, by path from `root`, without following links. A folder comes before what is in it.
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
    /// Whether the folder holds just what it should.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }

    /// The differences as a unified diff, from what is there to what should be.
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

    /// Makes a folder what it should be: all of it, or on failure none of it. Files that do not differ are not touched.
    ///
    /// The comparison must have been made since the folder was locked.
    ///
    /// # Errors
    /// Something cannot be written; everything is then as it was.
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

/// Removes the folders above a removed file that hold nothing else; others refuse to go.
fn remove_empty_parents(folder: &Path, path: &Path) {
    for parent in path.ancestors().skip(1).filter(|parent| !parent.as_os_str().is_empty()) {
        if fs::remove_dir(folder.join(parent)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests;
