//! Generates the clients of all documents in a folder, optionally compiles them, and reports the result of each.

mod again;
mod child;
mod compile;
mod documents;
mod examples;
mod features;
mod fingerprint;
mod method_names;
mod name_lints;
mod outcome;
pub mod permanence;
mod progress;
mod report;
mod results;
mod rewrites;
pub mod samples;
mod type_names;

pub use child::{CRATE_NAME, Child, run as run_child};

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::{env, fs, io};

use clap::Args;
use compile::Compiler;
use examples::Examples;
use outcome::{Outcome, Row};
use progress::Progress;
use results::Results;
use samples::{Proof, RoundTripRunner};
use serde_json::Value;

use apiarist_measure::metrics;
use xtask::Failure;
use xtask::terminal::print_out;
use xtask::workspace::Workspace;

/// A minimal document. Compiling its client compiles the shared dependencies before any client is measured.
const SMALLEST: &str = "openapi: 3.1.0\ninfo: {title: Nothing, version: '1'}\n";

/// The interval at which compiled clients are also linted: one in this many.
const LINTED: usize = 10;

/// The arguments of `cargo xtask conformance`.
#[derive(Debug, Args)]
pub struct Conformance {
    /// The folder; each .json, .yaml and .yml file below it with a key `openapi` or `swagger` is a document
    folder: PathBuf,
    /// Also compile the clients, which must not cause errors or warnings, and lint every tenth with clippy
    #[arg(long)]
    compile: bool,
    /// Also compile N examples of each client; every method must have one
    #[arg(long, value_name = "N", requires = "compile")]
    examples: Option<usize>,
    /// Also compile N features of groups of each client, each alone; clients of more than 100 operations have them
    #[arg(long, value_name = "N", requires = "compile")]
    features: Option<usize>,
    /// Also check that N generated values of each schema survive decoding and encoding
    #[arg(long, value_name = "N")]
    samples: Option<usize>,
    /// Edit each document where nothing else depends on it, and fail if another name changes without a names lock
    #[arg(long)]
    permanence: bool,
    /// Rewrite each document without changing its meaning, and fail if the diff reports a change on the wire
    #[arg(long)]
    rewrites: bool,
    /// Generate only documents whose path contains TEXT
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// The number of documents generated in parallel [default: the number of processors]
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// Generate only every N-th document, starting with the I-th, to divide the work among machines
    #[arg(long, value_name = "I/N", value_parser = parse_shard)]
    shard: Option<Shard>,
    /// Documents whose path contains TEXT may be rejected, if an error locates the mistake
    #[arg(long, value_name = "TEXT", default_value = "torture/")]
    broken: String,
}

/// A share of the work: the I-th of N.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shard {
    index: usize,
    count: usize,
}

fn parse_shard(text: &str) -> Result<Shard, String> {
    let numbers = text.split_once('/').and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
    match numbers {
        Some((index, count)) if (1..=count).contains(&index) => Ok(Shard { index, count }),
        _ => Err("must be a share from 1/N to N/N, such as 1/4".to_owned()),
    }
}

/// Runs the conformance test and writes the reports. Fails if a document that should become a client does not.
pub fn conformance(workspace: &Workspace, arguments: &Conformance) -> Result<(), Failure> {
    let documents = documents(arguments)?;
    let folder = workspace.root().join("target").join("conformance");
    let next = AtomicUsize::new(0);
    let results = Results::new(arguments, &folder);
    let progress = Progress::new(documents.len());
    let jobs = arguments.jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).max(1);
    let work = |job: usize| -> io::Result<()> {
        let worker = Worker::new(workspace, arguments, &folder, job)?;
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(document) = documents.get(number) else { return Ok(()) };
            let row = worker.work(document, number.is_multiple_of(LINTED))?;
            progress.done(&row, arguments);
            results.add(row)?;
        }
    };
    thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..jobs).map(|job| scope.spawn(move || work(job))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err(io::Error::other("a panic"))))
    })
    .map_err(|error| Failure::Message(error.to_string()))?;
    progress.finish();

    let rows = results.finish().map_err(|error| Failure::Message(error.to_string()))?;
    let failed = rows.iter().filter(|row| !arguments.allows(row)).count();
    print_out(&report::summary(&rows, arguments));
    print_out(&format!("the report is in {}", folder.join("report.md").display()));
    if failed > 0 { Err(Failure::Reported) } else { Ok(()) }
}

impl Conformance {
    /// Returns `true` if this result is acceptable for the document.
    fn allows(&self, row: &Row) -> bool {
        row.is_good() || (row.outcome == Outcome::Rejected && row.document.contains(&self.broken))
    }
}

/// Returns the selected documents.
fn documents(arguments: &Conformance) -> Result<Vec<PathBuf>, Failure> {
    let folder = &arguments.folder;
    let found = documents::find(folder).map_err(|error| Failure::Usage(format!("{}: {error}", folder.display())))?;
    let is_wanted =
        |path: &PathBuf| arguments.only.as_ref().is_none_or(|only| path.to_string_lossy().contains(only.as_str()));
    let wanted = found.into_iter().filter(is_wanted).enumerate();
    let is_ours = |at: usize| arguments.shard.is_none_or(|shard| at % shard.count == shard.index - 1);
    let ours: Vec<PathBuf> = wanted.filter(|(at, _)| is_ours(*at)).map(|(_, path)| path).collect();
    if ours.is_empty() {
        return Err(Failure::Usage(format!("cannot find a matching document in {}", folder.display())));
    }
    Ok(ours)
}

/// A worker that processes one document at a time.
struct Worker<'a> {
    documents: &'a Path,
    runtime: PathBuf,
    folder: PathBuf,
    compiler: Option<Compiler>,
    /// The number of method examples to compile.
    examples: Option<usize>,
    /// The number of features to compile.
    features: Option<usize>,
    permanence: bool,
    rewrites: bool,
    /// The number of values for each schema, and the runner that tests them.
    runner: Option<(usize, RoundTripRunner)>,
}

impl<'a> Worker<'a> {
    fn new(workspace: &Workspace, arguments: &'a Conformance, folder: &Path, job: usize) -> io::Result<Self> {
        let known = folder.join("known");
        let folder = folder.join(format!("job-{job}"));
        fs::create_dir_all(&folder)?;
        let compiler = arguments.compile.then(|| Compiler::new(workspace, &folder, &known)).transpose()?;
        let runner = |count| RoundTripRunner::new(workspace, &folder, &known).map(|runner| (count, runner));
        let runner = arguments.samples.map(runner).transpose()?;
        let (examples, features) = (arguments.examples, arguments.features);
        let runtime = workspace.runtime();
        let (permanence, rewrites) = (arguments.permanence, arguments.rewrites);
        let documents = &arguments.folder;
        let worker = Self { documents, runtime, folder, compiler, examples, features, permanence, rewrites, runner };
        if let Some(compiler) = &worker.compiler {
            let smallest = worker.folder.join("smallest.yaml");
            fs::write(&smallest, SMALLEST)?;
            worker.generate(&smallest)?;
            compiler.check("smallest", false)?;
        }
        Ok(worker)
    }

    /// Generates a document in a separate process.
    fn generate(&self, document: &Path) -> io::Result<metrics::Measured> {
        let mut command = Command::new(env::current_exe()?);
        command.arg("conformance-document").arg(document).arg("--runtime").arg(&self.runtime);
        if let Some(compiler) = &self.compiler {
            command.arg("--out").arg(compiler.crate_folder());
        }
        if let Some(count) = self.examples {
            command.arg("--examples").arg(count.to_string());
        }
        metrics::run(&mut command, &self.folder)
    }

    fn work(&self, document: &Path, linted: bool) -> io::Result<Row> {
        let measured = self.generate(&self.documents.join(document))?;
        let mut row = Row::new(document.to_string_lossy().replace('\\', "/"), &measured);
        if row.outcome == Outcome::Generated {
            row.moved = self.compare(document, "--again")?;
            if self.permanence {
                row.unstable = self.compare(document, "--permanence")?;
            }
            if self.rewrites {
                row.false_changes = self.compare(document, "--rewrites")?;
            }
        }
        if let Some(compiler) = self.compiler.as_ref().filter(|_| row.outcome == Outcome::Generated) {
            let report: Value = serde_json::from_str(&measured.output).unwrap_or_default();
            let fingerprint = report.get("fingerprint").and_then(Value::as_str).unwrap_or_default();
            row.compiled = Some(match compiler.known(fingerprint, linted) {
                Some(known) => known,
                None => compiler.check(fingerprint, linted)?,
            });
            if self.examples.is_some() {
                row.examples = Some(compiler.check_examples(Examples::read(&report))?);
            }
            if let Some(count) = self.features {
                row.features = Some(compiler.check_features(count)?);
            }
        }
        if row.is_good()
            && let Some((count, runner)) = &self.runner
        {
            row.proof = Some(self.prove(document, *count, runner)?);
        }
        Ok(row)
    }

    /// Generates a document again, or edited, and returns the differences. It runs in a separate process, so that the
    /// measured cost of the first run is not affected.
    fn compare(&self, document: &Path, run: &str) -> io::Result<Vec<String>> {
        let mut command = Command::new(env::current_exe()?);
        command.arg("conformance-document").arg(self.documents.join(document)).arg("--runtime").arg(&self.runtime);
        let ran = metrics::run(command.arg(run), &self.folder)?;
        Ok(serde_json::from_str(&ran.output)
            .ok()
            .filter(|_| ran.status.success())
            .unwrap_or_else(|| vec![format!("cannot compare the runs: {}", metrics::ending(ran.status))]))
    }

    /// Makes values in a separate process and tests them.
    fn prove(&self, document: &Path, count: usize, runner: &RoundTripRunner) -> io::Result<Proof> {
        let mut command = Command::new(env::current_exe()?);
        command.arg("conformance-document").arg(self.documents.join(document)).arg("--runtime").arg(&self.runtime);
        command.arg("--out").arg(runner.folder().join("client")).arg("--samples").arg(count.to_string());
        let made = metrics::run(&mut command, &self.folder)?;
        if made.status.success() {
            runner.prove()
        } else {
            Ok(Proof {
                error: Some(format!("cannot make values: {}", metrics::ending(made.status))),
                ..Proof::default()
            })
        }
    }
}
