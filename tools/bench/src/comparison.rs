//! Compares the cost of clients between builds: the clients of another revision, those of this revision, and the floor.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::check::Check;
use super::generator::{Generator, Size};
use super::revision::Revision;
use super::{Cost, failed, floor, report};
use apiarist_measure::cargo_check::{self, Task};
use apiarist_measure::figures::{Table, megabytes, ratio, seconds, separated, times};
use xtask::Failure;
use xtask::terminal::print_err;
use xtask::workspace::{Spec, Workspace};

/// The name of the build of this generator.
const THIS: &str = "this tree";

/// The name of the build that contains only types.
const FLOOR: &str = "floor";

/// The feature for calls without a transport.
const CALLS: &str = "client";

/// The feature for all groups, which a client with a feature for each group has.
const ALL_GROUPS: &str = "all";

/// The client of a document in one build.
#[derive(Debug, Serialize)]
struct Row {
    document: String,
    /// The commit of the generator, [`THIS`] or [`FLOOR`].
    build: String,
    size: Size,
    /// The cost of generating it; empty for the floor.
    generation: Vec<Cost>,
    /// The cost of `cargo check`.
    check: Vec<Cost>,
    /// The cost of `cargo build`; empty for the floor and unless all commands are measured.
    build_command: Vec<Cost>,
    /// The cost of `cargo doc`; empty for the floor and unless all commands are measured.
    doc_command: Vec<Cost>,
    errors: u64,
    /// The folder of the crate.
    #[serde(skip)]
    folder: PathBuf,
}

/// A generator and the dependencies of its clients.
struct Build {
    name: String,
    generator: Generator,
    lock: PathBuf,
}

/// Generates and compiles each document with each build in turns, the requested number of times.
pub fn compare(workspace: &Workspace, arguments: &Check, folder: &Path) -> Result<(), Failure> {
    let place = folder.join("comparison");
    fs::create_dir_all(&place).map_err(|error| failed(&place, &error))?;
    let documents = documents(workspace, &arguments.documents)?;
    let builds = builds(workspace, arguments, folder)?;
    let mut rows = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        print_err(&format!("generating {}", document.display()));
        rows.extend(generate(&builds, document, &place.join(at.to_string()), arguments)?);
    }
    let target = place.join("target");
    for row in &rows {
        print_err(&format!("compiling the dependencies of {} ({})", row.document, row.build));
        for task in row.tasks(arguments) {
            row.compile_dependencies(*task, &target, &place)?;
        }
    }
    for run in 1..=arguments.runs.get() {
        for row in &mut rows {
            print_err(&format!("run {run} of {}: {} ({})", arguments.runs.get(), row.document, row.build));
            for task in row.tasks(arguments) {
                row.compile(*task, &target, &place)?;
            }
        }
    }
    report(folder, "comparison", &table(&rows), &rows)?;
    if rows.iter().any(|row| row.build == THIS && row.errors > 0) { Err(Failure::Reported) } else { Ok(()) }
}

/// Returns the named documents, or else those of `specs/`.
fn documents(workspace: &Workspace, named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    if !named.is_empty() {
        return Ok(named.to_vec());
    }
    let specs = workspace.specs()?;
    let document = |spec: &Spec| {
        let settings = workspace.settings(spec).ok_or(Failure::Reported)?;
        Ok(workspace.shown(&spec.document(&settings)))
    };
    specs.iter().map(document).collect()
}

/// Returns the generators to compare: the one of the other revision, if any, and this one.
fn builds(workspace: &Workspace, arguments: &Check, folder: &Path) -> Result<Vec<Build>, Failure> {
    let mut builds = Vec::new();
    let mut add = |name: &str, workspace: &Workspace| {
        print_err(&format!("building the generator ({name})"));
        let place = folder.join("comparison").join(name.replace(' ', "-"));
        fs::create_dir_all(&place).map_err(|error| failed(&place, &error))?;
        let generator = Generator::build(workspace, &place)?.copied_to(&place)?;
        builds.push(Build { name: name.to_owned(), generator, lock: workspace.root().join("Cargo.lock") });
        Ok(())
    };
    if let Some(revision) = &arguments.against {
        let revision = Revision::check_out(workspace, revision, folder)?;
        add(&revision.name, &revision.workspace)?;
    }
    add(THIS, workspace)?;
    Ok(builds)
}

/// Generates the client of a document with each build.
fn generate(builds: &[Build], document: &Path, place: &Path, arguments: &Check) -> Result<Vec<Row>, Failure> {
    let row = |(at, build): (usize, &Build)| Row {
        document: document.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        build: build.name.clone(),
        size: Size::default(),
        generation: Vec::new(),
        check: Vec::new(),
        build_command: Vec::new(),
        doc_command: Vec::new(),
        errors: 0,
        folder: place.join(at.to_string()),
    };
    let mut rows: Vec<Row> = builds.iter().enumerate().map(row).collect();
    for _ in 0..arguments.runs.get() {
        for (row, build) in rows.iter_mut().zip(builds) {
            let parent = place.join(&build.name);
            fs::create_dir_all(&parent).map_err(|error| failed(&parent, &error))?;
            let (client, cost) = build.generator.generate(document, &parent)?;
            row.folder = client;
            row.generation.push(cost);
        }
    }
    for (row, build) in rows.iter_mut().zip(builds) {
        row.size = Size::of(&row.folder).map_err(|error| failed(&row.folder, &error))?;
        cargo_check::set_apart(&row.folder, &build.lock).map_err(|error| failed(&row.folder, &error))?;
    }
    if let Some(this) = rows.last().filter(|_| arguments.floor) {
        let folder = place.join(FLOOR);
        floor::write(&this.folder, &folder).map_err(|error| failed(&folder, &error))?;
        let size = Size::of(&folder).map_err(|error| failed(&folder, &error))?;
        let row = Row {
            document: this.document.clone(),
            build: FLOOR.to_owned(),
            size,
            generation: Vec::new(),
            check: Vec::new(),
            build_command: Vec::new(),
            doc_command: Vec::new(),
            errors: 0,
            folder,
        };
        rows.push(row);
    }
    Ok(rows)
}

impl Row {
    /// Returns the commands to measure. The floor has only types, so it cannot be built with calls.
    fn tasks(&self, arguments: &Check) -> &'static [Task] {
        if arguments.all_commands && self.build != FLOOR {
            &[Task::Check, Task::Build, Task::Doc]
        } else {
            &[Task::Check]
        }
    }

    /// Compiles the dependencies of the client by compiling an otherwise empty crate that has them.
    fn compile_dependencies(&self, task: Task, target: &Path, place: &Path) -> Result<(), Failure> {
        let folder = place.join("dependencies");
        let written = fs::create_dir_all(folder.join("src"))
            .and_then(|()| fs::write(folder.join("src").join("lib.rs"), ""))
            .and_then(|()| fs::copy(self.folder.join("Cargo.toml"), folder.join("Cargo.toml")))
            .and_then(|_| fs::copy(self.folder.join("Cargo.lock"), folder.join("Cargo.lock")));
        written.map_err(|error| failed(&folder, &error))?;
        let features = features(&self.folder)?;
        let compiled = cargo_check::compile_with(&folder, task, Some(&features), target, place);
        compiled.map_err(|error| failed(&folder, &error)).map(|_| ())
    }

    fn compile(&mut self, task: Task, target: &Path, place: &Path) -> Result<(), Failure> {
        let features = features(&self.folder)?;
        let compiled = cargo_check::compile_with(&self.folder, task, Some(&features), target, place);
        let compiled = compiled.map_err(|error| failed(&self.folder, &error))?;
        if let Some((code, message)) = compiled.first.filter(|_| compiled.errors > self.errors) {
            print_err(&format!("{} ({}): {code}: {message}", self.document, self.build));
        }
        self.errors = self.errors.max(compiled.errors);
        let costs = match task {
            Task::Check | Task::Clippy => &mut self.check,
            Task::Build => &mut self.build_command,
            Task::Doc => &mut self.doc_command,
        };
        costs.push(Cost { cpu: compiled.cpu, memory: compiled.memory });
        Ok(())
    }

    /// Returns the figures of the table: CPU and memory of `cargo check`, lines, bytes, and the CPU of generating,
    /// building and documenting.
    fn figures(&self) -> [Option<f64>; 7] {
        let check = Cost::least(&self.check);
        let is_compiled = self.errors == 0 && !self.check.is_empty();
        let cpu = |costs: &[Cost]| (!costs.is_empty()).then(|| Cost::least(costs).cpu);
        [
            is_compiled.then_some(check.cpu),
            is_compiled.then_some(check.memory as f64),
            Some(self.size.lines as f64),
            Some(self.size.bytes as f64),
            cpu(&self.generation),
            cpu(&self.build_command),
            cpu(&self.doc_command),
        ]
    }
}

/// Returns the features of a client that are compiled: calls without a transport, of all groups.
fn features(client: &Path) -> Result<String, Failure> {
    let path = client.join("Cargo.toml");
    let manifest = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
    let has_groups = manifest.lines().any(|line| line.starts_with(&format!("{ALL_GROUPS} = [")));
    Ok(if has_groups { format!("{CALLS},{ALL_GROUPS}") } else { CALLS.to_owned() })
}

/// Returns the table: for each document a row for each build, then the figures of this build divided by those of the
/// other builds.
fn table(rows: &[Row]) -> Table {
    let headings = ["client", "check CPU", "memory", "lines", "bytes", "generation CPU", "build CPU", "doc CPU"];
    // A column without any figure is omitted.
    let is_shown = |at: usize| at < 5 || rows.iter().any(|row| row.figures()[at].is_some());
    let shown: Vec<usize> = (0..headings.len() - 1).filter(|at| is_shown(*at)).collect();
    let headings: Vec<&str> = [headings[0]].into_iter().chain(shown.iter().map(|at| headings[at + 1])).collect();
    let mut table = Table::new(&headings);
    for rows in rows.chunk_by(|one, next| one.document == next.document) {
        for row in rows {
            let [cpu, memory, lines, bytes, generation, build, doc] = row.figures();
            let cell =
                |figure: Option<f64>, shown: &dyn Fn(f64) -> String| figure.map_or_else(|| "–".to_owned(), shown);
            let number = |figure: f64| separated(figure as u64);
            let cells = [
                cell(cpu, &seconds),
                cell(memory, &|bytes| megabytes(bytes as u64)),
                cell(lines, &number),
                cell(bytes, &number),
                cell(generation, &seconds),
                cell(build, &seconds),
                cell(doc, &seconds),
            ];
            let name = format!("{}, {}", row.document, row.build);
            table.add([name].into_iter().chain(shown.iter().map(|at| cells[*at].clone())).collect());
        }
        let Some(this) = rows.iter().find(|row| row.build == THIS) else { continue };
        for other in rows.iter().filter(|row| row.build != THIS) {
            let ratios = this.figures().into_iter().zip(other.figures());
            let ratios: Vec<String> = ratios
                .map(|(this, other)| times(this.zip(other).and_then(|(this, other)| ratio(this, other))))
                .collect();
            let name = format!("{}, {THIS} by {}", this.document, other.build);
            table.add([name].into_iter().chain(shown.iter().map(|at| ratios[*at].clone())).collect());
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(build: &str, cpu: f64, memory: u64, lines: u64, generation: &[f64]) -> Row {
        Row {
            document: "a.yaml".to_owned(),
            build: build.to_owned(),
            size: Size { lines, bytes: lines * 40, files: 3 },
            generation: generation.iter().map(|&cpu| Cost { cpu, memory: 1 }).collect(),
            check: vec![Cost { cpu, memory }, Cost { cpu: cpu + 1.0, memory: memory + 1 }],
            build_command: Vec::new(),
            doc_command: Vec::new(),
            errors: 0,
            folder: PathBuf::new(),
        }
    }

    #[test]
    fn each_document_has_rows_for_builds_and_ratios() {
        let mut broken = row("c275a48", 9.0, 900_000_000, 500, &[]);
        broken.document = "b.yaml".to_owned();
        broken.errors = 2;
        let rows = [
            row("c275a48", 8.0, 800_000_000, 1_000, &[0.4, 0.5]),
            row(THIS, 6.0, 600_000_000, 1_100, &[0.5, 0.44]),
            row(FLOOR, 2.0, 300_000_000, 500, &[]),
            broken,
        ];
        let expected = "\
| client                       | check CPU | memory |  lines |  bytes | generation CPU |
|------------------------------|----------:|-------:|-------:|-------:|---------------:|
| a.yaml, c275a48              |    8.00 s | 800 MB |  1,000 | 40,000 |         0.40 s |
| a.yaml, this tree            |    6.00 s | 600 MB |  1,100 | 44,000 |         0.44 s |
| a.yaml, floor                |    2.00 s | 300 MB |    500 | 20,000 |              – |
| a.yaml, this tree by c275a48 |    0.75 × | 0.75 × | 1.10 × | 1.10 × |         1.10 × |
| a.yaml, this tree by floor   |    3.00 × | 2.00 × | 2.20 × | 2.20 × |              – |
| b.yaml, c275a48              |         – |      – |    500 | 20,000 |              – |
";
        assert_eq!(table(&rows).to_text(), expected);
    }

    #[test]
    fn only_measured_commands_have_columns() {
        let mut built = row(THIS, 6.0, 600_000_000, 1_100, &[0.5]);
        built.build_command = vec![Cost { cpu: 9.0, memory: 1 }, Cost { cpu: 8.5, memory: 1 }];
        let expected = "\
| client            | check CPU | memory | lines |  bytes | generation CPU | build CPU |
|-------------------|----------:|-------:|------:|-------:|---------------:|----------:|
| a.yaml, this tree |    6.00 s | 600 MB | 1,100 | 44,000 |         0.50 s |    8.50 s |
";
        assert_eq!(table(&[built]).to_text(), expected);
    }
}
