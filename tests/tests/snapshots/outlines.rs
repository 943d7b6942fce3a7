//! The public surface of each vendored API, in the lines that a reviewer reads when a document changes.

use std::path::Path;
use std::{fs, io};

use libtest_mimic::{Failed, Trial};

use crate::pipeline::generate;
use crate::{check, folders, name_of};

/// One test for each folder of `specs/`.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for api in folders("../specs")? {
        let name = name_of(&api);
        let document =
            ["openapi.yaml", "openapi.json"].map(|file| api.join(file)).into_iter().find(|path| path.exists());
        if let Some(document) = document {
            trials.push(Trial::test(format!("outlines::{name}"), move || check_outline(&name, &document)));
        }
    }
    Ok(trials)
}

fn check_outline(name: &str, document: &Path) -> Result<(), Failed> {
    let client = generate(document).client.ok_or("the document cannot be read")?;
    let again = generate(document).client.ok_or("the document cannot be read")?;
    if client.files != again.files {
        return Err("generating twice gives two texts".into());
    }
    fs::create_dir_all("outlines")?;
    check(Path::new("outlines"), name, &client.outline)
}
