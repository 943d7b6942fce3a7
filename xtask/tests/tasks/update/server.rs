//! A server of this machine that gives the answers it is told to.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What the server says, byte for byte.
pub struct Answer {
    status: String,
    headers: Vec<(String, String)>,
    body: String,
    has_length: bool,
    delay: Duration,
    body_delay: Duration,
}

impl Answer {
    /// An answer without a body.
    pub fn new(status: &str) -> Self {
        let (status, body) = (status.to_owned(), String::new());
        Self { status, headers: Vec::new(), body, has_length: true, delay: Duration::ZERO, body_delay: Duration::ZERO }
    }

    /// An answer with this body.
    pub fn document(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::new("200 OK") }
    }

    /// Adds a header; a length takes the place of the true one.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.has_length &= name != "content-length";
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ends the body by closing the connection.
    pub fn without_length(self) -> Self {
        Self { has_length: false, ..self }
    }

    /// Waits before the answer.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Waits in the middle of the body.
    pub fn with_slow_body(self, body_delay: Duration) -> Self {
        Self { body_delay, ..self }
    }

    /// Sends it; who does not wait for its end closes the connection.
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

/// A server on a port of its own.
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts one that gives these answers, one a connection, and then no more.
    pub fn start(answers: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server =
            Self { address: listener.local_addr().expect("an address"), requests: Arc::new(Mutex::new(Vec::new())) };
        let answers: Vec<Answer> = answers.into_iter().collect();
        let requests = Arc::clone(&server.requests);
        thread::spawn(move || {
            for answer in answers {
                let Ok((mut stream, _)) = listener.accept() else { return };
                requests.lock().expect("nobody panicked").push(head(&mut stream));
                let _ = answer.send(&mut stream);
            }
        });
        server
    }

    /// The URL of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The heads of the requests so far, in lower case.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("nobody panicked").clone()
    }
}

/// What a client says up to the first empty line; what is no HTTP, such as TLS, up to its first pause.
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
