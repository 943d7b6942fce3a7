//! Compares the reports on the pairs of `tests/diffs/` with the findings of the third-party tool cargo-semver-checks:
//! `cargo xtask second-opinion`.
//!
//! The old clients are the modules of one crate, and the new ones those of another, so that the dependencies are
//! documented twice and not twice for each pair:
//!
//! ```text
//! old/src/lib.rs    pub mod pair_0;  pub mod pair_1;        the clients of before.yaml
//! new/src/lib.rs    pub mod pair_0;  pub mod pair_1;        the clients of after.yaml
//! cargo semver-checks --baseline-root old …                 enum_variant_missing: Color::Red, … /pair_1/…
//! ```

mod crates;
mod findings;
mod pairs;
mod table;

use std::path::Path;
use std::process::ExitCode;

use apiarist::deep_stack::on_deep_stack;
use clap::Parser;
use xtask::terminal::{self, Output, print_err, print_out};
use xtask::workspace::Workspace;
use xtask::{Failure, exit_code};

use findings::SemverChecks;
use pairs::Pair;
use table::Opinions;

/// The number of pairs in one crate. The tool takes more than linear time.
const BATCH: usize = 200;

/// Compare the reports on updates with the findings of cargo-semver-checks
///
/// Generates both clients of each pair in tests/diffs/ and compares whether the report and cargo-semver-checks call the
/// update breaking in Rust. Fails if they disagree about a change that the tool has a lint for. Without
/// cargo-semver-checks, nothing is compared and the task succeeds.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask second-opinion", after_help = EXAMPLES)]
struct Arguments {
    /// Compare only pairs whose path contains this text
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Compare every Nth pair
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    every: u16,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  cargo install cargo-semver-checks --locked
  cargo xtask second-opinion
  cargo xtask second-opinion --only enum-
  SEMVER_CHECKS=~/tools/cargo-semver-checks cargo xtask second-opinion --every 10";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    terminal::set_up(arguments.output, false);
    let run = || Workspace::find().and_then(|workspace| compare(&workspace, &arguments));
    let result = on_deep_stack(run);
    exit_code(result.unwrap_or_else(|error| Err(Failure::Message(format!("cannot start a thread: {error}")))))
}

fn compare(workspace: &Workspace, arguments: &Arguments) -> Result<(), Failure> {
    let Some(tool) = SemverChecks::find() else {
        print_err("skipped: cargo-semver-checks is not installed");
        print_err("help: run `cargo install cargo-semver-checks --locked`, or set SEMVER_CHECKS to its path");
        return Ok(());
    };
    let is_wanted = |name: &str| arguments.only.as_ref().is_none_or(|text| name.contains(text));
    let names = pairs::names(&workspace.root().join("tests").join("diffs"))?;
    let wanted = names.into_iter().filter(|name| is_wanted(name)).step_by(arguments.every.into()).collect::<Vec<_>>();
    let folder = workspace.root().join("target").join("second-opinion");
    let mut opinions = Opinions::default();
    for (number, batch) in wanted.chunks(BATCH).enumerate() {
        let pairs = batch.iter().map(|name| Pair::read(workspace, name)).collect::<Result<Vec<Pair>, Failure>>()?;
        opinions.extend(&pairs, compare_batch(workspace, &tool, &pairs, &folder)?);
        print_err(&format!("compared {} of {} pairs", (number * BATCH) + batch.len(), wanted.len()));
    }
    print_out(opinions.to_string().trim_end());
    if opinions.disagreements().next().is_none() { Ok(()) } else { Err(Failure::Reported) }
}

/// Returns the lints that the tool reports for each pair.
fn compare_batch(
    workspace: &Workspace,
    tool: &SemverChecks,
    pairs: &[Pair],
    folder: &Path,
) -> Result<Vec<Vec<String>>, Failure> {
    let (old, new) = (folder.join("old"), folder.join("new"));
    crates::write(workspace, &old, pairs.iter().map(|pair| &pair.old))?;
    crates::write(workspace, &new, pairs.iter().map(|pair| &pair.new))?;
    tool.check(&old, &new, &folder.join("target"), pairs.len())
}
