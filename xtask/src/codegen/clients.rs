//! The clients of all documents. The root and the README of the crate describe all of them, even if only one changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use apiarist::emit::ExampleTarget;
use apiarist::files::Files;
use apiarist::settings::{Dependencies, NamesLock, PackageSettings};
use apiarist::{Client, Project, WorkspaceCrate};

use crate::versions::{CRATE_NAME, Version};
use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_err};

/// The planned clients.
#[derive(Debug, Default)]
pub struct Clients {
    clients: Vec<(String, Client)>,
    origins: BTreeMap<String, Origin>,
    /// The APIs whose documents have errors.
    broken: BTreeSet<String>,
}

/// The client of the previous version of a document.
#[derive(Debug)]
pub struct Replaced {
    client: Client,
    origin: Origin,
}

/// The facts of a document that its client does not have.
#[derive(Debug)]
struct Origin {
    /// The path of the document, relative to the workspace.
    source: String,
    dependencies: Dependencies,
}

/// The generated files of some clients.
#[derive(Debug, Default)]
pub struct Output {
    /// The files of the crate, relative to its folder.
    pub(super) files: Files,
    /// The locks of names, relative to `specs/`.
    pub(super) locks: Files,
    /// The outlines by API.
    pub(super) outlines: BTreeMap<String, String>,
}

impl Clients {
    /// Opens all documents. A document with errors is an error only when the crate is generated, because it may be
    /// replaced before.
    pub fn open(workspace: &Workspace) -> Result<Self, Failure> {
        let mut clients = Self::default();
        for spec in workspace.specs()? {
            match workspace.open(&spec, Project::options()) {
                Ok(project) => drop(clients.insert(&spec, project)),
                Err(Failure::Reported) => drop(clients.broken.insert(spec.name)),
                Err(failure) => return Err(failure),
            }
        }
        Ok(clients)
    }

    /// Adds the client of a document, or replaces and returns the one of its previous version.
    pub fn insert(&mut self, spec: &Spec, project: Project) -> Option<Replaced> {
        let settings = project.settings();
        if settings.package != PackageSettings::default() {
            print_err(&format!(
                "specs/{}: `[package]` is ignored, because it describes a standalone crate; edit `[workspace.package]` of \
                 Cargo.toml instead",
                spec.name
            ));
        }
        let origin = Origin { source: spec.source(&project), dependencies: settings.dependencies.clone() };
        self.put(&spec.name, Replaced { client: project.into_client(), origin })
    }

    /// Undoes an [`insert`](Self::insert) that returned `replaced`.
    pub fn restore(&mut self, api: &str, replaced: Option<Replaced>) {
        match replaced {
            Some(replaced) => drop(self.put(api, replaced)),
            None => {
                self.clients.retain(|(name, _)| name != api);
                self.origins.remove(api);
                self.broken.insert(api.to_owned());
            }
        }
    }

    fn put(&mut self, api: &str, Replaced { client, origin }: Replaced) -> Option<Replaced> {
        self.broken.remove(api);
        let before = self.origins.insert(api.to_owned(), origin);
        let client = match self.clients.binary_search_by(|(name, _)| name.as_str().cmp(api)) {
            Ok(at) => Some(std::mem::replace(&mut self.clients[at].1, client)),
            Err(at) => {
                self.clients.insert(at, (api.to_owned(), client));
                None
            }
        };
        client.zip(before).map(|(client, origin)| Replaced { client, origin })
    }

    /// Returns the client of an API.
    pub fn get(&self, api: &str) -> Option<&Client> {
        self.clients.iter().find(|(name, _)| name == api).map(|(_, client)| client)
    }

    /// Returns the clients by API.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Client)> {
        self.clients.iter().map(|(api, client)| (api.as_str(), client))
    }

    /// Generates the module, the outline and the lock of an API. Returns the number of generated lines.
    pub(super) fn generate(&self, api: &str, output: &mut Output) -> Result<usize, Failure> {
        let (Some(client), Some(origin)) = (self.get(api), self.origins.get(api)) else { return Ok(0) };
        let module = client.module(CRATE_NAME, api, &origin.source);
        let module = module.map_err(|error| Failure::Message(error.to_string()))?;
        let lines = module.lines();
        output.files.insert_all(module);
        output.outlines.insert(api.to_owned(), client.outline());
        let lock = client.names().lock();
        if !lock.is_empty() {
            output.locks.insert(Path::new(api).join(NamesLock::FILE_NAME), lock.to_text());
        }
        Ok(lines)
    }

    /// Generates the manifest, the root and the README of the crate.
    pub(super) fn generate_root(
        &self,
        workspace: &Workspace,
        version: Version,
        output: &mut Output,
    ) -> Result<(), Failure> {
        if let Some(api) = self.broken.first() {
            let message = "its document has errors, and the crate contains the clients of all documents";
            return Err(Failure::Message(format!("cannot generate the client of specs/{api}: {message}")));
        }
        let mut dependencies = Dependencies::default();
        for (api, origin) in &self.origins {
            let merged = dependencies.merge(&origin.dependencies);
            merged.map_err(|conflict| Failure::Message(format!("specs/{api}: {conflict}")))?;
        }
        let root = apiarist::workspace_crate(&WorkspaceCrate {
            name: CRATE_NAME,
            version: &version.to_string(),
            apis: &self.clients,
            examples: &self.examples(workspace),
            inherited: &workspace.package_keys()?,
            dependencies: &dependencies,
        });
        output.files.insert_all(root.map_err(|error| Failure::Message(error.to_string()))?);
        Ok(())
    }

    /// Returns the examples: `big-dogs.rs` sends requests, and `big-dogs-testing.rs` tests a program with fakes.
    fn examples(&self, workspace: &Workspace) -> Vec<ExampleTarget> {
        let folder = workspace.generated().join("examples");
        let targets = self.clients.iter().flat_map(|(api, _)| {
            [("", "reqwest"), ("-testing", "testing")].map(|(suffix, feature)| ExampleTarget {
                name: format!("{api}{suffix}"),
                features: vec![feature.to_owned(), api.clone()],
            })
        });
        targets.filter(|target| folder.join(format!("{}.rs", target.name)).is_file()).collect()
    }
}
