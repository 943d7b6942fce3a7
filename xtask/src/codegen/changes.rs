//! The files of a workspace that codegen writes: compared first, then written together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use apiarist::files::{Comparison, Difference, FilesError, FolderLock};
use apiarist::module_name;

use super::clients::{Clients, Output};
use crate::api_files::outline_file;
use crate::versions::Version;
use crate::workspace::{Spec, Workspace};
use crate::{Failure, foreign_files, print_out};

/// The differences between a workspace and its generated files.
#[derive(Debug)]
pub struct Changes {
    generated: Comparison,
    locked: Comparison,
    /// The outlines and other files, relative to the workspace.
    others: Comparison,
    /// The locks of the folders that the comparisons are of, in the same order.
    held: Vec<FolderLock>,
}

impl Changes {
    /// Compares the files that follow from the clients of some APIs and this version of the crate with the workspace.
    /// The folders stay locked for [`write`](Self::write).
    pub fn of(workspace: &Workspace, clients: &Clients, apis: &[Spec], version: Version) -> Result<Self, Failure> {
        let mut output = Output::default();
        for api in apis {
            clients.generate(&api.name, &mut output)?;
        }
        Self::new(workspace, clients, output, apis, version)
    }

    /// Adds the root of the crate to the generated files of some APIs, and compares like [`of`](Self::of).
    pub(super) fn new(
        workspace: &Workspace,
        clients: &Clients,
        mut output: Output,
        apis: &[Spec],
        version: Version,
    ) -> Result<Self, Failure> {
        clients.generate_root(workspace, version, &mut output)?;
        let folders = [workspace.generated(), workspace.specs_folder(), workspace.root().to_owned()];
        let held = folders.iter().map(|folder| workspace.lock(folder)).collect::<Result<_, _>>()?;
        Ok(Self { held, ..Self::compare(workspace, &output, apis)? })
    }

    /// Compares generated files with the workspace, without locking it.
    pub(super) fn compare(workspace: &Workspace, output: &Output, apis: &[Spec]) -> Result<Self, Failure> {
        let kept = kept_modules(&workspace.specs()?, apis);
        let may_be_stale = |path: &Path| !kept.iter().any(|kept| path.starts_with(kept));
        let generated = output.files.compare_with(&workspace.generated(), may_be_stale);
        let generated = generated.map_err(|error| message(&error))?;
        check_foreign(workspace, output, &generated, &kept)?;
        let locked = output.locks.compare(&workspace.specs_folder()).map_err(|error| message(&error))?;
        let others = outline_file::compare(workspace.root(), &output.outlines)?;
        Ok(Self { generated, locked, others, held: Vec::new() })
    }

    /// Adds another file to be written. The path is relative to the workspace.
    pub fn add(&mut self, path: &str, old: Option<String>, new: String) {
        if old.as_ref() != Some(&new) {
            self.others.differences.insert(PathBuf::from(path), Difference { old, new: Some(new) });
        }
    }

    /// Returns `true` if all files are up to date.
    pub fn is_empty(&self) -> bool {
        self.comparisons().into_iter().all(Comparison::is_empty)
    }

    /// Returns `true` if the code of a client changes.
    pub fn has_code(&self) -> bool {
        self.generated.differences.keys().any(|path| path.starts_with("src"))
    }

    /// Returns `true` if the code of this client changes.
    pub fn has_code_of(&self, api: &str) -> bool {
        let folder = Path::new("src").join(module_name(api));
        self.generated.differences.keys().any(|path| path.starts_with(&folder))
    }

    /// Returns the differences as unified diffs.
    pub(super) fn diffs(&self) -> Vec<String> {
        let changed = self.comparisons().into_iter().filter(|comparison| !comparison.is_empty());
        changed.map(Comparison::diff).collect()
    }

    /// Writes the files and prints their number.
    pub fn write(&self) -> Result<(), Failure> {
        for (lock, comparison) in self.held.iter().zip(self.comparisons()) {
            comparison.write(lock).map_err(|error| message(&error))?;
        }
        print_out(&match self.generated.differences.len() {
            0 => "generated/ is up to date".to_owned(),
            1 => "generated/: 1 file written or removed".to_owned(),
            count => format!("generated/: {count} files written or removed"),
        });
        Ok(())
    }

    fn comparisons(&self) -> [&Comparison; 3] {
        [&self.generated, &self.locked, &self.others]
    }
}

/// Returns the module folders that stay unchanged: those of unselected documents.
fn kept_modules(specs: &[Spec], selected: &[Spec]) -> Vec<PathBuf> {
    let others = specs.iter().filter(|spec| !selected.contains(spec));
    others.map(|spec| Path::new("src").join(module_name(&spec.name))).collect()
}

/// Rejects files in the generated crate that codegen did not write.
fn check_foreign(
    workspace: &Workspace,
    output: &Output,
    comparison: &Comparison,
    kept: &[PathBuf],
) -> Result<(), Failure> {
    let generated: BTreeSet<&Path> = output.files.iter().map(|(path, _)| path).collect();
    let is_known = |path: &Path| {
        generated.contains(path)
            || comparison.differences.contains_key(path)
            || kept.iter().any(|kept| path.starts_with(kept))
    };
    let folder = workspace.generated();
    let foreign = foreign_files::find(&folder, Path::new("src"), &is_known)?;
    if foreign.is_empty() {
        return Ok(());
    }
    let paths: Vec<String> =
        foreign.iter().map(|path| workspace.shown(&folder.join(path)).display().to_string()).collect();
    Err(Failure::Message(format!(
        "generated/src must contain generated files only\nhelp: move or remove: {}",
        paths.join(", ")
    )))
}

fn message(error: &FilesError) -> Failure {
    Failure::Message(error.to_string())
}
