//! Generated files: compares them with a folder, and writes them. The only module that writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use similar::TextDiff;

/// What the first lines of every generated file say. A file without it is never overwritten and never removed.
pub const MARK: &str = "Written by apiarist";

/// The folder below which generated files that are no longer wanted are removed.
const STALE_BELOW: &str = "src";

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
        }
    }
}

impl std::error::Error for FilesError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Foreign(_) | Self::ForeignFolder(_) => None,
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

    /// Compares with what is in a folder. Files that were not generated do not count, unless they are in the way.
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
            let old = match fs::read(&at) {
                Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(FilesError::Io { path: at, error }),
            };
            if old.as_ref() == Some(new) {
                continue;
            }
            if old.as_ref().is_some_and(|old| !is_generated(old)) {
                return Err(FilesError::Foreign(at));
            }
            differences.insert(path.clone(), Difference { old, new: Some(new.clone()) });
        }
        let mut present = BTreeSet::new();
        collect(folder, Path::new(STALE_BELOW), &mut present)?;
        for path in present.into_iter().filter(|path| !self.0.contains_key(path) && may_be_stale(path)) {
            let at = folder.join(&path);
            let bytes = fs::read(&at).map_err(failed(&at))?;
            let old = String::from_utf8_lossy(&bytes).into_owned();
            if is_generated(&old) {
                differences.insert(path, Difference { old: Some(old), new: None });
            }
        }
        Ok(Comparison { differences })
    }
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
    let manifest = fs::read_to_string(folder.join("Cargo.toml"));
    if entries.count() > 0 && !manifest.is_ok_and(|manifest| is_generated(&manifest)) {
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
    name.push(format!(".apiarist-{}", std::process::id()));
    let staged = at.with_file_name(name);
    let written = fs::write(&staged, text).and_then(|()| fs::rename(&staged, &at));
    if written.is_err() {
        // What cannot be removed was never there, or is all that is left to see of the failure.
        let _ = fs::remove_file(&staged);
    }
    written.map_err(failed(path))
}

fn is_generated(text: &str) -> bool {
    text.lines().take(3).any(|line| line.contains(MARK))
}

/// Collects the paths of the files below `folder/below`, without following links.
fn collect(folder: &Path, below: &Path, found: &mut BTreeSet<PathBuf>) -> Result<(), FilesError> {
    let at = folder.join(below);
    let entries = match fs::read_dir(&at) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(FilesError::Io { path: at, error }),
    };
    for entry in entries {
        let entry = entry.map_err(failed(&at))?;
        let kind = entry.file_type().map_err(failed(&at))?;
        let path = below.join(entry.file_name());
        if kind.is_dir() {
            collect(folder, &path, found)?;
        } else if kind.is_file() {
            found.insert(path);
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

    /// Makes the folder what it should be: all of it, or on failure none of it. Files that do not differ are not touched.
    ///
    /// # Errors
    /// Something cannot be written; everything is then as it was.
    pub fn write(&self, folder: &Path) -> Result<(), FilesError> {
        if self.is_empty() {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(failed(folder))?;
        let staging = Staging::new(folder)?;
        for (path, new) in self.differences.iter().filter_map(|(path, change)| Some((path, change.new.as_ref()?))) {
            let at = staging.new.join(path);
            create_parent(&at)?;
            fs::write(&at, new).map_err(failed(&at))?;
        }
        let mut done = Vec::new();
        for (path, difference) in &self.differences {
            if let Err(error) = staging.put(folder, path, difference, &mut done) {
                for (from, to) in done.iter().rev() {
                    // What cannot be put back stays in the staging folder, which is kept only when it holds something.
                    let _ = fs::rename(to, from);
                }
                return Err(error);
            }
        }
        for path in self.differences.iter().filter(|(_, change)| change.new.is_none()).map(|(path, _)| path) {
            remove_empty_parents(folder, path);
        }
        Ok(())
    }
}

/// A folder beside the one to be written, on the same file system, removed when this goes.
struct Staging {
    root: PathBuf,
    /// What is to be put in place.
    new: PathBuf,
    /// What was replaced.
    old: PathBuf,
}

impl Staging {
    fn new(folder: &Path) -> Result<Self, FilesError> {
        let mut name = folder.file_name().unwrap_or_default().to_owned();
        name.push(format!(".apiarist-{}", std::process::id()));
        let folder = fs::canonicalize(folder).map_err(failed(folder))?;
        let root = folder.parent().unwrap_or(&folder).join(name);
        let staging = Self { new: root.join("new"), old: root.join("old"), root };
        fs::create_dir_all(&staging.new).map_err(failed(&staging.new))?;
        Ok(staging)
    }

    /// Puts one file in its place, and notes each step with what undoes it.
    fn put(
        &self,
        folder: &Path,
        path: &Path,
        difference: &Difference,
        done: &mut Vec<(PathBuf, PathBuf)>,
    ) -> Result<(), FilesError> {
        let at = folder.join(path);
        let kept = self.old.join(path);
        if difference.old.is_some() {
            create_parent(&kept)?;
            // What is replaced stays where it is until the moment in which the new file takes its place.
            match difference.new {
                Some(_) => fs::hard_link(&at, &kept).or_else(|_| fs::copy(&at, &kept).map(|_| ())),
                None => fs::rename(&at, &kept),
            }
            .map_err(failed(&at))?;
            done.push((at.clone(), kept));
        }
        if difference.new.is_some() {
            let from = self.new.join(path);
            create_parent(&at)?;
            fs::rename(&from, &at).map_err(failed(&at))?;
            done.push((from, at));
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // A folder that cannot be removed does no harm.
        let _ = fs::remove_dir_all(&self.root);
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
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn files(texts: &[(&str, &str)]) -> Files {
        let mut files = Files::new();
        for (path, text) in texts {
            files.insert(path, format!("// {MARK} from a.yaml.\n{text}\n"));
        }
        files
    }

    fn write(files: &Files, folder: &Path) -> Result<(), FilesError> {
        files.compare(folder)?.write(folder)
    }

    fn listing(folder: &Path) -> Vec<String> {
        fn list(root: &Path, at: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(at).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                if entry.is_dir() {
                    list(root, &entry, found);
                }
                found.push(entry.strip_prefix(root).expect("it is inside").display().to_string());
            }
        }
        let mut found = Vec::new();
        list(folder, folder, &mut found);
        found.sort();
        found
    }

    #[test]
    fn a_new_folder_gets_all_files_and_nothing_else_appears() {
        let parent = TempDir::new().expect("a folder");
        let files = files(&[("Cargo.toml", "x"), ("src/lib.rs", "y"), ("src/types/a.rs", "z")]);
        write(&files, &parent.path().join("out")).expect("it can be written");
        assert_eq!(
            listing(parent.path()),
            ["out", "out/Cargo.toml", "out/src", "out/src/lib.rs", "out/src/types", "out/src/types/a.rs"]
        );
        assert!(files.compare(&parent.path().join("out")).expect("it can be read").is_empty());
    }

    #[test]
    fn files_that_do_not_change_keep_their_time() {
        let parent = TempDir::new().expect("a folder");
        let out = parent.path().join("out");
        write(&files(&[("src/a.rs", "a"), ("src/b.rs", "b")]), &out).expect("it can be written");
        let time = |name: &str| fs::metadata(out.join(name)).and_then(|data| data.modified()).expect("a time");
        let past = std::time::SystemTime::now() - Duration::from_secs(3600);
        for name in ["src/a.rs", "src/b.rs"] {
            let file = fs::File::options().append(true).open(out.join(name)).expect("a file");
            file.set_modified(past).expect("its time can be set");
        }
        let before = time("src/a.rs");
        write(&files(&[("src/a.rs", "a"), ("src/b.rs", "changed")]), &out).expect("it can be written");
        assert_eq!(time("src/a.rs"), before);
        assert_ne!(time("src/b.rs"), before);
    }

    #[test]
    fn stale_files_go_with_their_folders_and_hand_written_ones_stay() {
        let parent = TempDir::new().expect("a folder");
        let out = parent.path();
        write(&files(&[("src/lib.rs", "a"), ("src/old/x.rs", "b")]), out).expect("it can be written");
        fs::create_dir_all(out.join("examples")).expect("a folder");
        fs::write(out.join("examples/mine.rs"), format!("// {MARK}, copied\n")).expect("a file");
        fs::write(out.join("src/mine.rs"), "// by hand\n").expect("a file");
        let new = files(&[("src/lib.rs", "a")]);
        let comparison = new.compare(out).expect("it can be read");
        assert!(comparison.diff().contains("--- a/src/old/x.rs\n+++ /dev/null\n"), "{}", comparison.diff());
        comparison.write(out).expect("it can be written");
        assert_eq!(listing(out), ["examples", "examples/mine.rs", "src", "src/lib.rs", "src/mine.rs"]);
    }

    #[test]
    fn what_was_not_generated_is_never_overwritten() {
        let parent = TempDir::new().expect("a folder");
        let out = parent.path();
        fs::create_dir_all(out.join("src")).expect("a folder");
        fs::write(out.join("src/lib.rs"), "fn mine() {}\n").expect("a file");
        let result = write(&files(&[("Cargo.toml", "x"), ("src/lib.rs", "y")]), out);
        assert!(matches!(result, Err(FilesError::Foreign(_))), "{result:?}");
        assert!(matches!(check_folder(out), Err(FilesError::ForeignFolder(_))));
        assert_eq!(listing(out), ["src", "src/lib.rs"]);
    }

    #[test]
    fn folders_that_are_new_empty_or_generated_are_accepted() {
        let parent = TempDir::new().expect("a folder");
        let out = parent.path().join("out");
        assert!(check_folder(&out).is_ok());
        fs::create_dir(&out).expect("a folder");
        assert!(check_folder(&out).is_ok());
        write(&files(&[("Cargo.toml", "x")]), &out).expect("it can be written");
        assert!(check_folder(&out).is_ok());
    }

    #[test]
    fn a_failure_leaves_everything_as_it_was() {
        let parent = TempDir::new().expect("a folder");
        let out = parent.path().join("out");
        write(&files(&[("src/a.rs", "old"), ("src/gone.rs", "old")]), &out).expect("it can be written");
        let comparison = files(&[("src/a.rs", "new"), ("src/z.rs", "new")]).compare(&out).expect("it can be read");
        // A folder that holds something is in the way of the last file, after the others were put in place.
        fs::create_dir_all(out.join("src/z.rs/full")).expect("a folder");
        assert!(comparison.write(&out).is_err());
        assert!(fs::read_to_string(out.join("src/a.rs")).expect("it is there").contains("old"));
        assert!(out.join("src/gone.rs").exists());
        assert_eq!(fs::read_dir(parent.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn differences_are_shown_as_a_unified_diff() {
        let parent = TempDir::new().expect("a folder");
        write(&files(&[("src/a.rs", "one\ntwo")]), parent.path()).expect("it can be written");
        let comparison = files(&[("src/a.rs", "one\nthree")]).compare(parent.path()).expect("it can be read");
        assert_eq!(
            comparison.diff(),
            "--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,3 +1,3 @@\n // Written by apiarist from a.yaml.\n one\n-two\n+three\n"
        );
    }

    #[test]
    #[should_panic(expected = "a generated file stays within its folder")]
    fn no_file_leaves_its_folder() {
        Files::new().insert("../a.rs", "");
    }
}
