//! Opens one pull request for each document whose source has changed.
//!
//! ```text
//! Checkout ─update─▶ Outcome ─plan─▶ Action ─▶ branches (git), pull requests and issues (gh)
//! ```

mod checkout;
mod perform;
mod plan;
mod proposal;

use apiarist::diff::Verdict;
use clap::Args;

use crate::api_files::outline_file;
use crate::codegen::{Changes, Clients};
use crate::generator_changes::GeneratorChanges;
use crate::git::Git;
use crate::github::GitHub;
use crate::update::{Commits, Consequences, Cost, Removals, Source, Updater};
use crate::versions;
use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_err, print_out};
use checkout::Checkout;
use perform::Performer;
use plan::{Action, Outcome, Remote};
use proposal::{GENERATOR_BRANCH, Proposal, branch};

pub const EXAMPLES: &str = "\
The branch refresh/NAME has two commits on top of the current branch: the document, and everything that follows from it. Its pull
request has the report as its text and the labels api:NAME, semver:major, semver:minor or semver:patch, and docs-only. It is closed
when the source no longer differs. A branch with commits of others is not changed.

If generated/ is out of date, a new version of the generator gets a pull request of its own, and the documents wait for it. A source
that fails in two consecutive runs gets an issue. The task needs a clean working tree, `git` with a remote, and `gh`.

Examples:
  cargo xtask refresh             Refresh every document that has a source
  cargo xtask refresh tavus       Refresh one document
  cargo xtask refresh --dry-run   Print the changes of the remote repository without making them

Exit codes:
  0  Success, even if a source fails
  1  The remote repository cannot be read or changed
  2  Invalid arguments";

/// The arguments of `cargo xtask refresh`.
#[derive(Debug, Args)]
pub struct Refresh {
    /// Folders of specs/ to refresh [default: all that have a source]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Print the changes of the remote repository without making them
    #[arg(long)]
    dry_run: bool,
    /// Do not count failures of sources, in runs between the scheduled ones
    #[arg(long)]
    ignore_failures: bool,
    /// The remote of git to which branches are pushed
    #[arg(long, value_name = "NAME", default_value = "origin")]
    remote: String,
    #[command(flatten)]
    cost: Cost,
}

/// Refreshes the documents. Fails if the remote repository cannot be read or changed.
pub fn refresh(workspace: &Workspace, arguments: &Refresh) -> Result<(), Failure> {
    let specs = Workspace::select(&workspace.specs()?, &arguments.names)?;
    let git = Git::at(workspace.root());
    let checkout = Checkout::new(git)?;
    let github = GitHub::at(workspace.root());
    let branch = checkout.branch().to_owned();
    let performer = Performer::new(git, github, &arguments.remote, &branch);
    let mut remote = performer.remote(checkout.base())?;
    let actions = plan(workspace, arguments, &specs, &checkout, &performer, &mut remote);
    drop(checkout);
    let actions = actions?;
    for branch in &remote.edited {
        print_err(&format!("{branch}: not changed, because it has commits of others"));
    }
    let mut has_failed = false;
    for action in &actions {
        print_out(&format!("{}{action}", if arguments.dry_run { "would " } else { "" }));
        let result = if arguments.dry_run { Ok(()) } else { performer.perform(action) };
        if let Err(Failure::Message(message)) = result {
            print_err(&format!("error: {message}"));
            has_failed = true;
        }
    }
    if has_failed { Err(Failure::Reported) } else { Ok(()) }
}

/// Updates each document on its own, and returns the actions that propose the updates.
fn plan(
    workspace: &Workspace,
    arguments: &Refresh,
    specs: &[Spec],
    checkout: &Checkout<'_>,
    performer: &Performer<'_>,
    remote: &mut Remote,
) -> Result<Vec<Action>, Failure> {
    let clients = Clients::open(workspace)?;
    let upgrade = upgrade(workspace, checkout, &clients)?;
    let mut actions = match &upgrade {
        Some(proposal) => {
            performer.compare(checkout.base(), GENERATOR_BRANCH, proposal, remote);
            remote.proposing(GENERATOR_BRANCH, proposal)
        }
        None => remote.closing(GENERATOR_BRANCH, "The generated files of the base branch are up to date now."),
    };
    // A reviewer decides about removals.
    let updater = Updater::new(workspace, arguments.cost.limits(), Removals::Reviewed, true);
    let (mut updater, mut sourced) = (updater.on_base(clients), Vec::new());
    for spec in specs {
        let outcome = match Source::of(workspace, spec, None) {
            Ok(None) => continue,
            Ok(Some(_)) if upgrade.is_some() => Outcome::Waiting,
            Ok(Some(source)) => outcome(&mut updater, spec, &source, checkout),
            Err(failure) => Outcome::Failed(reason(failure)),
        };
        sourced.push(spec.name.clone());
        match &outcome {
            Outcome::Proposed(proposal) => {
                performer.compare(checkout.base(), &branch(&spec.name), proposal, remote);
            }
            Outcome::Waiting => print_out(&format!("{}: waits for the pull request of the generator", spec.name)),
            Outcome::Failed(reason) => print_err(&format!("error: {reason}")),
            Outcome::Unchanged => {}
        }
        if !(arguments.ignore_failures && matches!(outcome, Outcome::Failed(_))) {
            actions.extend(remote.actions_of(&spec.name, &outcome));
        }
    }
    if arguments.names.is_empty() {
        actions.extend(remote.closing_removed(&sourced));
    }
    Ok(actions)
}

/// Updates a document in two commits on top of the base.
fn outcome(updater: &mut Updater<'_>, spec: &Spec, source: &Source, checkout: &Checkout<'_>) -> Outcome {
    let updated = checkout.reset().and_then(|()| updater.update(spec, source));
    let proposed = updated.and_then(|updated| match updated {
        Some(updated) => Ok(Outcome::Proposed(Proposal::of_update(&spec.name, checkout.head()?, &updated))),
        None => Ok(Outcome::Unchanged),
    });
    proposed.unwrap_or_else(|failure| Outcome::Failed(reason(failure)))
}

/// Regenerates everything, and returns the proposal if anything changes without a change of a document.
fn upgrade(workspace: &Workspace, checkout: &Checkout<'_>, clients: &Clients) -> Result<Option<Proposal>, Failure> {
    let specs = workspace.specs()?;
    let version = versions::changelog(workspace)?.version();
    let changes = Changes::of(workspace, clients, &specs, version)?;
    if changes.is_empty() {
        return Ok(None);
    }
    let (mut lists, mut apis) = (Vec::new(), Vec::new());
    for (api, client) in clients.iter() {
        let text = outline_file::text(api, &client.outline());
        let generator =
            GeneratorChanges::between(&outline_file::read(workspace.root(), api).unwrap_or_default(), &text);
        if generator.verdict() != Verdict::None || changes.has_code_of(api) {
            lists.push((api.to_owned(), generator.list()));
            apis.push((api.to_owned(), generator));
        }
    }
    drop(changes);
    let verdict =
        apis.iter().map(|(_, generator)| generator.verdict()).max().unwrap_or(Verdict::Patch).max(Verdict::Patch);
    Consequences::plan(workspace, clients, &specs, verdict, &lists)?.write()?;
    let message = "generated: regenerate with the current generator\n\nNo document changed.";
    Commits::of(workspace, "specs").commit_rest(message)?;
    Ok(Some(Proposal::of_generator(checkout.head()?, verdict, &apis)))
}

/// Returns the reason of a failure. The diagnostics of an invalid document are only in the log.
fn reason(failure: Failure) -> String {
    match failure {
        Failure::Message(message) | Failure::Usage(message) => message,
        Failure::Reported | Failure::Exit(_) => "the settings or the document have errors; see the log".to_owned(),
    }
}
