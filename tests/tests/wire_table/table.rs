//! How rows are written and played.

use std::sync::{Arc, OnceLock};

use apiarist_runtime::testing::FakeTransport;
use apiarist_runtime::transport::{ReqwestTransport, Transport};
use apiarist_runtime::{ConfigError, Timeouts};
use apiarist_test_support::loopback::{Answer, Recorded};
use apiarist_tests::exchange::Connection;

use crate::played::Told;

/// The ways that each row is played in.
pub const WAYS: [Way; 3] = [Way::Socket, Way::Blocking, Way::Fake];

/// Over what a call is made, and how it is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Awaited, over a socket.
    Socket,
    /// Sent without async, over a socket.
    Blocking,
    /// Awaited, on the fake transport.
    Fake,
}

/// One row of the table.
pub struct Row {
    /// The call, as it stands in the table.
    pub name: &'static str,
    play: Box<dyn Fn(Way) -> Result<(), String> + Send + Sync>,
}

impl Row {
    /// A row of a client. Its call is there twice, since it is made anew for each way of waiting.
    pub fn new<C: 'static>(
        name: &'static str,
        client: fn(&Connection) -> C,
        awaited: fn(&C) -> Told<'_>,
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
                let told = match way {
                    Way::Blocking => sent(&client),
                    Way::Socket | Way::Fake => runtime()?.block_on(awaited(&client)),
                };
                let requests: Vec<String> = connection.requests().iter().map(written).collect();
                expected.compare(way, &requests.join("\n---\n"), &told)
            })
        };
        Row { name, play: Box::new(play) }
    }

    /// Plays the row and compares.
    ///
    /// # Errors
    /// What came in the place of what was expected.
    pub fn play(&self, way: Way) -> Result<(), String> {
        (self.play)(way)
    }
}

fn runtime() -> Result<tokio::runtime::Runtime, String> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())
}

/// What the server says.
pub enum Answers {
    /// These, one after the other.
    Each(Vec<Answer>),
    /// A stream of this media type, cut in all ways.
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

/// An event stream that must be read the same wherever its bytes are cut.
pub fn events(bytes: impl Into<Vec<u8>>) -> Answers {
    Answers::Stream("text/event-stream", bytes.into())
}

impl Answers {
    /// The queues of answers that a row is played with. A socket is given the bytes as one and one by one, the fake
    /// transport every pair of pieces too.
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

/// What a row says: the requests that are sent, if it says anything of them, and the outcome.
pub struct Expected {
    request: Option<String>,
    outcome: String,
}

/// Nothing is sent, for this reason.
pub fn refused(reason: &str) -> Expected {
    Expected { request: Some(String::new()), outcome: format!("error: {reason}") }
}

/// What comes of an answer; another row says what is sent.
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
            // How a body of unknown length is sent is the transport's affair.
            let expected = if way == Way::Fake { &expected.replace(CHUNKED, "") } else { expected };
            if request != expected {
                return unlike("request", request, expected);
            }
        }
        if outcome == self.outcome { Ok(()) } else { unlike("outcome", outcome, &self.outcome) }
    }
}

/// Headers that every request has.
const EVERYWHERE: &[&str] = &["accept-encoding", "connection", "content-length", "host", "user-agent"];

const CHUNKED: &str = "\ntransfer-encoding: chunked";

/// A request as it is sent: line, headers in the order of their names, an empty line and the body if there is one.
/// What is in every request is left out, and so are line feeds after carriage returns and what is random in boundaries.
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

/// A transport of a connection. That over sockets is one for all rows, since it reads the certificates of the system.
pub fn transport(connection: &Connection) -> Arc<dyn Transport> {
    static SHARED: OnceLock<ReqwestTransport> = OnceLock::new();
    let fake = connection.transport().map(|transport: FakeTransport| Arc::new(transport) as Arc<dyn Transport>);
    fake.unwrap_or_else(|| {
        let made = || ReqwestTransport::new(&Timeouts::default()).unwrap_or_else(|error| panic!("{error}"));
        Arc::new(SHARED.get_or_init(made).clone())
    })
}

/// A client that was built.
pub fn built<C>(client: Result<C, ConfigError>) -> C {
    client.unwrap_or_else(|error| panic!("{error}"))
}

/// Rows of calls on one client, `call => request;`: it is answered by nothing, which is good.
/// With an answer, `call, answer => request and outcome;`.
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

/// The answer of a row.
macro_rules! answer {
    () => {
        apiarist_test_support::loopback::Answer::empty(204)
    };
    ($answer:expr) => {
        $answer
    };
}
pub(crate) use answer;
