//! Compares the public surface of each vendored API with its outline, which reviewers read when a document changes.

use std::path::Path;
use std::{fs, io};

use libtest_mimic::{Failed, Trial};

use crate::pipeline::generate;
use crate::{folders, name_of};

/// Returns one test for each folder of `specs/` that has settings. `cargo xtask codegen` writes the outlines.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut apis = folders("../specs")?;
    apis.retain(|api| !name_of(api).starts_with('.') && api.join("apiarist.toml").is_file());
    Ok(apis
        .into_iter()
        .map(|api| Trial::test(format!("outlines::{}", name_of(&api)), move || check_outline(&api)))
        .collect())
}

fn check_outline(api: &Path) -> Result<(), Failed> {
    let client = generate(api).client.ok_or("the document cannot be read")?;
    let again = generate(api).client.ok_or("the document cannot be read")?;
    if client.files != again.files {
        return Err("generating twice gives two texts".into());
    }
    let path = Path::new("../generated/outlines").join(name_of(api)).with_extension("md");
    match fs::read_to_string(&path)?.contains(&format!("\n```text\n{}\n```\n", client.outline.trim_end())) {
        true => Ok(()),
        false => Err(format!("{} is not up to date; run `cargo xtask codegen`", path.display()).into()),
    }
}
