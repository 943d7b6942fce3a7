//! Starts the mock server for one document.

use std::io;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use std::{fs, fs::File};

/// The exit code of the script if this machine cannot run the server.
const SKIPPED: i32 = 77;

/// The sentences in the log of the server for each request that violates the document, and for each valid one.
const REJECTED: &str = "Request did not pass the validation rules";
const ACCEPTED: &str = "The request passed the validation rules";

/// The number of checks whether the server has stopped or its log is complete, and the milliseconds between them.
const POLLS: (u32, u64) = (10, 100);

/// The number of connection attempts, and the milliseconds between them. The first start may have to download the
/// server.
const ASKED: (u32, u64) = (600, 200);

/// A mock server, which is killed on drop.
#[derive(Debug)]
pub struct Server {
    process: Child,
    port: u16,
    /// The file of its standard output.
    output: PathBuf,
    /// The file of its standard error output.
    errors: PathBuf,
}

/// The result of starting the server.
#[derive(Debug)]
pub enum Started {
    /// The server is listening.
    Running(Server),
    /// This machine cannot run the server, for this reason.
    Skipped(String),
}

impl Server {
    /// Starts the script for a document, and waits until the server is listening. The output is buffered in `folder`.
    pub fn start(script: &Path, document: &Path, folder: &Path) -> io::Result<Started> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let (output, errors) = (folder.join("server.log"), folder.join("server.errors"));
        let mut command = Command::new(script);
        command.arg(document).arg(port.to_string()).stdin(Stdio::null());
        let process = command.stdout(File::create(&output)?).stderr(File::create(&errors)?).spawn()?;
        let mut server = Self { process, port, output, errors };
        for _ in 0..ASKED.0 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(Started::Running(server));
            }
            if let Some(status) = server.process.try_wait()? {
                let errors = fs::read_to_string(&server.errors)? + &fs::read_to_string(&server.output)?;
                // The last line has the reason; the others are usage information.
                let cause = errors.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned();
                return if status.code() == Some(SKIPPED) {
                    Ok(Started::Skipped(cause))
                } else {
                    Err(io::Error::other(format!("the mock server stopped: {cause}")))
                };
            }
            thread::sleep(Duration::from_millis(ASKED.1));
        }
        Err(io::Error::other("the mock server did not accept connections within 2 minutes"))
    }

    /// Returns the error that stopped the server, or `None` if it is running.
    pub fn crash(&mut self) -> io::Result<Option<String>> {
        for _ in 0..POLLS.0 {
            if self.process.try_wait()?.is_some() {
                let errors = fs::read_to_string(&self.errors)?;
                let error = errors.lines().find(|line| line.contains("Error")).unwrap_or("no error message");
                return Ok(Some(error.trim().to_owned()));
            }
            thread::sleep(Duration::from_millis(POLLS.1));
        }
        Ok(None)
    }

    /// Returns the numbers of requests that the server has accepted and rejected since its start, according to its log.
    /// The log may lag behind the responses, so it is read again while it lists fewer than the expected requests.
    pub fn judgments(&self, expected: usize) -> io::Result<(usize, usize)> {
        let read = || fs::read_to_string(&self.output);
        let count = |log: &str| (log.matches(ACCEPTED).count(), log.matches(REJECTED).count());
        let mut counts = count(&read()?);
        for _ in 0..POLLS.0 {
            if counts.0 + counts.1 >= expected {
                break;
            }
            thread::sleep(Duration::from_millis(POLLS.1));
            counts = count(&read()?);
        }
        Ok(counts)
    }

    /// Returns the URL of the server.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The process may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
