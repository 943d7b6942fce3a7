//! Exchanges with a client, each made twice: over a socket with the transport that clients have when they are given
//! none, and on the fake transport. Both must send and receive the same.

use std::{fmt, io};

use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

use apiarist_test_support::loopback::{Answer, Content, Loopback, Recorded};

/// Where a client's requests go.
#[derive(Debug)]
pub enum Connection {
    /// To a server, over a socket.
    Socket(Loopback),
    /// To a queue of answers.
    Fake(FakeTransport),
}

impl Connection {
    /// A server with these answers.
    ///
    /// # Errors
    /// When there is no port.
    pub fn socket(answers: &[Answer]) -> io::Result<Self> {
        Loopback::start(answers.iter().cloned()).map(Connection::Socket)
    }

    /// A fake transport with these answers.
    pub fn fake(answers: &[Answer]) -> Self {
        Connection::Fake(answers.iter().fold(FakeTransport::new(), |transport, answer| transport.answer(fake(answer))))
    }

    /// The base URL that the client shall have.
    pub fn base_url(&self) -> String {
        match self {
            Connection::Socket(server) => server.base_url(),
            Connection::Fake(_) => "https://fake.example".into(),
        }
    }

    /// The transport that the client shall have, unless it is the one it has by itself.
    pub fn transport(&self) -> Option<FakeTransport> {
        match self {
            Connection::Socket(_) => None,
            Connection::Fake(transport) => Some(transport.clone()),
        }
    }

    /// What was sent so far.
    pub fn requests(&self) -> Vec<Recorded> {
        match self {
            Connection::Socket(server) => server.requests(),
            Connection::Fake(transport) => transport
                .requests()
                .iter()
                .map(|request| Recorded {
                    method: request.method.to_string(),
                    target: request.path_and_query().to_owned(),
                    headers: request
                        .headers
                        .iter()
                        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
                        .collect(),
                    body: request.body.to_vec(),
                })
                .collect(),
        }
    }
}

fn fake(answer: &Answer) -> FakeAnswer {
    let start = FakeAnswer::new(answer.status);
    let start = answer.headers.iter().fold(start, |fake, (name, value)| fake.header(name, value));
    match &answer.content {
        Content::None => start,
        Content::Whole(body) => start.chunk(body.clone()),
        Content::Pieces(pieces) => pieces.iter().fold(start, |fake, piece| fake.chunk(piece.clone())),
    }
}

/// Makes a client for each kind of connection, lets it make its calls against these answers, and gives back what was
/// sent and what came of it, once both are known to be the same.
///
/// # Panics
/// When they are not.
pub async fn exchange<C, T: PartialEq + fmt::Debug>(
    client: impl Fn(&Connection) -> C,
    answers: &[Answer],
    calls: impl AsyncFn(C) -> T,
) -> (Vec<Recorded>, T) {
    let socket = Connection::socket(answers).unwrap_or_else(|error| panic!("{error}"));
    let fake = Connection::fake(answers);
    let (over_socket, over_fake) = (calls(client(&socket)).await, calls(client(&fake)).await);
    assert_eq!(over_socket, over_fake);
    let (sent, given) = (socket.requests(), fake.requests());
    assert_eq!(sent.len(), given.len());
    for (sent, given) in sent.iter().zip(&given) {
        assert_eq!((sent.line(), &sent.body), (given.line(), &given.body));
        for (name, value) in &given.headers {
            assert_eq!(sent.all(name), [value], "the header {name}");
        }
    }
    (sent, over_socket)
}

/// An exchange of one request and one answer.
///
/// # Panics
/// When another number of requests is sent, and as [`exchange`] does.
pub async fn one_exchange<C, T: PartialEq + fmt::Debug>(
    client: impl Fn(&Connection) -> C,
    answer: Answer,
    call: impl AsyncFn(C) -> T,
) -> (Recorded, T) {
    let (mut requests, outcome) = exchange(client, &[answer], call).await;
    assert_eq!(requests.len(), 1, "{requests:?}");
    (requests.remove(0), outcome)
}
