//! The version of the crate in `generated/`, and its changelog, which is the only record of the version.
//!
//! ```text
//! generated/CHANGELOG.md
//!     ## 0.3.0 (unreleased)    the version of the crate; its updates are listed below
//!     ## 0.2.1 (2026-08-01)    the version that a breaking update raises to 0.3.0, and any other to 0.2.2
//! ```

mod cargo_lock;
mod changelog;

use std::fs;
use std::io::ErrorKind;

use apiarist::diff::Verdict;
pub use apiarist::diff::Version;
pub use cargo_lock::with_version;
pub use changelog::{Changelog, State};

use crate::{Failure, Workspace, failed};

/// The name of the crate in `generated/`.
pub const CRATE_NAME: &str = "conversation-apis";

/// The path of the changelog, relative to the workspace.
pub const CHANGELOG: &str = "generated/CHANGELOG.md";

/// Reads the changelog of the crate. A missing file is an empty changelog.
pub fn changelog(workspace: &Workspace) -> Result<Changelog, Failure> {
    let path = workspace.root().join(CHANGELOG);
    match fs::read_to_string(&path) {
        Ok(text) => Changelog::parse(&text).map_err(|reason| failed(&workspace.shown(&path), &reason)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Changelog::new()),
        Err(error) => Err(failed(&path, &error)),
    }
}

/// Returns the name of the crate with its version, and the next one if changes of this verdict raise it:
/// `conversation-apis 0.4.2 → 0.5.0`.
pub fn step(changelog: &Changelog, verdict: Verdict) -> String {
    let version = changelog.version();
    match changelog.version_after(verdict) {
        next if next == version => format!("{CRATE_NAME} {version}"),
        next => format!("{CRATE_NAME} {version} → {next}"),
    }
}
