//! Measures the cost of compiling clients.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::generator::{Generator, Size};
use super::{Cost, Runs, comparison, failed, report};
use apiarist_measure::cargo_check::{self, Compiled, Task};
use apiarist_measure::figures::{Table, megabytes, ratio, seconds, separated, times};
use xtask::Failure;
use xtask::terminal::print_err;
use xtask::workspace::Workspace;

/// The arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Documents whose clients are compiled [default with --against, --floor or --all-commands: those of specs/]
    #[arg(required_unless_present_any = ["against", "floor", "all_commands"], value_name = "DOCUMENT")]
    pub(super) documents: Vec<PathBuf>,
    /// Folders of crates that other generators made from the same document; each has a src/lib.rs
    #[arg(long = "compare-with", value_name = "CRATE_FOLDER", num_args = 1.., conflicts_with_all = ["against", "floor", "all_commands"])]
    peers: Vec<PathBuf>,
    /// Also measure the generator of this revision and its clients; all clients are compiled with the feature `client` only
    #[arg(long, value_name = "REVISION")]
    pub(super) against: Option<String>,
    /// Also measure the types of each client with only the derives `Clone`, `Debug` and `PartialEq`
    #[arg(long)]
    pub(super) floor: bool,
    /// Also measure `cargo build` without optimizations and `cargo doc` of each client
    #[arg(long)]
    pub(super) all_commands: bool,
    #[command(flatten)]
    pub(super) runs: Runs,
}

/// The cost of compiling one crate.
#[derive(Debug, Serialize)]
struct Row {
    /// The document that the crate was generated from, or the path of the crate.
    name: String,
    size: Size,
    errors: u64,
    warnings: u64,
    runs: Vec<Cost>,
}

/// Compiles each crate the requested number of times, one at a time.
pub fn check(workspace: &Workspace, arguments: &Check, folder: &Path) -> Result<(), Failure> {
    if arguments.against.is_some() || arguments.floor || arguments.all_commands {
        return comparison::compare(workspace, arguments, folder);
    }
    if arguments.documents.len() > 1 && !arguments.peers.is_empty() {
        let message = "`--compare-with` requires exactly one document: the one that the crates were generated from";
        return Err(Failure::Usage(message.to_owned()));
    }
    let place = folder.join("check");
    let crates = crates(workspace, arguments, &place)?;
    let target = place.join("target");
    let compile =
        |at: &Path| cargo_check::compile(at, Task::Check, &target, &place).map_err(|error| failed(at, &error));
    let mut rows = Vec::new();
    for (name, at) in &crates {
        print_err(&format!("compiling the dependencies of {name}"));
        let size = Size::of(at).map_err(|error| failed(at, &error))?;
        rows.push(Row::new(name, size, &compile(at)?));
    }
    for run in 1..=arguments.runs.get() {
        print_err(&format!("run {run} of {}", arguments.runs.get()));
        for ((_, at), row) in crates.iter().zip(&mut rows) {
            let compiled = compile(at)?;
            row.runs.push(Cost { cpu: compiled.cpu, memory: compiled.memory });
        }
    }
    report(folder, "check", &table(&rows, arguments.peers.len()), &rows)?;
    let ours = &rows[..arguments.documents.len().min(rows.len())];
    if ours.iter().any(|row| row.errors > 0) { Err(Failure::Reported) } else { Ok(()) }
}

/// Returns the crates to compile and their names: the generated crates, then the crates to compare them with.
fn crates(workspace: &Workspace, arguments: &Check, place: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    fs::create_dir_all(place).map_err(|error| failed(place, &error))?;
    let generator = Generator::build(workspace, place)?;
    let mut crates = Vec::new();
    for (at, document) in arguments.documents.iter().enumerate() {
        let folder = place.join(at.to_string());
        fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
        let (client, _) = generator.generate(document, &folder)?;
        cargo_check::set_apart(&client, &workspace.root().join("Cargo.lock"))
            .map_err(|error| failed(&client, &error))?;
        crates.push((document.display().to_string(), client));
    }
    crates.extend(arguments.peers.iter().map(|folder| (folder.display().to_string(), folder.clone())));
    Ok(crates)
}

impl Row {
    /// Creates the row of a crate that has been compiled but not measured.
    fn new(name: &str, size: Size, compiled: &Compiled) -> Self {
        if let Some((code, message)) = &compiled.first {
            print_err(&format!("{name}: {code}: {message}"));
        }
        let (errors, warnings) = (compiled.errors, compiled.warnings);
        Self { name: name.to_owned(), size, errors, warnings, runs: Vec::new() }
    }
}

/// Returns the table. The last `peers` rows are compared with the first.
fn table(rows: &[Row], peers: usize) -> Table {
    let mut headings = vec!["crate", "CPU", "memory", "lines", "errors", "warnings"];
    if peers > 0 {
        headings.extend(["CPU / ours", "memory / ours"]);
    }
    let mut table = Table::new(&headings);
    let ours = rows.first().filter(|row| row.errors == 0).map(|row| Cost::least(&row.runs));
    for (at, row) in rows.iter().enumerate() {
        let cost = Cost::least(&row.runs);
        let mut cells = vec![row.name.clone(), seconds(cost.cpu), megabytes(cost.memory)];
        cells.extend([row.size.lines, row.errors, row.warnings].map(separated));
        if peers > 0 {
            // The compiler stops early at errors, so that such a row has no comparable cost.
            let ours = ours.filter(|_| row.errors == 0 && at + peers >= rows.len());
            cells.push(times(ours.and_then(|ours| ratio(cost.cpu, ours.cpu))));
            cells.push(times(ours.and_then(|ours| ratio(cost.memory as f64, ours.memory as f64))));
        }
        table.add(cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, errors: u64, cpu: f64, memory: u64) -> Row {
        let size = Size { lines: 1_000, bytes: 40_000, files: 1 };
        Row { name: name.to_owned(), size, errors, warnings: 2, runs: vec![Cost { cpu, memory }] }
    }

    #[test]
    fn only_compiling_crates_are_compared_with_ours() {
        let rows = [
            row("ours", 0, 2.0, 400_000_000),
            row("theirs", 0, 9.0, 1_000_000_000),
            row("broken", 3, 1.0, 100_000_000),
        ];
        let text = table(&rows, 2).to_text();
        let expected = "\
| crate  |    CPU |   memory | lines | errors | warnings | CPU / ours | memory / ours |
|--------|-------:|---------:|------:|-------:|---------:|-----------:|--------------:|
| ours   | 2.00 s |   400 MB | 1,000 |      0 |        2 |          – |             – |
| theirs | 9.00 s | 1,000 MB | 1,000 |      0 |        2 |     4.50 × |        2.50 × |
| broken | 1.00 s |   100 MB | 1,000 |      3 |        2 |          – |             – |
";
        assert_eq!(text, expected);
    }

    #[test]
    fn clients_alone_are_not_compared() {
        let text = table(&[row("ours", 0, 2.0, 400_000_000)], 0).to_text();
        assert!(text.starts_with("| crate |    CPU | memory | lines | errors | warnings |\n"), "{text}");
    }
}
