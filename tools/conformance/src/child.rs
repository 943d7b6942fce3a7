//! Generates the client of one document in a separate process.

use std::path::{Path, PathBuf};

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;
use apiarist::emit::RuntimeDependency;
use apiarist::files::{self, Files};
use apiarist::report::{Census, json};
use apiarist::rustdoc::{FaultKind, Reading};
use apiarist::settings::Settings;
use apiarist::source::Document;
use clap::Args;
use serde_json::{Value, json as object};

use super::fingerprint::Fingerprint;
use super::method_names::MethodNames;
use super::name_lints::NameLints;
use super::type_names::TypeNameCounts;
use super::{again, examples, permanence, rewrites, samples};
use xtask::Failure;
use xtask::terminal::print_json;

/// The CPU time limit of a document in seconds.
pub const CPU_LIMIT: u64 = 10;

/// The CPU time limit in seconds for a document for which values are made.
const SAMPLES_CPU_LIMIT: u64 = 300;

/// The CPU time limit of a document that is generated three times, in seconds.
const AGAIN_CPU_LIMIT: u64 = 3 * CPU_LIMIT;

/// The CPU time limit of a document that is planned five times and compared, in seconds.
const PERMANENCE_CPU_LIMIT: u64 = 6 * CPU_LIMIT;

/// The CPU time limit in seconds of a document that is planned once for each group of rewrites, or for each rewrite.
const REWRITES_CPU_LIMIT: u64 = 30 * CPU_LIMIT;

/// The address space limit of a document in bytes.
pub const MEMORY_LIMIT: u64 = 4 << 30;

/// The name of a generated crate. It is the same for all documents, so that each crate replaces the previous one.
pub const CRATE_NAME: &str = "conformance-client";

/// The arguments of the process that generates one document.
#[derive(Debug, Args)]
pub struct Child {
    /// The document
    document: PathBuf,
    /// The folder of the crate [default: none]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Writes a program of this many examples of methods into the crate
    #[arg(long, requires = "out")]
    examples: Option<usize>,
    /// Makes this many values for each schema, and the program that tries them, in the folder above the crate's
    #[arg(long, requires = "out")]
    samples: Option<usize>,
    /// Generate the document twice more with the names of the previous run, and print the differences
    #[arg(long, conflicts_with = "out")]
    again: bool,
    /// Plans the document again after edits, and prints which other names changed
    #[arg(long, conflicts_with_all = ["out", "again"])]
    permanence: bool,
    /// Rewrites the document without changing its meaning, and prints the changes on the wire
    #[arg(long, conflicts_with_all = ["out", "again", "permanence"])]
    rewrites: bool,
    /// The folder of the runtime
    #[arg(long)]
    runtime: PathBuf,
}

/// Generates the client and prints its report.
pub fn run(child: &Child) -> Result<(), Failure> {
    if child.again {
        limit(AGAIN_CPU_LIMIT);
        print_json(&Value::from(again::differences(&child.document)));
        return Ok(());
    }
    if child.permanence {
        limit(PERMANENCE_CPU_LIMIT);
        let moved = Document::read(&child.document).map(|document| permanence::moved_names(&document));
        print_json(&Value::from(moved.unwrap_or_default()));
        return Ok(());
    }
    if child.rewrites {
        limit(REWRITES_CPU_LIMIT);
        let found = Document::read(&child.document).map(|document| rewrites::false_changes(&document));
        print_json(&Value::from(found.unwrap_or_default()));
        return Ok(());
    }
    limit(if child.samples.is_some() { SAMPLES_CPU_LIMIT } else { CPU_LIMIT });
    let mut diagnostics = Diagnostics::new();
    let document = match Document::read(&child.document) {
        Ok(document) => document,
        Err(error) => {
            diagnostics.add_source_error(&error);
            print_json(&json(None, &Census::default(), &diagnostics));
            return Ok(());
        }
    };
    let client = Client::plan(&document, &Settings::default(), &mut diagnostics);
    let census = Census::new(&document, client.as_ref().map(Client::api), &diagnostics);
    let mut report = json(Some(&document), &census, &diagnostics);
    if let Some(client) = client {
        let source = child.document.file_name().unwrap_or_default().to_string_lossy();
        let runtime = RuntimeDependency::Path(child.runtime.display().to_string());
        let files = client.standalone_crate(CRATE_NAME, &source, runtime);
        let files = files.map_err(|error| Failure::Message(error.to_string()))?;
        report["lines"] = files.lines().into();
        report["fingerprint"] = fingerprint(&files).into();
        report["documentation"] = documentation(&files)?;
        report["methods"] = serde_json::to_value(MethodNames::of(&client)).unwrap_or_default();
        report["name_lints"] = serde_json::to_value(NameLints::new(&client, &files)).unwrap_or_default();
        report["type_names"] =
            serde_json::to_value(TypeNameCounts::new(client.api(), client.names())).unwrap_or_default();
        if let Some(out) = &child.out {
            write(&files, out)?;
            if let Some(count) = child.examples {
                let written = examples::write(&client, &files, count, out);
                report["examples"] = written.map_err(|error| Failure::Message(error.to_string()))?;
            }
            if let (Some(count), Some(folder)) = (child.samples, out.parent()) {
                let prepared = samples::prepare(&document, &client, count, folder);
                prepared.map_err(|error| Failure::Message(error.to_string()))?;
            }
        }
    }
    print_json(&report);
    Ok(())
}

/// Counts the doctests and the HTML that rustdoc would find in the texts of the document.
fn documentation(files: &Files) -> Result<Value, Failure> {
    let (mut doctests, mut html) = (0, 0);
    let mut first = None;
    for (path, text) in files.iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "rs")) {
        let reading =
            Reading::of_source(text).map_err(|error| Failure::Message(format!("{}: {error}", path.display())))?;
        doctests += reading.count(FaultKind::Doctest);
        html += reading.count(FaultKind::Html);
        let is_harm = |kind: FaultKind| kind != FaultKind::Warning;
        let fault = reading.faults.iter().find(|fault| is_harm(fault.kind));
        first = first.or_else(|| fault.map(|fault| format!("{}: {}", path.display(), fault.excerpt)));
    }
    Ok(object!({"doctests": doctests, "html": html, "first": first}))
}

/// Limits the CPU time and the memory of this process, so that it cannot exhaust the machine.
#[cfg(unix)]
fn limit(cpu: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, limit) in [(Resource::Cpu, cpu), (Resource::As, MEMORY_LIMIT), (Resource::Core, 0)] {
        // An error means that the operating system does not support this limit.
        let _ = setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) });
    }
}

#[cfg(not(unix))]
fn limit(_cpu: u64) {}

fn fingerprint(files: &Files) -> String {
    let mut fingerprint = Fingerprint::default();
    for (path, text) in files.iter() {
        fingerprint.add(path, text.as_bytes());
    }
    fingerprint.finish()
}

fn write(files: &Files, out: &Path) -> Result<(), Failure> {
    let failed = |error: files::FilesError| Failure::Message(error.to_string());
    let lock = files::lock(out, || {}).map_err(failed)?;
    files.compare(out).map_err(failed)?.write(&lock).map_err(failed)
}
