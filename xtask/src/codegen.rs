//! Writes the crate in `generated/` from the documents in `specs/`, or shows in what it differs.

use std::path::{Path, PathBuf};
use std::time::Instant;

use apiarist::diagnostics::Diagnostics;
use apiarist::files::{Comparison, Files, FilesError};
use apiarist::report::Census;
use apiarist::{Client, module_name};

use crate::workspace::{Opened, Spec, Workspace};
use crate::{Failure, say, tell, tell_findings};

/// The name of the crate in `generated/`.
const CRATE_NAME: &str = "conversation-apis";

/// Generates the modules of these documents, or of all when none is named, and what holds them together.
pub fn codegen(workspace: &Workspace, names: &[String], check: bool) -> Result<(), Failure> {
    let specs = workspace.specs()?;
    let selected = Workspace::select(&specs, names)?;
    let mut files = Files::new();
    let mut apis = Vec::new();
    let mut has_failed = false;
    for spec in &specs {
        // The others are read too, because the root of the crate tells their titles.
        let generated = workspace.open(spec).and_then(|opened| {
            apis.push((spec.name.clone(), opened.title(spec)));
            if selected.contains(spec) { generate(spec, &opened) } else { Ok(Files::new()) }
        });
        match generated {
            Ok(module) => files.insert_all(module),
            Err(Failure::Findings) => has_failed = true,
            Err(failure) => return Err(failure),
        }
    }
    files.insert_all(apiarist::workspace_crate(CRATE_NAME, &apis));
    if has_failed {
        tell("nothing was written");
        return Err(Failure::Findings);
    }

    // The modules of documents that were not asked for stay as they are.
    let kept: Vec<PathBuf> = specs
        .iter()
        .filter(|spec| !selected.contains(spec))
        .map(|spec| Path::new("src").join(module_name(&spec.name)))
        .collect();
    let folder = workspace.generated();
    let comparison = files
        .compare_with(&folder, |path| !kept.iter().any(|kept| path.starts_with(kept)))
        .map_err(|error| message(&error))?;
    if check {
        return show(&comparison, names);
    }
    comparison.write(&folder).map_err(|error| message(&error))?;
    say(&match comparison.differences.len() {
        0 => "generated/ is up to date".to_owned(),
        1 => "generated/: 1 file written or removed".to_owned(),
        count => format!("generated/: {count} files written or removed"),
    });
    Ok(())
}

fn generate(spec: &Spec, opened: &Opened) -> Result<Files, Failure> {
    let start = Instant::now();
    let mut diagnostics = Diagnostics::new();
    let client = Client::plan(&opened.document, &opened.settings, &mut diagnostics);
    tell_findings(Some(&opened.document), &diagnostics);
    let Some(client) = client.filter(|_| !diagnostics.has_errors()) else {
        return Err(Failure::Findings);
    };
    let files = client.module(&spec.name, &opened.source);
    let census = Census::new(&opened.document, Some(client.api()), &diagnostics);
    let seconds = start.elapsed().as_secs_f64();
    say(&format!("{}: {}; {} lines in {seconds:.2} s", spec.name, census.summary(), files.lines()));
    Ok(files)
}

/// Shows the differences and the command that mends them.
fn show(comparison: &Comparison, names: &[String]) -> Result<(), Failure> {
    if comparison.is_empty() {
        say("generated/ is up to date");
        return Ok(());
    }
    say(comparison.diff().trim_end());
    let command =
        ["cargo xtask codegen"].into_iter().chain(names.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    Err(Failure::Message(format!("generated/ is not up to date; `{command}` mends that")))
}

fn message(error: &FilesError) -> Failure {
    Failure::Message(error.to_string())
}
