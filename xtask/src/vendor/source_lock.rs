//! `source.lock`: which document was vendored, and from where.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::fetch::Validators;
use crate::Failure;

const HEADER: &str = "\
# Written by `cargo xtask vendor`: which document this is, and from where. Keep this file with the document.
";

/// Which document was vendored, and from where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceLock {
    /// The address, or the path as it was given.
    pub from: String,
    /// When this document came, as RFC 3339 writes it; later looks that found the same do not count.
    pub retrieved: String,
    /// The version that the document gives itself.
    pub version: Option<String>,
    /// The SHA-256 of the document, in hexadecimal digits.
    pub sha256: String,
    /// The entity tag with which it came.
    pub etag: Option<String>,
    /// When the server says that it was changed last.
    pub last_modified: Option<String>,
    /// The SHA-256 of each other file, by its path within the folder.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, String>,
}

impl SourceLock {
    /// The name of the file, in the folder of the document.
    pub const FILE_NAME: &str = "source.lock";

    /// Reads the lock of a folder, if it has one.
    pub fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(Self::FILE_NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::Message(format!("{}: {error}", path.display()))),
        };
        let told = |error: toml::de::Error| {
            Failure::Message(format!("{}: {}; remove it and vendor again", path.display(), error.message()))
        };
        toml::from_str(&text).map(Some).map_err(told)
    }

    /// What the document can be asked for by.
    pub fn validators(&self) -> Validators {
        Validators { etag: self.etag.clone(), last_modified: self.last_modified.clone() }
    }

    /// The text of the file.
    pub fn to_text(&self) -> Result<String, Failure> {
        let text = toml::to_string(self).map_err(|error| Failure::Message(error.to_string()))?;
        Ok(format!("{HEADER}{text}"))
    }
}

/// The SHA-256 of a file, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
