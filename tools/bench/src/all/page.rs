//! Writes the page of benchmarks.

use std::fmt::Write as _;

use super::machine;
use super::peers::{Installed, PEERS};
use super::programs::{self, Program};
use super::row::{OURS, Row};
use super::spread::{Spread, memory};
use crate::Cost;
use apiarist_measure::figures::{Table, ratio, separated, times};

/// The content of the page.
#[derive(Debug)]
pub struct Page<'a> {
    pub rows: &'a [Row],
    pub peers: &'a [Installed],
    /// The programs, if the document of their clients was measured.
    pub programs: &'a [Program],
    /// The number of runs of the measurement that was repeated least.
    pub runs: usize,
    pub calls: &'a Table,
    pub decoding: &'a Table,
    /// The growth of the costs of one document, if it was measured.
    pub growth: Option<&'a Table>,
}

const GENERATION: &str =
    "The command reads the document and writes the crate. Lines and files are those of Rust in the crate.";

const COMPILATION: &str = "\
`cargo check` of the crate alone, with its default features and without incremental compilation; the dependencies are \
compiled before. Ratios are those of the lowest figures. Crates with errors are not compared, because the compiler stops \
early.";

const CALLS: &str = "\
A generated call and a request written by hand with reqwest and serde, sent in turns to a server on the loopback interface: \
medians.";

const DECODING: &str = "Types with serde's derives and generated types decode the same JSON: fastest times.";

const GROWTH: &str = "\
CPU time for one, two, four and eight copies of a document under other names, and the exponent of the power of the size that \
fits it.";

impl Page<'_> {
    /// Returns the page as Markdown.
    pub fn to_text(&self) -> String {
        let mut text = "# Benchmarks\n\n".to_owned();
        let _ = write!(
            text,
            "Written by `cargo xtask bench all`; `cargo xtask bench all --help` describes how to repeat it. Compared \
             programs run in turns, {}, because every figure depends on the machine and its load. CPU time is \
             that of all processes, user and system, as lowest / median / highest; memory is the lowest peak of the largest \
             process. Documents are named after their files, and those named `openapi` also after their folders.\n\n\
             ## Machine\n\n{}\n## Generators\n\n{}",
            if self.runs == 1 { "at least once".to_owned() } else { format!("at least {} times", self.runs) },
            machine::description(),
            self.generators(),
        );
        for (heading, introduction, content) in self.sections() {
            let _ = write!(text, "\n## {heading}\n\n{introduction}\n\n{content}");
        }
        text
    }

    /// Returns the heading, the introduction and the content of each section with figures.
    fn sections(&self) -> Vec<(&'static str, String, String)> {
        let mut sections = vec![
            ("Generating a client", GENERATION.to_owned(), self.generation() + &self.failures()),
            ("Compiling a client", COMPILATION.to_owned(), self.compilation() + &self.first_errors()),
        ];
        if !self.programs.is_empty() {
            sections.push(("Building a program", programs::introduction(), self.building()));
        }
        sections.push(("Calls", CALLS.to_owned(), self.calls.to_text()));
        sections.push(("Decoding", DECODING.to_owned(), self.decoding.to_text()));
        if let Some(growth) = &self.growth {
            sections.push(("Growth", GROWTH.to_owned(), growth.to_text()));
        }
        sections
    }

    fn generators(&self) -> String {
        let mut text =
            format!("- {OURS}, this revision: `apiarist generate DOCUMENT --out CLIENT`, built with `--release`\n");
        for peer in &PEERS {
            let installed = self.peers.iter().find(|installed| installed.peer.name == peer.name);
            let version = installed.map_or("not installed", |installed| &installed.version);
            let _ = writeln!(text, "- {}, {version}: `{}`; to install: `{}`", peer.name, peer.command(), peer.install);
        }
        text
    }

    /// Lists why generators failed.
    fn failures(&self) -> String {
        let failures = self.rows.iter().filter_map(|row| Some((row.name(), row.failure.as_ref()?)));
        list("A generator that fails prints:", failures)
    }

    /// Lists the first error of each crate that has some.
    fn first_errors(&self) -> String {
        list("The first errors are:", self.rows.iter().filter_map(|row| Some((row.name(), row.first_error.as_ref()?))))
    }

    /// Returns the table of the programs, and the first error of each program that has some.
    fn building(&self) -> String {
        let errors = self.programs.iter().filter_map(|it| Some((it.name.to_owned(), it.first_error.as_ref()?)));
        programs::table(self.programs).to_text() + &list("The first errors are:", errors)
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

/// Returns a paragraph with a list of names and messages, or an empty string without any.
fn list<'a>(introduction: &str, items: impl Iterator<Item = (String, &'a String)>) -> String {
    let items: String = items.map(|(name, message)| format!("- {name}: `` {message} ``\n")).collect();
    if items.is_empty() { items } else { format!("\n{introduction}\n\n{items}") }
}

/// Names the client of a row.
fn client(row: &Row) -> String {
    match row.include.len() {
        0 => row.document.clone(),
        patterns => format!("{}, {patterns} patterns of operations", row.document),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn failures_and_errors_have_reasons() {
        let row = |generator| Row::new(Path::new("tavus/openapi.yaml"), generator, &[], Path::new("0"));
        let mut rows = [row(OURS), row("ploidy"), row("oas3-gen")];
        rows[1].failure = Some("assertion failed".to_owned());
        (rows[2].errors, rows[2].first_error) = (2, Some("E0412: cannot find type `A`".to_owned()));
        let mut program = Program::new("progenitor", None, "1".into());
        program.failure = Some("does not compile".to_owned());
        program.first_error = Some("E0425: cannot find function `get`".to_owned());
        let (programs, calls, decoding) = ([program], Table::new(&["call"]), Table::new(&["value"]));
        let page = Page {
            rows: &rows,
            peers: &[],
            programs: &programs,
            runs: 1,
            calls: &calls,
            decoding: &decoding,
            growth: None,
        };
        let text = page.to_text();
        let failure = "\nA generator that fails prints:\n\n- tavus/openapi.yaml (ploidy): `` assertion failed ``\n";
        assert!(text.contains(failure), "{text}");
        let error = "\nThe first errors are:\n\n- tavus/openapi.yaml (oas3-gen): `` E0412: cannot find type `A` ``\n";
        assert!(text.contains(error), "{text}");
        let error = "\nThe first errors are:\n\n- progenitor: `` E0425: cannot find function `get` ``\n";
        assert!(text.contains(error), "{text}");
        assert!(!text.contains("## Growth"), "{text}");
        assert!(!Page { programs: &[], ..page }.to_text().contains("## Building"));
    }
}
