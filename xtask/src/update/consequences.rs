//! Plans everything that follows from a new document, so that nothing is written unless all of it can be.
//!
//! ```text
//! specs/tavus/openapi.yaml, source.lock    the document (first commit)
//! specs/tavus/names.lock                   what follows from it (second commit)
//! generated/src/tavus/, README.md, outlines/tavus.md
//! generated/CHANGELOG.md, Cargo.toml       the version and the changes
//! Cargo.lock
//! ```

use std::fs;

use apiarist::diff::Verdict;

use crate::codegen::{Changes, Clients};
use crate::versions::{self, CHANGELOG, CRATE_NAME, Changelog, Version};
use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_out};

/// The lock of cargo, relative to the workspace.
const CARGO_LOCK: &str = "Cargo.lock";

/// The planned files, which are written together.
#[derive(Debug)]
pub struct Consequences {
    changes: Changes,
    /// The version of the crate before.
    pub before: Version,
    /// The version of the crate after.
    pub after: Version,
    /// The version bump that the changes require.
    pub verdict: Verdict,
}

impl Consequences {
    /// Plans the files for new clients of some APIs. Changes of the code that the verdict does not include, such as a
    /// version in a comment, count as a patch.
    pub fn plan(
        workspace: &Workspace,
        clients: &Clients,
        apis: &[Spec],
        verdict: Verdict,
        lists: &[(String, String)],
    ) -> Result<Self, Failure> {
        let mut changelog = versions::changelog(workspace)?;
        let before = changelog.version();
        let verdict = match verdict {
            Verdict::None if Changes::of(workspace, clients, apis, before)?.has_code() => Verdict::Patch,
            verdict => verdict,
        };
        for (api, list) in lists {
            changelog.add(api, verdict, list);
        }
        let after = changelog.version();
        let mut changes = Changes::of(workspace, clients, apis, after)?;
        if verdict != Verdict::None {
            add_version(workspace, &mut changes, &changelog);
        }
        Ok(Self { changes, before, after, verdict })
    }

    /// Writes the files, and prints their number and the version.
    pub fn write(&self) -> Result<(), Failure> {
        self.changes.write()?;
        if self.before != self.after {
            print_out(&format!("{CRATE_NAME}: {} → {}", self.before, self.after));
        }
        Ok(())
    }
}

/// Adds the changelog, and `Cargo.lock` if it lists the crate, to the files that are written.
pub fn add_version(workspace: &Workspace, changes: &mut Changes, changelog: &Changelog) {
    let old = |path: &str| fs::read_to_string(workspace.root().join(path)).ok();
    changes.add(CHANGELOG, old(CHANGELOG), changelog.to_string());
    let lock = old(CARGO_LOCK);
    let version = changelog.version().to_string();
    if let Some(new) = lock.as_deref().and_then(|lock| versions::with_version(lock, CRATE_NAME, &version)) {
        changes.add(CARGO_LOCK, lock, new);
    }
}
