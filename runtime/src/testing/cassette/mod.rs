//! Cassettes: exchanges with a server, recorded once and replayed in tests.

mod error;
mod exchange;
mod folder;
mod matching;

use std::{
    fmt,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use http::Response;

pub use error::CassetteError;

use super::{RecordedRequest, redaction::Redaction};
use crate::{
    box_future::BoxFuture,
    error::{ErrorKind, call_error::CallError},
    transport::{Body, RequestBody, Transport, TransportError, TransportErrorKind, TransportRequest, body::gather},
};
use exchange::{Exchange, StoredRequest};
use folder::Folder;
use matching::Rules;

/// The environment variable that selects recording or replay.
const VARIABLE: &str = "APIARIST_CASSETTES";

/// The maximum length of a recorded response in bytes.
const LONGEST_RESPONSE: usize = 64 << 20;

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
        match std::env::var(VARIABLE).as_deref() {
            Ok("record") => match transport() {
                Ok(transport) => self.record(transport),
                Err(error) => Err(CassetteError::with_source("cannot create the transport for recording", error)),
            },
            Ok("replay" | "") | Err(_) => self.replay(),
            Ok(other) => Err(CassetteError::new(format!("`{VARIABLE}` must be `record` or `replay`; found {other:?}"))),
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
        let recorder =
            Recorder { transport: Arc::new(transport), redaction: Mutex::new(self.redaction), number: Mutex::new(0) };
        Ok(CassetteTransport { shared: Arc::new(Shared { folder, mode: Mode::Record(recorder) }) })
    }

    /// Returns a transport that answers requests from the recorded exchanges.
    ///
    /// # Errors
    /// Returns an error if there is no recording, or a file is not a valid exchange.
    pub fn replay(self) -> Result<CassetteTransport, CassetteError> {
        let folder = Folder::new(self.folder);
        let tracks = folder.read()?.into_iter().map(|(file, exchange)| Track { file, exchange, uses: 0 }).collect();
        let player =
            Player { redaction: self.redaction, rules: self.rules, state: Mutex::new(PlayerState { tracks, next: 0 }) };
        Ok(CassetteTransport { shared: Arc::new(Shared { folder, mode: Mode::Replay(player) }) })
    }
}

impl fmt::Debug for Cassette {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Cassette").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// A transport that records exchanges or replays them. Returned by [`Cassette`]. Clones share everything.
#[derive(Clone)]
pub struct CassetteTransport {
    shared: Arc<Shared>,
}

struct Shared {
    folder: Folder,
    mode: Mode,
}

enum Mode {
    Record(Recorder),
    Replay(Player),
}

struct Recorder {
    transport: Arc<dyn Transport>,
    redaction: Mutex<Redaction>,
    /// The number of the last request.
    number: Mutex<usize>,
}

struct Player {
    redaction: Redaction,
    rules: Rules,
    state: Mutex<PlayerState>,
}

struct PlayerState {
    tracks: Vec<Track>,
    /// The position of the next exchange of a strict replay.
    next: usize,
}

/// A recorded exchange and its file.
struct Track {
    file: String,
    exchange: Exchange,
    /// The number of requests that were answered by it.
    uses: usize,
}

impl CassetteTransport {
    /// Returns `true` if exchanges are recorded, and `false` if they are replayed. A test that needs valid credentials
    /// for recording can decide by it.
    pub fn is_recording(&self) -> bool {
        matches!(self.shared.mode, Mode::Record(_))
    }

    /// Returns the names of the files that were not replayed. There are none while recording.
    pub fn unused(&self) -> Vec<String> {
        match &self.shared.mode {
            Mode::Record(_) => Vec::new(),
            Mode::Replay(player) => {
                let state = lock(&player.state);
                state.tracks.iter().filter(|track| track.uses == 0).map(|track| track.file.clone()).collect()
            }
        }
    }

    /// Verifies that every recorded exchange was replayed.
    ///
    /// # Panics
    /// Panics with the names of the files that were not replayed.
    #[track_caller]
    pub fn verify(&self) {
        let unused = self.unused();
        assert!(unused.is_empty(), "not replayed from {}: {}", self.shared.folder, unused.join(", "));
    }
}

impl fmt::Debug for CassetteTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CassetteTransport")
            .field("folder", &self.shared.folder.to_string())
            .field("is_recording", &self.is_recording())
            .finish_non_exhaustive()
    }
}

impl Transport for CassetteTransport {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        match &self.shared.mode {
            Mode::Record(recorder) => Box::pin(recorder.send(request, &self.shared.folder)),
            Mode::Replay(player) => Box::pin(player.send(request, &self.shared.folder)),
        }
    }
}

impl Recorder {
    /// Sends a request and records the exchange.
    async fn send(&self, mut request: TransportRequest, folder: &Folder) -> Result<Response<Body>, TransportError> {
        let recorded = RecordedRequest::read(request.clone()).await?;
        if !request.body.is_none() {
            // The body may be readable only once.
            request.body = RequestBody::from_bytes(recorded.body.clone());
        }
        let number = {
            let mut number = lock(&self.number);
            *number += 1;
            *number
        };
        let (parts, mut body) = self.transport.send(request).await?.into_parts();
        let (bytes, is_complete) = gather(&mut body, LONGEST_RESPONSE).await?;
        if !is_complete {
            let message = format!("a response of more than {} MiB cannot be recorded", LONGEST_RESPONSE >> 20);
            return Err(refused(&recorded, message));
        }
        let exchange = {
            let mut redaction = lock(&self.redaction);
            redaction.learn_request(&recorded);
            redaction.learn_response(&parts.headers, &bytes);
            Exchange::new(&recorded, &parts, &bytes, &redaction)
        };
        folder.write(number, &exchange).map_err(|error| refused(&recorded, error.to_string()))?;
        Ok(Response::from_parts(parts, Body::from_bytes(bytes)))
    }
}

impl Player {
    /// Returns the recorded response to a request.
    async fn send(&self, request: TransportRequest, folder: &Folder) -> Result<Response<Body>, TransportError> {
        let recorded = RecordedRequest::read(request).await?;
        let mut redaction = self.redaction.clone();
        redaction.learn_request(&recorded);
        let found = StoredRequest::new(&recorded, &redaction);
        let mut state = lock(&self.state);
        let selected = if self.rules.is_lenient { self.find(&state, &found) } else { self.next(&state, &found) };
        let position = selected.map_err(|message| {
            let (method, url) = (&found.method, &found.url);
            refused(&recorded, format!("cannot replay {method} {url} from {folder}: {message}"))
        })?;
        state.next = position + 1;
        let Some(track) = state.tracks.get_mut(position) else {
            return Err(refused(&recorded, "the recording is empty".to_owned()));
        };
        track.uses += 1;
        track.exchange.response.to_response().map_err(|error| TransportError::new(TransportErrorKind::Other, error))
    }

    /// Returns the position of the next exchange, if the request is equal to the recorded one.
    fn next(&self, state: &PlayerState, found: &StoredRequest) -> Result<usize, String> {
        let Some(track) = state.tracks.get(state.next) else {
            return Err(format!("all {} recorded requests have been replayed; {ADVICE}", state.tracks.len()));
        };
        match self.rules.differences(&track.exchange.request, found) {
            differences if differences.is_empty() => Ok(state.next),
            differences => Err(describe(track, &differences)),
        }
    }

    /// Returns the position of an exchange with an equal request: the first one that was used least.
    fn find(&self, state: &PlayerState, found: &StoredRequest) -> Result<usize, String> {
        let compared: Vec<(usize, &Track, Vec<String>)> = (state.tracks.iter().enumerate())
            .map(|(position, track)| (position, track, self.rules.differences(&track.exchange.request, found)))
            .collect();
        let mut equal = compared.iter().filter(|(.., differences)| differences.is_empty());
        let unused = equal.clone().find(|(_, track, _)| track.uses == 0);
        if let Some((position, ..)) = unused.or_else(|| equal.next_back()) {
            return Ok(*position);
        }
        match compared.iter().min_by_key(|(.., differences)| differences.len()) {
            Some((_, track, differences)) => {
                Err(format!("no recorded request matches; closest: {}", describe(track, differences)))
            }
            None => Err("the recording is empty".to_owned()),
        }
    }
}

/// The advice in messages about requests that do not match.
const ADVICE: &str = "to record again, set APIARIST_CASSETTES=record";

fn describe(track: &Track, differences: &[String]) -> String {
    format!("`{}` differs: {}; {ADVICE}", track.file, differences.join("; "))
}

/// Returns the error of a request that was not sent, which is not retried.
fn refused(request: &RecordedRequest, message: String) -> TransportError {
    let id = request.operation.map_or("token request", |operation| operation.id);
    TransportError::from_call(CallError::new(ErrorKind::Request, id, message))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
