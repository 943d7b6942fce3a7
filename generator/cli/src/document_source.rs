//! The source of a document: a file or a folder, a URL, or standard input.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use apiarist::source::{folder_of, read_all, read_file};
use apiarist::{OpenError, Project, ProjectOptions};

use crate::progress::Progress;

/// The source of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentSource {
    /// A file, or a folder with a document.
    File(PathBuf),
    /// A URL.
    Url(String),
    /// Standard input.
    Stdin,
}

impl From<OsString> for DocumentSource {
    fn from(argument: OsString) -> Self {
        match argument.to_str() {
            Some("-") => Self::Stdin,
            Some(text) if text.starts_with("https://") || text.starts_with("http://") => Self::Url(text.to_owned()),
            _ => Self::File(argument.into()),
        }
    }
}

impl DocumentSource {
    /// Opens the document with its settings.
    ///
    /// # Errors
    /// Returns a message if the document cannot be received. Other errors are in the result.
    pub fn open(&self, options: &ProjectOptions) -> Result<Result<Project, OpenError>, String> {
        if let Self::File(path) = self {
            let _progress = Progress::start(&format!("reading {}", path.display()));
            return Ok(options.open(path));
        }
        let bytes = self.read()?;
        let name = self.name();
        let _progress = Progress::start(&format!("reading {name}"));
        Ok(options.open_bytes(&name, bytes))
    }

    /// Reads the document alone.
    ///
    /// # Errors
    /// Returns a message if the document cannot be received.
    pub fn read(&self) -> Result<Vec<u8>, String> {
        match self {
            Self::File(path) => read_file(path).map_err(|error| format!("cannot read {}: {error}", path.display())),
            Self::Stdin => read_all(io::stdin()).map_err(|error| format!("cannot read standard input: {error}")),
            Self::Url(url) => {
                let _progress = Progress::start(&format!("fetching {url}"));
                fetch(url).map_err(|message| format!("cannot fetch {url}: {message}"))
            }
        }
    }

    /// Returns the folder in which settings are looked up.
    pub fn folder(&self) -> PathBuf {
        match self {
            Self::File(path) if path.is_dir() => path.clone(),
            Self::File(path) => folder_of(path),
            Self::Url(_) | Self::Stdin => PathBuf::from("."),
        }
    }

    /// Returns a file name for the document: the last segment of the path of a URL.
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            Self::Stdin => "stdin".to_owned(),
            Self::Url(url) => {
                let path = url.split(['?', '#']).next().unwrap_or_default();
                let segment = path.rsplit('/').find(|segment| !segment.is_empty()).unwrap_or_default();
                let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
                let name: String = segment.chars().filter(|c| is_plain(*c)).collect();
                let name = name.trim_start_matches('.');
                if Path::new(name).file_name().is_some() { name.to_owned() } else { "openapi".to_owned() }
            }
        }
    }
}

/// Fetches a document.
#[cfg(feature = "fetch")]
fn fetch(url: &str) -> Result<Vec<u8>, String> {
    use apiarist_fetch::{Advice, Limits, Validators};
    use std::time::Duration;

    const DOWNLOAD: &str = "download the document and pass the file";
    let advice = Advice { size: DOWNLOAD, time: DOWNLOAD, file: DOWNLOAD };
    let limits = Limits { time: Duration::from_secs(60), size: 64 << 20, advice };
    let fetched = apiarist_fetch::fetch(url, &Validators::default(), &limits)?;
    fetched.map(|fetched| fetched.document).ok_or_else(|| "the response has no body".to_owned())
}

/// Rejects URLs.
#[cfg(not(feature = "fetch"))]
fn fetch(_url: &str) -> Result<Vec<u8>, String> {
    Err("this build does not support URLs\nhelp: download the document and pass the file".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(argument: &str) -> DocumentSource {
        DocumentSource::from(OsString::from(argument))
    }

    #[test]
    fn arguments_are_files_urls_or_standard_input() {
        assert_eq!(source("-"), DocumentSource::Stdin);
        assert_eq!(source("https://example.com/a.yaml"), DocumentSource::Url("https://example.com/a.yaml".to_owned()));
        for file in ["a.yaml", "./-", "C:\\a.yaml", "https:/a.yaml", "httpsx://a"] {
            assert_eq!(source(file), DocumentSource::File(file.into()));
        }
    }

    #[test]
    fn document_of_a_url_is_named_after_its_last_segment() {
        for (url, name) in [
            ("https://example.com/v1/openapi.json?a=/b.yaml#/c", "openapi.json"),
            ("https://example.com/docs/", "docs"),
            ("https://example.com", "example.com"),
            ("https://example.com/..", "openapi"),
            ("https://example.com/a%2F..%5Cb.yaml", "a2F..5Cb.yaml"),
            ("https://", "https"),
        ] {
            assert_eq!(source(url).name(), name, "{url}");
        }
    }
}
