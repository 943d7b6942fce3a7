//! Comments a report on a pull request. Each pull request has at most one such comment.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use crate::github::GitHub;
use crate::{Failure, Workspace, failed, print_out};

/// The first line of the comment, which GitHub does not show.
const MARK: &str = "<!-- changes to the clients -->";

pub const EXAMPLES: &str = "\
Examples:
  cargo xtask comment 12 report.md   Comment the report on pull request #12

It needs `gh` with a token that may write comments. Only a comment that a workflow has written is replaced.";

/// The arguments of `cargo xtask comment`.
#[derive(Debug, Args)]
pub struct Comment {
    /// The number of the pull request
    #[arg(value_name = "NUMBER")]
    number: u64,
    /// The report in Markdown
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Comments a report on a pull request, or replaces the comment of an earlier run.
pub fn comment(workspace: &Workspace, arguments: &Comment) -> Result<(), Failure> {
    let report = fs::read_to_string(&arguments.file).map_err(|error| failed(&arguments.file, &error))?;
    GitHub::at(workspace.root()).comment(arguments.number, &format!("{MARK}\n{report}"))?;
    print_out(&format!("commented on pull request #{}", arguments.number));
    Ok(())
}
