//! The folder of a cassette: listing, reading and replacing its files.
//!
//! ```text
//! tests/cassettes/list_bees/
//!   001-listBees.json
//!   002-getBee.json
//! ```

use std::{
    fmt,
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use super::{CassetteError, exchange::Exchange};
use crate::values::printable::printable;

/// The maximum number of files of a recording.
const MOST_FILES: usize = 10_000;

/// The maximum length of a file in bytes: a response with all of its bytes in Base64.
const LONGEST_FILE: u64 = 128 << 20;

/// The maximum length of the name of an operation in a file name.
const LONGEST_NAME: usize = 80;

/// The folder of a cassette.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Folder(path)
    }

    /// Creates the folder, and removes the files of an earlier recording.
    pub(super) fn clear(&self) -> Result<(), CassetteError> {
        fs::create_dir_all(&self.0).map_err(|error| self.error("cannot create", error))?;
        for name in self.files()? {
            // A file of this name that is not an exchange is not removed.
            let text = self.read_file(&name)?;
            if Exchange::parse(&text).is_ok() {
                fs::remove_file(self.0.join(&name)).map_err(|error| self.file_error("cannot remove", &name, error))?;
            }
        }
        Ok(())
    }

    /// Reads the recorded exchanges in order, with the names of their files.
    pub(super) fn read(&self) -> Result<Vec<(String, Exchange)>, CassetteError> {
        let help = "to record it, run the test with APIARIST_CASSETTES=record";
        if !self.0.is_dir() {
            return Err(CassetteError::new(format!("there is no recording in {self}; {help}")));
        }
        let mut exchanges = Vec::new();
        for name in self.files()? {
            let text = self.read_file(&name)?;
            let exchange = Exchange::parse(&text)
                .map_err(|message| CassetteError::new(format!("cannot replay `{name}` in {self}: {message}")))?;
            exchanges.push((name, exchange));
        }
        match exchanges.is_empty() {
            true => Err(CassetteError::new(format!("there is no recording in {self}; {help}"))),
            false => Ok(exchanges),
        }
    }

    /// Writes an exchange. The file appears as a whole or not at all.
    pub(super) fn write(&self, number: usize, exchange: &Exchange) -> Result<(), CassetteError> {
        let name = file_name(number, exchange.operation.as_deref());
        let text = exchange.to_text().map_err(|error| self.file_error("cannot write", &name, error.into()))?;
        let draft = self.0.join(format!(".{name}.{}", std::process::id()));
        let written = write_new(&draft, &text).and_then(|()| fs::rename(&draft, self.0.join(&name)));
        written.map_err(|error| {
            // The first error is more informative than a failure to clean up.
            let _ = fs::remove_file(&draft);
            self.file_error("cannot write", &name, error)
        })
    }

    /// Returns the names of the files that a recording consists of, in order.
    fn files(&self) -> Result<Vec<String>, CassetteError> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.0).map_err(|error| self.error("cannot read", error))? {
            let name = entry.map_err(|error| self.error("cannot read", error))?.file_name();
            let name = name.to_string_lossy();
            if let Some(number) = number_of(&name) {
                files.push((number, name.into_owned()));
            }
            if files.len() > MOST_FILES {
                return Err(CassetteError::new(format!("a recording must have at most {MOST_FILES} files: {self}")));
            }
        }
        files.sort();
        Ok(files.into_iter().map(|(_, name)| name).collect())
    }

    /// Reads a file. A link is rejected, because it could refer to a file outside of the folder.
    fn read_file(&self, name: &str) -> Result<String, CassetteError> {
        let path = self.0.join(name);
        let error = |error| self.file_error("cannot read", name, error);
        let invalid = |message: &str| error(io::Error::new(io::ErrorKind::InvalidData, message.to_owned()));
        if !fs::symlink_metadata(&path).map_err(error)?.is_file() {
            return Err(invalid("it must be a regular file"));
        }
        let mut text = String::new();
        File::open(&path).and_then(|file| file.take(LONGEST_FILE + 1).read_to_string(&mut text)).map_err(error)?;
        if text.len() as u64 > LONGEST_FILE {
            return Err(invalid("it is too long"));
        }
        Ok(text)
    }

    fn error(&self, action: &str, error: io::Error) -> CassetteError {
        CassetteError::with_source(format!("{action} {self}: {error}"), error)
    }

    fn file_error(&self, action: &str, name: &str, error: io::Error) -> CassetteError {
        let name = printable(name, LONGEST_NAME);
        CassetteError::with_source(format!("{action} `{name}` in {self}: {error}"), error)
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the folder `{}`", self.0.display())
    }
}

/// Writes a new file. An existing file, or a link to one, is an error.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Returns the name of a file: the number of the request and the operation, without characters that have a meaning in
/// paths.
fn file_name(number: usize, operation: Option<&str>) -> String {
    let is_allowed = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let name: String = operation.unwrap_or("token-request").chars().filter(is_allowed).take(LONGEST_NAME).collect();
    format!("{number:03}-{name}.json")
}

/// Returns the number of a file of a recording, or `None` for other files.
fn number_of(name: &str) -> Option<usize> {
    let (number, rest) = name.strip_suffix(".json")?.split_once('-')?;
    let is_number = number.len() >= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_number && is_name { number.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_stay_in_the_folder() {
        for (operation, expected) in [
            (Some("listBees"), "007-listBees.json"),
            (Some("../../etc/passwd"), "007-etcpasswd.json"),
            (Some("GET /bees"), "007-GETbees.json"),
            (Some("…"), "007-.json"),
            (None, "007-token-request.json"),
        ] {
            let name = file_name(7, operation);
            assert_eq!(name, expected);
            assert_eq!(number_of(&name), Some(7));
        }
        for other in ["7-a.json", "abc.json", "007-a.txt", "007-a.b.json", "99999999999999999999999-a.json"] {
            assert_eq!(number_of(other), None, "{other}");
        }
    }
}
