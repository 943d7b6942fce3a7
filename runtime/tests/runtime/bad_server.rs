//! Misbehaving servers on real sockets, and a client for them.

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
    ErrorKind, OperationSpec, RetryPolicy, Timeouts, Value,
    codegen::{Binary, ClientDescription, Json, Text},
};

pub use crate::chain::chain;
use crate::mini_client::{client, operations};

const DESCRIPTION: ClientDescription = ClientDescription::new("faults", "faults");

client! {
    DESCRIPTION;
    group bees: Bees { get: GetBee, text: GetText, bytes_of: GetBytes }
}
operations! {
    GetBee -> Result<Json<Vec<u64>>, Json<Value>>, events Json<Value> = OperationSpec::new("getBee").get("/bee");
    GetText -> Result<Text, Json<Value>> = OperationSpec::new("getText").get("/text");
    GetBytes -> Result<Binary, Json<Value>> = OperationSpec::new("getBytes").get("/bytes");
}

/// A server that behaves the same on every connection.
pub struct Server {
    pub url: String,
    written: Arc<AtomicU64>,
    pub connections: Arc<AtomicUsize>,
    closed: Receiver<()>,
}

/// One connection, as seen by the server.
pub struct Connection {
    pub stream: TcpStream,
    written: Arc<AtomicU64>,
}

impl Connection {
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.stream.write_all(bytes.as_ref())?;
        self.written.fetch_add(bytes.as_ref().len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// Sends the same bytes repeatedly until the client closes the connection.
    pub fn flood(&mut self, piece: &[u8], pause: Duration) -> io::Result<()> {
        loop {
            self.send(piece)?;
            thread::sleep(pause);
        }
    }

    /// Reads the headers of a request.
    pub fn request(&mut self) -> io::Result<String> {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") && self.stream.read(&mut byte)? > 0 {
            head.extend_from_slice(&byte);
        }
        Ok(String::from_utf8_lossy(&head).into_owned())
    }
}

/// Starts a server that reads a request and sends this response. If the server does not close the connection, the
/// client must.
pub fn server(answer: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static) -> Server {
    raw_server(move |connection| {
        connection.request()?;
        answer(connection)?;
        // Reads the rest until the client closes the connection.
        while connection.stream.read(&mut [0; 1024])? > 0 {}
        Ok(())
    })
}

pub fn raw_server(serve: impl Fn(&mut Connection) -> io::Result<()> + Send + Sync + 'static) -> Server {
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
                // A client that has unread data closes with an error.
                drop(serve(&mut connection));
                close.send(())
            });
        }
    });
    Server { url, written, connections, closed }
}

impl Server {
    pub fn client(&self, timeouts: Timeouts) -> Client {
        Client::builder().base_url(&self.url).retries(RetryPolicy::none()).timeouts(timeouts).build().unwrap()
    }

    /// Waits until a connection is closed, which can take the client a while.
    pub async fn is_closed(&self) -> bool {
        for _ in 0..500 {
            if self.closed.try_recv().is_ok() {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        false
    }

    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Relaxed)
    }
}

/// Returns the result of a call. Panics if it takes too long.
pub async fn soon<T>(call: impl IntoFuture<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), call.into_future()).await.unwrap()
}

/// Asserts that a call on this server fails with this error, and closes its connection before the client is dropped.
pub async fn fails(server: &Server, client: &Client, kind: ErrorKind, message: &str) {
    let error = soon(client.bees().get()).await.unwrap_err();
    let chain = chain(&error);
    assert!(chain.starts_with("getBee failed: ") && chain.ends_with(message), "{chain}");
    assert_eq!(error.kind(), kind);
    assert!(server.is_closed().await, "the connection is still open after: {error}");
}

pub const ENDLESS: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
