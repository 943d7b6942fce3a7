//! Accepts snapshots: runs the snapshot tests in the mode that overwrites them.

use clap::Args;

use crate::{Failure, Workspace, cargo, print_out};

/// The suites with snapshots, each with its arguments for `cargo test`. A suite whose snapshots are compiled by another
/// suite precedes it.
const SUITES: [(&str, &[&str]); 6] = [
    ("snapshots", &["--package", "apiarist-tests", "--no-default-features", "--test", "snapshots"]),
    ("diffs", &["--package", "apiarist", "--test", "diffs"]),
    ("crates", &["--package", "apiarist", "--test", "library", "crates::"]),
    ("ui", &["--package", "apiarist-runtime", "--test", "runtime", "derive_errors"]),
    ("settings", &["--package", "apiarist", "--lib", "settings::schema"]),
    ("mistakes", &["--package", "apiarist-tests", "--test", "mistakes"]),
];

/// The environment variable that makes tests overwrite their snapshots; `tests/support/src/snapshot.rs` reads it.
const ACCEPT: &str = "APIARIST_ACCEPT";

/// The arguments of `cargo xtask accept`.
#[derive(Debug, Args)]
pub struct Accept {
    /// Test suites whose snapshots are overwritten [default: all]
    #[arg(value_name = "SUITE", value_parser = SUITES.map(|(name, _)| name))]
    suites: Vec<String>,
}

/// Runs the selected suites; each overwrites its snapshots.
pub fn accept(workspace: &Workspace, arguments: &Accept) -> Result<(), Failure> {
    let is_selected = |name: &str| arguments.suites.is_empty() || arguments.suites.iter().any(|suite| suite == name);
    for (name, options) in SUITES.iter().filter(|(name, _)| is_selected(name)) {
        let mut command = cargo::command();
        command.arg("test").arg("--quiet").args(*options).env(ACCEPT, "1").current_dir(workspace.root());
        let status = command.status().map_err(|error| Failure::Message(format!("cannot start cargo: {error}")))?;
        if !status.success() {
            return Err(Failure::Message(format!(
                "the suite `{name}` failed, although its snapshots were overwritten"
            )));
        }
    }
    print_out("the snapshots are up to date; review the changes with `git diff`");
    Ok(())
}
