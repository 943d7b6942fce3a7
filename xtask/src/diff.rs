//! Compares the documents in `specs/` with those of another revision.

use apiarist::Project;
use apiarist::diff::{self, Report};
use apiarist::unprintable::escaped_json;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use crate::git::Git;
use crate::revision::Revision;
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
    let git = Git::at(workspace.root());
    let revision = match &arguments.base {
        Some(revision) => git
            .commit_of(revision)
            .ok_or_else(|| Failure::Usage(format!("`{revision}` is not a revision of this repository")))?,
        None => merge_base(git)?,
    };
    let base = Revision::extract(workspace, &revision)?;
    let before = base.workspace();
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
    print_out(base.named(&reports.text()).trim_end());
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

/// Returns the commit at which this branch left `main`.
fn merge_base(git: Git<'_>) -> Result<String, Failure> {
    let found = ["main", "origin/main"].iter().find_map(|main| git.run(&["merge-base", "HEAD", main]).ok());
    found.ok_or_else(|| {
        Failure::Usage(
            "cannot find the branch `main`\nhelp: pass the revision to compare with as `--base REVISION`".to_owned(),
        )
    })
}
