//! Servers that break, stall, flood and lie, over real sockets: each is an error that says what happened, none is waited
//! for without end, and no connection stays open that nothing more can come of.
#![cfg(feature = "reqwest")]
#![allow(missing_docs, clippy::unwrap_used)]

use std::{
    io::{self, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
        mpsc::{Receiver, channel},
    },
    thread,
    time::Duration,
};

use apiarist_runtime::{
    Binary, BuildCall as _, Error, ErrorKind, Json, RetryPolicy, Text, Timeouts, Value, define_call, define_client,
    define_group, operation,
};

define_call!();

define_client!(
    /// A client.
    name: "faults",
    base_url: none,
    credentials: {},
);
impl Client {
    pub fn bees(&self) -> Bees<'_> {
        Bees::new(&self.core)
    }
}
define_group!(
    /// Bees.
    Bees
);
impl<'c> Bees<'c> {
    pub fn get(self) -> Call<'c, GetBee> {
        Call::new(self.core, &[])
    }
    pub fn text(self) -> Call<'c, GetText> {
        Call::new(self.core, &[])
    }
    pub fn bytes_of(self) -> Call<'c, GetBytes> {
        Call::new(self.core, &[])
    }
}
operation!(GetBee { "getBee": GET "/bee", success: Json<Vec<u64>>, events: Json<Value>, error: Json<Value>, security: [] });
operation!(GetText { "getText": GET "/text", success: Text, error: Json<Value>, security: [] });
operation!(GetBytes { "getBytes": GET "/bytes", success: Binary, error: Json<Value>, security: [] });

const LIMIT: Duration = Duration::from_millis(300);

/// A server that does the same on every connection.
struct Server {
    url: String,
    written: Arc<AtomicU64>,
    connections: Arc<AtomicUsize>,
    closed: Receiver<()>,
}

/// One connection, seen from the server.
struct Connection {
    stream: TcpStream,
    written: Arc<AtomicU64>,
}

impl Connection {
    fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.stream.write_all(bytes.as_ref())?;
        self.written.fetch_add(bytes.as_ref().len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// Sends the same again and again, until the client has had enough.
    fn flood(&mut self, piece: &[u8], pause: Duration) -> io::Result<()> {
        loop {
            self.send(piece)?;
            thread::sleep(pause);
        }
    }

    /// Reads the head of a request.
    fn request(&mut self) -> io::Result<String> {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") && self.stream.read(&mut byte)? > 0 {
            head.extend_from_slice(&byte);
        }
        Ok(String::from_utf8_lossy(&head).into_owned())
    }
}

/// A server that reads a request and answers it so. What the answer does not close, the client must.
fn server(answer: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static) -> Server {
    raw_server(move |connection| {
        connection.request()?;
        answer(connection)?;
        // Whatever comes now, until the client closes.
        while connection.stream.read(&mut [0; 1024])? > 0 {}
        Ok(())
    })
}

fn raw_server(serve: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (written, connections, serve) = (Arc::<AtomicU64>::default(), Arc::<AtomicUsize>::default(), Arc::new(serve));
    let (close, closed) = channel();
    let (shared, count) = (written.clone(), connections.clone());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            count.fetch_add(1, Ordering::Relaxed);
            let (mut connection, close, serve) =
                (Connection { stream, written: shared.clone() }, close.clone(), Arc::clone(&serve));
            thread::spawn(move || {
                // An error is how a client closes that has not read all.
                drop(serve(&mut connection));
                close.send(())
            });
        }
    });
    Server { url, written, connections, closed }
}

impl Server {
    fn client(&self) -> Client {
        let timeouts = Timeouts::default().attempt(LIMIT).idle(LIMIT);
        self.client_with(timeouts)
    }

    /// For what takes long because it is much.
    fn patient_client(&self) -> Client {
        self.client_with(Timeouts::default())
    }

    fn client_with(&self, timeouts: Timeouts) -> Client {
        Client::builder().base_url(&self.url).retries(RetryPolicy::none()).timeouts(timeouts).build().unwrap()
    }

    /// Waits until a connection is closed, which the client does at its leisure.
    async fn is_closed(&self) -> bool {
        for _ in 0..500 {
            if self.closed.try_recv().is_ok() {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        false
    }

    fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }
}

/// What a call gives, which must not take for ever.
async fn soon<T>(call: impl IntoFuture<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), call.into_future()).await.unwrap()
}

/// A call on this server fails so, and its connection is closed while the client is still there.
async fn fails(server: &Server, client: &Client, kind: ErrorKind, message: &str) {
    let error = soon(client.bees().get()).await.unwrap_err();
    assert_eq!(error.to_string(), format!("getBee failed: {message}"));
    assert_eq!(error.kind(), kind);
    assert!(server.is_closed().await, "the connection is still open after: {error}");
}

fn json(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

const ENDLESS: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";

#[tokio::test]
async fn nothing_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder().base_url(url).retries(RetryPolicy::none()).build().unwrap();
    let error = soon(client.bees().get()).await.unwrap_err();
    assert!(error.to_string().starts_with("getBee failed: could not connect: Connection refused"), "{error}");
}

#[tokio::test]
async fn a_connection_closed_before_the_answer() {
    let server = raw_server(|connection| connection.request().map(drop));
    let message = "the connection failed: connection closed before message completed";
    fails(&server, &server.client(), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn a_connection_reset_within_the_body() {
    let server = raw_server(|connection| {
        // What was not read when it is closed makes the system send a reset.
        connection.stream.read_exact(&mut [0; 1])?;
        connection.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[1,2")?;
        thread::sleep(Duration::from_millis(50));
        Ok(())
    });
    let error = soon(server.client().bees().get()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.to_string().starts_with("getBee failed: the connection failed: Connection reset by peer"), "{error}");
}

#[tokio::test]
async fn headers_that_never_end() {
    let server = server(|connection| {
        connection.send("HTTP/1.1 200 OK\r\n")?;
        connection.flood(b"a", Duration::from_millis(10))
    });
    fails(&server, &server.client(), ErrorKind::Timeout, "no response within 300ms").await;
}

#[tokio::test]
async fn interim_answers_that_never_end() {
    let server = server(|connection| connection.flood(b"HTTP/1.1 103 Hints\r\n\r\n", Duration::from_millis(10)));
    fails(&server, &server.client(), ErrorKind::Timeout, "no response within 300ms").await;
}

#[tokio::test]
async fn a_body_that_never_ends() {
    let server = server(|connection| {
        connection.send(ENDLESS)?;
        connection.flood(b"1\r\n \r\n", Duration::from_millis(10))
    });
    fails(&server, &server.client(), ErrorKind::Timeout, "the response did not end within 300ms").await;
}

#[tokio::test]
async fn a_download_that_stalls() {
    let server = server(|connection| connection.send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nbees"));
    let error = soon(server.client().bees().bytes_of()).await.unwrap_err();
    assert_eq!(error.to_string(), "getBytes failed: the response stalled within 300ms");
    assert!(server.is_closed().await);
}

#[tokio::test]
async fn a_body_that_is_cut_off() {
    let server = raw_server(|connection| {
        connection.request()?;
        connection.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[1,2")
    });
    let message = "the connection failed: end of file before message length reached";
    fails(&server, &server.client(), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn json_that_is_cut_off() {
    let server = server(|connection| connection.send(json("[1,2,")));
    let error = soon(server.client().bees().get()).await.unwrap_err();
    let expected =
        "getBee failed: 200 OK: expected Vec<u64> at `[2]`: EOF while parsing a value at line 1 column 5, in [1,2,";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_chunk_that_is_cut_off() {
    let server = raw_server(|connection| {
        connection.request()?;
        connection.send(format!("{ENDLESS}5\r\n[1"))
    });
    let message = "the connection failed: end of file before message length reached";
    fails(&server, &server.client(), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn a_chunk_without_a_size() {
    let server = server(|connection| connection.send(format!("{ENDLESS}bees\r\n[1]\r\n")));
    let message = "the connection failed: Invalid chunk size line: Invalid Size";
    fails(&server, &server.client(), ErrorKind::Transport, message).await;
}

#[tokio::test]
async fn what_is_no_http() {
    let server = server(|connection| connection.send("SSH-2.0-OpenSSH_9.6\r\n\r\n"));
    fails(&server, &server.client(), ErrorKind::Transport, "the connection failed: invalid HTTP version parsed").await;
}

#[tokio::test]
async fn two_lengths() {
    let server =
        server(|connection| connection.send("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n1"));
    fails(&server, &server.client(), ErrorKind::Transport, "the connection failed: invalid content-length parsed")
        .await;
}

#[tokio::test]
async fn a_gibibyte_that_is_announced_is_not_read() {
    let server = server(|connection| {
        connection.send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1073741824\r\n\r\n")?;
        connection.flood(&[b'0'; 1 << 16], Duration::ZERO)
    });
    fails(&server, &server.patient_client(), ErrorKind::TooLarge, "the response is longer than 64 MiB").await;
    assert!(server.written() < 16 << 20, "{} bytes were sent", server.written());
}

#[tokio::test]
async fn a_gibibyte_in_chunks_is_read_up_to_the_limit() {
    let server = server(|connection| {
        connection.send(ENDLESS)?;
        let mut chunk = b"10000\r\n".to_vec();
        chunk.resize(chunk.len() + (1 << 16), b'0');
        chunk.extend_from_slice(b"\r\n");
        connection.flood(&chunk, Duration::ZERO)
    });
    fails(&server, &server.patient_client(), ErrorKind::TooLarge, "the response is longer than 64 MiB").await;
    assert!(server.written() < (64 + 16) << 20, "{} bytes were sent", server.written());
}

#[tokio::test]
async fn a_gibibyte_of_excuses_is_cut() {
    let server = server(|connection| {
        connection.send("HTTP/1.1 500 Sorry\r\ncontent-length: 1073741824\r\n\r\n{\"message\":\"")?;
        connection.flood(&[b'a'; 1 << 16], Duration::ZERO)
    });
    let client = server.patient_client();
    let error = soon(client.bees().get()).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Status, 500));
    assert_eq!(error.body().unwrap().len(), 1 << 20);
    assert!(error.to_string().len() < 400);
    assert!(server.is_closed().await && server.written() < 16 << 20, "{} bytes were sent", server.written());
}

#[tokio::test]
async fn an_event_without_an_end() {
    let server = server(|connection| {
        connection.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: ")?;
        connection.flood(&[b'a'; 1 << 16], Duration::ZERO)
    });
    let mut events = soon(server.patient_client().bees().get().stream()).await.unwrap();
    let error = soon(events.next()).await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "getBee failed: an event is longer than 1 MiB");
    assert!(server.is_closed().await && server.written() < 16 << 20, "{} bytes were sent", server.written());
    assert!(soon(events.next()).await.is_none());
}

#[tokio::test]
async fn a_hundred_thousand_headers() {
    let server = server(|connection| {
        connection.send("HTTP/1.1 200 OK\r\n")?;
        for number in 0..100_000 {
            connection.send(format!("x-{number}: bees\r\n"))?;
        }
        connection.send("\r\n[]")
    });
    fails(&server, &server.patient_client(), ErrorKind::Transport, "the connection failed: message head is too large")
        .await;
    assert!(server.written() < 2 << 20, "{} bytes were sent", server.written());
}

#[tokio::test]
async fn a_header_of_ten_mebibytes() {
    let server = server(|connection| {
        connection.send("HTTP/1.1 200 OK\r\nx-bees: ")?;
        connection.flood(&[b'a'; 1 << 16], Duration::ZERO)
    });
    fails(&server, &server.patient_client(), ErrorKind::Transport, "the connection failed: message head is too large")
        .await;
    assert!(server.written() < 10 << 20, "{} bytes were sent", server.written());
}

#[tokio::test]
async fn redirects_in_a_circle() {
    let server = raw_server(|connection| {
        loop {
            if connection.request()?.is_empty() {
                return Ok(());
            }
            connection.send("HTTP/1.1 307 Go on\r\nlocation: /bee\r\ncontent-length: 0\r\n\r\n")?;
        }
    });
    let error = soon(server.client().bees().get()).await.unwrap_err();
    assert_eq!(error.to_string(), "getBee failed: more than 10 redirects in a row");
    // The server counts what it has written, which may be after the client has read it.
    assert!(server.is_closed().await);
    assert_eq!((server.connections.load(Ordering::Relaxed), server.written()), (1, 11 * 57));
}

#[tokio::test]
async fn a_redirect_to_another_origin() {
    let other = server(|connection| connection.send(json("[1]")));
    let location = other.url.clone();
    let server = server(move |connection| {
        connection.send(format!("HTTP/1.1 302 Found\r\nlocation: {location}/bee\r\ncontent-length: 0\r\n\r\n"))
    });
    let error = soon(server.client().bees().get()).await.unwrap_err();
    let host = other.url.trim_start_matches("http://");
    let expected = format!("getBee failed: 302 Found: the redirect to another origin, `{host}`, was not followed");
    assert_eq!(error.to_string(), expected);
    assert_eq!(other.connections.load(Ordering::Relaxed), 0);
}

/// What `gzip` makes of `[1]`.
const ZIPPED: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x8b6\x8c\x05\0\x1d\x30\x5d\x10\x03\0\0\0";

fn zipped() -> Server {
    raw_server(|connection| {
        loop {
            connection.request()?;
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\n";
            connection.send(format!("{head}content-length: {}\r\n\r\n", ZIPPED.len()))?;
            connection.send(ZIPPED)?;
        }
    })
}

/// Nothing is unzipped, so that nothing small becomes large.
#[tokio::test]
async fn an_encoding_that_nobody_asked_for() {
    let message = "200 OK: the content is encoded as `gzip`, which was not asked for";
    let server = zipped();
    let client = server.client();
    let error = soon(client.bees().get()).await.unwrap_err();
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, format!("getBee failed: {message}")));
    let error = soon(client.bees().text()).await.unwrap_err();
    assert_eq!(error.to_string(), format!("getText failed: {message}"));
    assert_eq!(soon(client.bees().bytes_of()).await.unwrap(), ZIPPED);
}

#[tokio::test]
async fn bytes_that_are_no_utf_8() {
    let server = server(|connection| {
        connection.send(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 7\r\n\r\n[1,\"\xff\"]")
    });
    let error: Error<Value> = soon(server.client().bees().get()).await.unwrap_err();
    assert!(error.to_string().starts_with("getBee failed: 200 OK: expected Vec<u64> at `[1]`: invalid "), "{error}");
}

#[tokio::test]
async fn a_page_in_the_place_of_json() {
    let page = "<html><body>Please sign in</body></html>";
    let server = server(move |connection| {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\n\r\n", page.len());
        connection.send(format!("{head}{page}"))
    });
    let error = soon(server.client().bees().get()).await.unwrap_err();
    let expected =
        "getBee failed: 200 OK: expected Vec<u64>, found `text/html`: expected value at line 1 column 1, in ";
    assert_eq!(error.to_string(), format!("{expected}{page}"));
}

/// After a failure that left the connection in order, the same client goes on with it; it closes with the client.
#[tokio::test]
async fn connections_are_kept_as_long_as_they_are_of_use() {
    let server = raw_server(|connection| {
        for body in ["[\"x\"]", "[1]"] {
            connection.request()?;
            connection.send(json(body))?;
        }
        while connection.stream.read(&mut [0; 64])? > 0 {}
        Ok(())
    });
    let client = server.client();
    assert_eq!(soon(client.bees().get()).await.unwrap_err().kind(), ErrorKind::Decode);
    assert_eq!(soon(client.bees().get()).await.unwrap(), [1]);
    assert_eq!(server.connections.load(Ordering::Relaxed), 1);
    drop(client);
    assert!(server.is_closed().await);
}
