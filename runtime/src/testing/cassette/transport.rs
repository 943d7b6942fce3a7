//! The transport of a cassette: a recorder or a player.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use http::Response;

use super::{
    exchange::{Exchange, StoredRequest},
    folder::Folder,
    matching::Rules,
};
use crate::{
    box_future::BoxFuture,
    error::{ErrorKind, call_error::CallError},
    testing::{RecordedRequest, redaction::Redaction},
    transport::{Body, RequestBody, Transport, TransportError, TransportErrorKind, TransportRequest, body::gather},
};

/// The maximum length of a recorded response in bytes.
const LONGEST_RESPONSE: usize = 64 << 20;

/// A transport that records exchanges or replays them. Returned by [`Cassette`](super::Cassette). Clones share everything.
///
/// ```no_run
/// # use apiarist_runtime::testing::{Cassette, CassetteError};
/// let transport = Cassette::new("tests/cassettes/list_bees").replay()?;
/// // let client = Client::builder().transport(transport.clone()).build()?;
/// // client.bees().list().await?;
/// transport.verify();
/// # Ok::<(), CassetteError>(())
/// ```
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
    /// Creates a transport that records the exchanges of another one.
    pub(super) fn record(folder: Folder, transport: impl Transport, redaction: Redaction) -> Self {
        let recorder =
            Recorder { transport: Arc::new(transport), redaction: Mutex::new(redaction), number: Mutex::new(0) };
        CassetteTransport { shared: Arc::new(Shared { folder, mode: Mode::Record(recorder) }) }
    }

    /// Creates a transport that replays exchanges.
    pub(super) fn replay(
        folder: Folder,
        exchanges: Vec<(String, Exchange)>,
        redaction: Redaction,
        rules: Rules,
    ) -> Self {
        let tracks = exchanges.into_iter().map(|(file, exchange)| Track { file, exchange, uses: 0 }).collect();
        let player = Player { redaction, rules, state: Mutex::new(PlayerState { tracks, next: 0 }) };
        CassetteTransport { shared: Arc::new(Shared { folder, mode: Mode::Replay(player) }) }
    }

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
