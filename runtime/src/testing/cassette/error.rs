//! Errors of reading and writing cassettes.

use std::{error, fmt};

/// An error of a cassette: a file that cannot be read or written, or that is not a valid exchange.
///
/// ```
/// # use apiarist_runtime::testing::Cassette;
/// let error = Cassette::new("tests/cassettes/never_recorded").replay().unwrap_err();
/// assert!(error.to_string().contains("APIARIST_CASSETTES=record"));
/// ```
#[derive(Debug)]
pub struct CassetteError {
    message: String,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl CassetteError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        CassetteError { message: message.into(), source: None }
    }

    pub(super) fn with_source(
        message: impl Into<String>,
        source: impl Into<Box<dyn error::Error + Send + Sync>>,
    ) -> Self {
        CassetteError { message: message.into(), source: Some(source.into()) }
    }
}

impl fmt::Display for CassetteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl error::Error for CassetteError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
