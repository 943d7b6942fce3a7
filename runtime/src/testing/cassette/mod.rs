//! Cassettes: exchanges with a server, recorded once and replayed in tests.

mod error;
mod exchange;
mod folder;
mod matching;
mod transport;

use std::{fmt, path::PathBuf};

pub use error::CassetteError;
pub use transport::CassetteTransport;

use super::redaction::Redaction;
use crate::transport::{Transport, TransportError};
use folder::Folder;
use matching::Rules;

/// The environment variable that selects recording or replay.
const VARIABLE: &str = "APIARIST_CASSETTES";

/// Recorded exchanges with a server: a folder with a JSON file for each request and its response.
///
/// Record a cassette with the real server once, commit it, and replay it in tests. [`from_env`](Cassette::from_env)
/// selects one or the other by the environment variable `APIARIST_CASSETTES`:
///
/// | value | effect |
/// | --- | --- |
/// | `replay`, or not set | requests are answered from the files; there is no network |
/// | `record` | requests are sent, and the files are replaced |
///
/// Credentials are replaced by `[hidden]` before anything is written: those of the operation's security schemes, the
/// headers `authorization`, `proxy-authorization`, `cookie` and `set-cookie`, and all headers, query parameters and
/// properties whose names are those of credentials, such as `x-api-key`, `access_token` and `client_secret`. If a hidden
/// value has at least 8 characters, it is also hidden wherever else it occurs in the exchange and in all later ones. Add
/// other names by [`hide_header`](Cassette::hide_header), [`hide_query`](Cassette::hide_query) and
/// [`hide_property`](Cassette::hide_property), and other texts by [`hide_text`](Cassette::hide_text). Review the files before you commit them: personal data in responses is
/// recorded as it is.
///
/// By default, the replay is strict: requests must have the same order, method, URL, headers and body as the recorded
/// ones. Only `user-agent`, which contains the version of the client, and the boundaries of multipart forms are not
/// compared. [`lenient`](Cassette::lenient) allows any order, and the `ignore` methods exclude parts of requests.
///
/// A response is recorded and replayed as a whole, even if it is a stream. Failures without a response are not recorded.
///
/// ```
/// # use apiarist_runtime::testing::{Cassette, CassetteTransport, FakeAnswer, FakeTransport};
///
/// # fn main() -> Result<(), apiarist_runtime::testing::CassetteError> {
/// # let folder = std::env::temp_dir().join(format!("apiarist-cassette-{}", std::process::id()));
/// // In a test: `Cassette::new("tests/cassettes/list_bees").from_env(|| ReqwestTransport::new(&timeouts))?`
/// let recorder: CassetteTransport = Cassette::new(&folder)
///     .hide_property("email")
///     .record(FakeTransport::new().answer(FakeAnswer::json(200, r#"{"id":"b1"}"#)))?;
/// // let client = Client::builder().transport(recorder).build()?;
/// # drop(recorder);
/// # std::fs::remove_dir(&folder).unwrap();
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "`record`, `replay` or `from_env` returns the transport"]
pub struct Cassette {
    folder: PathBuf,
    redaction: Redaction,
    rules: Rules,
}

impl Cassette {
    /// Creates a cassette in this folder. Each test has a folder of its own.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Cassette { folder: folder.into(), redaction: Redaction::default(), rules: Rules::default() }
    }

    /// Hides the values of a header in requests and responses.
    pub fn hide_header(mut self, name: impl Into<String>) -> Self {
        self.redaction.headers.push(name.into().to_ascii_lowercase());
        self
    }

    /// Hides the values of a query parameter.
    pub fn hide_query(mut self, name: impl Into<String>) -> Self {
        self.redaction.query.push(name.into());
        self
    }

    /// Hides the values of a property in JSON bodies and of a field in URL-encoded bodies, at any depth. Only strings
    /// are hidden, because responses must still be decodable.
    pub fn hide_property(mut self, name: impl Into<String>) -> Self {
        self.redaction.properties.push(name.into());
        self
    }

    /// Hides a text wherever it occurs, such as a token in the path of the base URL. It must have at least 4 characters.
    pub fn hide_text(mut self, text: impl AsRef<str>) -> Self {
        self.redaction.add(text.as_ref());
        self
    }

    /// Replays the exchanges in any order and any number of times. Repeated requests receive the responses of equal
    /// recorded requests in their order, and then the last one of them.
    pub fn lenient(mut self) -> Self {
        self.rules.is_lenient = true;
        self
    }

    /// Excludes a request header from the comparison.
    pub fn ignore_header(mut self, name: impl Into<String>) -> Self {
        self.rules.headers.push(name.into().to_ascii_lowercase());
        self
    }

    /// Excludes all request headers from the comparison.
    pub fn ignore_headers(mut self) -> Self {
        self.rules.ignores_headers = true;
        self
    }

    /// Excludes a query parameter from the comparison.
    pub fn ignore_query(mut self, name: impl Into<String>) -> Self {
        self.rules.query.push(name.into());
        self
    }

    /// Excludes the value at a JSON pointer (RFC 6901) of request bodies from the comparison, such as a time stamp.
    pub fn ignore_body_at(mut self, pointer: impl Into<String>) -> Self {
        self.rules.pointers.push(pointer.into());
        self
    }

    /// Excludes request bodies from the comparison.
    pub fn ignore_body(mut self) -> Self {
        self.rules.ignores_body = true;
        self
    }

    /// Returns the transport that the environment variable `APIARIST_CASSETTES` selects. `transport` creates the
    /// transport for recording.
    ///
    /// # Errors
    /// Returns an error if the variable has another value than `record` or `replay`, or the transport cannot be created,
    /// and the errors of [`record`](Cassette::record) and [`replay`](Cassette::replay).
    pub fn from_env<T: Transport>(
        self,
        transport: impl FnOnce() -> Result<T, TransportError>,
    ) -> Result<CassetteTransport, CassetteError> {
        if !is_record(std::env::var(VARIABLE).ok().as_deref())? {
            return self.replay();
        }
        match transport() {
            Ok(transport) => self.record(transport),
            Err(error) => Err(CassetteError::with_source("cannot create the transport for recording", error)),
        }
    }

    /// Returns a transport that sends requests by another transport and records the exchanges. The folder is created,
    /// and the files of an earlier recording are removed; other files are left alone.
    ///
    /// # Errors
    /// Returns an error if the folder cannot be created or an earlier recording cannot be removed.
    pub fn record(self, transport: impl Transport) -> Result<CassetteTransport, CassetteError> {
        let folder = Folder::new(self.folder);
        folder.clear()?;
        Ok(CassetteTransport::record(folder, transport, self.redaction))
    }

    /// Returns a transport that answers requests from the recorded exchanges.
    ///
    /// # Errors
    /// Returns an error if there is no recording, or a file is not a valid exchange.
    pub fn replay(self) -> Result<CassetteTransport, CassetteError> {
        let folder = Folder::new(self.folder);
        let exchanges = folder.read()?;
        Ok(CassetteTransport::replay(folder, exchanges, self.redaction, self.rules))
    }
}

impl fmt::Debug for Cassette {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Cassette").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// Returns `true` if the value of the environment variable selects recording.
fn is_record(value: Option<&str>) -> Result<bool, CassetteError> {
    match value {
        Some("record") => Ok(true),
        Some("replay" | "") | None => Ok(false),
        Some(other) => Err(CassetteError::new(format!("`{VARIABLE}` must be `record` or `replay`; found {other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn environment_variable_selects_the_mode() {
        assert!(is_record(Some("record")).unwrap());
        for replay in [None, Some(""), Some("replay")] {
            assert!(!is_record(replay).unwrap(), "{replay:?}");
        }
        let message = is_record(Some("yes")).unwrap_err().to_string();
        assert_eq!(message, "`APIARIST_CASSETTES` must be `record` or `replay`; found \"yes\"");
    }
}
