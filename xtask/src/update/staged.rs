//! Stages a document in a copy of its folder, to validate it before it replaces the existing one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use apiarist::files::{Comparison, Difference, FilesError};
use apiarist::{Document, Project};

use super::acquire::Acquired;
use super::source_lock::{SourceLock, is_inside, is_linked, sha256};
use crate::Failure;
use crate::workspace::{Spec, Workspace};

/// A staged document that has been validated.
#[derive(Debug)]
pub struct Staged {
    /// The files to be written.
    pub files: StagedFiles,
    /// The project of the document.
    pub project: Project,
    /// The folder of the project, which no longer exists.
    folder: PathBuf,
}

/// The files of a staged document, and its lock.
#[derive(Debug)]
pub struct StagedFiles {
    files: BTreeMap<PathBuf, String>,
    /// The lock to be written.
    pub lock: SourceLock,
}

impl Staged {
    /// Writes the acquired files to `target/update/<api>` and opens the document there with the settings and overlays
    /// of `spec`.
    ///
    /// # Errors
    /// Returns an error if the document cannot be read. The diagnostics are printed, and the folder is kept for
    /// inspection.
    pub fn new(
        workspace: &Workspace,
        spec: &Spec,
        acquired: &Acquired,
        path: &Path,
        from: &str,
    ) -> Result<Self, Failure> {
        let folder = workspace.root().join("target").join("update").join(&spec.name);
        let mut files = BTreeMap::new();
        let named = acquired.others.iter().map(|(name, bytes)| (name.clone(), bytes));
        for (name, bytes) in named.chain([(name_of(path), &acquired.document)]) {
            if !is_inside(&slashed(&name)) || is_linked(spec.folder(), &name) {
                let message = "must be a path below the folder of the document, without symbolic links";
                return Err(Failure::Message(format!(
                    "cannot update specs/{} from {from}: {} {message}",
                    spec.name,
                    name.display()
                )));
            }
            let text = String::from_utf8(bytes.clone()).map_err(|_| {
                Failure::Message(format!(
                    "cannot update specs/{} from {from}: {} is not valid UTF-8",
                    spec.name,
                    name.display()
                ))
            })?;
            files.insert(name, text);
        }
        let failed = |error: std::io::Error| Failure::Message(format!("{}: {error}", folder.display()));
        prepare(spec.folder(), &folder, &files).map_err(failed)?;
        let rejected = || {
            let shown = workspace.shown(&folder.join(name_of(path)));
            let message = "cannot generate a client from the document, so nothing was replaced";
            Failure::Message(format!(
                "{}: {from}: {message}\nhelp: inspect the document in {}",
                spec.name,
                shown.display()
            ))
        };
        let opened = workspace.open(&Spec::at(&spec.name, &folder), Project::options());
        let project = opened.map_err(|_| rejected())?;
        // The folder is kept only for inspecting an invalid document.
        let _ = fs::remove_dir_all(&folder);
        let lock = SourceLock {
            from: from.to_owned(),
            retrieved: now(),
            version: version(project.document()),
            sha256: sha256(&acquired.document),
            etag: acquired.validators.etag.clone(),
            last_modified: acquired.validators.last_modified.clone(),
            files: acquired.others.iter().map(|(name, bytes)| (slashed(name), sha256(bytes))).collect(),
        };
        Ok(Self { files: StagedFiles { files, lock }, project, folder: workspace.shown(&folder) })
    }

    /// Replaces the path of the staged folder in a report by the one of the folder that the files are for.
    pub fn named(&self, report: &str, folder: &Path) -> String {
        let path = |folder: &Path| format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR);
        report.replace(&path(&self.folder), &path(folder))
    }
}

impl StagedFiles {
    /// Replaces the document, its referenced files and the lock, and adds other files: all of them or none. Removes
    /// files that only the document of the lock `before` needed.
    pub fn put(
        &self,
        workspace: &Workspace,
        folder: &Path,
        before: Option<&SourceLock>,
        added: &[(&str, String)],
    ) -> Result<(), Failure> {
        let failed = |error: FilesError| Failure::Message(error.to_string());
        let held = workspace.lock(folder)?;
        let mut differences = BTreeMap::new();
        let old =
            |name: &Path| fs::read(folder.join(name)).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let stale = |lock: &SourceLock| lock.stale_files(folder, |name| self.files.contains_key(name));
        for name in before.map(stale).unwrap_or_default() {
            differences.insert(name.clone(), Difference { old: old(&name), new: None });
        }
        let added = added.iter().map(|(name, text)| (PathBuf::from(name), text.clone()));
        let lock = (PathBuf::from(SourceLock::FILE_NAME), self.lock.to_text()?);
        for (name, text) in self.files.clone().into_iter().chain([lock]).chain(added) {
            differences.insert(name.clone(), Difference { old: old(&name), new: Some(text) });
        }
        Comparison { differences }.write(&held).map_err(failed)
    }
}

/// Makes `folder` a copy of `spec` with these files.
fn prepare(spec: &Path, folder: &Path, files: &BTreeMap<PathBuf, String>) -> std::io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    copy(spec, folder)?;
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// Copies the files of a folder. Entries that are neither files nor folders are skipped, and only symbolic links to
/// files are followed.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if entry.path().is_file() {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Returns a relative path with forward slashes on every operating system.
fn slashed(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Returns the `info.version` of a document.
pub(super) fn version(document: &Document) -> Option<String> {
    let version = document.root().get("info")?.get("version")?;
    version.as_str().map(str::to_owned).or_else(|| version.is_number().then(|| version.to_string()))
}

/// Returns the current time to the second (RFC 3339).
fn now() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now()).to_string()
}

/// Returns the file name of a document as a path.
fn name_of(path: &Path) -> PathBuf {
    path.file_name().map(PathBuf::from).unwrap_or_default()
}
