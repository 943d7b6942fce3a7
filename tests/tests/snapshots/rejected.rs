//! Tests the diagnostics of faulty documents, and the code that is still generated for them.

use std::path::{Path, PathBuf};
use std::{fs, io};

use apiarist::diagnostics::{Code, Effect};
use libtest_mimic::{Failed, Trial};

use crate::pages::imported;
use crate::pipeline::{Generated, generate, generate_text};
use crate::{check, folders, name_of};

const FOLDER: &str = "cases/rejected";

/// The folder of the pages that cause a code when they are imported.
const PAGES: &str = "pages";

/// Codes that no document causes, with the reason.
const NOT_OF_A_DOCUMENT: [(Code, &str); 3] = [
    (Code::UnreadableFile, "the file system causes it; the tests of the command line do, too"),
    (Code::LostOperation, "a fault of the generator causes it; unit tests of the census do, too"),
    (Code::InvalidSettings, "settings cause it; their own unit tests do, too"),
];

/// Returns one test for each document in the folder of its code, and one that checks that every code has a folder.
pub fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = vec![
        Trial::test("rejected::every_code_has_a_case", every_code_has_a_case),
        Trial::test("rejected::too-deep::two_thousand_levels", || too_deep("yaml")),
        Trial::test("rejected::too-deep::two_thousand_levels_of_json", || too_deep("json")),
    ];
    for folder in folders(FOLDER)? {
        for document in documents(&folder)? {
            let name = format!("rejected::{}::{}", name_of(&folder), name_of(&document));
            trials.push(Trial::test(name, move || check_document(&document)));
        }
        let pages = folder.join(PAGES);
        if pages.is_dir() {
            let name = format!("rejected::{}::{PAGES}", name_of(&folder));
            trials.push(Trial::test(name, move || check_pages(&folder, &pages)));
        }
    }
    Ok(trials)
}

/// Returns the documents in a folder: all files except snapshots and settings.
fn documents(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect();
    let is_document =
        |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml" || extension == "json");
    let mut documents: Vec<PathBuf> = entries?.into_iter().filter(is_document).collect();
    documents.sort();
    Ok(documents)
}

fn check_document(document: &Path) -> Result<(), Failed> {
    let folder = document.parent().unwrap_or(Path::new(FOLDER));
    check_generated(&name_of(folder), &name_of(document), &generate(document))
}

/// Checks that pages cause the code of their folder when they are imported, and produce no document exactly if it is
/// fatal.
fn check_pages(folder: &Path, pages: &Path) -> Result<(), Failed> {
    let code = name_of(folder);
    let imported = imported(pages)?;
    if !imported.findings.contains(&format!("[{code}]")) {
        return Err(format!("the pages do not cause `{code}`:\n{}", imported.findings).into());
    }
    let effect = Code::from_name(&code).map(Code::effect);
    if (effect == Some(Effect::Fatal)) != imported.text.is_none() {
        return Err("a document is imported exactly when nothing fatal is found".into());
    }
    let mut text = imported.findings;
    if let Some(document) = imported.text {
        text = format!("{text}\nWhat is imported all the same:\n\n{document}");
    }
    check(folder, PAGES, &text)
}

/// Checks a document that nests far deeper than any real one. It is built here because a file would be too large.
fn too_deep(format: &str) -> Result<(), Failed> {
    let (open, close) = if format == "json" { ("{\"a\":", "}") } else { ("[", "]") };
    let text = format!("{}1{}", open.repeat(2_000), close.repeat(2_000));
    let text = if format == "json" { text } else { format!("openapi: 3.1.0\nx-deep: {text}\n") };
    let name = format!("two_thousand_levels.{format}");
    check_generated("too-deep", &name, &generate_text(&name, &text))
}

fn check_generated(code: &str, document: &str, generated: &Generated) -> Result<(), Failed> {
    let code_of_folder = Code::from_name(code).ok_or("the folder is not named after a code")?;
    if !generated.findings.contains(&format!("[{code}]")) {
        return Err(format!("the document does not cause `{code}`:\n{}", generated.findings).into());
    }
    if (code_of_folder.effect() == Effect::Fatal) != generated.client.is_none() {
        return Err("a client is generated exactly when nothing fatal is found".into());
    }
    let mut text = generated.findings.clone();
    if let Some(client) = &generated.client {
        text = format!("{text}\nWhat is generated all the same:\n\n{}", client.outline);
    }
    check(&Path::new(FOLDER).join(code), &document.replace('.', "_"), &text)
}

fn every_code_has_a_case() -> Result<(), Failed> {
    for code in Code::ALL {
        let excepted = NOT_OF_A_DOCUMENT.iter().any(|(other, _)| other == code);
        if Path::new(FOLDER).join(code.name()).is_dir() == excepted {
            return Err(format!("`{code}` must have a case or a reason to have none, and not both").into());
        }
    }
    Ok(())
}
