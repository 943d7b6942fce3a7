//! The mock server, started for one document.

use std::io;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use std::{fs, fs::File};

/// What the script ends with when this machine cannot run the server.
const SKIPPED: i32 = 77;

/// How often, and how many milliseconds apart, the server is asked whether it listens: it may be fetched first.
const ASKED: (u32, u64) = (600, 200);

/// A mock server, which ends with this value.
#[derive(Debug)]
pub struct Server {
    process: Child,
    port: u16,
}

/// What became of starting it.
#[derive(Debug)]
pub enum Started {
    /// It listens.
    Running(Server),
    /// This machine cannot run it, and why.
    Skipped(String),
}

impl Server {
    /// Starts the script for a document, and waits until the server listens. What it says is kept in `folder`.
    pub fn start(script: &Path, document: &Path, folder: &Path) -> io::Result<Started> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let (said, errors) = (folder.join("server.log"), folder.join("server.errors"));
        let mut command = Command::new(script);
        command.arg(document).arg(port.to_string()).stdin(Stdio::null());
        let process = command.stdout(File::create(&said)?).stderr(File::create(&errors)?).spawn()?;
        let mut server = Self { process, port };
        for _ in 0..ASKED.0 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(Started::Running(server));
            }
            if let Some(status) = server.process.try_wait()? {
                let errors = fs::read_to_string(&errors)? + &fs::read_to_string(&said)?;
                // What matters comes last; the rest tells how the server is called.
                let why = errors.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned();
                return if status.code() == Some(SKIPPED) {
                    Ok(Started::Skipped(why))
                } else {
                    Err(io::Error::other(format!("the mock server ended by itself: {why}")))
                };
            }
            thread::sleep(Duration::from_millis(ASKED.1));
        }
        Err(io::Error::other("the mock server did not listen in time"))
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
