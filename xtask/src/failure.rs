//! The failures of tasks and their exit codes.

use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

use crate::terminal::print_err;

/// The reason why a task failed.
#[derive(Debug)]
pub enum Failure {
    /// The reason has been printed already.
    Reported,
    /// Any other error.
    Message(String),
    /// Invalid arguments.
    Usage(String),
    /// The exit code of a tool, or `None` if a signal ended it. The tool has reported the reason.
    Exit(Option<u8>),
}

/// Creates a failure that names the file or folder it concerns.
pub fn failed(path: &Path, error: &dyn Display) -> Failure {
    Failure::Message(format!("{}: {error}", path.display()))
}

/// Reports the failure of a task, and returns the exit code: 0 for success, 1 for diagnostics and failures, 2 for
/// invalid arguments.
pub fn exit_code(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Reported) => ExitCode::from(1),
        Err(Failure::Message(message)) => {
            print_err(&format!("error: {message}"));
            ExitCode::from(1)
        }
        Err(Failure::Usage(message)) => {
            print_err(&format!("error: {message}"));
            ExitCode::from(2)
        }
        Err(Failure::Exit(code)) => ExitCode::from(code.unwrap_or(1)),
    }
}
