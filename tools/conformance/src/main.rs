//! Runs `cargo xtask conformance`, and the process that it starts for each document.

use std::process::ExitCode;

use apiarist_conformance::{Child, Conformance, conformance, run_child};
use clap::{Parser, Subcommand};
use xtask::exit_code;
use xtask::terminal::{self, Output};
use xtask::workspace::Workspace;

/// Generate the client of every document in a folder and report the results
///
/// Each document is generated in a separate process, limited to 10 seconds of CPU time and 4 GiB of memory. Each client
/// is generated twice more with the names of the previous run, and must not change. The results, the costs and the most
/// frequent diagnostics are written to target/conformance/report.md and report.json. Fails if a valid document does not
/// become a client.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask conformance", arg_required_else_help = true, after_help = EXAMPLES)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct Arguments {
    #[command(subcommand)]
    child: Option<Process>,
    #[command(flatten)]
    conformance: Option<Conformance>,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Subcommand)]
enum Process {
    /// Generate one document and print the result as JSON
    #[command(hide = true)]
    ConformanceDocument(Child),
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask conformance ../documents
  cargo xtask conformance ../documents --compile --only giants/
  cargo xtask conformance ../documents --compile --examples 200
  cargo xtask conformance ../documents --compile --only giants/ --features 5
  cargo xtask conformance ../documents --compile --shard 1/4 --jobs 1";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    terminal::set_up(arguments.output, false);
    exit_code(match (arguments.child, arguments.conformance) {
        (Some(Process::ConformanceDocument(child)), _) => run_child(&child),
        (None, Some(arguments)) => Workspace::find().and_then(|workspace| conformance(&workspace, &arguments)),
        (None, None) => Ok(()),
    })
}
