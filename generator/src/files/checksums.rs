//! Checksums of generated files that users edit, by which the next run recognizes an edit instead of losing it.
//!
//! `src` is always replaced. The manifest, and the copy of the runtime next to it, are only replaced if they are as the
//! previous run wrote them:
//!
//! ```text
//! Cargo.toml         as written            →  replaced if the new text differs
//! Cargo.toml         another `version`     →  the same: releases change it
//! Cargo.toml         another line changed  →  an error, unless edits are to be discarded
//! runtime/src/a.rs   as written, obsolete  →  removed
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{FilesError, README, TREE, read};

/// The file with the checksums, in the folder of the crate.
pub(super) const FILE: &str = "checksums.lock";

/// The first lines of the file.
const HEADER: &str = "# Written by apiarist: the checksums by which the next run recognizes edits of these files.\n\
                      # Commit this file with the crate.\n";

/// The manifest of a crate, in its folder.
const MANIFEST: &str = "Cargo.toml";

/// The checksums of the files that a run wrote, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Checksums(BTreeMap<PathBuf, u64>);

impl Checksums {
    /// Computes the checksums of all files whose edits are recognized.
    pub(super) fn of<'a>(files: impl Iterator<Item = (&'a Path, &'a str)>) -> Self {
        let covered = files.filter(|(path, _)| is_covered(path));
        Self(covered.map(|(path, text)| (path.to_owned(), checksum(path, text))).collect())
    }

    /// Reads the checksums of a folder. A line that is not a checksum is ignored, so its file counts as edited; so is a
    /// file outside of the folder, to which a link may lead.
    pub(super) fn read(folder: &Path) -> Result<Self, FilesError> {
        let text = read(&folder.join(FILE))?.unwrap_or_default();
        let root = fs::canonicalize(folder).ok();
        let is_below = |path: &Path| {
            let parent = fs::canonicalize(folder.join(path).parent().unwrap_or(folder)).ok();
            parent.is_none_or(|parent| root.as_ref().is_some_and(|root| parent.starts_with(root)))
        };
        let entry = |line: &str| {
            let (checksum, path) = line.split_once("  ")?;
            let path = PathBuf::from(path);
            let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
            Some((path, u64::from_str_radix(checksum, 16).ok()?))
                .filter(|(path, _)| is_inside && is_covered(path) && is_below(path))
        };
        Ok(Self(text.lines().filter_map(entry).collect()))
    }

    /// Returns the checksums as the text of their file.
    pub(super) fn to_text(&self) -> String {
        let lines = self.0.iter().map(|(path, checksum)| {
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            format!("{checksum:016x}  {}\n", parts.join("/"))
        });
        HEADER.to_owned() + &lines.collect::<String>()
    }

    /// Returns the paths of the files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// Returns `true` if the previous run wrote a file.
    pub(super) fn contains(&self, path: &Path) -> bool {
        self.0.contains_key(path)
    }

    /// Returns `true` if a file is as it was written.
    pub(super) fn matches(&self, path: &Path, text: &str) -> bool {
        self.0.get(path) == Some(&checksum(path, text))
    }
}

/// Returns `true` if edits of a file are recognized. Those of `src` are not expected, those of a README are kept, and
/// locks have a meaning of their own.
pub(super) fn is_covered(path: &Path) -> bool {
    let is_lock = path.extension().is_some_and(|extension| extension == "lock");
    !is_lock && !path.starts_with(TREE) && path != Path::new(README)
}

/// Returns the checksum of a text (FNV-1a), which is the same on every system and in every version. Line terminators do
/// not count, because version control may change them; neither does the version of the crate.
fn checksum(path: &Path, text: &str) -> u64 {
    let is_version = |line: &str| path == Path::new(MANIFEST) && line.starts_with("version = ");
    let lines = text.lines().filter(|line| !is_version(line));
    let bytes = lines.flat_map(|line| line.bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const MANIFEST_TEXT: &str = "[package]\nname = \"a\"\nversion = \"0.1.0\"\n";

    #[test]
    fn checksums_cover_manifests_and_the_runtime() {
        let texts = [("Cargo.toml", "a"), ("README.md", "b"), ("src/lib.rs", "c"), ("names.lock", "d")];
        let runtime = [("runtime/README.md", "e"), ("runtime/src/lib.rs", "f")];
        let files = texts.iter().chain(&runtime).map(|(path, text)| (Path::new(*path), *text));
        let checksums = Checksums::of(files);
        let paths: Vec<_> = checksums.paths().map(|path| path.to_string_lossy()).collect();
        assert_eq!(paths, ["Cargo.toml", "runtime/README.md", "runtime/src/lib.rs"]);

        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join(FILE), checksums.to_text()).expect("a file");
        assert_eq!(Checksums::read(folder.path()).expect("it can be read"), checksums);
    }

    #[test]
    fn line_terminators_and_the_version_do_not_count() {
        let manifest = Path::new("Cargo.toml");
        let checksums = Checksums::of([(manifest, MANIFEST_TEXT)].into_iter());
        assert!(checksums.matches(manifest, &MANIFEST_TEXT.replace('\n', "\r\n")));
        assert!(checksums.matches(manifest, &MANIFEST_TEXT.replace("0.1.0", "2.0.0-rc.1")));
        assert!(!checksums.matches(manifest, &MANIFEST_TEXT.replace("\"a\"", "\"b\"")));
        assert!(!checksums.matches(Path::new("runtime/Cargo.toml"), MANIFEST_TEXT));
        let runtime = Path::new("runtime/Cargo.toml");
        let checksums = Checksums::of([(runtime, MANIFEST_TEXT)].into_iter());
        assert!(!checksums.matches(runtime, &MANIFEST_TEXT.replace("0.1.0", "2.0.0")));
    }

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_out_of_the_folder() {
        let folder = TempDir::new().expect("a folder");
        let out = folder.path().join("out");
        fs::create_dir_all(out.join("runtime")).expect("a folder");
        std::os::unix::fs::symlink("..", out.join("link")).expect("a link");
        fs::write(out.join(FILE), "0f  link/a\n0f  runtime/a\n0f  missing/a\n").expect("a file");
        let checksums = Checksums::read(&out).expect("it can be read");
        assert_eq!(checksums.paths().collect::<Vec<_>>(), [Path::new("missing/a"), Path::new("runtime/a")]);
    }

    #[test]
    fn invalid_lines_and_paths_are_ignored() {
        let folder = TempDir::new().expect("a folder");
        let lines = ["# A comment.", "x  a", "12", "00  ../a", "00  /a", "00  src/lib.rs", "", "\u{0}", "0f  b/c"];
        fs::write(folder.path().join(FILE), lines.join("\n")).expect("a file");
        let checksums = Checksums::read(folder.path()).expect("it can be read");
        assert_eq!(checksums.paths().collect::<Vec<_>>(), [Path::new("b/c")]);
    }
}
