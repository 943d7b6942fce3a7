//! Reads and writes `source.lock`, which records the vendored document and its source.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use apiarist::files;
use apiarist::settings::{self, NamesLock};
use apiarist::source::{read_file, read_text};
use hmac_sha256::Hash;
use serde::{Deserialize, Serialize};

use super::fetch::Validators;
use crate::Failure;

const HEADER: &str = "\
# Written by `cargo xtask update`: the source and the checksum of the document. Keep this file with the document.
";

/// The contents of `source.lock`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceLock {
    /// The URL, or the path as given.
    pub from: String,
    /// The time at which this document was acquired (RFC 3339). A later check that finds it unchanged does not update
    /// it.
    pub retrieved: String,
    /// The `info.version` of the document.
    pub version: Option<String>,
    /// The SHA-256 of the document in hexadecimal digits.
    pub sha256: String,
    /// The entity tag of the response.
    pub etag: Option<String>,
    /// The `Last-Modified` header of the response.
    pub last_modified: Option<String>,
    /// The SHA-256 of each referenced file, by path relative to the folder.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, String>,
}

impl SourceLock {
    /// The file name of the lock, in the folder of the document.
    pub const FILE_NAME: &str = "source.lock";

    /// Reads the lock of a folder, or returns `None` if it has none.
    pub fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(Self::FILE_NAME);
        let text = match read_text(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::Message(format!("{}: {error}", path.display()))),
        };
        let failure = |error: toml::de::Error| {
            Failure::Message(format!(
                "{}: {}\nhelp: remove the file, and run `cargo xtask update` again",
                path.display(),
                error.message()
            ))
        };
        let lock: Self = toml::from_str(&text).map_err(failure)?;
        match lock.check() {
            Ok(()) => Ok(Some(lock)),
            Err(reason) => Err(Failure::Message(format!(
                "{}: {reason}\nhelp: remove the file, and run `cargo xtask update` again",
                path.display()
            ))),
        }
    }

    /// Validates the lock. Its contents decide which files are removed.
    fn check(&self) -> Result<(), String> {
        if let Some(name) = self.files.keys().find(|name| !is_inside(name)) {
            return Err(format!("`{}` must be a path of a file below the folder", name.escape_debug()));
        }
        let is_sum =
            |sum: &&String| sum.len() == 64 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if let Some(sum) = self.files.values().chain([&self.sha256]).find(|sum| !is_sum(sum)) {
            return Err(format!("`{}` is not a valid SHA-256 in hexadecimal digits", sum.escape_debug()));
        }
        let values = [&self.etag, &self.last_modified].into_iter().flatten();
        match values.into_iter().find(|value| value.chars().any(char::is_control)) {
            Some(value) => Err(format!("`{}` is not a valid header value", value.escape_debug())),
            None => Ok(()),
        }
    }

    /// Returns the locked files in `folder` that are unmodified and for which `is_kept` is false. Paths through
    /// symbolic links are skipped.
    pub fn stale_files(&self, folder: &Path, is_kept: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
        let is_plain = |name: &Path| !is_linked(folder, name) && folder.join(name).is_file();
        let is_unmodified =
            |name: &Path, sum: &str| read_file(&folder.join(name)).is_ok_and(|bytes| sha256(&bytes) == *sum);
        let files = self.files.iter().map(|(name, sum)| (PathBuf::from(name), sum));
        files
            .filter(|(name, sum)| !is_kept(name) && is_plain(name) && is_unmodified(name, sum))
            .map(|(name, _)| name)
            .collect()
    }

    /// Returns the validators for a conditional request.
    pub fn validators(&self) -> Validators {
        Validators { etag: self.etag.clone(), last_modified: self.last_modified.clone() }
    }

    /// Returns the lock of the same document, acquired from this source with these validators.
    pub fn with_source(&self, from: &str, validators: &Validators) -> Self {
        let mut lock = Self { from: from.to_owned(), ..self.clone() };
        if *validators != Validators::default() {
            (lock.etag, lock.last_modified) = (validators.etag.clone(), validators.last_modified.clone());
        }
        lock
    }

    /// Writes the lock to a folder, unless it equals `before`.
    pub fn update(&self, before: &Self, folder: &Path) -> Result<(), Failure> {
        if self == before {
            return Ok(());
        }
        let written = files::write_text(&folder.join(Self::FILE_NAME), &self.to_text()?);
        written.map_err(|error| Failure::Message(error.to_string()))
    }

    /// Returns the text of the file.
    pub fn to_text(&self) -> Result<String, Failure> {
        let text = toml::to_string(self).map_err(|error| Failure::Message(error.to_string()))?;
        Ok(format!("{HEADER}{text}"))
    }
}

/// Returns `true` if a path with forward slashes stays below its folder on every operating system.
pub fn is_inside(name: &str) -> bool {
    let is_name = |part: &str| {
        !matches!(part, "" | "." | "..") && !part.chars().any(|c| c.is_control() || matches!(c, '\\' | ':'))
    };
    let is_ours = [SourceLock::FILE_NAME, settings::FILE_NAME, NamesLock::FILE_NAME].contains(&name);
    name.split('/').all(is_name) && !is_ours
}

/// Returns `true` if a path from a folder to a file passes a symbolic link, whose target may be outside the folder.
pub fn is_linked(folder: &Path, name: &Path) -> bool {
    let is_link = |part: &Path| folder.join(part).symlink_metadata().is_ok_and(|found| found.is_symlink());
    name.ancestors().filter(|part| !part.as_os_str().is_empty()).any(is_link)
}

/// Returns the SHA-256 of a file in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Hash::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    const SUM: &str = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    /// Reads a lock that has this line in its table of files.
    fn read(folder: &Path, line: &str) -> Result<Option<SourceLock>, Failure> {
        let text = format!("from = \"x\"\nretrieved = \"2024-01-01T00:00:00Z\"\nsha256 = \"{SUM}\"\n[files]\n{line}\n");
        fs::write(folder.join(SourceLock::FILE_NAME), text).expect("a file");
        SourceLock::read(folder)
    }

    #[test]
    fn lock_rejects_files_outside_of_its_folder() {
        let folder = TempDir::new().expect("a folder");
        for path in [
            "../../PRECIOUS",
            "..",
            ".",
            "",
            "/etc/passwd",
            "a/../../b",
            "a/./b",
            "a//b",
            "a/",
            "C:/a",
            "C:a",
            "..\\\\a",
            "\\\\host\\a",
            "a\\u0000b",
            "a\\nb",
            "source.lock",
            "apiarist.toml",
            "names.lock",
        ] {
            let result = read(folder.path(), &format!("\"{path}\" = \"{SUM}\""));
            let is_refused =
                matches!(&result, Err(Failure::Message(message)) if message.contains("help: remove the file, and run"));
            assert!(is_refused, "{path}: {result:?}");
        }
        for path in ["schemas/pet.yaml", "a b.json", "..a/b..", "größe.yaml"] {
            assert!(read(folder.path(), &format!("\"{path}\" = \"{SUM}\"")).is_ok(), "{path}");
        }
    }

    #[test]
    fn malformed_checksums_and_headers_are_rejected() {
        let folder = TempDir::new().expect("a folder");
        for line in ["a = \"00\"", "a = \"\"", &format!("a = \"{}\"", SUM.to_uppercase()), &format!("a = \"{SUM}0\"")] {
            assert!(read(folder.path(), line).is_err(), "{line}");
        }
        let text = format!("from = \"x\"\nretrieved = \"\"\nsha256 = \"{SUM}\"\netag = \"a\\r\\nB: c\"\n");
        fs::write(folder.path().join(SourceLock::FILE_NAME), text).expect("a file");
        assert!(SourceLock::read(folder.path()).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn only_unmodified_files_are_stale() {
        let root = TempDir::new().expect("a folder");
        let folder = root.path().join("specs/pets");
        fs::create_dir_all(folder.join("schemas")).expect("a folder");
        fs::create_dir_all(root.path().join("outside")).expect("a folder");
        for name in ["specs/pets/kept.yaml", "specs/pets/schemas/gone.yaml", "outside/precious.yaml"] {
            fs::write(root.path().join(name), "foo").expect("a file");
        }
        fs::write(folder.join("changed.yaml"), "by hand").expect("a file");
        std::os::unix::fs::symlink(root.path().join("outside"), folder.join("linked")).expect("a link");
        std::os::unix::fs::symlink(root.path().join("outside/precious.yaml"), folder.join("link.yaml"))
            .expect("a link");
        let names = [
            "kept.yaml",
            "schemas/gone.yaml",
            "changed.yaml",
            "linked/precious.yaml",
            "link.yaml",
            "absent.yaml",
            "schemas",
        ];
        let lines: Vec<String> = names.iter().map(|name| format!("\"{name}\" = \"{SUM}\"")).collect();
        let lock = read(&folder, &lines.join("\n")).expect("it is valid").expect("it is there");
        let stale = lock.stale_files(&folder, |name| name == Path::new("kept.yaml"));
        assert_eq!(stale, [PathBuf::from("schemas/gone.yaml")]);
    }
}
