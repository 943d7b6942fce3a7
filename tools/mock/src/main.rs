//! Calls every operation of a document's client against the third-party mock server Prism: `cargo xtask mock`. Prism
//! validates each request against the document, and each of its responses must be decoded.

mod completion;
mod explanation;
mod expression;
mod objects;
mod outcome;
mod program;
mod read_only;
mod server;
mod values;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;
use apiarist::emit::RuntimeDependency;
use apiarist::files;
use apiarist::settings::Settings;
use apiarist::source::Document;
use clap::Parser;

use apiarist_conformance::CRATE_NAME;
use apiarist_measure::cargo_build::{self, Profile};
use apiarist_measure::metrics;
use outcome::{Called, Calls, Stage, table};
use server::{Server, Started};
use xtask::terminal::{self, Output, print_diagnostics, print_err, print_out};
use xtask::workspace::Workspace;
use xtask::{Failure, exit_code, failed};

/// The rule for requests that stopped the mock server.
const CRASHED: &str = "the server crashed";

/// The number of compiler errors that are shown.
const SHOWN_ERRORS: usize = 5;

/// Call every operation of a client against the third-party mock server Prism
///
/// Each operation is called with arguments made from the document. Prism validates the request against the document, and
/// the response of Prism must be decoded. Fails if less than 99.5 % of the operations of a
/// document succeed, except for requests that Prism cannot judge; the last lines count them by rule, with the share of
/// accepted requests. Without Node.js, nothing is called and the task succeeds.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask mock", arg_required_else_help = true, after_help = EXAMPLES)]
struct Mock {
    /// Documents whose clients are called
    #[arg(required = true, value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,
    /// Make all parameters required, so that Prism rejects an optional one that is sent by a wrong name
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask mock specs/*/openapi.yaml
  PRISM=node_modules/.bin/prism cargo xtask mock openapi.yaml";

fn main() -> ExitCode {
    let arguments = Mock::parse();
    terminal::set_up(arguments.output, false);
    exit_code(Workspace::find().and_then(|workspace| mock(&workspace, &arguments)))
}

/// Calls the clients of all documents, one after the other, and reports the results.
fn mock(workspace: &Workspace, arguments: &Mock) -> Result<(), Failure> {
    let folder = workspace.root().join("target").join("mock");
    fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    let mut all = Vec::new();
    for document in &arguments.documents {
        let name = document.display().to_string();
        let calls = match call(workspace, document, &folder, arguments.strict) {
            Ok(Some(calls)) => calls,
            Ok(None) => return Ok(()),
            Err(Failure::Message(error)) => Calls { error: Some(error), ..Calls::default() },
            Err(other) => return Err(other),
        };
        print_err(&format!("{name}: {}", calls.summary()));
        all.push((name, calls));
        write_report(&all, &folder)?;
    }
    print_out(table(&all).trim_end());
    print_err(&format!(
        "wrote the table to {}, and all calls to report.json in the same folder",
        folder.join("report.md").display()
    ));
    if all.iter().all(|(_, calls)| calls.are_good()) { Ok(()) } else { Err(Failure::Reported) }
}

/// Writes the results so far, so that an interrupted run keeps them.
fn write_report(all: &[(String, Calls)], folder: &Path) -> Result<(), Failure> {
    let kept = serde_json::to_vec_pretty(all).map_err(|error| failed(folder, &error))?;
    let write = |name: &str, text: &[u8]| fs::write(folder.join(name), text).map_err(|error| failed(folder, &error));
    write("report.md", table(all).as_bytes())?;
    write("report.json", &kept)
}

/// Calls all operations of one client. If this machine cannot run the mock server, prints the reason and returns
/// `None`.
fn call(workspace: &Workspace, path: &Path, folder: &Path, is_strict: bool) -> Result<Option<Calls>, Failure> {
    let Prepared { program, client, served } = build(workspace, path, folder, is_strict)?;
    let script = workspace.root().join("tests").join("prism").join("serve.sh");
    let mut calls = Calls::default();
    // A document can make the server crash. It is started again for the remaining operations.
    while calls.all.len() < client.api().operations.len() {
        let mut server = match Server::start(&script, &served, folder).map_err(|error| failed(&script, &error))? {
            Started::Running(server) => server,
            Started::Skipped(why) => {
                print_err(&why);
                return Ok(None);
            }
        };
        let mut command = Command::new(&program);
        command.arg(server.url()).arg(calls.all.len().to_string());
        let run = metrics::run(&mut command, folder).map_err(|error| failed(folder, &error))?;
        let made = calls.read(&run.output);
        let (accepted, rejected) = server.judgments(made).map_err(|error| failed(folder, &error))?;
        calls.logged_acceptances += accepted;
        calls.logged_rejections += rejected;
        if !run.status.success() || made == 0 {
            let last = run.errors.lines().last().unwrap_or_default();
            return Err(failed(path, &format!("the program stopped after {} calls: {last}", calls.all.len())));
        }
        if let Some(last) = calls.all.last_mut().filter(|last| last.stage == Stage::Sending)
            && let Some(error) = server.crash().map_err(|error| failed(folder, &error))?
        {
            *last = Called { stage: Stage::Crashed, rule: CRASHED.to_owned(), why: error, ..last.clone() };
        }
    }
    calls.explain(client.api());
    Ok(Some(calls))
}

/// The calls of a client before they are made.
struct Prepared {
    /// The program that calls all operations.
    program: PathBuf,
    /// The client.
    client: Client,
    /// The document that the mock server loads.
    served: PathBuf,
}

/// Compiles the program that calls all operations of a client, and completes the document for the mock server.
fn build(workspace: &Workspace, path: &Path, folder: &Path, is_strict: bool) -> Result<Prepared, Failure> {
    let mut diagnostics = Diagnostics::new();
    let document = Document::read(path).map_err(|error| failed(path, &error))?;
    let Some(client) = Client::plan(&document, &Settings::default(), &mut diagnostics) else {
        print_diagnostics(Some(&document), &diagnostics);
        return Err(Failure::Reported);
    };
    let crate_folder = folder.join("client");
    let source = path.file_name().unwrap_or_default().to_string_lossy();
    let runtime = RuntimeDependency::Path(workspace.runtime().display().to_string());
    let files = client.standalone_crate(CRATE_NAME, &source, runtime);
    let files = files.map_err(|error| Failure::Message(error.to_string()))?;
    let written = files::lock(&crate_folder, || {}).and_then(|lock| files.compare(&crate_folder)?.write(&lock));
    written.map_err(|error| failed(&crate_folder, &error))?;
    let text = program::source(&document, &client);
    fs::create_dir_all(folder.join("src")).map_err(|error| failed(folder, &error))?;
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).map_err(|error| failed(folder, &error));
    write("Cargo.toml", &program::manifest(&workspace.runtime()))?;
    write("src/main.rs", &text)?;
    fs::copy(workspace.root().join("Cargo.lock"), folder.join("Cargo.lock")).map_err(|error| failed(folder, &error))?;
    let built = cargo_build::build(folder, &folder.join("target"), program::NAME, Profile::Debug);
    let built = built.map_err(|error| failed(folder, &error))?.map_err(|errors| {
        let shown = &errors[..errors.len().min(SHOWN_ERRORS)];
        failed(folder, &format!("the calls do not compile\n{}", shown.join("\n")))
    })?;
    let served = match completion::complete(&document, &client.api().operations, is_strict) {
        Some(completed) => {
            write("document.json", &completed.to_string())?;
            folder.join("document.json")
        }
        None => path.to_owned(),
    };
    Ok(Prepared { program: built.program, client, served })
}

/// Parses a document and plans its client.
#[cfg(test)]
fn planned(text: &str) -> (Document, Client) {
    let document = Document::parse("openapi.yaml", text).expect("it is a document");
    let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).expect("it has a client");
    (document, client)
}
