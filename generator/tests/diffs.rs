//! Compares pairs of documents below `tests/diffs/` and checks the reports.
//!
//! A pair is a folder `<kind>/<sentence>` with `before.yaml` and `after.yaml`, and optional settings for each. Every
//! reported change must be of the kind that the folder is named after; in `no-change` no change may be reported. `cargo
//! xtask accept diffs` accepts new reports.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use apiarist::diff::{self, ChangeKind, Report};
use apiarist::{Client, OpenError, Project};
use apiarist_test_support::{snapshot, suite};
use libtest_mimic::{Failed, Trial};

fn main() -> ExitCode {
    match trials() {
        Ok(trials) => suite::run(trials, &[&root().join("diffs")]),
        Err(error) => {
            eprintln!("the pairs cannot be listed: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the folder `tests` of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
}

fn trials() -> io::Result<Vec<Trial>> {
    let root = root();
    let mut trials = Vec::new();
    let formats = root.join("diffs/operation-removed/one-is-known-and-one-is-stale");
    for kind in folders(&root.join("diffs"))? {
        for pair in folders(&kind)? {
            let (kind, name) = (name_of(&kind), format!("{}/{}", name_of(&kind), name_of(&pair)));
            trials.push(Trial::test(name, move || check_pair(&kind, &pair)));
        }
    }
    trials.push(Trial::test("formats", move || check_formats(&formats)));
    for group in folders(&root.join("cases"))? {
        for case in folders(&group)? {
            for document in documents(&case)? {
                let name = format!("itself/{}/{}/{}", name_of(&group), name_of(&case), name_of(&document));
                trials.push(Trial::test(name, move || check_itself(&document)));
            }
        }
    }
    Ok(trials)
}

/// Opens a document with the settings file that has its stem, or else the one in its folder.
fn open(path: &Path) -> Result<Project, OpenError> {
    let settings = Some(path.with_extension("toml")).filter(|path| path.is_file());
    Project::options().settings(settings).open(path)
}

fn compare(old: &Project, new: &Project) -> (Report, String) {
    let acceptances = &new.settings().accept;
    let (old, new) = (old.side(), new.side());
    let mut report = diff::compare(&old, &new);
    report.accept(acceptances);
    let text = diff::text(&report, &old, &new);
    (report, text)
}

fn check_pair(kind: &str, folder: &Path) -> Result<(), Failed> {
    let (old, new) = (open(&folder.join("before.yaml"))?, open(&folder.join("after.yaml"))?);
    let (report, text) = compare(&old, &new);
    check_text(folder, "report", &text);
    if kind == "no-change" {
        assert!(report.changes.is_empty(), "a change is reported:\n{text}");
        return Ok(());
    }
    let kind = ChangeKind::from_name(kind).ok_or("the folder is named after no kind")?;
    assert!(report.has(kind), "`{kind}` is not reported:\n{text}");
    assert!(
        !report.has(ChangeKind::Surface) || kind == ChangeKind::Surface,
        "a change is reported only as a surface:\n{text}"
    );
    let is_same_code = code(old.client()) == code(new.client());
    let is_only_said = report.changes.iter().all(|change| change.effects.is_empty());
    assert!(is_same_code || !is_only_said, "the code differs, and no change has an effect:\n{text}");
    Ok(())
}

/// Compares a text with the snapshot of this name in a folder. Panics if they differ.
fn check_text(folder: &Path, name: &str, text: &str) {
    let text = text.replace(&format!("{}/", folder.display()), "");
    snapshot::assert("diffs", folder, name, &text);
}

/// Checks the formats for programs and reviews, on a pair with changes of all levels and an accepted and a stale one.
fn check_formats(folder: &Path) -> Result<(), Failed> {
    let (old, new) = (open(&folder.join("before.yaml"))?, open(&folder.join("after.yaml"))?);
    let (report, _) = compare(&old, &new);
    let (old, new) = (old.side(), new.side());
    check_text(folder, "markdown", &diff::markdown("pets", &report, &old, &new));
    check_text(folder, "changelog", &diff::changelog(&report));
    check_text(folder, "json", &format!("{:#}", diff::json(&report, &old, &new)));
    let log = diff::sarif(&report, &old, &new, folder);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().ok_or("there are no rules")?;
    assert_eq!(rules.len(), ChangeKind::ALL.len() + 1, "each kind is a rule, and stale acceptances are one");
    for result in run["results"].as_array().into_iter().flatten() {
        let rule = result["ruleIndex"].as_u64().and_then(|at| rules.get(at as usize));
        assert!(rule.is_none_or(|rule| rule["id"] == result["ruleId"]), "{result}");
    }
    check_text(folder, "sarif", &format!("{:#}", run["results"]));
    Ok(())
}

/// Returns the generated code without doc comments.
fn code(client: &Client) -> Vec<(PathBuf, String)> {
    let files = client.module("apis", "pets", "openapi.yaml").expect("it can be printed");
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let text = |text: &str| text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
    files.iter().map(|(path, content)| (path.to_owned(), text(content))).collect()
}

/// Checks that a document compared with itself has no changes.
fn check_itself(path: &Path) -> Result<(), Failed> {
    let Ok(project) = open(path) else { return Ok(()) };
    let (report, text) = compare(&project, &project);
    assert!(report.changes.is_empty(), "{text}");
    Ok(())
}

/// Returns the files of a case that may be documents. Other files among them cannot be planned.
fn documents(case: &Path) -> io::Result<Vec<PathBuf>> {
    let is_document = |path: &PathBuf| path.extension().is_some_and(|end| end == "yaml" || end == "json");
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(case)?.map(|entry| Ok(entry?.path())).collect();
    let mut files: Vec<PathBuf> = entries?.into_iter().filter(is_document).collect();
    files.sort();
    Ok(files)
}

/// Returns the subfolders of a folder, sorted by name.
fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect();
    let mut folders: Vec<PathBuf> = entries?.into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

/// Returns the last segment of a path as text.
fn name_of(path: &Path) -> String {
    path.file_name().expect("a folder has a name").to_string_lossy().into_owned()
}
