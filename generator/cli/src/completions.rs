//! The `completions` command: prints the completion script of a shell.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::arguments::Arguments;

/// Prints the script.
pub fn completions(shell: Shell) -> ExitCode {
    let mut script = Vec::new();
    generate(shell, &mut Arguments::command(), "apiarist", &mut script);
    // A failure to print cannot be reported.
    let _ = io::stdout().write_all(&script);
    ExitCode::SUCCESS
}
