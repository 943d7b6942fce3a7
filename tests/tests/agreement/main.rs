//! Checks the predictions of diff reports about Rust against the compiler.
//!
//! For each pair of documents below `tests/diffs/` a program uses the complete API of the old client. It must compile
//! against the old client, and against the new one exactly if no change is reported to break programs.
//!
//! Programs and clients compile with rustc's default limits, even if their types nest deeply.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod compiler;
mod deep;
mod derives;
mod program;
mod types;

use std::fs;
use std::path::{Path, PathBuf};

use apiarist::diff::{self, Level};
use apiarist::{Client, Project};
use compiler::{Module, faulty};

/// The minimum number of pairs, so that none is lost unnoticed.
const FEWEST: usize = 150;

/// Breaking updates whose old programs still compile because a name or a position has a new meaning. Such programs are
/// worse off than those that the compiler rejects.
const SILENT: [&str; 7] = [
    "arguments-reordered/in-a-request-required-properties",
    "arguments-reordered/places-of-the-path",
    "body-encoding-changed/a-form-instead-of-json",
    "body-methods-renamed/json-comes-first",
    "credential-renamed/another-scheme-comes-first",
    "field-renamed/in-a-response-the-name-gets-out-of-the-way",
    "setter-renamed/another-parameter-has-its-name",
];

/// An update, and the program that uses the complete API of its old client.
struct Pair {
    name: String,
    old: Client,
    new: Client,
    is_breaking: bool,
    uses: String,
}

#[test]
fn programs_break_exactly_if_the_report_has_a_breaking_change() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("diffs");
    let pairs: Vec<Pair> = folders(&root).iter().flat_map(|kind| folders(kind)).map(|folder| pair(&folder)).collect();
    assert!(pairs.len() >= FEWEST, "there are {} pairs", pairs.len());
    let missing: Vec<_> = SILENT.iter().filter(|name| pairs.iter().all(|pair| pair.name != **name)).collect();
    assert!(missing.is_empty(), "there are no such pairs: {missing:?}");
    let modules = |of: fn(&Pair) -> &Client| -> Vec<Module> {
        let files = |pair| of(pair).module("apis", "api", "openapi.yaml").expect("it can be printed");
        pairs.iter().map(|pair| Module { files: files(pair), uses: &pair.uses }).collect()
    };
    let wrong = faulty("old", &modules(|pair| &pair.old));
    let wrong: Vec<String> = wrong.iter().map(|(at, why)| format!("{}: {why}", pairs[*at].name)).collect();
    assert!(
        wrong.is_empty(),
        "programs do not compile against the client that they are made for:\n{}",
        wrong.join("\n")
    );
    let broken = faulty("new", &modules(|pair| &pair.new));
    let mut disagreements = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let is_silent = SILENT.contains(&pair.name.as_str());
        match (broken.get(&at), pair.is_breaking) {
            (found, true) if is_silent => {
                disagreements.extend(found.map(|why| format!("{}: is not silent: {why}", pair.name)));
            }
            (Some(why), false) => disagreements
                .push(format!("{}: breaks, but the report does not list a breaking change: {why}", pair.name)),
            (None, true) => {
                disagreements.push(format!("{}: compiles, but the report lists a breaking change", pair.name))
            }
            (Some(_), true) | (None, false) => {}
        }
    }
    let count = disagreements.len();
    assert!(count == 0, "{count} of {} reports disagree with the compiler:\n{}", pairs.len(), disagreements.join("\n"));
}

#[test]
fn deep_types_compile_across_await_with_the_default_limits() {
    let mut clients: Vec<(String, Client)> =
        deep::CHAINS.iter().map(|(name, schema)| (format!("120 {name}"), deep::chain(schema, 120))).collect();
    clients.push(("500 arrays".to_owned(), deep::chain(deep::CHAINS[0].1, 500)));
    clients.push(("a cycle of 150".to_owned(), deep::cycle(150)));
    clients.push(("100 nested arrays".to_owned(), deep::nested(100)));
    let module = |client: &Client| Module {
        files: client.module("apis", "api", "openapi.yaml").expect("it can be printed"),
        uses: deep::PROGRAM,
    };
    let modules: Vec<Module> = clients.iter().map(|(_, client)| module(client)).collect();
    let wrong: Vec<String> =
        faulty("deep", &modules).iter().map(|(at, why)| format!("{}: {why}", clients[*at].0)).collect();
    assert!(wrong.is_empty(), "programs do not compile:\n{}", wrong.join("\n"));
}

/// Reads one pair.
fn pair(folder: &Path) -> Pair {
    let (old, new) = (open(&folder.join("before.yaml")), open(&folder.join("after.yaml")));
    let report = diff::compare(&old.side(), &new.side());
    let is_breaking = report.changes.iter().any(|change| change.rust() == Level::Breaking);
    let part = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{}/{}", folder.parent().map(part).unwrap_or_default(), part(folder));
    let (old, new) = (old.into_client(), new.into_client());
    let files = old.module("apis", "api", "openapi.yaml").expect("it can be printed");
    let uses = program::program(&old) + &derives::uses(&files);
    Pair { name, old, new, is_breaking, uses }
}

/// Opens a document with the settings file that has its stem, or else the one in its folder.
fn open(path: &Path) -> Project {
    let settings = Some(path.with_extension("toml")).filter(|path| path.is_file());
    Project::options().settings(settings).open(path).expect("the document of a pair is one")
}

/// Returns the subfolders of a folder, sorted by name.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the pairs are there");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("the pairs can be listed").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}
