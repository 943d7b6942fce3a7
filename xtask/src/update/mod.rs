//! Updates documents in `specs/` from their sources, or reports which sources have changed.

mod acquire;
mod fetch;
mod removals;
mod source_lock;
mod source_path;
mod staged;

use std::env;
use std::path::Path;
use std::time::Duration;

use apiarist::source::{Format, read_file};
use apiarist::{Project, diff};
use clap::Args;

pub use acquire::{Acquired, Target, acquire, origin_of};
pub use fetch::Limits;
use source_lock::SourceLock;
pub use source_path::locked_from;
pub use staged::Staged;

use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_diagnostics, print_err, print_out};

pub const EXAMPLES: &str = "\
The source is set in specs/NAME/apiarist.toml by one of these keys:
  [source]
  url = \"https://example.com/openapi.yaml\"   The URL of the document
  file = \"../../../their-repository/api\"     A file, or a folder with a document that consists of several files
  pages = [\"https://example.com/get.md\"]     Documentation pages, which are imported

The source, the time and the checksum of the document are recorded in specs/NAME/source.lock; commit it with the document.
A document that removes operations is rejected, unless `[[accept]]` in apiarist.toml names them or --allow-removals is given.

Examples:
  cargo xtask update tavus                       Update the document of specs/tavus
  cargo xtask update tavus --from ~/openapi.yaml Update it from another source this time
  cargo xtask update --all                       Update every document that has a source
  cargo xtask update --all --check               Report which sources have changed, without updating

Exit codes:
  0  Success
  1  A source cannot be read, or has changed (with --check)
  2  Invalid arguments";

/// The arguments of `cargo xtask update`.
#[derive(Debug, Args)]
pub struct Update {
    /// Folders of specs/ to update
    #[arg(value_name = "NAME", required_unless_present = "all")]
    names: Vec<String>,
    /// Update every document that has a source
    #[arg(long, conflicts_with = "names")]
    all: bool,
    /// Update from this source instead of the one in apiarist.toml; requires one NAME
    #[arg(long, value_name = "FILE|DIR|URL")]
    from: Option<String>,
    /// Report whether the sources have changed without writing files, and fail if any has
    #[arg(long)]
    check: bool,
    /// Accept a document that removes operations or is empty
    #[arg(long)]
    allow_removals: bool,
    #[command(flatten)]
    cost: Cost,
}

/// The limits of fetching a document, as arguments.
#[derive(Debug, Args)]
pub struct Cost {
    /// The time limit of fetching a document
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    /// The maximum size of a document
    #[arg(long, value_name = "MEGABYTES", default_value = "64", value_parser = clap::value_parser!(u64).range(1..=4096))]
    limit: u64,
}

impl Cost {
    /// Converts the arguments to limits of a fetch.
    pub fn limits(&self) -> Limits {
        Limits { time: Duration::from_secs(self.timeout), size: self.limit << 20 }
    }
}

/// The message for a document named `.json` that is not JSON.
const NOT_JSON: &str = "expected JSON because of the file name\nhelp: if the document is YAML, rename the file, and set \
                        `document` in apiarist.toml to its new name";

/// The result of updating one document.
enum Outcome {
    Unchanged,
    Changed,
}

/// Updates the documents. Fails if one cannot be acquired or, with `--check`, if one has changed.
pub fn update(workspace: &Workspace, arguments: &Update) -> Result<(), Failure> {
    if arguments.from.is_some() && arguments.names.len() != 1 {
        return Err(Failure::Usage("`--from` requires exactly one NAME".to_owned()));
    }
    let specs = Workspace::select(&workspace.specs()?, &arguments.names)?;
    let mut has_failed = false;
    for spec in &specs {
        match update_one(workspace, spec, arguments) {
            Ok(Outcome::Unchanged) => {}
            Ok(Outcome::Changed) => has_failed |= arguments.check,
            Err(Failure::Message(message)) => {
                print_err(&format!("error: {message}"));
                has_failed = true;
            }
            Err(Failure::Reported | Failure::Exit(_)) => has_failed = true,
            Err(usage @ Failure::Usage(_)) => return Err(usage),
        }
    }
    if has_failed { Err(Failure::Reported) } else { Ok(()) }
}

fn update_one(workspace: &Workspace, spec: &Spec, arguments: &Update) -> Result<Outcome, Failure> {
    let settings = workspace.settings(spec).ok_or(Failure::Reported)?;
    let (origin, base) = match (&arguments.from, &settings.source.origin) {
        (Some(from), _) => (origin_of(from), env::current_dir().unwrap_or_default()),
        (None, Some(origin)) => (origin.clone(), spec.folder().to_owned()),
        (None, None) if arguments.all => {
            print_out(&format!("{}: skipped, because its apiarist.toml has no source", spec.name));
            return Ok(Outcome::Unchanged);
        }
        (None, None) => {
            return Err(Failure::Message(format!(
                "specs/{}/apiarist.toml does not set a source\nhelp: set `url`, `file` or `pages` in `[source]`, or use `--from`",
                spec.name
            )));
        }
    };
    let path = spec.document(&settings);
    let here = read_file(&path).ok();
    let lock = SourceLock::read(spec.folder())?;
    let from = locked_from(&origin, &base, spec.folder(), workspace.root());
    let shown = workspace.shown(&path);
    let failure =
        |message: String| Failure::Message(format!("cannot update {} from {from}: {message}", shown.display()));
    let target = Target { folder: &base, lock: lock.as_ref(), existing: here.as_deref(), format: format_of(&path) };
    let acquired = acquire(&origin, &target, &arguments.cost.limits()).map_err(failure)?;
    let acquired = match acquired {
        Some(acquired) if is_same(&acquired, here.as_deref(), spec.folder()) => {
            if let Some(lock) = lock.as_ref().filter(|_| !arguments.check) {
                lock.with_source(&from, &acquired.validators).update(lock, spec.folder())?;
            }
            None
        }
        acquired => acquired,
    };
    let Some(acquired) = acquired else {
        let since = lock.map(|lock| format!(" since {}", lock.retrieved)).unwrap_or_default();
        print_out(&format!("{}: unchanged{since}", spec.name));
        return Ok(Outcome::Unchanged);
    };
    if format_of(&path) == Format::Json && !acquired.document.trim_ascii_start().starts_with(b"{") {
        return Err(failure(NOT_JSON.to_owned()));
    }
    let staged = Staged::new(workspace, spec, &acquired, &path, &from)?;
    let before = lock.as_ref().and_then(|lock| lock.version.as_deref()).unwrap_or("?");
    let versions = format!("version {before} → {}", staged.lock().version.as_deref().unwrap_or("?"));
    let removals = if here.is_some() { print_changes(workspace, spec, &staged) } else { None };
    if let Some(removals) = removals.filter(|_| !arguments.check && !arguments.allow_removals) {
        return Err(failure(removals));
    }
    let (name, shown) = (&spec.name, shown.display());
    if arguments.check {
        print_out(&format!("{name}: the source has changed ({versions}); run `cargo xtask update {name}`"));
    } else {
        staged.put(workspace, spec.folder(), lock.as_ref(), &[])?;
        print_out(&format!("{name}: updated {shown} ({versions}); run `cargo xtask codegen {name}`"));
    }
    Ok(Outcome::Changed)
}

/// Returns `true` if the acquired document and all its referenced files equal the existing ones.
fn is_same(acquired: &Acquired, here: Option<&[u8]>, folder: &Path) -> bool {
    let is_there = |name: &Path, bytes: &Vec<u8>| read_file(&folder.join(name)).ok().as_ref() == Some(bytes);
    here == Some(&acquired.document) && acquired.others.iter().all(|(name, bytes)| is_there(name, bytes))
}

/// Prints how the acquired document changes the existing client, and the diagnostics that are new. Returns the reason
/// to reject the document if it lacks operations.
fn print_changes(workspace: &Workspace, spec: &Spec, staged: &Staged) -> Option<String> {
    // An existing document that is no longer readable cannot be compared.
    let before = workspace.open(spec, Project::options()).ok()?;
    let (old, new) = (before.side(), staged.project().side());
    let mut report = diff::compare(&old, &new);
    report.accept(&before.settings().accept);
    print_out(diff::text(&report, &old, &new).trim_end());
    let found = staged.project().diagnostics().new_since(before.diagnostics());
    if !found.is_empty() {
        print_err(&format!("{}: new diagnostics:", spec.name));
        print_diagnostics(Some(staged.project().document()), &found);
    }
    removals::objection(&report, before.client().api(), staged.project().client().api())
}

/// Returns the format of a document by its file name.
fn format_of(path: &Path) -> Format {
    if path.extension().is_some_and(|ending| ending == "json") { Format::Json } else { Format::Yaml }
}
