//! Updates documents in `specs/` from their sources together with everything that follows from them, or reports which
//! sources have changed.
//!
//! ```text
//! source ─acquire─▶ Incoming ─plan─▶ Consequences ─write─▶ specs/, generated/, Cargo.lock ─Commits─▶ two commits
//! ```

mod acquire;
mod commits;
mod consequences;
mod fetch;
mod incoming;
mod removals;
mod source_lock;
mod source_path;
mod staged;
mod updater;

use std::time::Duration;

use clap::Args;

pub use acquire::{Acquired, Target, acquire, origin_of};
pub use commits::Commits;
pub use consequences::{Consequences, add_version};
pub use fetch::Limits;
pub use incoming::{Source, Versions};
pub use removals::Removals;
pub use source_lock::{SourceLock, sha256};
pub use source_path::locked_from;
pub use staged::Staged;
pub use updater::{Updated, Updater, kind};

use crate::workspace::Workspace;
use crate::{Failure, print_err, print_out};

pub const EXAMPLES: &str = "\
The source is set in specs/NAME/apiarist.toml by one of these keys:
  [source]
  url = \"https://example.com/openapi.yaml\"   The URL of the document
  file = \"../../../their-repository/api\"     A file, or a folder with a document that consists of several files
  pages = [\"https://example.com/get.md\"]     Documentation pages, which are imported

The source, the time and the checksum of the document are recorded in specs/NAME/source.lock; commit it with the document.
A document that removes operations is rejected, unless `[[accept]]` in apiarist.toml names them or --allow-removals is given.

Examples:
  cargo xtask update tavus                       Update the document of specs/tavus and everything that follows from it
  cargo xtask update tavus --commit              Commit the update, too: first the document, then the rest
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
    /// Commit each update as two commits: the document, and everything that follows from it
    #[arg(long, conflicts_with = "check")]
    commit: bool,
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

/// Updates the documents. Fails if one cannot be acquired or, with `--check`, if one has changed.
pub fn update(workspace: &Workspace, arguments: &Update) -> Result<(), Failure> {
    if arguments.from.is_some() && arguments.names.len() != 1 {
        return Err(Failure::Usage("`--from` requires exactly one NAME".to_owned()));
    }
    let specs = Workspace::select(&workspace.specs()?, &arguments.names)?;
    let removals = if arguments.allow_removals { Removals::Allowed } else { Removals::Accepted };
    let mut updater = Updater::new(workspace, arguments.cost.limits(), removals, arguments.commit);
    let mut has_failed = false;
    for spec in &specs {
        let result = Source::of(workspace, spec, arguments.from.as_deref()).and_then(|source| match source {
            Some(source) if arguments.check => updater.check(spec, &source),
            Some(source) => updater.update(spec, &source).map(drop),
            None if arguments.all => {
                print_out(&format!("{}: skipped, because its apiarist.toml has no source", spec.name));
                Ok(())
            }
            None => Err(Failure::Message(format!(
                "specs/{}/apiarist.toml does not set a source\nhelp: set `url`, `file` or `pages` in `[source]`, or use `--from`",
                spec.name
            ))),
        });
        match result {
            Ok(()) => {}
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
