//! Compares pairs of documents below `tests/diffs/` and checks the reports.
//!
//! A pair is a folder `<kind>/<sentence>` with `before.yaml` and `after.yaml`, and optional settings for each. Every
//! reported change must be of the kind that the folder is named after; in `no-change` no change may be reported.
//!
//! A pair is also a folder `<sentence>` below `tests/reports/`, whose Markdown report is checked. `cargo xtask accept diffs`
//! accepts new reports.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use apiarist::diagnostics::Diagnostics;
use apiarist::diff::{self, ChangeKind, Level, MarkdownOptions, Report, Revision, Side, Update, Version};
use apiarist::source::Document;
use apiarist::{Client, OpenError, Project};
use apiarist_test_support::{rewrites, snapshot, suite};
use libtest_mimic::{Failed, Trial};
use serde_json::Value;

fn main() -> ExitCode {
    match trials() {
        Ok(trials) => suite::run(trials, &[&root().join("diffs"), &root().join("reports")]),
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
    for pair in folders(&root.join("reports"))? {
        trials.push(Trial::test(format!("reports/{}", name_of(&pair)), move || check_markdown(&pair)));
    }
    trials.push(Trial::test("formats", move || check_formats(&formats)));
    for group in folders(&root.join("cases"))? {
        for case in folders(&group)? {
            for document in documents(&case)? {
                let name = format!("{}/{}/{}", name_of(&group), name_of(&case), name_of(&document));
                let path = document.clone();
                trials.push(Trial::test(format!("itself/{name}"), move || check_itself(&path)));
                // A fault of a rejected document has no meaning to keep, and settings name nodes by their location.
                if name_of(&group) != "rejected" && !case.join("apiarist.toml").exists() {
                    trials.push(Trial::test(format!("rewrites/{name}"), move || check_rewrites(&document)));
                }
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
    check_sizes(&report, &old, &new);
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
    check_text(folder, "markdown", &markdown(&report, &old, &new, None));
    let (old, new) = (old.side(), new.side());
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

fn check_markdown(folder: &Path) -> Result<(), Failed> {
    let (old, new) = (open(&folder.join("before.yaml"))?, open(&folder.join("after.yaml"))?);
    let (report, _) = compare(&old, &new);
    check_text(folder, "markdown", &markdown(&report, &old, &new, None));
    check_sizes(&report, &old, &new);
    Ok(())
}

/// Returns the report as Markdown in at most this number of bytes.
fn markdown(report: &Report, old: &Project, new: &Project, max_bytes: Option<usize>) -> String {
    let (old_side, new_side) = (old.side(), new.side());
    let update =
        Update { name: "pets".to_owned(), report, old: revision(old, &old_side), new: revision(new, &new_side) };
    let release =
        Version::parse("0.4.2").map(|version| format!("pets {version} → {}", version.after(report.verdict())));
    let full_report = "apiarist diff before.yaml after.yaml --format markdown --max-bytes 0".to_owned();
    diff::markdown(&[update], &MarkdownOptions { release, max_bytes, full_report })
}

fn revision<'a>(project: &Project, side: &'a Side<'a>) -> Revision<'a> {
    let source = project.document().path().display().to_string();
    let sha256 = "0".repeat(64);
    Revision { side, source, sha256, losses: project.losses() }
}

/// Checks that a report in Markdown never exceeds its limit, and counts the changes that it leaves out.
fn check_sizes(report: &Report, old: &Project, new: &Project) {
    let full = markdown(report, old, new, None);
    assert!(!full.contains("left out"), "{full}");
    assert_eq!(full, markdown(report, old, new, Some(usize::MAX)));
    let total = report.changes.len();
    for max_bytes in [0, 1, 60, 500, 800, 1_000, full.len() * 3 / 4, full.len() - 1, full.len()] {
        let text = markdown(report, old, new, Some(max_bytes));
        assert!(text.len() <= max_bytes, "{} bytes instead of {max_bytes}:\n{text}", text.len());
        let Some(counts) = counts_of(&text, " changes are left out. ").pop() else { continue };
        let [missing, all] = counts[..] else { panic!("{counts:?}:\n{text}") };
        assert_eq!(all, total, "{text}");
        // A report of the title alone has no sections.
        if text.contains("\n### ") {
            assert_eq!(counts_of(&text, " left out here").concat().iter().sum::<usize>(), missing, "{text}");
        }
    }
}

/// Returns the numbers in each line of a report that contains a phrase.
fn counts_of(text: &str, phrase: &str) -> Vec<Vec<usize>> {
    let lines = text.lines().filter(|line| line.contains(phrase));
    lines.map(|line| line.split([' ', '_']).filter_map(|word| word.parse().ok()).collect()).collect()
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

/// Cases whose numbers are read with the digits or the text of YAML, which JSON loses.
const EXACT: [&str; 4] = [
    "docs/defaults_and_limits_are_noted",
    "enums/unquoted_values_are_their_source_text",
    "types/integers_beyond_64_bits_are_exact",
    "unions/integers_of_128_bits_in_a_union_are_exact",
];

/// Rewrites of cases that the generator does not see through. Both spellings work, but become different types.
const KNOWN: [(&str, &str); 28] = [
    // A component that only a form uses has files in place of strings. Inlining leaves it unused.
    ("bodies/a_form_writes_the_only_tag_of_its_variant", "objects inlined"),
    ("bodies/a_multipart_form_takes_files", "objects inlined"),
    ("names/schemas_may_be_called_like_derives", "objects inlined"),
    ("wire_table/forms_of_unions_and_pairs", "objects inlined"),
    // The same applies to what a union requires of its members.
    ("unions/a_schema_that_only_the_mapping_names_is_a_member", "objects inlined"),
    ("unions/a_value_mapped_into_two_variants_does_not_select_one", "objects inlined"),
    ("unions/a_tag_that_a_member_has_no_place_for_is_written_by_the_union", "objects inlined"),
    ("unions/a_value_converts_into_its_variant", "primitives inlined"),
    // A component that is also used outside of a union keeps its tag in a field. Inlining makes it two types.
    ("unions/a_tag_stays_a_field_if_it_may_have_other_values", "objects inlined"),
    // Two references to one component are one member.
    ("unions/members_may_be_anything", "objects inlined"),
    ("unions/one_kind_of_value_is_no_union", "objects inlined"),
    // Event streams, unspecified media types and bodies of several parts are read from the schema itself.
    ("responses/lines_of_json_are_streams", "allOf of one added"),
    ("responses/where_any_media_type_will_do_the_schema_tells", "allOf of one added"),
    ("responses/where_any_media_type_will_do_the_schema_tells", "primitives hoisted"),
    ("wire_table/event_envelopes_of_every_kind", "allOf of one added"),
    ("wire_table/events_of_every_kind", "allOf of one added"),
    ("wire_table/events_of_every_kind", "objects inlined"),
    ("wire_table/multipart_bodies_that_are_no_forms", "objects inlined"),
    ("wire_table/multipart_bodies_that_are_no_forms", "primitives hoisted"),
    // A union inside an `allOf` inside a union is not flattened.
    ("composition/parts_of_an_all_of_may_be_anything", "allOf of one added"),
    ("composition/limits_in_the_members_of_a_union_leave_the_type_beside_it", "null in unions"),
    ("wire_table/bodies_of_plain_text", "null in unions"),
    // A map of additional properties also holds required properties that no schema declares.
    ("enums/unquoted_values_are_their_source_text", "defaults written out"),
    ("objects/a_required_member_without_a_property_has_any_value", "defaults written out"),
    ("unions/members_required_beside_a_union_are_required_in_its_variants", "defaults written out"),
    // Keywords beside patterns and prefixes decide between a type and any value.
    ("json_schema/a_list_with_a_schema_for_each_place_is_a_tuple", "defaults written out"),
    ("json_schema/members_known_by_a_pattern_are_kept_in_a_map", "defaults written out"),
    // The constant `0.0` is an integer, and a value of an enum is the text of the document.
    ("unions/integers_and_booleans_are_tags", "constant as enum of one"),
];

/// Checks that no rewrite of a document that keeps its meaning is a change on the wire.
fn check_rewrites(path: &Path) -> Result<(), Failed> {
    let Ok(project) = open(path) else { return Ok(()) };
    let plan = |root: &Value| {
        let document = Document::parse("openapi.json", root.to_string()).ok()?;
        let client = Client::plan(&document, project.settings(), &mut Diagnostics::new())?;
        Some((document, client))
    };
    let wire = |old: &Side<'_>, new: &Side<'_>| -> Vec<String> {
        let changes = diff::compare(old, new).changes.into_iter();
        let on_the_wire = changes.filter(|change| change.wire() > Level::Documentation);
        on_the_wire.map(|change| format!("{}: {}", change.kind, change.message)).collect()
    };
    let root = project.document().root();
    if !rewrites::is_whole(root) {
        return Ok(());
    }
    let (document, client) = plan(root).ok_or("the tree of the document has no client")?;
    let old = client.side(&document);
    let mut found = Vec::new();
    if !EXACT.iter().any(|case| path.parent().is_some_and(|folder| folder.ends_with(case))) {
        found.extend(wire(&project.side(), &old).into_iter().map(|change| format!("YAML as JSON: {change}")));
    }
    found.extend(rewrites::false_changes(root, |root| {
        let (document, client) = plan(root)?;
        Some(wire(&old, &client.side(&document)))
    }));
    let is_known = |change: &String| {
        let mut known = KNOWN.iter().filter(|(case, _)| path.parent().is_some_and(|folder| folder.ends_with(case)));
        known.any(|(_, rewrite)| change.starts_with(rewrite))
    };
    found.retain(|change| !is_known(change));
    assert!(found.is_empty(), "{}", found.join("\n"));
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
