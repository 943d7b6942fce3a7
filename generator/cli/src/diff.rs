//! The `diff` command: compares the clients of two documents.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use apiarist::diff::{MarkdownOptions, Report, Revision, Side, Update, Version};
use apiarist::report::Losses;
use apiarist::source::read_file;
use apiarist::{Project, ProjectOptions, diff};
use apiarist_cli::terminal::{DIAGNOSTICS_LIMIT, print_diagnostics, print_err, print_json, print_out};
use hmac_sha256::Hash;

use crate::FINDINGS;
use crate::arguments::{DiffFormat, FailOn, Selection};

/// Compares two documents, and prints the report. A Markdown report has at most `max_bytes` bytes, or no limit if that is
/// zero.
pub fn diff(
    [old, new]: [&Path; 2],
    format: DiffFormat,
    max_bytes: usize,
    fail_on: Option<FailOn>,
    names_lock: Option<PathBuf>,
    selection: &Selection,
) -> ExitCode {
    let options = selection.apply(Project::options().names_lock(names_lock));
    let mut old = Opened::new(old, &options, format);
    // Reading a document takes the most memory.
    old.iter_mut().for_each(|old| old.project.release_trees());
    let (Some(mut old), Some(mut new)) = (old, Opened::new(new, &options, format)) else {
        return ExitCode::from(FINDINGS);
    };
    let mut report = diff::compare(&old.project.side(), &new.project.side());
    // Only the comparison uses the trees, and only reports the positions.
    for opened in [&mut old, &mut new] {
        opened.project.release_trees();
    }
    let (old_side, new_side) = (old.project.side(), new.project.side());
    report.accept(&new.project.settings().accept);
    if selection.is_set() {
        // An entry may accept a change of an operation that is not compared.
        report.stale.clear();
    }
    let folder = std::env::current_dir().unwrap_or_default();
    match format {
        DiffFormat::Text => print_out(diff::text(&report, &old_side, &new_side).trim_end()),
        DiffFormat::Markdown => {
            let sides = [(&old, &old_side), (&new, &new_side)];
            print_out(markdown(&report, sides, max_bytes).trim_end());
        }
        DiffFormat::Json => print_json(&diff::json(&report, &old_side, &new_side)),
        DiffFormat::Sarif => print_json(&diff::sarif(&report, &old_side, &new_side, &folder)),
    }
    report.stale.iter().filter(|_| format != DiffFormat::Text).for_each(|stale| print_err(&format!("error: {stale}")));
    match fail_on {
        _ if !report.stale.is_empty() => ExitCode::from(FINDINGS),
        Some(FailOn::Breaking) if report.is_breaking() => ExitCode::from(FINDINGS),
        _ => ExitCode::SUCCESS,
    }
}

/// A document that is compared.
struct Opened<'p> {
    /// The path of the document or its folder.
    path: &'p Path,
    project: Project,
    /// The locations at which the client is less precise than the document; only reports in Markdown list them.
    losses: Losses,
}

impl<'p> Opened<'p> {
    /// Opens a document. Its diagnostics are printed only if they stop it: `apiarist check` prints them all.
    fn new(path: &'p Path, options: &ProjectOptions, format: DiffFormat) -> Option<Self> {
        let opened = options.open(path).map_err(|error| {
            print_diagnostics(error.document(), error.diagnostics(), DIAGNOSTICS_LIMIT);
        });
        let mut project = opened.ok()?;
        project.release_positions();
        let losses = if format == DiffFormat::Markdown { project.losses() } else { Losses::default() };
        Some(Self { path, project, losses })
    }

    fn revision<'a>(&self, side: &'a Side<'a>) -> Revision<'a> {
        let path = self.project.document().path();
        // The document was read before, so that only a change in between makes it unreadable.
        let bytes = read_file(path).unwrap_or_default();
        let sha256 = Hash::hash(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Revision { side, source: path.display().to_string(), sha256, losses: self.losses.clone() }
    }
}

fn markdown(report: &Report, sides: [(&Opened<'_>, &Side<'_>); 2], max_bytes: usize) -> String {
    let [(old, old_side), (new, new_side)] = sides;
    let name = new.project.client().names().client();
    let version = old.project.settings().package.version.as_deref().and_then(Version::parse);
    let release = version.map(|version| format!("{name} {version} → {}", version.after(report.verdict())));
    let update = Update { name: name.to_owned(), report, old: old.revision(old_side), new: new.revision(new_side) };
    let [before, after] = [old, new].map(|opened| opened.path.display());
    let full_report = format!("apiarist diff {before} {after} --format markdown --max-bytes 0");
    let max_bytes = Some(max_bytes).filter(|bytes| *bytes > 0);
    diff::markdown(&[update], &MarkdownOptions { release, max_bytes, full_report })
}
