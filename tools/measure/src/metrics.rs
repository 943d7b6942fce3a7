//! Runs a command and measures its cost.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use wait4::Wait4;

/// The result and the cost of a command.
#[derive(Debug)]
pub struct Measured {
    /// The exit status.
    pub status: ExitStatus,
    /// The CPU time of the command and its children in seconds.
    pub cpu: f64,
    /// The peak memory of the command or one of its children in bytes.
    pub memory: u64,
    /// The standard output.
    pub output: String,
    /// The standard error output.
    pub errors: String,
}

/// Runs a command to completion. Its output is buffered in files of `folder`, because a full pipe without a reader
/// would block it.
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

/// Describes the status of a command that failed or was killed.
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
