//! How tasks fail.

use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

use crate::telling::tell;

/// Why a task did not do its work.
#[derive(Debug)]
pub enum Failure {
    /// What was found has been reported already.
    Findings,
    /// Something else went wrong.
    Message(String),
    /// The command was not understood.
    Usage(String),
    /// A tool ended with this exit code, or was ended, and has reported why.
    Exit(Option<u8>),
}

/// Creates a failure with the file or folder that it is about.
pub fn failed(path: &Path, error: &dyn Display) -> Failure {
    Failure::Message(format!("{}: {error}", path.display()))
}

/// Reports the failure of a task, and returns the exit code: 0 for success, 1 for findings and failures, 2 for a command
/// that was not understood.
pub fn exit_code(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Findings) => ExitCode::from(1),
        Err(Failure::Message(message)) => {
            tell(&format!("error: {message}"));
            ExitCode::from(1)
        }
        Err(Failure::Usage(message)) => {
            tell(&format!("error: {message}"));
            ExitCode::from(2)
        }
        Err(Failure::Exit(code)) => ExitCode::from(code.unwrap_or(1)),
    }
}
