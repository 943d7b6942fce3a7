//! Compares the code of each case with its snapshot, which `build.rs` compiles.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;
use std::{fs, io};

use libtest_mimic::{Failed, Trial};

use crate::pipeline::{Generated, generate};
use crate::{check, folders, name_of};

/// The maximum length of a case's document in lines, because reviewers read all of it.
const LONGEST_DOCUMENT: usize = 60;

/// The module of an API, which `build.rs` compiles for every case. A snapshot contains it only if there are several
/// servers, because it is otherwise the same for all cases.
const MODULE: &str = "cases/mod.rs";

/// The first line of the setters that every builder has.
const FIRST_SETTER: &str = "    /// Sets the base URL, which precedes";

/// The line that replaces these setters in snapshots; `build.rs` restores them.
const SETTERS: &str = "    // … and the setters of every builder.\n}\n";

/// A document whose builder has these setters.
const ANY_DOCUMENT: &str = "cases/bodies/a_json_body_is_an_argument/openapi.yaml";

/// Returns one test for each folder of a group, and one for the setters that all builders share.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = vec![Trial::test("cases::builder", || check(Path::new("cases"), "builder", setters()?))];
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
    let first = text_of(&generate(&document))?;
    if text_of(&generate(&document))? != first {
        return Err("generating twice gives two texts".into());
    }
    check(case, "generated", &first)
}

/// Returns the complete output for a document: diagnostics as comments, then the files, each after a line with its
/// name.
fn text_of(generated: &Generated) -> Result<String, Failed> {
    let mut text = String::new();
    for line in generated.findings.lines() {
        writeln!(text, "{}", format!("// {line}").trim_end())?;
    }
    text.push_str(&code_of(generated)?);
    Ok(text)
}

/// Returns the files as one text, each after a line with its name.
pub fn code_of(generated: &Generated) -> Result<String, Failed> {
    let client = generated.client.as_ref().ok_or("the document cannot be read")?;
    let mut text = String::new();
    for (path, source) in &client.files {
        let path = path.to_string_lossy().replace('\\', "/");
        let module = fs::read_to_string(MODULE)?;
        let source = match path.as_str() {
            "client.rs" => without_setters(source)?,
            "mod.rs" => without_page(source),
            _ => source.clone(),
        };
        if path != "mod.rs" || source == module.replace("ClientBuilder}", "ClientBuilder, Server}") {
            write!(text, "// ===== {path}\n{source}\n")?;
        } else if source != module {
            return Err(format!("the module of an API is not what `{MODULE}` holds:\n{source}").into());
        }
    }
    Ok(text)
}

/// Returns the setters that every builder has.
fn setters() -> Result<&'static str, Failed> {
    static SETTERS: OnceLock<String> = OnceLock::new();
    if let Some(setters) = SETTERS.get() {
        return Ok(setters);
    }
    let generated = generate(Path::new(ANY_DOCUMENT));
    let files = generated.client.map(|client| client.files).unwrap_or_default();
    let client = files.iter().find(|(path, _)| path == Path::new("client.rs")).map(|(_, source)| source.as_str());
    let found = client.and_then(|source| source.get(place_of_setters(source)?));
    let found = found.ok_or("the builder has no setters")?;
    Ok(SETTERS.get_or_init(|| found.to_owned()))
}

/// Removes the setters that every builder has from a client.
fn without_setters(source: &str) -> Result<String, Failed> {
    match source.split_once(setters()?) {
        Some((before, after)) => Ok(format!("{before}{SETTERS}{after}")),
        None => Err(format!("the builder has other setters than that of `{ANY_DOCUMENT}`:\n{source}").into()),
    }
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

/// Returns the range of these setters, with the brace after them.
fn place_of_setters(source: &str) -> Option<Range<usize>> {
    let start = source.find(FIRST_SETTER)?;
    let length = source.get(start..)?.find("\n}\n")? + "\n}\n".len();
    Some(start..start + length)
}
