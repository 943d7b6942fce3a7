//! Makes each exchange with a client twice: over a socket with the default transport, and on the fake transport. Both
//! must send and receive the same.

use std::{fmt, io};

use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

use apiarist_test_support::loopback::{Answer, Content, Loopback, Recorded};

/// The destination of a client's requests.
#[derive(Debug)]
pub enum Connection {
    /// A server, over a socket.
    Socket(Loopback),
    /// A queue of responses.
    Fake(FakeTransport),
}

impl Connection {
    /// Starts a server with these responses.
    ///
    /// # Errors
    /// Returns an error if no port is available.
    pub fn socket(answers: &[Answer]) -> io::Result<Self> {
        Loopback::start(answers.iter().cloned()).map(Connection::Socket)
    }

    /// Creates a fake transport with these responses.
    pub fn fake(answers: &[Answer]) -> Self {
        Connection::Fake(answers.iter().fold(FakeTransport::new(), |transport, answer| transport.answer(fake(answer))))
    }

    /// Returns the base URL for the client.
    pub fn base_url(&self) -> String {
        match self {
            Connection::Socket(server) => server.base_url(),
            Connection::Fake(_) => "https://fake.example".into(),
        }
    }

    /// Returns the transport for the client, or `None` for the default one.
    pub fn transport(&self) -> Option<FakeTransport> {
        match self {
            Connection::Socket(_) => None,
            Connection::Fake(transport) => Some(transport.clone()),
        }
    }

    /// Returns the requests sent so far.
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

/// Builds a client for each kind of connection, makes its calls against these responses, and returns the requests and
/// the results.
///
/// # Panics
/// Panics if requests or results differ between the connections.
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

/// Makes an exchange of one request and one response.
///
/// # Panics
/// Panics if another number of requests is sent, and like [`exchange`].
pub async fn one_exchange<C, T: PartialEq + fmt::Debug>(
    client: impl Fn(&Connection) -> C,
    answer: Answer,
    call: impl AsyncFn(C) -> T,
) -> (Recorded, T) {
    let (mut requests, outcome) = exchange(client, &[answer], call).await;
    assert_eq!(requests.len(), 1, "{requests:?}");
    (requests.remove(0), outcome)
}
