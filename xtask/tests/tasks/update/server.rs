//! A loopback server whose responses are controlled byte for byte: truncated, delayed, or without a length.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A response.
pub struct Response {
    status: String,
    headers: Vec<(String, String)>,
    body: String,
    has_length: bool,
    delay: Duration,
    body_delay: Duration,
}

impl Response {
    /// Creates a response without a body.
    pub fn new(status: &str) -> Self {
        let (status, body) = (status.to_owned(), String::new());
        Self { status, headers: Vec::new(), body, has_length: true, delay: Duration::ZERO, body_delay: Duration::ZERO }
    }

    /// Creates a response with this body.
    pub fn document(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::new("200 OK") }
    }

    /// Adds a header. A `content-length` replaces the correct one.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.has_length &= name != "content-length";
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Omits `content-length`, so that the end of the connection ends the body.
    pub fn without_length(self) -> Self {
        Self { has_length: false, ..self }
    }

    /// Delays the response.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Delays the second half of the body.
    pub fn with_slow_body(self, body_delay: Duration) -> Self {
        Self { body_delay, ..self }
    }

    /// Sends the response. Fails if the client closes the connection early.
    fn send(&self, stream: &mut TcpStream) -> std::io::Result<()> {
        thread::sleep(self.delay);
        let mut head = format!("HTTP/1.1 {}\r\nconnection: close\r\n", self.status);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        if self.has_length {
            head += &format!("content-length: {}\r\n", self.body.len());
        }
        stream.write_all(format!("{head}\r\n").as_bytes())?;
        let (first, rest) = self.body.as_bytes().split_at(self.body.len() / 2);
        stream.write_all(first)?;
        thread::sleep(self.body_delay);
        stream.write_all(rest)
    }
}

/// A server on a free port.
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts a server that sends these responses, one for each connection, and then stops.
    pub fn start(responses: impl IntoIterator<Item = Response>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server =
            Self { address: listener.local_addr().expect("an address"), requests: Arc::new(Mutex::new(Vec::new())) };
        let responses: Vec<Response> = responses.into_iter().collect();
        let requests = Arc::clone(&server.requests);
        thread::spawn(move || {
            for response in responses {
                let Ok((mut stream, _)) = listener.accept() else { return };
                requests.lock().expect("no thread has panicked").push(head(&mut stream));
                let _ = response.send(&mut stream);
            }
        });
        server
    }

    /// Returns the URL of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Returns the heads of the requests so far, in lowercase.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no thread has panicked").clone()
    }
}

/// Reads a request up to the first empty line, or anything else, such as TLS, up to the first pause.
fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut part = [0; 1024];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") && (head.is_empty() || head.starts_with(b"GET")) {
        match stream.read(&mut part) {
            Ok(0) | Err(_) => break,
            Ok(count) => head.extend_from_slice(&part[..count]),
        }
    }
    String::from_utf8_lossy(&head).to_lowercase()
}
