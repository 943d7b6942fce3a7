//! The public surface of each vendored API, in the lines that a reviewer reads when a document changes.

use std::path::{Path, PathBuf};
use std::{fs, io};

use libtest_mimic::{Failed, Trial};

use crate::pipeline::generate;
use crate::{check, folders, name_of};

/// One test for each folder of `specs/` that has settings. `cargo xtask codegen` writes the outlines.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut apis = folders("../specs")?;
    apis.retain(|api| !name_of(api).starts_with('.') && api.join("apiarist.toml").is_file());
    Ok(apis
        .into_iter()
        .map(|api| Trial::test(format!("outlines::{}", name_of(&api)), move || check_outline(&api)))
        .collect())
}

fn check_outline(api: &PathBuf) -> Result<(), Failed> {
    let client = generate(api).client.ok_or("the document cannot be read")?;
    let again = generate(api).client.ok_or("the document cannot be read")?;
    if client.files != again.files {
        return Err("generating twice gives two texts".into());
    }
    fs::create_dir_all("outlines")?;
    check(Path::new("outlines"), &name_of(api), &client.outline)
}
