//! The `apiarist` command: parses arguments, calls the library, and converts its results to text and exit codes.

mod arguments;
mod check;
mod completions;
mod diff;
mod document_source;
mod embedded;
mod explain;
mod generate;
mod help;
mod import;
mod init;
mod manual;
mod overlay;
mod progress;

use std::process::ExitCode;

use apiarist::deep_stack::on_deep_stack;
use apiarist::files::FilesError;
use apiarist_cli::terminal::print_err;
use clap::Parser;
use mimalloc::MiMalloc;

use arguments::{Arguments, Command, DiagnosticArgs, Input};

/// The exit code if a diagnostic or an error prevents the command from completing.
const FINDINGS: u8 = 1;
/// The exit code for invalid arguments.
const USAGE: u8 = 2;

/// Trees, types and tokens are millions of small allocations, on which the allocator of the system spends a third of the
/// time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    on_deep_stack(run).unwrap_or_else(|error| {
        print_err(&format!("error: cannot start a thread: {error}"));
        ExitCode::from(FINDINGS)
    })
}

fn run() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.output.set_up();
    progress::set_up(arguments.quiet);
    match arguments.command {
        Command::Init { folder, from } => init::init(&folder, from.as_ref()),
        Command::Generate(arguments) => generate::generate(&arguments),
        Command::Check { input } => check::check(&input),
        Command::Outline { document } => {
            check::outline(&Input { document, strict: false, report: None, diagnostics: DiagnosticArgs::default() })
        }
        Command::Overlay { document, overlays, strict } => overlay::overlay(&document, &overlays, strict),
        Command::Import { pages, out, root, strict } => import::import(&pages, out.as_deref(), root.as_deref(), strict),
        Command::Diff { old, new, format, max_bytes, fail_on, names_lock, selection } => {
            diff::diff([&old, &new], format, max_bytes, fail_on, names_lock, &selection)
        }
        Command::Explain { code } => explain::explain(code.as_deref()),
        Command::Completions { shell } => completions::completions(shell),
        Command::Man { out } => manual::manual(&out),
    }
}

/// Prints an error of the file system, and returns the exit code for it.
fn fail(error: &FilesError) -> ExitCode {
    print_err(&format!("error: {error}"));
    ExitCode::from(FINDINGS)
}
