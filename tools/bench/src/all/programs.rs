//! Measures builds of a program with three calls, for each generator and for requests written by hand.
//!
//! ```text
//! client of the document ┐
//! programs/ploidy.rs     ┴▶ crate ─cargo build of client and program, in turns─▶ costs, size
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::super::{Cost, Runs, failed};
use super::row::{OURS, Row};
use super::spread::{Spread, memory};
use apiarist_measure::cargo_build::{self, Profile};
use apiarist_measure::cargo_check;
use apiarist_measure::figures::{Table, separated};
use xtask::Failure;
use xtask::terminal::print_err;
use xtask::workspace::Workspace;

/// The document whose clients the programs use, in the workspace.
pub const DOCUMENT: &str = "specs/tavus/openapi.yaml";

/// The name of the program without a client.
const BY_HAND: &str = "by hand";

/// The name of the package and its binary.
const NAME: &str = "program";

/// Libraries for TLS and the packages that contain them.
const TLS: [(&str, &str); 3] =
    [("aws-lc-rs", "rustls, AWS-LC"), ("ring", "rustls, ring"), ("native-tls", "native-tls")];

/// Describes how the programs are built.
pub fn introduction() -> String {
    format!(
        "Each program makes three calls of `{DOCUMENT}`: a POST with a JSON body, a GET with query parameters and a \
         GET with a path parameter. The sources are in `tools/bench/programs/`; each prints a property of each \
         response. `cargo build` compiles the client and the program and links it, without incremental compilation, \
         first with the debug profile and then with `--release`; all other dependencies are compiled before. The \
         binary is that of the release profile, which contains the symbols but no debug information. Packages are \
         those that are compiled for the program, the client included. A generator determines the TLS library of \
         its clients; that of progenitor enables none, so the program does. The program by hand uses reqwest and \
         serde with HTTP/2 and TLS as {OURS} does, and its types declare only the properties that it uses."
    )
}

/// The source of a program.
struct Source {
    /// The generator of its client, or [`BY_HAND`].
    name: &'static str,
    text: &'static str,
    /// The dependencies that the program has with its client and tokio.
    dependencies: &'static str,
}

const SOURCES: [Source; 7] = [
    Source { name: OURS, text: include_str!("../../programs/apiarist.rs"), dependencies: "" },
    Source { name: "openapi-to-rust", text: include_str!("../../programs/openapi-to-rust.rs"), dependencies: "" },
    Source { name: "ploidy", text: include_str!("../../programs/ploidy.rs"), dependencies: "" },
    Source { name: "oas3-gen", text: include_str!("../../programs/oas3-gen.rs"), dependencies: "" },
    Source { name: "OpenAPI Generator", text: include_str!("../../programs/openapi-generator.rs"), dependencies: "" },
    Source {
        name: "progenitor",
        text: include_str!("../../programs/progenitor.rs"),
        // The client enables no library for TLS, which its server requires.
        dependencies: "reqwest = { version = \"0.13\", default-features = false, features = [\"rustls\"] }\n",
    },
    Source {
        name: BY_HAND,
        text: include_str!("../../programs/by-hand.rs"),
        // HTTP/2 and the TLS of the runtime, so that the programs differ in their code.
        dependencies: "\
reqwest = { version = \"0.13\", default-features = false, features = [\"http2\", \"json\", \"query\", \"rustls-no-provider\"] }
rustls = { version = \"0.23\", default-features = false, features = [\"ring\", \"std\", \"tls12\"] }
serde = { version = \"1\", features = [\"derive\"] }
",
    },
];

/// A program and the cost of its builds.
#[derive(Debug, Serialize)]
pub struct Program {
    /// The generator of its client, or [`BY_HAND`].
    pub name: &'static str,
    /// The cost of building client and program in each run.
    pub debug: Vec<Cost>,
    /// The same with `--release`.
    pub release: Vec<Cost>,
    /// The size of the release binary in bytes.
    pub size: u64,
    /// The number of packages that it depends on.
    pub packages: usize,
    /// The library for TLS.
    pub tls: &'static str,
    /// The reason for which the program was not built.
    pub failure: Option<String>,
    /// The first error of the compiler in the program.
    pub first_error: Option<String>,
    #[serde(skip)]
    folder: PathBuf,
    #[serde(skip)]
    client: Option<PathBuf>,
}

/// Builds the program of each generator whose client of [`DOCUMENT`] was compiled. Returns no programs if there are no
/// clients of that document.
pub fn measured(
    workspace: &Workspace,
    rows: &[Row],
    place: &Path,
    target: &Path,
    runs: Runs,
) -> Result<Vec<Program>, Failure> {
    let document = workspace.root().join(DOCUMENT);
    let clients: Vec<&Row> = rows.iter().filter(|row| row.is_of(&document)).collect();
    let mut programs = Vec::new();
    let sources = SOURCES.iter().filter(|_| !clients.is_empty());
    for (at, source) in sources.enumerate() {
        let row = clients.iter().find(|row| row.generator == source.name);
        if row.is_none() && source.name != BY_HAND {
            continue;
        }
        let mut program = Program::new(source.name, row.map(|row| row.client()), place.join(format!("{NAME}-{at}")));
        match row.and_then(|row| row.defect()) {
            Some(defect) => program.failure = Some(defect),
            None => program.prepare(source, &workspace.root().join("Cargo.lock"), target)?,
        }
        programs.push(program);
    }
    for run in 1..=runs.get() {
        for program in programs.iter_mut().filter(|program| program.failure.is_none()) {
            print_err(&format!("building the program ({}), run {run} of {}", program.name, runs.get()));
            program.build(target)?;
        }
    }
    Ok(programs)
}

impl Program {
    /// Creates a program without figures. `folder` is for its crate.
    pub fn new(name: &'static str, client: Option<PathBuf>, folder: PathBuf) -> Self {
        let (debug, release) = (Vec::new(), Vec::new());
        Self {
            name,
            debug,
            release,
            size: 0,
            packages: 0,
            tls: "none",
            failure: None,
            first_error: None,
            folder,
            client,
        }
    }

    /// Writes the crate and builds it once in each profile, so that later builds find all dependencies.
    fn prepare(&mut self, source: &Source, lock: &Path, target: &Path) -> Result<(), Failure> {
        print_err(&format!("compiling the dependencies of the program ({})", self.name));
        // The dependencies of a client have the versions with which it was checked.
        let lock = self.client.as_ref().map_or_else(|| lock.to_owned(), |client| client.join("Cargo.lock"));
        let sources = self.folder.join("src");
        fs::create_dir_all(&sources).map_err(|error| failed(&sources, &error))?;
        let write = |path: PathBuf, text: &str| fs::write(&path, text).map_err(|error| failed(&path, &error));
        write(sources.join("main.rs"), source.text)?;
        write(self.folder.join("Cargo.toml"), &self.manifest(source.dependencies)?)?;
        fs::copy(&lock, self.folder.join("Cargo.lock")).map_err(|error| failed(&lock, &error))?;
        for profile in [Profile::Debug, Profile::Release] {
            let built = cargo_build::build(&self.folder, target, NAME, profile);
            if let Err(errors) = built.map_err(|error| failed(&self.folder, &error))? {
                print_err(&format!("the program ({}): {}", self.name, errors.join("\n")));
                self.failure = Some("does not compile".to_owned());
                self.first_error = errors.into_iter().next();
                return Ok(());
            }
        }
        let packages = cargo_build::packages(&self.folder).map_err(|error| failed(&self.folder, &error))?;
        self.packages = packages.len();
        let named = |name: &str| packages.iter().any(|package| package.split(' ').next() == Some(name));
        self.tls = TLS.iter().find(|(name, _)| named(name)).map_or("none", |(_, library)| *library);
        Ok(())
    }

    /// Returns the manifest of the crate, which calls the package of the client `client`.
    fn manifest(&self, dependencies: &str) -> Result<String, Failure> {
        let client = match &self.client {
            None => String::new(),
            Some(client) => {
                let path = client.join("Cargo.toml");
                let manifest = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
                let package = manifest.lines().find_map(|line| line.strip_prefix("name = "));
                let package = package.ok_or_else(|| failed(&path, &"the package must have a name"))?;
                format!("client = {{ path = \"{}\", package = {package} }}\n", client.display())
            }
        };
        let tokio = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";
        let package = format!("[package]\nname = \"{NAME}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        Ok(format!("{package}\n[dependencies]\n{client}{dependencies}{tokio}\n[workspace]\n"))
    }

    /// Builds client and program in each profile, and measures the cost.
    fn build(&mut self, target: &Path) -> Result<(), Failure> {
        for profile in [Profile::Debug, Profile::Release] {
            let program = self.folder.join("src").join("main.rs");
            let library = self.client.as_ref().map(|client| client.join("src").join("lib.rs"));
            for root in library.iter().chain([&program]) {
                cargo_check::mark_changed(root).map_err(|error| failed(&self.folder, &error))?;
            }
            let built = cargo_build::build(&self.folder, target, NAME, profile);
            let built = built.map_err(|error| failed(&self.folder, &error))?;
            let built = built.map_err(|errors| failed(&self.folder, &errors.join("\n")))?;
            let cost = Cost { cpu: built.cpu, memory: built.memory };
            match profile {
                Profile::Debug => self.debug.push(cost),
                Profile::Release => {
                    self.release.push(cost);
                    self.size = fs::metadata(&built.program).map_err(|error| failed(&built.program, &error))?.len();
                }
            }
        }
        Ok(())
    }
}

/// Returns a row for each program.
pub fn table(programs: &[Program]) -> Table {
    let headings = ["program", "debug: CPU", "memory", "release: CPU", "memory", "binary", "packages", "TLS"];
    let mut table = Table::new(&headings);
    for program in programs {
        let mut cells = vec![program.name.to_owned()];
        match &program.failure {
            Some(failure) => {
                cells.push(failure.clone());
                cells.resize(headings.len(), "–".to_owned());
            }
            None => {
                let cpu = |runs: &[Cost]| Spread::of_cpu(runs).map_or_else(|| "–".to_owned(), Spread::seconds);
                cells.extend([&program.debug, &program.release].into_iter().flat_map(|runs| [cpu(runs), memory(runs)]));
                cells.push(format!("{:.1} MB", program.size as f64 / 1e6));
                cells.push(separated(program.packages as u64));
                cells.push(program.tls.to_owned());
            }
        }
        table.add(cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::peers::PEERS;
    use super::*;

    #[test]
    fn each_generator_has_a_program() {
        let generators = [OURS].into_iter().chain(PEERS.iter().map(|peer| peer.name)).chain([BY_HAND]);
        assert!(generators.eq(SOURCES.iter().map(|source| source.name)));
        for source in &SOURCES {
            syn::parse_file(source.text).unwrap_or_else(|error| panic!("{}: {error}", source.name));
        }
    }

    #[test]
    fn manifest_names_the_package_of_the_client() {
        let place = tempfile::TempDir::new().expect("a folder");
        fs::write(place.path().join("Cargo.toml"), "[package]\nname = \"tavus\"\nversion = \"1.0.0\"\n")
            .expect("a file");
        let program = Program::new(OURS, Some(place.path().to_owned()), place.path().join("program"));
        let manifest = program.manifest("serde = \"1\"\n").expect("the client has a name");
        let client =
            format!("client = {{ path = \"{}\", package = \"tavus\" }}\nserde = \"1\"\n", place.path().display());
        assert!(manifest.contains(&client), "{manifest}");
        let by_hand = Program::new(BY_HAND, None, place.path().join("program"));
        assert!(!by_hand.manifest("").expect("there is no client").contains("client"));
    }

    #[test]
    fn program_that_was_not_built_has_its_reason() {
        let mut built = Program::new(BY_HAND, None, PathBuf::new());
        built.debug = vec![Cost { cpu: 1.5, memory: 90_000_000 }];
        built.release = vec![Cost { cpu: 2.0, memory: 80_000_000 }];
        (built.size, built.packages, built.tls) = (2_340_000, 120, "rustls, ring");
        let mut broken = Program::new("ploidy", None, PathBuf::new());
        broken.failure = Some("3 errors".to_owned());
        let expected = "\
| program |           debug: CPU | memory |         release: CPU | memory | binary | packages |          TLS |
|---------|---------------------:|-------:|---------------------:|-------:|-------:|---------:|-------------:|
| by hand | 1.50 / 1.50 / 1.50 s |  90 MB | 2.00 / 2.00 / 2.00 s |  80 MB | 2.3 MB |      120 | rustls, ring |
| ploidy  |             3 errors |      – |                    – |      – |      – |        – |            – |
";
        assert_eq!(table(&[built, broken]).to_text(), expected);
    }
}
