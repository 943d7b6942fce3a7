//! A document that differs from the existing one: acquired, validated and compared with it.

use std::path::{Path, PathBuf};
use std::{env, fmt};

use apiarist::diff::{self, Level, MarkdownOptions, Report, Revision, Update, Verdict};
use apiarist::settings::Origin;
use apiarist::source::{Format, read_file};
use apiarist::{Document, Project};

use super::acquire::{Acquired, Target, acquire, origin_of};
use super::fetch::Limits;
use super::removals::{self, Objection};
use super::source_lock::{SourceLock, sha256};
use super::source_path::locked_from;
use super::staged::{Staged, version};
use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_diagnostics, print_err, print_out, versions};

/// The message for a document named `.json` that is not JSON.
const NOT_JSON: &str = "expected JSON because of the file name\nhelp: if the document is YAML, rename the file, and set \
                        `document` in apiarist.toml to its new name";

/// The maximum number of characters of a version in messages.
const LONGEST_VERSION: usize = 40;

/// The text for a version that is not known.
const UNKNOWN: &str = "?";

/// The maximum size of a report in bytes. GitHub rejects a text of more than 65,536 characters; the rest is for the other
/// paragraphs of a pull request.
const LONGEST_REPORT: usize = 60_000;

/// The existing document.
struct Before {
    source: String,
    sha256: String,
}

/// A document that differs from the existing one.
#[derive(Debug)]
pub struct Incoming {
    /// The validated document.
    pub staged: Staged,
    /// The lock of the existing document.
    pub lock: Option<SourceLock>,
    /// The path of the document, for messages.
    pub shown: PathBuf,
    /// The changes of the client.
    pub changes: ClientChanges,
}

/// The changes of a client, as texts that outlive both documents.
#[derive(Debug)]
pub struct ClientChanges {
    /// The versions of the document.
    pub versions: Versions,
    /// The version bump that the changes require.
    pub verdict: Verdict,
    /// Whether nothing but the documentation changed.
    pub is_documentation: bool,
    /// The changes as a list of the changelog.
    pub list: String,
    /// The report as Markdown.
    pub markdown: String,
    /// The reason to reject the document.
    pub objection: Option<Objection>,
}

/// The versions of a document before and after an update, safe for Markdown, a commit message and a shell.
#[derive(Debug)]
pub struct Versions {
    before: String,
    /// The version of the new document.
    pub after: String,
}

/// The source of one update.
#[derive(Debug)]
pub struct Source {
    origin: Origin,
    /// The folder that relative paths are resolved against.
    base: PathBuf,
}

impl Source {
    /// Returns the source of `--from`, or else of the settings, or `None` if neither states one.
    pub fn of(workspace: &Workspace, spec: &Spec, from: Option<&str>) -> Result<Option<Self>, Failure> {
        let settings = workspace.settings(spec).ok_or(Failure::Reported)?;
        Ok(match from {
            Some(from) => Some(Self { origin: origin_of(from), base: env::current_dir().unwrap_or_default() }),
            None => settings.source.origin.map(|origin| Self { origin, base: spec.folder().to_owned() }),
        })
    }
}

impl Incoming {
    /// Acquires, validates and compares the document of a source. Prints the changes. Returns `None` if the document is
    /// unchanged; with `renews_lock`, its lock then gets the validators of the response.
    ///
    /// # Errors
    /// Returns an error if the document cannot be acquired or is invalid. The message has the reason and a fix.
    pub fn acquire(
        workspace: &Workspace,
        spec: &Spec,
        source: &Source,
        limits: &Limits,
        renews_lock: bool,
    ) -> Result<Option<Self>, Failure> {
        let settings = workspace.settings(spec).ok_or(Failure::Reported)?;
        let path = spec.document(&settings);
        let here = read_file(&path).ok();
        let lock = SourceLock::read(spec.folder())?;
        let from = locked_from(&source.origin, &source.base, spec.folder(), workspace.root());
        let shown = workspace.shown(&path);
        let failure =
            |message: String| Failure::Message(format!("cannot update {} from {from}: {message}", shown.display()));
        let format = format_of(&path);
        let target = Target { folder: &source.base, lock: lock.as_ref(), existing: here.as_deref(), format };
        let acquired = acquire(&source.origin, &target, limits).map_err(failure)?;
        let acquired = match acquired {
            Some(acquired) if is_same(&acquired, here.as_deref(), spec.folder()) => {
                if let Some(lock) = lock.as_ref().filter(|_| renews_lock) {
                    lock.with_source(&from, &acquired.validators).update(lock, spec.folder())?;
                }
                None
            }
            acquired => acquired,
        };
        let Some(acquired) = acquired else {
            let since = lock.map(|lock| format!(" since {}", lock.retrieved)).unwrap_or_default();
            print_out(&format!("{}: unchanged{since}", spec.name));
            return Ok(None);
        };
        if format == Format::Json && !acquired.document.trim_ascii_start().starts_with(b"{") {
            return Err(failure(NOT_JSON.to_owned()));
        }
        let staged = Staged::new(workspace, spec, &acquired, &path, &from)?;
        let before = here.as_deref().map(|here| Before {
            source: lock.as_ref().map_or_else(|| shown.display().to_string(), |lock| lock.from.clone()),
            sha256: sha256(here),
        });
        let changes = ClientChanges::print(workspace, spec, before, &staged);
        Ok(Some(Self { staged, lock, shown, changes }))
    }

    /// Returns the failure of a document that is rejected.
    pub fn rejected(&self, reason: &str) -> Failure {
        let from = &self.staged.files.lock.from;
        Failure::Message(format!("cannot update {} from {from}: {reason}", self.shown.display()))
    }
}

impl Versions {
    /// Returns the versions that two documents state. There is no previous one if it is new or has errors.
    pub fn of(before: Option<&Document>, after: &Document) -> Self {
        let shown = |document: &Document| shown_version(version(document).as_deref());
        Self { before: before.map_or(UNKNOWN.to_owned(), shown), after: shown(after) }
    }

    /// Returns the first line of an entry in the changelog.
    pub fn sentence(&self) -> String {
        let Self { before, after } = self;
        match before.as_str() {
            UNKNOWN => format!("Document {after}."),
            before if before == after => format!("Document {after}, changed without a new version."),
            before => format!("Document {before} → {after}."),
        }
    }
}

impl fmt::Display for Versions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "version {} → {}", self.before, self.after)
    }
}

impl ClientChanges {
    /// Prints the changes of a client and the diagnostics that are new. `existing` is the document before, if there is
    /// one.
    fn print(workspace: &Workspace, spec: &Spec, existing: Option<Before>, staged: &Staged) -> Self {
        let project = &staged.project;
        let has_document = existing.is_some();
        // An existing document that is no longer readable cannot be compared.
        let before = existing.and_then(|before| Some((before, workspace.open(spec, Project::options()).ok()?)));
        let Some((existing, before)) = before else {
            let (verdict, list) = match has_document {
                true => (Verdict::Major, "- **Breaking:** the previous document has errors and cannot be compared\n"),
                false => (Verdict::Minor, "- New client\n"),
            };
            let markdown = format!("## {}\n\n{list}", spec.name);
            let versions = Versions::of(None, project.document());
            let list = list.to_owned();
            return Self { versions, verdict, is_documentation: false, list, markdown, objection: None };
        };
        let (old, new) = (before.side(), project.side());
        let mut report = diff::compare(&old, &new);
        report.accept(&before.settings().accept);
        let named = |text: &str| staged.named(text, &workspace.shown(spec.folder()));
        print_out(named(&diff::text(&report, &old, &new)).trim_end());
        let lock = &staged.files.lock;
        let (source, sha256) = (lock.from.clone(), lock.sha256.clone());
        let update = Update {
            name: spec.name.clone(),
            report: &report,
            old: Revision { side: &old, source: existing.source, sha256: existing.sha256, losses: before.losses() },
            new: Revision { side: &new, source, sha256, losses: project.losses() },
        };
        let options = MarkdownOptions {
            release: versions::changelog(workspace).ok().map(|changelog| versions::step(&changelog, report.verdict())),
            max_bytes: Some(LONGEST_REPORT),
            full_report: format!("cargo xtask diff {} --format markdown --max-bytes 0", spec.name),
        };
        let markdown = named(&diff::markdown(&[update], &options));
        let found = project.diagnostics().new_since(before.diagnostics());
        if !found.is_empty() {
            print_err(&format!("{}: new diagnostics:", spec.name));
            print_diagnostics(Some(project.document()), &found);
        }
        Self {
            versions: Versions::of(Some(before.document()), project.document()),
            verdict: report.verdict(),
            is_documentation: is_documentation(&report),
            list: diff::changelog(&report),
            markdown,
            objection: removals::objection(&report, before.client().api(), project.client().api()),
        }
    }
}

fn is_documentation(report: &Report) -> bool {
    report.changes.iter().all(|change| change.level() == Level::Documentation)
}

/// Returns the version of a document with its unsafe characters replaced.
fn shown_version(version: Option<&str>) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || ".-+_".contains(c);
    match version.unwrap_or_default() {
        "" | UNKNOWN => UNKNOWN.to_owned(),
        version => version.chars().take(LONGEST_VERSION).map(|c| if is_safe(c) { c } else { '_' }).collect(),
    }
}

/// Returns `true` if the acquired document and all its referenced files equal the existing ones.
fn is_same(acquired: &Acquired, here: Option<&[u8]>, folder: &Path) -> bool {
    let is_there = |name: &Path, bytes: &Vec<u8>| read_file(&folder.join(name)).ok().as_ref() == Some(bytes);
    here == Some(&acquired.document) && acquired.others.iter().all(|(name, bytes)| is_there(name, bytes))
}

/// Returns the format of a document by its file name.
fn format_of(path: &Path) -> Format {
    if path.extension().is_some_and(|ending| ending == "json") { Format::Json } else { Format::Yaml }
}
