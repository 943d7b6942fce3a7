//! Compares the documents in `specs/` with those of another revision.

use apiarist::Project;
use apiarist::diff::{self, FITS_A_COMMENT, MarkdownOptions, Report, Side, Update, Verdict};
use apiarist::settings::Origin;
use apiarist::source::read_file;
use apiarist::unprintable::escaped_json;
use clap::{Args, ValueEnum};
use serde_json::Value;

use crate::git::Git;
use crate::revision::Revision;
use crate::update::{SourceLock, sha256};
use crate::versions::{self, CHANGELOG, Changelog};
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
    /// Leave out the least important changes of a Markdown report that is larger, and count them; 0 for no limit
    #[arg(long, value_name = "BYTES", default_value_t = FITS_A_COMMENT)]
    max_bytes: usize,
    /// The URL of the full report, which a Markdown report links if it leaves out changes [default: the command that
    /// prints it]
    #[arg(long, value_name = "URL")]
    full_report: Option<String>,
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
    let selected = Workspace::select(&all, &arguments.apis)?;
    let mut pairs = Vec::new();
    let mut is_breaking = false;
    for spec in &selected {
        let find = |specs: &[Spec]| specs.iter().find(|other| other.name == spec.name).cloned();
        match (find(&old_specs), find(&new_specs)) {
            (Some(old), Some(new)) => pairs.push(Pair::open((&before, &old), (workspace, &new))?),
            (None, _) => print_err(&format!("specs/{} is new", spec.name)),
            (_, None) => {
                print_err(&format!("specs/{} and its module were removed", spec.name));
                is_breaking = true;
            }
        }
    }
    let sides: Vec<[Side<'_>; 2]> =
        pairs.iter().map(|pair| [pair.old.project.side(), pair.new.project.side()]).collect();
    let compared: Vec<Compared<'_>> =
        pairs.iter().zip(&sides).map(|(pair, [old, new])| Compared::new(pair, old, new)).collect();
    let changelog = base.file(workspace, CHANGELOG.as_ref()).and_then(|text| Changelog::parse(&text).ok());
    let changelog = changelog.unwrap_or_else(Changelog::new);
    let text = match arguments.format {
        Format::Markdown => markdown(&compared, &changelog, &revision, arguments),
        format => rendered(&compared, format),
    };
    print_out(base.named(&text).trim_end());
    is_breaking |= compared.iter().any(|compared| compared.report.is_breaking());
    let is_stale = compared.iter().any(|compared| !compared.report.stale.is_empty());
    let is_failure = is_stale || (is_breaking && arguments.fail_on == Some(FailOn::Breaking));
    if is_failure { Err(Failure::Reported) } else { Ok(()) }
}

/// A document of both revisions.
struct Pair {
    name: String,
    old: Opened,
    new: Opened,
}

/// An opened document with its source.
struct Opened {
    project: Project,
    source: String,
    sha256: String,
}

impl Pair {
    fn open(old: (&Workspace, &Spec), new: (&Workspace, &Spec)) -> Result<Self, Failure> {
        Ok(Self { name: new.1.name.clone(), old: Opened::open(old.0, old.1)?, new: Opened::open(new.0, new.1)? })
    }
}

impl Opened {
    fn open(workspace: &Workspace, spec: &Spec) -> Result<Self, Failure> {
        let project = workspace.open(spec, Project::options())?;
        let path = project.document().path();
        let bytes = read_file(path).map_err(|error| Failure::Message(format!("{}: {error}", path.display())))?;
        let lock = SourceLock::read(spec.folder())?;
        let source = match (lock, &project.settings().source.origin) {
            (Some(lock), _) => lock.from,
            (None, Some(Origin::Url(source) | Origin::File(source))) => source.clone(),
            (None, Some(Origin::Pages(pages))) => pages.join(", "),
            (None, None) => spec.source(&project),
        };
        Ok(Self { sha256: sha256(&bytes), project, source })
    }

    fn revision<'a>(&self, side: &'a Side<'a>) -> diff::Revision<'a> {
        let (source, sha256) = (self.source.clone(), self.sha256.clone());
        diff::Revision { side, source, sha256, losses: self.project.losses() }
    }
}

/// Both sides of a pair with the changes between them.
struct Compared<'a> {
    pair: &'a Pair,
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    report: Report,
}

impl<'a> Compared<'a> {
    fn new(pair: &'a Pair, old: &'a Side<'a>, new: &'a Side<'a>) -> Self {
        let mut report = diff::compare(old, new);
        report.accept(&pair.new.project.settings().accept);
        Self { pair, old, new, report }
    }
}

/// Returns the reports in a format other than Markdown.
fn rendered(compared: &[Compared<'_>], format: Format) -> String {
    let folder = std::env::current_dir().unwrap_or_default();
    let texts = compared.iter().map(|Compared { pair, old, new, report }| match compared.len() {
        1 => diff::text(report, old, new),
        _ => format!("# {}\n\n{}", pair.name, diff::text(report, old, new)),
    });
    match format {
        Format::Text | Format::Markdown => texts.collect::<Vec<String>>().join("\n"),
        Format::Json => {
            let reports = compared
                .iter()
                .map(|Compared { pair, old, new, report }| (pair.name.clone(), diff::json(report, old, new)));
            escaped_json(&format!("{:#}", Value::Object(reports.collect()))).into_owned()
        }
        Format::Sarif => {
            let logs = compared.iter().map(|Compared { old, new, report, .. }| diff::sarif(report, old, new, &folder));
            let runs = logs.flat_map(|log| log["runs"].as_array().cloned().unwrap_or_default()).collect();
            escaped_json(&format!("{:#}", apiarist::report::sarif_of_runs(runs))).into_owned()
        }
    }
}

/// Returns the reports as one Markdown text. `changelog` is the one before the changes.
fn markdown(compared: &[Compared<'_>], changelog: &Changelog, revision: &str, arguments: &Diff) -> String {
    let updates: Vec<Update<'_>> = compared
        .iter()
        .map(|Compared { pair, old, new, report }| Update {
            name: pair.name.clone(),
            report,
            old: pair.old.revision(old),
            new: pair.new.revision(new),
        })
        .collect();
    let verdict = updates.iter().map(|update| update.report.verdict()).max().unwrap_or(Verdict::None);
    let full_report = arguments.full_report.clone().unwrap_or_else(|| {
        let apis: String = arguments.apis.iter().map(|api| format!(" {api}")).collect();
        let short = revision.get(..12).unwrap_or(revision);
        format!("cargo xtask diff{apis} --base {short} --format markdown --max-bytes 0")
    });
    let max_bytes = Some(arguments.max_bytes).filter(|bytes| *bytes > 0);
    diff::markdown(
        &updates,
        &MarkdownOptions { release: Some(versions::step(changelog, verdict)), max_bytes, full_report },
    )
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
