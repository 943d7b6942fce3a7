//! Compares the code of each case with its snapshot, which `build.rs` compiles.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;
use std::{fs, io};

use apiarist::runtime_items::{Export, RuntimeItem};
use libtest_mimic::{Failed, Trial};

use crate::abridged::{Case, Common, Files, Imports, abridge, join, restore};
use crate::pipeline::{Generated, generate};
use crate::{check, folders, name_of};

/// The maximum length of a case's document in lines, because reviewers read all of it.
const LONGEST_DOCUMENT: usize = 60;

/// The document whose client and module represent those of all cases.
const ANY_DOCUMENT: &str = "cases/bodies/a_json_body_is_an_argument/openapi.yaml";

/// Returns one test for each folder of a group, and two for the text that snapshots omit.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = vec![Trial::test("cases::common", || check(Path::new("cases"), "common", common_text()?))];
    trials.push(Trial::test("cases::a_change_of_any_line_is_in_the_snapshot", any_change_is_in_the_snapshot));
    for group in folders("cases")? {
        // The documents of these two groups are not separate cases.
        if ["rejected", "versions"].contains(&name_of(&group).as_str()) {
            continue;
        }
        for case in folders(&group)? {
            let name = format!("{}::{}", name_of(&group), name_of(&case));
            trials.push(Trial::test(name, move || check_case(&case)));
        }
    }
    Ok(trials)
}

fn check_case(case: &Path) -> Result<(), Failed> {
    let document = case.join("openapi.yaml");
    let lines = fs::read_to_string(&document)?.lines().count();
    if lines > LONGEST_DOCUMENT {
        return Err(
            format!("{} has {lines} lines; {LONGEST_DOCUMENT} are enough for one case", document.display()).into()
        );
    }
    let first = generate(&document);
    let again = generate(&document);
    if first.findings != again.findings || files_of(&first)? != files_of(&again)? {
        return Err("generating twice gives two texts".into());
    }
    check(case, "generated", &text_of(case, &first)?)
}

/// Returns the complete output for a document: diagnostics as comments, then the abridged files.
fn text_of(case: &Path, generated: &Generated) -> Result<String, Failed> {
    let mut text = String::new();
    for line in generated.findings.lines() {
        writeln!(text, "{}", format!("// {line}").trim_end())?;
    }
    text.push_str(&abridged_files(case, &files_of(generated)?)?);
    Ok(text)
}

/// Returns the abridged files of a case, after checking that they are restored exactly.
pub fn abridged_files(case: &Path, files: &Files) -> Result<String, Failed> {
    let group = case.parent().map(name_of).unwrap_or_default();
    let module = format!("{group}::{}", name_of(case));
    let document = fs::read_to_string(case.join("openapi.yaml")).unwrap_or_default();
    let common = Common::parse(common_text()?);
    let case = Case { module: &module, document: &document, common: &common };
    let text = abridge(files, case);
    let restored = restore(&text, case);
    for (path, source) in files {
        if restored.get(path) != Some(source) {
            let restored = restored.get(path).map_or("", String::as_str);
            return Err(format!("the snapshot restores another `{path}`:\n{restored}\nthan:\n{source}").into());
        }
    }
    if restored.len() != files.len() {
        return Err(format!("the snapshot restores other files: {:?}", restored.keys()).into());
    }
    Ok(text)
}

/// Checks that the snapshot of a case changes with every line of its files, including those that it omits.
fn any_change_is_in_the_snapshot() -> Result<(), Failed> {
    let document = Path::new(ANY_DOCUMENT);
    let case = document.parent().unwrap_or(document);
    let files = files_of(&generate(document))?;
    let snapshot = abridged_files(case, &files)?;
    for (at, (path, source)) in files.iter().enumerate() {
        for (number, line) in source.lines().enumerate() {
            let lines = source.lines().enumerate().map(|(other, line)| if other == number { "changed" } else { line });
            let mut changed = files.clone();
            if let Some((_, source)) = changed.get_mut(at) {
                *source = lines.map(|line| format!("{line}\n")).collect();
            }
            if abridged_files(case, &changed)? == snapshot {
                return Err(format!("the snapshot does not depend on line {number} of `{path}`: {line}").into());
            }
        }
    }
    Ok(())
}

/// Returns the generated files, with paths relative to the module of the API.
pub fn files_of(generated: &Generated) -> Result<Vec<(String, String)>, Failed> {
    let client = generated.client.as_ref().ok_or("the document cannot be read")?;
    let files = client.files.iter().map(|(path, source)| {
        let path = path.to_string_lossy().replace('\\', "/");
        let source = if path == "mod.rs" { without_page(source) } else { source.clone() };
        (path, format!("{}\n", source.trim_end()))
    });
    Ok(files.collect())
}

/// Returns the text that all cases have in common: the client and the module of one of them, and the items that
/// generated code imports.
fn common_text() -> Result<&'static str, Failed> {
    static TEXT: OnceLock<String> = OnceLock::new();
    if let Some(text) = TEXT.get() {
        return Ok(text);
    }
    let mut files = files_of(&generate(Path::new(ANY_DOCUMENT)))?;
    files.retain(|(path, _)| ["client.rs", "mod.rs"].contains(&path.as_str()));
    let (hidden, public): (Vec<_>, Vec<_>) = RuntimeItem::ALL.iter().partition(|item| item.export() == Export::Hidden);
    let names = |items: Vec<&RuntimeItem>| items.into_iter().map(|item| item.name()).collect();
    let imports =
        Imports::new([("apiarist_runtime", names(public)), ("apiarist_runtime::codegen", names(hidden))]).text();
    files.push(("imports.rs".to_owned(), imports));
    let text = join(files.iter().map(|(path, source)| (path.as_str(), source.as_str())));
    Ok(TEXT.get_or_init(|| text))
}

/// Removes the page of a module, which a test of the generator covers for one API, and its attribute.
fn without_page(source: &str) -> String {
    let Some((before, page)) = source.split_once("//! ") else { return source.to_owned() };
    let lines = page.lines().skip(1).skip_while(|line| line.starts_with("//!"));
    let mut items = lines.collect::<Vec<_>>().join("\n");
    if items.starts_with("#![cfg_attr(") {
        items = items.split_once("\n)]\n").map(|(_, items)| items.to_owned()).unwrap_or_default();
    }
    format!("{before}{}\n", items.trim_start())
}
