//! How rows are played and written.

use std::{fmt, future::Future, pin::Pin};

use apiarist_runtime::ConfigError;
use apiarist_runtime::testing::FakeTransport;
use apiarist_tests::exchange::{Connection, exchange};
use apiarist_tests::loopback::{Answer, Recorded};

/// What comes of a call, in words.
pub type Told = Pin<Box<dyn Future<Output = String>>>;

/// Headers that every request has.
const EVERYWHERE: &[&str] = &["accept-encoding", "connection", "content-length", "host", "user-agent"];

/// The answers to the requests of a row.
pub struct Answers(Vec<Answer>);

impl From<Answer> for Answers {
    fn from(answer: Answer) -> Self {
        Answers(vec![answer])
    }
}

impl<const COUNT: usize> From<[Answer; COUNT]> for Answers {
    fn from(answers: [Answer; COUNT]) -> Self {
        Answers(answers.into())
    }
}

/// Plays a row and compares.
#[track_caller]
pub fn check<C>(
    line: u32,
    client: fn(&Connection) -> C,
    call: fn(C) -> Told,
    answers: impl Into<Answers>,
    request: &str,
    outcome: &str,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("{error}"));
    let (requests, told) = runtime.block_on(exchange(client, &answers.into().0, call));
    let sent: Vec<String> = requests.iter().map(written).collect();
    assert_eq!(sent.join("\n---\n"), request, "the request of the row in line {line}");
    assert_eq!(told, outcome, "the outcome of the row in line {line}");
}

/// The outcome of a call in words.
pub fn told<T: fmt::Debug, E: fmt::Display>(outcome: Result<T, E>) -> String {
    match outcome {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("error: {error}"),
    }
}

/// Makes a client of a case.
pub fn client<C>(
    connection: &Connection,
    build: impl FnOnce(String, Option<FakeTransport>) -> Result<C, ConfigError>,
) -> C {
    build(connection.base_url(), connection.transport()).unwrap_or_else(|error| panic!("{error}"))
}

/// A request as it is sent: line, headers in the order of their names, an empty line and the body if there is one.
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
    text
}

/// Rows of calls on one client: `|client| call, answer => request, outcome;`.
macro_rules! rows {
    ($client:path; $( |$name:ident| $call:expr, $answer:expr => $request:expr, $outcome:expr; )*) => {
        $( $crate::table::check(
            line!(),
            |connection| $crate::table::client(connection, |base_url, transport| {
                let builder = <$client>::builder().base_url(base_url);
                match transport {
                    Some(transport) => builder.transport(transport).build(),
                    None => builder.build(),
                }
            }),
            |$name: $client| Box::pin(async move { $crate::table::told($call.await) }),
            $answer,
            $request,
            $outcome,
        ); )*
    };
}
pub(crate) use rows;
