//! Writes the page of benchmarks.

use std::fmt::Write as _;

use super::machine;
use super::peers::{Installed, PEERS};
use super::row::{OURS, Row};
use super::spread::{Spread, memory};
use crate::Cost;
use apiarist_measure::figures::{Table, ratio, separated, times};

/// The content of the page.
#[derive(Debug)]
pub struct Page<'a> {
    pub rows: &'a [Row],
    pub peers: &'a [Installed],
    /// The number of runs of each measurement.
    pub runs: usize,
    pub calls: Table,
    pub decoding: Table,
    /// The growth of the costs of one document, if it was measured.
    pub growth: Option<Table>,
}

impl Page<'_> {
    /// Returns the page as Markdown.
    pub fn to_text(&self) -> String {
        let mut text = "# Benchmarks\n\n".to_owned();
        let _ = write!(
            text,
            "Written by `cargo xtask bench all`; `cargo xtask bench all --help` describes how to repeat it. Compared \
             programs run in turns, {} times each, because every figure depends on the machine and its load. CPU time is \
             that of all processes, user and system, as lowest / median / highest; memory is the lowest peak. Documents are \
             named after their files.\n\n## Machine\n\n{}\n## Generators\n\n{}\n",
            self.runs,
            machine::description(),
            self.generators(),
        );
        let sections = [
            ("Generating a client", "The command reads the document and writes the crate.", self.generation()),
            (
                "Compiling a client",
                "`cargo check` of the crate alone, with its default features and without incremental compilation; the \
                 dependencies are compiled before. Ratios are those of the lowest figures. Crates with errors are not \
                 compared, because the compiler stops early.",
                self.compilation(),
            ),
            (
                "Calls",
                "A generated call and a request written by hand with reqwest and serde, sent in turns to a server on the \
                 loopback interface: medians.",
                self.calls.to_text(),
            ),
            (
                "Decoding",
                "Types with serde's derives and generated types decode the same JSON: fastest times.",
                self.decoding.to_text(),
            ),
        ];
        for (heading, introduction, table) in sections {
            let _ = write!(text, "\n## {heading}\n\n{introduction}\n\n{table}");
        }
        if let Some(growth) = &self.growth {
            let introduction = "CPU time for one, two, four and eight copies of a document under other names, and the exponent \
                                of the power of the size that fits it.";
            let _ = write!(text, "\n## Growth\n\n{introduction}\n\n{}", growth.to_text());
        }
        text
    }

    fn generators(&self) -> String {
        let mut text = format!("- {OURS}: this revision\n");
        for peer in &PEERS {
            let installed = self.peers.iter().find(|installed| installed.peer.name == peer.name);
            let version = installed.map_or("not installed", |installed| &installed.version);
            let _ = writeln!(text, "- {} {version}: `{}`", peer.name, peer.install);
        }
        text
    }

    fn generation(&self) -> String {
        let mut table = Table::new(&["client", "generator", "CPU", "memory", "lines", "files"]);
        for row in self.rows {
            let cpu = match &row.failure {
                Some(_) => "fails".to_owned(),
                None => Spread::of_cpu(&row.generation).map_or_else(|| "–".to_owned(), Spread::seconds),
            };
            let size = [row.size.lines, row.size.files];
            let size = size.map(|size| if row.failure.is_some() { "–".to_owned() } else { separated(size) });
            table.add(
                [client(row), row.generator.to_owned(), cpu, memory(&row.generation)].into_iter().chain(size).collect(),
            );
        }
        table.to_text()
    }

    fn compilation(&self) -> String {
        let headings = ["client", "generator", "CPU", "memory", "errors", "CPU / ours", "memory / ours"];
        let mut table = Table::new(&headings);
        for row in self.rows.iter().filter(|row| row.failure.is_none()) {
            let is_ours = |other: &&Row| {
                other.generator == OURS && other.document == row.document && other.include == row.include
            };
            let ours =
                self.rows.iter().find(is_ours).filter(|ours| ours.generator != row.generator && ours.is_compiled());
            let pair =
                ours.filter(|_| row.is_compiled()).map(|ours| (Cost::least(&row.check), Cost::least(&ours.check)));
            let cpu = pair.and_then(|(row, ours)| ratio(row.cpu, ours.cpu));
            let memories = pair.and_then(|(row, ours)| ratio(row.memory as f64, ours.memory as f64));
            table.add(vec![
                client(row),
                row.generator.to_owned(),
                Spread::of_cpu(&row.check).map_or_else(|| "–".to_owned(), Spread::seconds),
                memory(&row.check),
                separated(row.errors),
                times(cpu),
                times(memories),
            ]);
        }
        table.to_text()
    }
}

/// Names the client of a row.
fn client(row: &Row) -> String {
    match row.include.len() {
        0 => row.document.clone(),
        patterns => format!("{}, {patterns} patterns of operations", row.document),
    }
}
