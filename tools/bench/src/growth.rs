//! Measures how costs grow with the size of a document.

use std::fs;
use std::path::{Path, PathBuf};

use apiarist::source::Document;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::all::shown_name;
use super::copies::{changed, copied};
use super::generator::Generator;
use super::{Cost, Runs, failed, report};
use apiarist_measure::cargo_check::{self, Task};
use apiarist_measure::figures::{Table, seconds};
use xtask::Failure;
use xtask::terminal::print_err;
use xtask::workspace::Workspace;

/// The numbers of copies of a document.
const COPIES: [usize; 4] = [1, 2, 4, 8];

/// The maximum exponent of the power of the size that fits the costs.
const LARGEST_EXPONENT: f64 = 1.1;

/// The arguments of `growth`.
#[derive(Debug, Args)]
pub struct Growth {
    /// Documents of one file each
    #[arg(required = true, value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,
    /// The measured tasks
    #[arg(long, value_name = "TASK", value_delimiter = ',', default_value = "generate,check,diff")]
    tasks: Vec<Measured>,
    #[command(flatten)]
    runs: Runs,
}

/// A task whose cost is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ValueEnum)]
#[serde(rename_all = "snake_case")]
enum Measured {
    /// `apiarist generate`
    Generate,
    /// `cargo check` of the client
    Check,
    /// `apiarist diff` with a version in which every object schema has one more property
    Diff,
}

/// The costs of one task for one document.
#[derive(Debug, Serialize)]
struct Row {
    document: String,
    task: Measured,
    /// The costs of each run, for each number of copies.
    runs: [Vec<Cost>; COPIES.len()],
}

/// Measures all tasks for all sizes in turns. Fails if the cost of a task grows faster than its limit.
pub fn growth(workspace: &Workspace, arguments: &Growth, folder: &Path) -> Result<(), Failure> {
    let rows = measure(workspace, arguments, folder)?;
    let is_within = |row: &Row| row.exponent().is_none_or(|exponent| exponent <= LARGEST_EXPONENT);
    if rows.iter().all(is_within) { Ok(()) } else { Err(Failure::Reported) }
}

/// Measures all tasks for one document. Returns the figures as a table.
pub fn measured(workspace: &Workspace, document: &Path, runs: Runs, folder: &Path) -> Result<Table, Failure> {
    let tasks = vec![Measured::Generate, Measured::Check, Measured::Diff];
    let arguments = Growth { documents: vec![document.to_owned()], tasks, runs };
    Ok(table(&measure(workspace, &arguments, folder)?))
}

fn measure(workspace: &Workspace, arguments: &Growth, folder: &Path) -> Result<Vec<Row>, Failure> {
    let place = folder.join("growth");
    fs::create_dir_all(&place).map_err(|error| failed(&place, &error))?;
    let generator = Generator::build(workspace, &place)?.copied_to(&place)?;
    let mut rows = Vec::new();
    for document in &arguments.documents {
        let sizes = sizes(document, &place)?;
        let row = |task: &Measured| Row { document: shown_name(document), task: *task, runs: Default::default() };
        let mut of_document: Vec<Row> = arguments.tasks.iter().map(row).collect();
        for run in 1..=arguments.runs.get() {
            print_err(&format!("{}: run {run} of {}", document.display(), arguments.runs.get()));
            for row in &mut of_document {
                for (size, runs) in sizes.iter().zip(&mut row.runs) {
                    runs.push(cost(workspace, &generator, row.task, size, &place)?);
                }
            }
        }
        rows.append(&mut of_document);
        report(folder, "growth", &table(&rows), &rows)?;
    }
    Ok(rows)
}

/// Writes a document and its later version in all sizes. Returns their folders.
fn sizes(document: &Path, place: &Path) -> Result<Vec<PathBuf>, Failure> {
    let root = Document::read(document).map_err(|error| failed(document, &error))?.root().clone();
    let write = |count: &usize| {
        let folder = place.join(count.to_string());
        let all = copied(&root, *count);
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join("old.json"), all.to_string()))
            .and_then(|()| fs::write(folder.join("new.json"), changed(&all).to_string()))
            .map_err(|error| failed(&folder, &error))?;
        Ok(folder)
    };
    COPIES.iter().map(write).collect()
}

/// Performs a task for the document in a folder, and returns its cost.
fn cost(
    workspace: &Workspace,
    generator: &Generator,
    task: Measured,
    folder: &Path,
    place: &Path,
) -> Result<Cost, Failure> {
    let (old, new) = (folder.join("old.json"), folder.join("new.json"));
    match task {
        Measured::Generate => Ok(generator.generate(&old, folder)?.1),
        Measured::Diff => generator.diff(&old, &new, folder),
        Measured::Check => {
            let target = place.join("target");
            let (client, _) = generator.generate(&old, folder)?;
            let compile = || cargo_check::compile(&client, Task::Check, &target, place);
            let compiled = cargo_check::set_apart(&client, &workspace.root().join("Cargo.lock")).and_then(|()| {
                // The first run compiles the dependencies, and another folder has another path in their place.
                compile()?;
                compile()
            });
            let compiled = compiled.map_err(|error| failed(&client, &error))?;
            match compiled.first {
                Some((code, message)) if compiled.errors > 0 => Err(failed(&client, &format!("{code}: {message}"))),
                _ => Ok(Cost { cpu: compiled.cpu, memory: compiled.memory }),
            }
        }
    }
}

impl Row {
    /// Returns the minimum CPU time for each number of copies.
    fn times(&self) -> [f64; COPIES.len()] {
        self.runs.each_ref().map(|runs| Cost::least(runs).cpu)
    }

    /// Returns the exponent of the power of the size that fits the costs: the slope of the regression line through the
    /// logarithms.
    fn exponent(&self) -> Option<f64> {
        let points = COPIES.iter().zip(self.times()).map(|(count, time)| ((*count as f64).ln(), time.ln()));
        let points: Vec<(f64, f64)> = points.collect();
        let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
        let (mean_x, mean_y) = (mean(|point| point.0), mean(|point| point.1));
        let covariance: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
        let variance: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
        let exponent = covariance / variance;
        exponent.is_finite().then_some(exponent)
    }

    /// Returns the exponent between the two largest sizes, where costs that do not depend on the size matter least.
    fn last_exponent(&self) -> Option<f64> {
        let [.., smaller, larger] = self.times();
        let exponent = (larger / smaller).log2();
        exponent.is_finite().then_some(exponent)
    }
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&["document", "task", "1 ×", "2 ×", "4 ×", "8 ×", "exponent", "last doubling"]);
    let exponent = |exponent: Option<f64>| exponent.map_or_else(|| "–".to_owned(), |exponent| format!("{exponent:.2}"));
    for row in rows {
        let task = row.task.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        let exponents = [row.exponent(), row.last_exponent()].map(exponent);
        table.add([row.document.clone(), task].into_iter().chain(row.times().map(seconds)).chain(exponents).collect());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponent_is_the_slope_of_the_logarithms() {
        let row = |times: [f64; 4]| Row {
            document: "a.yaml".to_owned(),
            task: Measured::Generate,
            runs: times.map(|cpu| vec![Cost { cpu, memory: 1 }]),
        };
        let linear = row([0.5, 1.0, 2.0, 4.0]);
        assert!(linear.exponent().is_some_and(|exponent| (exponent - 1.0).abs() < 1e-9));
        let square = row([1.0, 4.0, 16.0, 64.0]);
        assert!(square.exponent().is_some_and(|exponent| (exponent - 2.0).abs() < 1e-9));
        assert!(square.last_exponent().is_some_and(|exponent| (exponent - 2.0).abs() < 1e-9));
        let text = table(&[linear]).to_text();
        let last = "| a.yaml   | generate | 0.50 s | 1.00 s | 2.00 s | 4.00 s |     1.00 |          1.00 |";
        assert_eq!(text.lines().last(), Some(last));
    }
}
