//! Compares the documents in `specs/` with those of another revision.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use apiarist::Project;
use apiarist::diff::{self, Report};
use apiarist::unprintable::escaped_json;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_err, print_out};

/// The arguments of `cargo xtask diff`.
#[derive(Debug, Args)]
pub struct Diff {
    /// Folders of specs/ [default: all]
    #[arg(value_name = "NAME")]
    apis: Vec<String>,
    /// The revision to compare with [default: the commit at which this branch left `main`]
    #[arg(long, value_name = "REV")]
    base: Option<String>,
    /// The format of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Fail if there is a change of this level
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
}

/// The format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Plain text
    Text,
    /// Markdown for the description of a pull request
    Markdown,
    /// A JSON object with the report of each API
    Json,
    /// SARIF 2.1.0, with a run for each API
    Sarif,
}

/// The level of changes that a comparison fails on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Existing programs or requests may no longer work
    Breaking,
}

/// Compares the documents of the working tree with those of a revision.
pub fn diff(workspace: &Workspace, arguments: &Diff) -> Result<(), Failure> {
    let revision = match &arguments.base {
        Some(revision) => git(workspace, &["rev-parse", "--verify", &format!("{revision}^{{commit}}")])
            .map_err(|_| Failure::Usage(format!("`{revision}` is not a revision of this repository")))?,
        None => merge_base(workspace)?,
    };
    let base = Base::extract(workspace, revision.trim())?;
    let before = Workspace::at(&base.folder);
    let (old_specs, new_specs) = (before.specs()?, workspace.specs()?);
    let mut all = new_specs.clone();
    all.extend(old_specs.iter().filter(|old| !new_specs.iter().any(|new| new.name == old.name)).cloned());
    let mut reports =
        Reports { format: arguments.format, several: true, texts: Vec::new(), reports: Map::new(), runs: Vec::new() };
    let selected = Workspace::select(&all, &arguments.apis)?;
    reports.several = selected.len() > 1;
    let (mut is_breaking, mut is_stale) = (false, false);
    for spec in &selected {
        let find = |specs: &[Spec]| specs.iter().find(|other| other.name == spec.name).cloned();
        match (find(&old_specs), find(&new_specs)) {
            (Some(old), Some(new)) => {
                let (old, new) = (before.open(&old, Project::options())?, workspace.open(&new, Project::options())?);
                let report = reports.compare(&spec.name, &old, &new);
                is_breaking |= report.is_breaking();
                is_stale |= !report.stale.is_empty();
            }
            (None, _) => print_err(&format!("specs/{} is new", spec.name)),
            (_, None) => {
                print_err(&format!("specs/{} and its module were removed", spec.name));
                is_breaking = true;
            }
        }
    }
    print_out(base.named(&reports.text(), revision.trim()).trim_end());
    let is_failure = is_stale || (is_breaking && arguments.fail_on == Some(FailOn::Breaking));
    if is_failure { Err(Failure::Reported) } else { Ok(()) }
}

/// The reports collected so far, by API.
struct Reports {
    format: Format,
    several: bool,
    texts: Vec<String>,
    reports: Map<String, Value>,
    runs: Vec<Value>,
}

impl Reports {
    fn compare(&mut self, name: &str, old: &Project, new: &Project) -> Report {
        let (before, after) = (old.side(), new.side());
        let mut report = diff::compare(&before, &after);
        report.accept(&new.settings().accept);
        let folder = std::env::current_dir().unwrap_or_default();
        match self.format {
            Format::Text if self.several => {
                self.texts.push(format!("# {name}\n\n{}", diff::text(&report, &before, &after)));
            }
            Format::Text => self.texts.push(diff::text(&report, &before, &after)),
            Format::Markdown => self.texts.push(diff::markdown(name, &report, &before, &after)),
            Format::Json => drop(self.reports.insert(name.to_owned(), diff::json(&report, &before, &after))),
            Format::Sarif => {
                let log = diff::sarif(&report, &before, &after, &folder);
                self.runs.extend(log["runs"].as_array().into_iter().flatten().cloned());
            }
        }
        report
    }

    fn text(&self) -> String {
        match self.format {
            Format::Text | Format::Markdown => self.texts.join("\n"),
            Format::Json => escaped_json(&format!("{:#}", Value::Object(self.reports.clone()))).into_owned(),
            Format::Sarif => {
                let log = apiarist::report::sarif_of_runs(self.runs.clone());
                escaped_json(&format!("{log:#}")).into_owned()
            }
        }
    }
}

/// The documents of a revision, in a temporary folder that is removed on drop.
struct Base {
    folder: PathBuf,
}

impl Base {
    fn extract(workspace: &Workspace, revision: &str) -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("apiarist-diff-{}", std::process::id()));
        let base = Self { folder };
        let failed = |path: &Path, error: std::io::Error| Failure::Message(format!("{}: {error}", path.display()));
        let specs = base.folder.join("specs");
        fs::create_dir_all(&specs).map_err(|error| failed(&specs, error))?;
        for path in git(workspace, &["ls-tree", "-r", "--name-only", "-z", revision, "specs/"])?.split_terminator('\0')
        {
            let file = base.folder.join(path);
            let text = git_bytes(workspace, &["show", &format!("{revision}:{path}")])?;
            let written = fs::create_dir_all(file.parent().unwrap_or(&specs)).and_then(|()| fs::write(&file, text));
            written.map_err(|error| failed(&file, error))?;
        }
        Ok(base)
    }

    /// Replaces the path of the folder in a message by the revision.
    fn named(&self, text: &str, revision: &str) -> String {
        let short = revision.get(..12).unwrap_or(revision);
        text.replace(&format!("{}/", self.folder.display()), &format!("{short}:"))
    }
}

impl Drop for Base {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Returns the commit at which this branch left `main`.
fn merge_base(workspace: &Workspace) -> Result<String, Failure> {
    let found = ["main", "origin/main"].iter().find_map(|main| git(workspace, &["merge-base", "HEAD", main]).ok());
    found.ok_or_else(|| {
        Failure::Usage(
            "cannot find the branch `main`\nhelp: pass the revision to compare with as `--base REVISION`".to_owned(),
        )
    })
}

fn git(workspace: &Workspace, arguments: &[&str]) -> Result<String, Failure> {
    let text = git_bytes(workspace, arguments)?;
    String::from_utf8(text).map_err(|error| Failure::Message(format!("git {}: {error}", arguments.join(" "))))
}

fn git_bytes(workspace: &Workspace, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
    let failed = |message: String| Failure::Message(format!("git {}: {}", arguments.join(" "), message.trim()));
    let output = Command::new("git").current_dir(workspace.root()).args(arguments).output();
    let output = output.map_err(|error| failed(error.to_string()))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(failed(String::from_utf8_lossy(&output.stderr).into_owned())),
    }
}
