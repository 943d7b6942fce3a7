//! Updates a document and everything that follows from it: all of it or nothing.

use apiarist::diff::Verdict;

use super::commits::Commits;
use super::consequences::Consequences;
use super::fetch::Limits;
use super::incoming::{ClientChanges, Incoming, Source};
use super::removals::Removals;
use super::source_lock::SourceLock;
use super::staged::Staged;
use crate::codegen::{Changes, Clients};
use crate::versions::{self, CRATE_NAME, Version};
use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_out};

/// The state of several updates, one after another.
#[derive(Debug)]
pub struct Updater<'a> {
    workspace: &'a Workspace,
    limits: Limits,
    removals: Removals,
    is_committed: bool,
    /// The clients of all documents, opened at the first update.
    clients: Option<Clients>,
    /// Whether each update starts from the same documents.
    is_reset: bool,
}

/// An update that was written.
#[derive(Debug)]
pub struct Updated {
    /// The changes of the client.
    pub changes: ClientChanges,
    /// The version bump that the changes require.
    pub verdict: Verdict,
    /// The version of the crate before.
    pub before: Version,
    /// The version of the crate after.
    pub after: Version,
}

impl<'a> Updater<'a> {
    /// Creates an updater. With `is_committed`, each update becomes two commits.
    pub fn new(workspace: &'a Workspace, limits: Limits, removals: Removals, is_committed: bool) -> Self {
        Self { workspace, limits, removals, is_committed, clients: None, is_reset: false }
    }

    /// Makes each update start from these clients. The caller resets the files after each update.
    pub fn on_base(self, clients: Clients) -> Self {
        Self { clients: Some(clients), is_reset: true, ..self }
    }

    /// Reports whether a source has changed, and fails if it has.
    pub fn check(&self, spec: &Spec, source: &Source) -> Result<(), Failure> {
        let Some(incoming) = Incoming::acquire(self.workspace, spec, source, &self.limits, false)? else {
            return Ok(());
        };
        let (name, versions) = (&spec.name, &incoming.changes.versions);
        print_out(&format!("{name}: the source has changed ({versions}); run `cargo xtask update {name}`"));
        Err(Failure::Reported)
    }

    /// Updates a document. Returns `None` if it is unchanged.
    pub fn update(&mut self, spec: &Spec, source: &Source) -> Result<Option<Updated>, Failure> {
        let commits = Commits::of(self.workspace, &format!("specs/{}", spec.name));
        if self.is_committed {
            commits.check()?;
        }
        let renews_lock = !self.is_committed;
        let incoming = Incoming::acquire(self.workspace, spec, source, &self.limits, renews_lock)?;
        let Some(incoming) = incoming else { return Ok(None) };
        if let Some(objection) = incoming.changes.objection.as_ref().filter(|found| found.rejects(self.removals)) {
            return Err(incoming.rejected(&objection.message));
        }
        self.check_generated(spec)?;
        self.write(spec, incoming, &commits).map(Some)
    }

    /// Rejects a commit that would also contain changes that do not follow from the document.
    fn check_generated(&mut self, spec: &Spec) -> Result<(), Failure> {
        let clients = match self.clients.take() {
            Some(clients) => clients,
            None => Clients::open(self.workspace)?,
        };
        let clients = self.clients.insert(clients);
        if !self.is_committed || clients.get(&spec.name).is_none() {
            return Ok(());
        }
        let version = versions::changelog(self.workspace)?.version();
        match Changes::of(self.workspace, clients, std::slice::from_ref(spec), version)?.is_empty() {
            true => Ok(()),
            false => Err(Failure::Message(format!(
                "cannot commit the update of specs/{0}: generated/ does not match specs/ already\nhelp: run `cargo xtask \
                 codegen {0}`, and commit its changes first",
                spec.name
            ))),
        }
    }

    /// Plans everything that follows from a document, writes it, and commits it.
    fn write(&mut self, spec: &Spec, incoming: Incoming, commits: &Commits<'_>) -> Result<Updated, Failure> {
        let Incoming { staged: Staged { files, project, .. }, lock, shown, changes } = incoming;
        let entry = format!("{}\n\n{}", changes.versions.sentence(), changes.list);
        let mut clients = self.clients.take().unwrap_or_default();
        let replaced = clients.insert(spec, project);
        let lists = [(spec.name.clone(), entry)];
        let apis = std::slice::from_ref(spec);
        let plan = Consequences::plan(self.workspace, &clients, apis, changes.verdict, &lists);
        let written = plan.and_then(|plan| {
            files.put(self.workspace, spec.folder(), lock.as_ref(), &[])?;
            print_out(&format!("{}: updated {} ({})", spec.name, shown.display(), changes.versions));
            let changed = format!("{} was replaced, but generated/ is incomplete", shown.display());
            plan.write().map_err(|failure| commits.interrupted(&changed, "run `cargo xtask codegen`", failure))?;
            let Consequences { before, after, verdict, .. } = plan;
            Ok(Updated { changes, verdict, before, after })
        });
        if written.is_err() || self.is_reset {
            clients.restore(&spec.name, replaced);
        }
        self.clients = Some(clients);
        // The folders are unlocked here: a lock is a file, which git would commit.
        let updated = written?;
        self.commit(&spec.name, commits, &Messages::new(&spec.name, lock.as_ref(), &files.lock, &updated))?;
        Ok(updated)
    }

    fn commit(&self, api: &str, commits: &Commits<'_>, messages: &Messages) -> Result<(), Failure> {
        if !self.is_committed {
            commits.print_next(subject(&messages.document), subject(&messages.rest));
            return Ok(());
        }
        let rest = "commit the files";
        commits.commit_document(&messages.document).map_err(|failure| {
            commits.interrupted(&format!("specs/{api} and generated/ were changed, but not committed"), rest, failure)
        })?;
        commits.commit_rest(&messages.rest).map_err(|failure| {
            let changed = format!("the document of specs/{api} was committed, but the changes of generated/ were not");
            commits.interrupted(&changed, rest, failure)
        })?;
        print_out(&format!("{api}: committed"));
        Ok(())
    }
}

/// The messages of both commits.
struct Messages {
    document: String,
    rest: String,
}

impl Messages {
    fn new(api: &str, old: Option<&SourceLock>, new: &SourceLock, updated: &Updated) -> Self {
        let Updated { changes, verdict, before, after } = updated;
        let (version, kind) = (&changes.versions.after, kind(*verdict));
        let checksum = old.map(|lock| format!("{} → ", lock.sha256)).unwrap_or_default();
        let document = format!(
            "specs: update {api} to version {version}\n\nSource: {}\nSHA-256: {checksum}{}\n",
            new.from, new.sha256
        );
        let rest = format!(
            "generated: update {api} to version {version} ({kind})\n\n{CRATE_NAME}: {before} → {after}\n\n{}",
            changes.list
        );
        Self { document, rest }
    }
}

/// Returns the word for changes of a verdict.
pub fn kind(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Major => "breaking",
        Verdict::Minor => "compatible",
        Verdict::Patch => "documentation",
        Verdict::None => "no changes",
    }
}

fn subject(message: &str) -> &str {
    message.lines().next().unwrap_or_default()
}
