//! The public surface of each vendored API, in the lines that a reviewer reads when a document changes.

use std::path::{Path, PathBuf};
use std::{fs, io};

use apiarist::diagnostics::Diagnostics;
use apiarist::settings::Settings;
use libtest_mimic::{Failed, Trial};

use crate::pipeline::generate_api;
use crate::{check, folders, name_of};

/// One test for each folder of `specs/` that has settings. `cargo xtask codegen` writes the outlines.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for api in folders("../specs")? {
        let name = name_of(&api);
        if name.starts_with('.') || !api.join("apiarist.toml").is_file() {
            continue;
        }
        if let Some(document) = document_of(&api) {
            trials.push(Trial::test(format!("outlines::{name}"), move || check_outline(&name, &document)));
        }
    }
    Ok(trials)
}

/// The document that the settings name, or else the one that is there.
fn document_of(api: &Path) -> Option<PathBuf> {
    let settings = Settings::read(&api.join("apiarist.toml"), &mut Diagnostics::new())?;
    let candidates = ["openapi.yaml", "openapi.yml", "openapi.json"].map(PathBuf::from);
    settings
        .document
        .map(PathBuf::from)
        .into_iter()
        .chain(candidates)
        .map(|name| api.join(name))
        .find(|path| path.is_file())
}

fn check_outline(name: &str, document: &Path) -> Result<(), Failed> {
    let client = generate_api(name, document).client.ok_or("the document cannot be read")?;
    let again = generate_api(name, document).client.ok_or("the document cannot be read")?;
    if client.files != again.files {
        return Err("generating twice gives two texts".into());
    }
    fs::create_dir_all("outlines")?;
    check(Path::new("outlines"), name, &client.outline)
}
