//! The `diff` command: compares the clients of two documents.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::{Project, ProjectOptions, diff};
use apiarist_cli::terminal::{DIAGNOSTICS_LIMIT, print_diagnostics, print_err, print_json, print_out};

use crate::FINDINGS;
use crate::arguments::{DiffFormat, FailOn, Selection};

/// The heading of a report in Markdown.
const HEADING: &str = "Changes in this update";

/// Compares two documents, and prints the report.
pub fn diff(
    old: &Path,
    new: &Path,
    format: DiffFormat,
    fail_on: Option<FailOn>,
    names_lock: Option<PathBuf>,
    selection: &Selection,
) -> ExitCode {
    let options = selection.apply(Project::options().names_lock(names_lock));
    let (Some(old_project), Some(new_project)) = (open(old, &options), open(new, &options)) else {
        return ExitCode::from(FINDINGS);
    };
    let (old, new) = (old_project.side(), new_project.side());
    let mut report = diff::compare(&old, &new);
    report.accept(&new_project.settings().accept);
    if selection.is_set() {
        // An entry may accept a change of an operation that is not compared.
        report.stale.clear();
    }
    let folder = std::env::current_dir().unwrap_or_default();
    match format {
        DiffFormat::Text => print_out(diff::text(&report, &old, &new).trim_end()),
        DiffFormat::Markdown => print_out(diff::markdown(HEADING, &report, &old, &new).trim_end()),
        DiffFormat::Json => print_json(&diff::json(&report, &old, &new)),
        DiffFormat::Sarif => print_json(&diff::sarif(&report, &old, &new, &folder)),
    }
    report.stale.iter().filter(|_| format != DiffFormat::Text).for_each(|stale| print_err(&format!("error: {stale}")));
    match fail_on {
        _ if !report.stale.is_empty() => ExitCode::from(FINDINGS),
        Some(FailOn::Breaking) if report.is_breaking() => ExitCode::from(FINDINGS),
        _ => ExitCode::SUCCESS,
    }
}

/// Opens a document. Its diagnostics are printed only if they stop it: `apiarist check` prints them all.
fn open(spec: &Path, options: &ProjectOptions) -> Option<Project> {
    options.open(spec).map_err(|error| print_diagnostics(error.document(), error.diagnostics(), DIAGNOSTICS_LIMIT)).ok()
}
