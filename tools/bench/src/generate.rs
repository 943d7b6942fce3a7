//! Measures the cost of generating clients.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::generator::{Generator, Size};
use super::{Cost, Runs, failed, report};
use apiarist_measure::figures::{Table, megabytes, seconds, separated};
use xtask::Failure;
use xtask::workspace::Workspace;

/// The arguments of `generate`.
#[derive(Debug, Args)]
pub struct Generate {
    /// Documents whose clients are generated
    #[arg(required = true, value_name = "DOCUMENT")]
    documents: Vec<PathBuf>,
    #[command(flatten)]
    runs: Runs,
}

/// The cost of generating one document.
#[derive(Debug, Serialize)]
struct Row {
    document: String,
    size: Size,
    runs: Vec<Cost>,
}

/// Generates each document the requested number of times, one after the other.
pub fn generate(workspace: &Workspace, arguments: &Generate, folder: &Path) -> Result<(), Failure> {
    let place = folder.join("generate");
    fs::create_dir_all(&place).map_err(|error| failed(&place, &error))?;
    let generator = Generator::build(workspace, &place)?;
    let row =
        |document: &PathBuf| Row { document: document.display().to_string(), size: Size::default(), runs: vec![] };
    let mut rows: Vec<Row> = arguments.documents.iter().map(row).collect();
    for _ in 0..arguments.runs.get() {
        for (document, row) in arguments.documents.iter().zip(&mut rows) {
            let (client, cost) = generator.generate(document, &place)?;
            row.size = Size::of(&client).map_err(|error| failed(&client, &error))?;
            row.runs.push(cost);
        }
    }
    report(folder, "generate", &table(&rows), &rows)
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&["document", "CPU", "memory", "lines", "bytes", "files"]);
    for row in rows {
        let cost = Cost::least(&row.runs);
        let size = [row.size.lines, row.size.bytes, row.size.files].map(separated);
        table.add([row.document.clone(), seconds(cost.cpu), megabytes(cost.memory)].into_iter().chain(size).collect());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_has_the_minimum_cost_of_a_document() {
        let runs = vec![Cost { cpu: 0.5, memory: 90_000_000 }, Cost { cpu: 0.41, memory: 91_000_000 }];
        let size = Size { lines: 71_234, bytes: 2_900_123, files: 1_001 };
        let text = table(&[Row { document: "a.yaml".to_owned(), size, runs }]).to_text();
        assert_eq!(text.lines().last(), Some("| a.yaml   | 0.41 s |  90 MB | 71,234 | 2,900,123 | 1,001 |"));
    }
}
