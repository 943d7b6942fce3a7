//! An HTTP/1.1 server on the loopback interface that records every request and responds from a queue. A server stops
//! when it is dropped.

use std::{
    collections::VecDeque,
    io::{self, BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use serde_json::Value;

/// A running server.
#[derive(Debug)]
pub struct Loopback {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    answers: Mutex<VecDeque<Answer>>,
    requests: Mutex<Vec<Recorded>>,
    stopped: AtomicBool,
}

/// A recorded request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The method, such as `GET`.
    pub method: String,
    /// The request target: path and query, not decoded.
    pub target: String,
    /// Names and values in the order received.
    pub headers: Vec<(String, String)>,
    /// The body. A chunked body is assembled.
    pub body: Vec<u8>,
}

/// The response to one request.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Names and values, without the headers that state the length of the body.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub content: Content,
}

/// The body of a response.
#[derive(Clone, Debug)]
pub enum Content {
    /// No body.
    None,
    /// A body with `Content-Length`.
    Whole(Vec<u8>),
    /// A chunked body that is flushed after each chunk.
    Pieces(Vec<Vec<u8>>),
}

impl Answer {
    /// Creates a response without a body.
    pub fn empty(status: u16) -> Self {
        Answer { status, headers: Vec::new(), content: Content::None }
    }

    /// Creates a response with a JSON body.
    pub fn json(status: u16, body: &Value) -> Self {
        Answer::body(status, "application/json", body.to_string())
    }

    /// Creates a response with any body.
    pub fn body(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Answer {
            status,
            headers: vec![("content-type".into(), content_type.into())],
            content: Content::Whole(body.into()),
        }
    }

    /// Creates an event stream with each piece in a chunk.
    pub fn event_stream<P: Into<Vec<u8>>>(pieces: impl IntoIterator<Item = P>) -> Self {
        Answer::stream("text/event-stream", pieces)
    }

    /// Creates a stream of this media type with each piece in a chunk.
    pub fn stream<P: Into<Vec<u8>>>(media_type: &str, pieces: impl IntoIterator<Item = P>) -> Self {
        Answer {
            status: 200,
            headers: vec![("content-type".into(), media_type.into())],
            content: Content::Pieces(pieces.into_iter().map(Into::into).collect()),
        }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    fn write(&self, stream: &mut TcpStream) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {} Status\r\n", self.status);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        match &self.content {
            Content::None if self.status == 204 => {}
            Content::None => head += "content-length: 0\r\n",
            Content::Whole(body) => head += &format!("content-length: {}\r\n", body.len()),
            Content::Pieces(_) => head += "transfer-encoding: chunked\r\n",
        }
        stream.write_all((head + "\r\n").as_bytes())?;
        match &self.content {
            Content::None => {}
            Content::Whole(body) => stream.write_all(body)?,
            Content::Pieces(pieces) => {
                for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
                    let mut chunk = format!("{:x}\r\n", piece.len()).into_bytes();
                    chunk.extend_from_slice(piece);
                    chunk.extend_from_slice(b"\r\n");
                    stream.write_all(&chunk)?;
                    stream.flush()?;
                }
                stream.write_all(b"0\r\n\r\n")?;
            }
        }
        stream.flush()
    }
}

impl Recorded {
    /// Returns every value of a header. The case of its name is ignored.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers
            .iter()
            .filter(|(given, _)| given.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// Returns the method and target: `GET /path?query`.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.target)
    }

    /// Checks a request: its line, these headers, each sent once, and its body, which is JSON or absent. Other headers
    /// are ignored.
    ///
    /// # Panics
    /// Panics if the request differs.
    pub fn check(&self, line: &str, headers: &[(&str, &str)], body: Option<&Value>) {
        assert_eq!(self.line(), line);
        for (name, value) in headers {
            assert_eq!(self.all(name), [*value], "the header {name}");
        }
        match body {
            Some(body) => {
                assert_eq!(self.all("content-type"), ["application/json"]);
                let sent: Value = serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}"));
                assert_eq!(&sent, body);
            }
            None => {
                assert!(self.all("content-type").is_empty(), "{self:?}");
                assert!(self.body.is_empty(), "{self:?}");
            }
        }
    }

    fn read(reader: &mut impl io::BufRead) -> io::Result<Option<Self>> {
        let first = read_line(reader)?;
        let mut words = first.split(' ');
        let (Some(method), Some(target), Some(_version)) = (words.next(), words.next(), words.next()) else {
            return Ok(None);
        };
        let mut recorded =
            Recorded { method: method.into(), target: target.into(), headers: Vec::new(), body: Vec::new() };
        loop {
            let line = read_line(reader)?;
            let Some((name, value)) = line.split_once(':') else { break };
            recorded.headers.push((name.into(), value.trim().into()));
        }
        if recorded.all("transfer-encoding") == ["chunked"] {
            recorded.body = read_chunks(reader)?;
        } else if let Some(length) = recorded.all("content-length").first().and_then(|length| length.parse().ok()) {
            recorded.body = read_exactly(reader, length)?;
        }
        Ok(Some(recorded))
    }
}

fn read_line(reader: &mut impl io::BufRead) -> io::Result<String> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn read_exactly(reader: &mut impl io::Read, length: usize) -> io::Result<Vec<u8>> {
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(body)
}

fn read_chunks(reader: &mut impl io::BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = read_line(reader)?;
        let length = usize::from_str_radix(line.split(';').next().unwrap_or_default(), 16).map_err(io::Error::other)?;
        body.extend(read_exactly(reader, length)?);
        read_line(reader)?;
        if length == 0 {
            return Ok(body);
        }
    }
}

impl Loopback {
    /// Starts a server with these responses, in order. It responds with status 599 once they are used up.
    ///
    /// # Errors
    /// Returns an error if no port is available.
    pub fn start(answers: impl IntoIterator<Item = Answer>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        lock(&shared.answers).extend(answers);
        let accepting = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if accepting.stopped.load(Ordering::Acquire) {
                    return;
                }
                let shared = Arc::clone(&accepting);
                // A broken connection is not an error here: the test observes it at the client.
                thread::spawn(move || shared.serve(stream).ok());
            }
        });
        Ok(Loopback { address, shared })
    }

    /// Returns `http://127.0.0.1:PORT`.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Appends a response to the queue.
    pub fn answer(&self, answer: Answer) {
        lock(&self.shared.answers).push_back(answer);
    }

    /// Returns the requests received so far.
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.shared.requests).clone()
    }
}

impl Drop for Loopback {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Release);
        // Wakes the accepting thread, so that it sees the flag.
        drop(TcpStream::connect(self.address));
    }
}

impl Shared {
    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut writer = stream.try_clone()?;
        let mut reader = BufReader::new(stream);
        while !reader.fill_buf()?.is_empty() {
            let Some(request) = Recorded::read(&mut reader)? else { return Ok(()) };
            lock(&self.requests).push(request);
            let answer = lock(&self.answers).pop_front();
            answer.unwrap_or_else(|| Answer::empty(599)).write(&mut writer)?;
        }
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
