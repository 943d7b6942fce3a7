//! Measures everything that BENCHMARKS.md states, for this generator and those of other projects.
//!
//! ```text
//! generators × documents ─generate in turns─▶ crates ─cargo check in turns─▶ rows ─page─▶ BENCHMARKS.md
//!                                                   └─cargo build of a program in turns─▶ programs ─▲
//! ```

mod machine;
mod page;
mod peers;
mod programs;
mod row;
mod spread;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::generator::Generator;
use super::{Runs, calls, decode, failed, growth};
use page::Page;
use peers::{Installed, PEERS};
use programs::Program;
use row::{OURS, Row};

pub use row::shown_name;
use xtask::Failure;
use xtask::terminal::{print_err, print_out};
use xtask::workspace::Workspace;

/// The arguments of `all`.
#[derive(Debug, Args)]
pub struct All {
    /// Documents whose clients are generated and compiled
    #[arg(required = true, value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,
    /// Also measure a client of only these operations of the last document; can be repeated
    #[arg(long, value_name = "PATTERN")]
    include: Vec<String>,
    /// Also measure how the costs grow with the size of this document
    #[arg(long, value_name = "DOCUMENT")]
    growth: Option<PathBuf>,
    /// Find the other generators in DIR [default: the search path]
    #[arg(long, value_name = "DIR")]
    peers: Option<PathBuf>,
    /// Write the page to FILE
    #[arg(long, value_name = "FILE", default_value = "BENCHMARKS.md")]
    out: PathBuf,
    #[command(flatten)]
    runs: Runs,
}

/// Measures generation, compilation, calls and decoding, and writes the page.
pub fn all(workspace: &Workspace, arguments: &All, folder: &Path) -> Result<(), Failure> {
    let place = folder.join("all");
    fs::create_dir_all(&place).map_err(|error| failed(&place, &error))?;
    let generator = Generator::build(workspace, &place)?;
    let peers: Vec<Installed> = PEERS.iter().filter_map(|peer| peer.find(arguments.peers.as_deref())).collect();
    let (mut rows, target) = (rows(arguments, &peers, &place), place.join("target"));
    generate(&mut rows, &generator, &peers, arguments.runs)?;
    print_err("measuring calls");
    let calls = calls::measured(workspace, arguments.runs, folder)?;
    print_err("measuring decoding");
    let decoding = decode::measured(workspace, arguments.runs, folder)?;
    let growth = arguments.growth.as_deref();
    let growth = growth.map(|document| growth::measured(workspace, document, arguments.runs, folder)).transpose()?;
    let write = |rows: &[Row], programs: &[Program], runs: usize| {
        let (json, figures) = (serde_json::json!({"clients": rows, "programs": programs}), folder.join("all.json"));
        fs::write(&figures, format!("{json:#}\n")).map_err(|error| failed(&figures, &error))?;
        let (peers, growth) = (&peers, growth.as_ref());
        let page = Page { rows, peers, programs, runs, calls: &calls, decoding: &decoding, growth };
        fs::write(&arguments.out, page.to_text()).map_err(|error| failed(&arguments.out, &error))?;
        print_out(&format!("wrote {}, and all runs to {}", arguments.out.display(), figures.display()));
        Ok(())
    };
    compile_dependencies(&rows, workspace, &target)?;
    // Compiling takes most of the time, so each run is written at once.
    for run in 1..=arguments.runs.get() {
        for row in rows.iter_mut().filter(|row| row.is_compiled()) {
            print_err(&format!("compiling {}, run {run} of {}", row.name(), arguments.runs.get()));
            row.compile(&target)?;
        }
        write(&rows, &[], run)?;
    }
    let programs = programs::measured(workspace, &rows, &place, &target, arguments.runs)?;
    write(&rows, &programs, arguments.runs.get())
}

/// Generates all clients in turns.
fn generate(rows: &mut [Row], generator: &Generator, peers: &[Installed], runs: Runs) -> Result<(), Failure> {
    for row in &*rows {
        let folder = row.folder();
        fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    }
    for run in 1..=runs.get() {
        print_err(&format!("generating, run {run} of {}", runs.get()));
        for row in &mut *rows {
            row.generate(generator, peers)?;
        }
    }
    Ok(())
}

/// Compiles the dependencies of all clients.
fn compile_dependencies(rows: &[Row], workspace: &Workspace, target: &Path) -> Result<(), Failure> {
    for row in rows.iter().filter(|row| row.failure.is_none()) {
        print_err(&format!("compiling the dependencies of {}", row.name()));
        row.set_apart(&workspace.root().join("Cargo.lock"))?;
        row.compile_dependencies(target)?;
    }
    Ok(())
}

/// Returns a row for each document and generator, then one for the selection.
fn rows(arguments: &All, peers: &[Installed], place: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    let generators = || [OURS].into_iter().chain(peers.iter().map(|installed| installed.peer.name));
    for document in &arguments.documents {
        for generator in generators() {
            rows.push(Row::new(document, generator, &[], &place.join(rows.len().to_string())));
        }
    }
    if let Some(last) = arguments.documents.last().filter(|_| !arguments.include.is_empty()) {
        rows.push(Row::new(last, OURS, &arguments.include, &place.join(rows.len().to_string())));
    }
    rows
}
