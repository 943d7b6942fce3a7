//! Defines and runs the rows of the table.

use std::sync::{Arc, OnceLock};

use apiarist_runtime::testing::FakeTransport;
use apiarist_runtime::transport::{ReqwestTransport, Transport};
use apiarist_runtime::{ConfigError, Timeouts};
use apiarist_test_support::loopback::{Answer, Recorded};
use apiarist_tests::exchange::Connection;

use crate::played::ResultText;

/// The ways in which each row is run.
pub const WAYS: [Way; 3] = [Way::Socket, Way::Blocking, Way::Fake];

/// The transport of a call and the way of waiting for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Awaited, over a socket.
    Socket,
    /// Sent without async, over a socket.
    Blocking,
    /// Awaited, on the fake transport.
    Fake,
}

/// A row of the table.
pub struct Row {
    /// The source text of the call.
    pub name: &'static str,
    play: Box<dyn Fn(Way) -> Result<(), String> + Send + Sync>,
}

impl Row {
    /// Creates a row of a client. It takes the call twice, because each way of waiting creates its own call.
    pub fn new<C: 'static>(
        name: &'static str,
        client: fn(&Connection) -> C,
        awaited: fn(&C) -> ResultText<'_>,
        sent: fn(&C) -> String,
        answers: impl Into<Answers>,
        expected: impl Into<Expected>,
    ) -> Self {
        let (answers, expected) = (answers.into(), expected.into());
        let play = move |way: Way| {
            answers.variants(way).iter().try_for_each(|answers| {
                let connection = match way {
                    Way::Fake => Connection::fake(answers),
                    Way::Socket | Way::Blocking => Connection::socket(answers).map_err(|error| error.to_string())?,
                };
                let client = client(&connection);
                let result = match way {
                    Way::Blocking => sent(&client),
                    Way::Socket | Way::Fake => runtime()?.block_on(awaited(&client)),
                };
                let requests: Vec<String> = connection.requests().iter().map(written).collect();
                expected.compare(way, &requests.join("\n---\n"), &result)
            })
        };
        Row { name, play: Box::new(play) }
    }

    /// Runs the row and compares.
    ///
    /// # Errors
    /// Returns an error if the outcome differs. The message has the actual outcome.
    pub fn play(&self, way: Way) -> Result<(), String> {
        (self.play)(way)
    }
}

fn runtime() -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())
}

/// The responses of the server.
pub enum Answers {
    /// Responses in order.
    Each(Vec<Answer>),
    /// A stream of this media type, cut at every position.
    Stream(&'static str, Vec<u8>),
}

impl From<Answer> for Answers {
    fn from(answer: Answer) -> Self {
        Answers::Each(vec![answer])
    }
}

impl<const COUNT: usize> From<[Answer; COUNT]> for Answers {
    fn from(answers: [Answer; COUNT]) -> Self {
        Answers::Each(answers.into())
    }
}

/// Returns an event stream that must be decoded equally wherever its bytes are cut.
pub fn events(bytes: impl Into<Vec<u8>>) -> Answers {
    Answers::Stream("text/event-stream", bytes.into())
}

impl Answers {
    /// Returns the response queues with which a row is run. All transports get the bytes as a whole and one by one; the
    /// fake transport also gets every split into two pieces.
    fn variants(&self, way: Way) -> Vec<Vec<Answer>> {
        let (media_type, bytes) = match self {
            Answers::Each(answers) => return vec![answers.clone()],
            Answers::Stream(media_type, bytes) => (media_type, bytes),
        };
        let pairs = if way == Way::Fake { bytes.len() } else { 0 };
        let cuts = (0..pairs).map(|at| vec![bytes[..at].to_vec(), bytes[at..].to_vec()]);
        let single = bytes.chunks(1).map(<[u8]>::to_vec).collect();
        [vec![bytes.clone()], single]
            .into_iter()
            .chain(cuts)
            .map(|pieces| vec![Answer::stream(media_type, pieces)])
            .collect()
    }
}

/// The expectation of a row: the outcome and, optionally, the requests.
pub struct Expected {
    request: Option<String>,
    outcome: String,
}

/// Expects that nothing is sent, for this reason.
pub fn refused(reason: &str) -> Expected {
    Expected { request: Some(String::new()), outcome: format!("error: {reason}") }
}

/// Expects an outcome; another row covers the request.
pub fn outcome(outcome: &str) -> Expected {
    Expected { request: None, outcome: outcome.into() }
}

impl From<&str> for Expected {
    fn from(request: &str) -> Self {
        Expected { request: Some(request.into()), outcome: "()".into() }
    }
}

impl From<(&str, &str)> for Expected {
    fn from((request, outcome): (&str, &str)) -> Self {
        Expected { request: Some(request.into()), outcome: outcome.into() }
    }
}

impl Expected {
    fn compare(&self, way: Way, request: &str, outcome: &str) -> Result<(), String> {
        let unlike = |what: &str, found: &str, expected: &str| {
            Err(format!("the {what} is\n    {found:?}\nand not\n    {expected:?}\n{found}"))
        };
        if let Some(expected) = &self.request {
            // The transport decides how to send a body of unknown length.
            let expected = if way == Way::Fake { &expected.replace(CHUNKED, "") } else { expected };
            if request != expected {
                return unlike("request", request, expected);
            }
        }
        if outcome == self.outcome { Ok(()) } else { unlike("outcome", outcome, &self.outcome) }
    }
}

/// The headers of every request.
const EVERYWHERE: &[&str] = &["accept-encoding", "connection", "content-length", "host", "user-agent"];

const CHUNKED: &str = "\ntransfer-encoding: chunked";

/// Returns a request as text: line, sorted headers, and after an empty line the body, if any. Headers of every request,
/// line feeds after carriage returns, and random parts of boundaries are omitted.
fn written(request: &Recorded) -> String {
    let mut text = format!("{} {}", request.method, request.target);
    let mut headers: Vec<String> = request
        .headers
        .iter()
        .filter(|(name, value)| {
            !EVERYWHERE.contains(&name.as_str()) && (name.as_str(), value.as_str()) != ("accept", "application/json")
        })
        .map(|(name, value)| format!("\n{name}: {value}"))
        .collect();
    headers.sort();
    text.extend(headers);
    if !request.body.is_empty() {
        text.push_str("\n\n");
        text.push_str(&String::from_utf8_lossy(&request.body));
    }
    let boundary = text.split_once("boundary=").and_then(|(_, rest)| rest.split([';', '\r', '\n']).next());
    let boundary = boundary.map(str::to_owned);
    let text = text.replace("\r\n", "\n");
    boundary.map_or(text.clone(), |boundary| text.replace(&boundary, "B"))
}

/// Returns the transport of a connection. All rows share the transport over sockets, because creating it reads the
/// system's certificates.
pub fn transport(connection: &Connection) -> Arc<dyn Transport> {
    static SHARED: OnceLock<ReqwestTransport> = OnceLock::new();
    let fake = connection.transport().map(|transport: FakeTransport| Arc::new(transport) as Arc<dyn Transport>);
    fake.unwrap_or_else(|| {
        let made = || ReqwestTransport::new(&Timeouts::default()).unwrap_or_else(|error| panic!("{error}"));
        Arc::new(SHARED.get_or_init(made).clone())
    })
}

/// Unwraps a built client.
pub fn built<C>(client: Result<C, ConfigError>) -> C {
    client.unwrap_or_else(|error| panic!("{error}"))
}

/// Lists rows of calls on one client. `call => request;` is answered by an empty success, `call, answer => request and
/// outcome;` by the answer.
macro_rules! rows {
    ($client:ty, $name:ident; $( $call:expr $(, $answer:expr)? => $expected:expr; )*) => {
        vec![ $( $crate::table::Row::new(
            stringify!($call),
            |connection| $crate::table::built(
                <$client>::builder()
                    .base_url(connection.base_url())
                    .transport($crate::table::transport(connection))
                    .retries(apiarist_runtime::RetryPolicy::none())
                    .build(),
            ),
            |$name| $crate::played::Played::awaited($call),
            |$name| $crate::played::Played::sent($call),
            $crate::table::answer!($($answer)?),
            $expected,
        ) ),* ]
    };
}
pub(crate) use rows;

/// Returns the response of a row.
macro_rules! answer {
    () => {
        apiarist_test_support::loopback::Answer::empty(204)
    };
    ($answer:expr) => {
        $answer
    };
}
pub(crate) use answer;
