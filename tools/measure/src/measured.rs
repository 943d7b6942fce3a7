//! Runs a command and measures what it costs.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use wait4::Wait4;

/// What a command did and what it cost.
#[derive(Debug)]
pub struct Measured {
    /// How it ended.
    pub status: ExitStatus,
    /// The time that it and its children computed, in seconds.
    pub cpu: f64,
    /// The most memory that it or one of its children held at once, in bytes.
    pub memory: u64,
    /// What it printed.
    pub output: String,
    /// What it printed to standard error.
    pub errors: String,
}

/// Runs a command to its end. What it prints is kept in `folder` on the way, because a pipe that nobody reads would
/// stop it.
pub fn run(command: &mut Command, folder: &Path) -> io::Result<Measured> {
    let (output, errors) = (folder.join("stdout"), folder.join("stderr"));
    command.stdin(Stdio::null()).stdout(File::create(&output)?).stderr(File::create(&errors)?);
    let used = command.spawn()?.wait4()?;
    let text = |path: &Path| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(Measured {
        status: used.status,
        cpu: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        memory: used.rusage.maxrss,
        output: text(&output)?,
        errors: text(&errors)?,
    })
}

/// Says in a few words how a command ended that did not end by itself.
pub fn ending(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("signal {signal}");
    }
    match status.code() {
        Some(code) => format!("exit code {code}"),
        None => "no exit code".to_owned(),
    }
}
