//! The code of each case: what `build.rs` compiles is what stands in these snapshots.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use libtest_mimic::{Failed, Trial};

use crate::pipeline::{Generated, generate};
use crate::{check, folders, name_of};

/// Documents of cases are read by people, whole.
const LONGEST_DOCUMENT: usize = 60;

/// The module of an API, which `build.rs` compiles for every case. It stands in a snapshot only where there are servers to
/// choose from, and differs in nothing else.
const MODULE: &str = "cases/mod.rs";

/// One test for each folder of a group.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for group in folders("cases")? {
        // The documents of these two groups are something else than a case each.
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

/// All that a document gives, in one text: findings as comments, then the files, each after a line that names it.
fn text_of(generated: &Generated) -> Result<String, Failed> {
    let mut text = String::new();
    for line in generated.findings.lines() {
        writeln!(text, "{}", format!("// {line}").trim_end())?;
    }
    text.push_str(&code_of(generated)?);
    Ok(text)
}

/// The files in one text, each after a line that names it.
pub fn code_of(generated: &Generated) -> Result<String, Failed> {
    let client = generated.client.as_ref().ok_or("the document cannot be read")?;
    let mut text = String::new();
    for (path, source) in &client.files {
        let path = path.to_string_lossy().replace('\\', "/");
        let module = fs::read_to_string(MODULE)?;
        if path != "mod.rs" || *source == module.replace("ClientBuilder}", "ClientBuilder, Server}") {
            write!(text, "// ===== {path}\n{source}\n")?;
        } else if *source != module {
            return Err(format!("the module of an API is not what `{MODULE}` holds:\n{source}").into());
        }
    }
    Ok(text)
}
