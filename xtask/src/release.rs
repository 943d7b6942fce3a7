//! Prepares a release of the crate in `generated/`: version, changelog and tag follow from the changes since the last tag.
//!
//! ```text
//! conversation-apis-v0.2.0 ─compare─▶ tavus: breaking        generated/CHANGELOG.md, Cargo.toml, Cargo.lock: 0.3.0
//!                                     orq: documentation     tag conversation-apis-v0.3.0
//! ```

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use apiarist::Project;
use apiarist::diff::{self, Verdict};
use clap::Args;

use crate::api_files::outline_file;
use crate::codegen::{Changes, Clients};
use crate::generator_changes::GeneratorChanges;
use crate::git::Git;
use crate::revision::Revision;
use crate::update::{self, Commits, Versions};
use crate::versions::{self, CRATE_NAME, Changelog, State, Version};
use crate::workspace::{Spec, Workspace};
use crate::{Failure, print_out};

pub const EXAMPLES: &str = "\
The version follows from the changes since the last tag: before 1.0.0, a breaking change raises the second number and any other
change the third. The first release has the version that generated/CHANGELOG.md states. Nothing is pushed or published.

Examples:
  cargo xtask release            Write the version and the changelog, and print the commands that commit and tag them
  cargo xtask release --commit   Commit and tag the release

Exit codes:
  0  Success, or nothing to release
  1  The generated files are out of date, or the release cannot be committed
  2  Invalid arguments";

/// The arguments of `cargo xtask release`.
#[derive(Debug, Args)]
pub struct Release {
    /// Commit the release and create its tag
    #[arg(long)]
    commit: bool,
}

/// The last release.
struct Last {
    tag: String,
    version: Version,
}

/// Prepares a release, unless nothing changed since the last one.
pub fn release(workspace: &Workspace, arguments: &Release) -> Result<(), Failure> {
    let git = Git::at(workspace.root());
    let commits = Commits::of(workspace, "specs");
    if arguments.commit {
        commits.check()?;
    }
    let (specs, clients) = (workspace.specs()?, Clients::open(workspace)?);
    let mut changelog = versions::changelog(workspace)?;
    if !Changes::of(workspace, &clients, &specs, changelog.version())?.is_empty() {
        let message = "cannot release generated/: it does not match specs/";
        return Err(Failure::Message(format!(
            "{message}\nhelp: run `cargo xtask codegen`, and commit the changes first"
        )));
    }
    let last = last(git);
    let (version, lists) = match &last {
        None => (changelog.version(), Vec::new()),
        Some(last) => match changes(workspace, git, last)? {
            (Verdict::None, _) => {
                print_out(&format!("nothing to release since {}", last.tag));
                return Ok(());
            }
            (verdict, lists) => (last.version.after(verdict), lists),
        },
    };
    let tag = tag(version);
    if git.commit_of(&tag).is_some() {
        return Err(Failure::Message(format!("cannot release {version}: the tag {tag} already exists")));
    }
    changelog.set(last.as_ref().map(|last| last.version), version, State::Released(Some(today())), &lists);
    write(workspace, &clients, &specs, &changelog)?;
    print_out(&match last {
        Some(last) => format!("{CRATE_NAME}: {} → {version}", last.version),
        None => format!("{CRATE_NAME}: {version}, the first release"),
    });
    finish(git, &commits, arguments, &changelog)
}

/// Returns the tag of a version.
fn tag(version: Version) -> String {
    format!("{CRATE_NAME}-v{version}")
}

/// Returns the last release that this branch contains, or `None` before the first one.
fn last(git: Git<'_>) -> Option<Last> {
    let pattern = format!("{CRATE_NAME}-v[0-9]*");
    let tag = git.run(&["describe", "--tags", "--abbrev=0", "--match", &pattern]).ok()?;
    let version = Version::parse(tag.strip_prefix(CRATE_NAME)?.strip_prefix("-v")?)?;
    Some(Last { tag, version })
}

/// Returns the version bump for all changes since a release, and the changes of each API as a list of the changelog, which
/// is empty for an API without changes.
fn changes(workspace: &Workspace, git: Git<'_>, last: &Last) -> Result<(Verdict, Vec<(String, String)>), Failure> {
    let commit = git.run(&["rev-parse", &format!("{}^{{commit}}", last.tag)])?;
    let revision = Revision::extract(workspace, &commit)?;
    let before = revision.workspace();
    let (old_specs, new_specs) = (before.specs()?, workspace.specs()?);
    let names: BTreeSet<&String> = old_specs.iter().chain(&new_specs).map(|spec| &spec.name).collect();
    let (mut total, mut lists) = (Verdict::None, Vec::new());
    for name in names {
        let find = |specs: &[Spec]| specs.iter().find(|spec| spec.name == *name).cloned();
        let (verdict, list) = match (find(&old_specs), find(&new_specs)) {
            (Some(old), Some(new)) => compare(workspace, &revision, &before.open(&old, Project::options())?, &new)?,
            (None, _) => (Verdict::Minor, "- New client\n".to_owned()),
            (Some(_), None) => (Verdict::Major, "- **Breaking:** the client was removed\n".to_owned()),
        };
        if verdict != Verdict::None {
            print_out(&format!("{name}: {}", update::kind(verdict)));
        }
        total = total.max(verdict);
        lists.push((name.clone(), list));
    }
    if total == Verdict::None && !has_same_code(workspace, git, &revision, &commit) {
        total = Verdict::Patch;
    }
    Ok((total, lists))
}

/// Returns `true` if the sources and the manifest equal those of a release, apart from the version. The changes of an
/// outline do not include comments, function bodies and dependencies.
fn has_same_code(workspace: &Workspace, git: Git<'_>, revision: &Revision, commit: &str) -> bool {
    let manifest = Path::new("generated/Cargo.toml");
    let without_version =
        |text: String| text.lines().filter(|line| !line.starts_with("version = ")).collect::<String>();
    let before = revision.file(workspace, manifest).map(without_version);
    let after = fs::read_to_string(workspace.root().join(manifest)).ok().map(without_version);
    before == after && git.run(&["diff", "--quiet", commit, "--", "generated/src"]).is_ok()
}

/// Compares the client of an API with the one of a release: changes of the document, then those of the generator, which
/// the outline of the old document shows.
fn compare(
    workspace: &Workspace,
    revision: &Revision,
    old: &Project,
    spec: &Spec,
) -> Result<(Verdict, String), Failure> {
    let new = workspace.open(spec, Project::options())?;
    let mut report = diff::compare(&old.side(), &new.side());
    report.accept(&new.settings().accept);
    let outline = outline_file::text(&spec.name, &old.client().outline());
    let released = revision.file(workspace, &outline_file::path(&spec.name));
    let generator = GeneratorChanges::between(released.as_deref().unwrap_or(&outline), &outline);
    let sentence = match report.verdict() {
        Verdict::None => String::new(),
        _ => format!("{}\n\n", Versions::of(Some(old.document()), new.document()).sentence()),
    };
    let generated = if generator.verdict() == Verdict::None { String::new() } else { generator.list() };
    let list = format!("{sentence}{}{generated}", diff::changelog(&report));
    Ok((report.verdict().max(generator.verdict()), list))
}

/// Writes the changelog, the manifest with the version, and `Cargo.lock`.
fn write(workspace: &Workspace, clients: &Clients, specs: &[Spec], changelog: &Changelog) -> Result<(), Failure> {
    let mut changes = Changes::of(workspace, clients, specs, changelog.version())?;
    update::add_version(workspace, &mut changes, changelog);
    changes.write()
}

/// Commits and tags the release, or prints the commands.
fn finish(git: Git<'_>, commits: &Commits<'_>, arguments: &Release, changelog: &Changelog) -> Result<(), Failure> {
    let version = changelog.version();
    let (tag, subject) = (tag(version), format!("generated: release {version}"));
    let text = format!("{CRATE_NAME} {version}\n\n{}\n", changelog.changes());
    if !arguments.commit {
        print_out(&format!(
            "next: review generated/CHANGELOG.md, then commit and tag the release:\n  {}\n  git tag --annotate {tag} \
             --message '{CRATE_NAME} {version}'{}",
            commits.command(&subject),
            commits.or_undo()
        ));
        return Ok(());
    }
    let committed = commits.commit_rest(&subject).map(drop);
    committed.map_err(|failure| {
        commits.interrupted("generated/ was changed, but not committed", "commit the files", failure)
    })?;
    // By default, git removes the headings of a message as comments.
    let tagged = git.run(&["tag", "--annotate", "--cleanup=whitespace", &tag, "--message", &text]).map(drop);
    tagged.map_err(|failure| commits.interrupted("the release was committed, but not tagged", "tag it", failure))?;
    print_out(&format!("committed and tagged {tag}; publish it with `git push --follow-tags`"));
    Ok(())
}

/// Returns the current day (UTC).
fn today() -> String {
    humantime::format_rfc3339_seconds(SystemTime::now()).to_string().chars().take("2026-11-30".len()).collect()
}
