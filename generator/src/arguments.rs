//! The arguments of the `apiarist` command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Turns OpenAPI documents into Rust clients.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  apiarist check openapi.yaml                       What would become of this document?
  apiarist generate openapi.yaml --out pets         Write the crate `pets`
  apiarist outline openapi.yaml | less              Show the public surface of the client
  apiarist explain ambiguous-union                  What does this finding mean?

Settings are read from `apiarist.toml` beside the document, when there is one.
Exit codes: 0 good, 1 something was found that stops the work, 2 the command was not understood.";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes a complete crate
    ///
    /// Nothing is written when something is found that stops the work. A crate that was written before is brought up to
    /// date: files that do not change are not touched, files of ours that are no longer needed are removed, and files
    /// that others wrote are left alone.
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate {
        /// Where the document and its settings are
        #[command(flatten)]
        input: Input,
        /// The folder of the crate; new, empty, or written by this command before
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The name of the crate [default: made of the document's title]
        #[arg(long, value_name = "CRATE")]
        name: Option<String>,
        /// The folder of the crate `apiarist-runtime` [default: the published version]
        #[arg(long, value_name = "DIR")]
        runtime_path: Option<PathBuf>,
    },
    /// Does everything that `generate` does, but writes nothing
    Check {
        /// Where the document and its settings are
        #[command(flatten)]
        input: Input,
    },
    /// Prints the public surface of the client, one line for each thing
    Outline {
        /// The document: OpenAPI 3.0 or 3.1, as YAML or JSON
        spec: PathBuf,
        /// The settings [default: `apiarist.toml` beside the document, if it exists]
        #[arg(long, value_name = "FILE")]
        settings: Option<PathBuf>,
    },
    /// Explains the code of a finding, with an example and how to mend it
    Explain {
        /// The code, as it stands in brackets after `warning` or `error` [default: lists all codes]
        code: Option<String>,
    },
}

const GENERATE_EXAMPLES: &str = "\
Examples:
  apiarist generate openapi.yaml --out pets
  apiarist generate openapi.json --out pets --name pet-store --strict
  apiarist generate openapi.yaml --out pets --runtime-path ../apiarist/runtime --report report.json";

/// Where the document and its settings are, and how strictly it is taken.
#[derive(Debug, Args)]
pub struct Input {
    /// The document: OpenAPI 3.0 or 3.1, as YAML or JSON
    pub spec: PathBuf,
    /// The settings [default: `apiarist.toml` beside the document, if it exists]
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Makes every loss an error: a piece that is left out, or that says less than the document
    #[arg(long)]
    pub strict: bool,
    /// Writes counts and all findings to this file as JSON
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
