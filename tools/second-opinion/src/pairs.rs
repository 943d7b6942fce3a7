//! Pairs of documents below `tests/diffs/`, with their clients and the verdict of their report.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use apiarist::diff::{self, EffectKind, Level};
use apiarist::files::Files;
use apiarist::{Client, Project};
use xtask::workspace::Workspace;
use xtask::{Failure, failed};

use crate::crates::MODULE;

/// Pairs with a client that requires another crate than the runtime.
const EXTERNAL: [&str; 1] = ["type-override-changed/people-chose-a-type"];

/// A pair of documents.
pub struct Pair {
    /// The path below `tests/diffs/`, such as `enum-value-removed/in-a-response`.
    pub name: String,
    /// The files of the client of `before.yaml`.
    pub old: Files,
    /// The files of the client of `after.yaml`.
    pub new: Files,
    /// The breaking effects in the report.
    pub breaking: BTreeSet<String>,
}

impl Pair {
    /// Reads a pair and compares its clients.
    pub fn read(workspace: &Workspace, name: &str) -> Result<Self, Failure> {
        let folder = workspace.root().join("tests").join("diffs").join(name);
        let (old, new) = (open(&folder.join("before.yaml"))?, open(&folder.join("after.yaml"))?);
        let report = diff::compare(&old.side(), &new.side());
        let effects = report.changes.iter().flat_map(|change| &change.effects);
        let breaking = effects.filter(|effect| effect.level() == Level::Breaking);
        Ok(Self {
            name: name.to_owned(),
            breaking: breaking.map(|effect| effect.kind.to_string()).collect(),
            old: files(old.client())?,
            new: files(new.client())?,
        })
    }

    /// Returns `true` if the types of items are all that breaks programs.
    pub fn is_only_retyped(&self) -> bool {
        self.breaking.iter().all(|kind| *kind == EffectKind::Retyped.to_string())
    }
}

/// Returns the names of all pairs below a folder whose clients compile, sorted.
pub fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for kind in folders(folder)? {
        names.extend(folders(&kind)?);
    }
    let name = |path: PathBuf| path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
    Ok(names.into_iter().map(name).filter(|name| !EXTERNAL.contains(&name.as_str())).collect())
}

/// Returns the folders in a folder, sorted by name.
fn folders(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut folders: Vec<PathBuf> = entries.map_err(|error| failed(folder, &error))?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    Ok(folders)
}

/// Opens a document with the settings file that has its stem, or else the one in its folder.
fn open(path: &Path) -> Result<Project, Failure> {
    let settings = Some(path.with_extension("toml")).filter(|path| path.is_file());
    Project::options().settings(settings).open(path).map_err(|error| failed(path, &error))
}

/// Returns the client as a module with a type of calls of its own. Calls of one type would hide each other's setters from
/// the tool, which compares the methods of a type by name.
fn files(client: &Client) -> Result<Files, Failure> {
    let files = client.embedded_module(Path::new(MODULE), "openapi.yaml", false);
    files.map_err(|error| Failure::Message(error.to_string()))
}
