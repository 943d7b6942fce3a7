//! Locates the files of this workspace.

use std::fs;
use std::path::{Path, PathBuf};

use apiarist::diagnostics::Diagnostics;
use apiarist::files::{self, FolderLock};
use apiarist::settings::{self, Settings};
use apiarist::{Project, ProjectOptions, document_in};

use crate::Failure;
use crate::terminal::{print_diagnostics, print_err};

/// The optional keys of `[workspace.package]` that the manifest of the generated crate inherits.
const PACKAGE_KEYS: [&str; 5] = ["authors", "repository", "homepage", "keywords", "categories"];

/// This workspace.
#[derive(Debug)]
pub struct Workspace {
    root: PathBuf,
}

/// A folder of `specs/` that has settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The name of the folder.
    pub name: String,
    folder: PathBuf,
}

impl Workspace {
    /// Finds the workspace of the package that cargo runs, independent of the current folder.
    pub fn find() -> Result<Self, Failure> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        match Path::new(&package).ancestors().find(|root| root.join("specs").is_dir()) {
            Some(root) => Ok(Self::at(root)),
            None => Err(Failure::Message(
                "cannot find the folder `specs` of the workspace\nhelp: run `cargo xtask` in the workspace".to_owned(),
            )),
        }
    }

    /// Creates a workspace with this root.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Returns the root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the keys of `[workspace.package]` that describe a package, without those that every package inherits.
    pub fn package_keys(&self) -> Result<Vec<String>, Failure> {
        let path = self.root.join("Cargo.toml");
        let failed = |error: &dyn std::fmt::Display| Failure::Message(format!("{}: {error}", path.display()));
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(&error)),
        };
        let manifest: toml::Table = text.parse().map_err(|error: toml::de::Error| failed(&error.message()))?;
        let package = manifest.get("workspace").and_then(|workspace| workspace.get("package"));
        let stated = |key: &&&str| package.is_some_and(|package| package.get(**key).is_some());
        Ok(PACKAGE_KEYS.iter().filter(stated).map(|key| (*key).to_owned()).collect())
    }

    /// Returns the folder of the runtime.
    pub fn runtime(&self) -> PathBuf {
        self.root.join("runtime")
    }

    /// Returns the folder of the generated crate.
    pub fn generated(&self) -> PathBuf {
        self.root.join("generated")
    }

    /// Returns the folder of the documents.
    pub fn specs_folder(&self) -> PathBuf {
        self.root.join("specs")
    }

    /// Returns all documents, sorted by name.
    pub fn specs(&self) -> Result<Vec<Spec>, Failure> {
        let folder = self.specs_folder();
        let failed = |error: std::io::Error| Failure::Message(format!("{}: {error}", folder.display()));
        let mut specs = Vec::new();
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let folder = entry.map_err(failed)?.path();
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // Hidden folders belong to editors and version control.
            if !name.starts_with('.') && folder.join(settings::FILE_NAME).is_file() {
                specs.push(Spec { name, folder });
            }
        }
        specs.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(specs)
    }

    /// Returns the documents of these names, or all if no name is given.
    pub fn select(specs: &[Spec], names: &[String]) -> Result<Vec<Spec>, Failure> {
        if let Some(unknown) = names.iter().find(|name| !specs.iter().any(|spec| spec.name == **name)) {
            let known: Vec<_> = specs.iter().map(|spec| spec.name.as_str()).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let message =
                format!("cannot find specs/{unknown}/{}; the folders with settings are: {known}", settings::FILE_NAME);
            return Err(Failure::Usage(message));
        }
        let is_selected = |spec: &&Spec| names.is_empty() || names.contains(&spec.name);
        Ok(specs.iter().filter(is_selected).cloned().collect())
    }

    /// Reads the settings of a document. Prints the diagnostics and returns `None` if the settings are invalid.
    pub fn settings(&self, spec: &Spec) -> Option<Settings> {
        let mut diagnostics = Diagnostics::new();
        let settings = Settings::read(&self.shown(&spec.folder.join(settings::FILE_NAME)), &mut diagnostics);
        print_diagnostics(None, &diagnostics);
        settings
    }

    /// Opens a document. Diagnostics are printed here only if opening fails.
    pub fn open(&self, spec: &Spec, options: ProjectOptions) -> Result<Project, Failure> {
        let opened = options.client_name(&spec.name).open(self.shown(&spec.folder));
        opened.map_err(|error| {
            print_diagnostics(error.document(), error.diagnostics());
            Failure::Reported
        })
    }

    /// Locks a folder for writing. Prints a message if another process holds the lock.
    pub fn lock(&self, folder: &Path) -> Result<FolderLock, Failure> {
        let waits =
            || print_err(&format!("waiting for another process that writes to {}", self.shown(folder).display()));
        files::lock(folder, waits).map_err(|error| Failure::Message(error.to_string()))
    }

    /// Returns a path for display: relative to the current folder if it is below it.
    pub fn shown(&self, path: &Path) -> PathBuf {
        let current = std::env::current_dir().unwrap_or_default();
        path.strip_prefix(current).unwrap_or(path).to_owned()
    }
}

impl Spec {
    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Creates a spec of this name in any folder.
    pub fn at(name: &str, folder: &Path) -> Self {
        Self { name: name.to_owned(), folder: folder.to_owned() }
    }

    /// Returns the path of its document, relative to the workspace root, with forward slashes.
    pub fn source(&self, project: &Project) -> String {
        let document = project.document().path();
        format!("specs/{}/{}", self.name, document.file_name().unwrap_or_default().to_string_lossy())
    }

    /// Returns the document that the settings name, or else the one in the folder.
    pub fn document(&self, settings: &Settings) -> PathBuf {
        document_in(&self.folder, settings)
    }
}
