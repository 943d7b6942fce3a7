//! Checks that the generated code does not depend on the OpenAPI version of the document.

use std::path::Path;

use libtest_mimic::{Failed, Trial};

use crate::abridged::join;
use crate::cases::{abridged_files, files_of};
use crate::check;
use crate::pipeline::generate;

/// One API, written in each supported version with the version's own keywords.
const FOLDER: &str = "cases/versions/one_api_in_every_version";

/// The documents, oldest first. They are longer than other cases because they contain everything that differs between
/// versions.
const DOCUMENTS: [&str; 4] = ["swagger-2.0.yaml", "openapi-3.0.yaml", "openapi-3.1.yaml", "openapi-3.2.yaml"];

/// Returns one test for all versions.
pub fn trials() -> Vec<Trial> {
    vec![Trial::test("versions::all_give_the_same_code", all_give_the_same_code)]
}

fn all_give_the_same_code() -> Result<(), Failed> {
    let folder = Path::new(FOLDER);
    let files = |document: &str| files_of(&generate(&folder.join(document)));
    let code = |files: &[(String, String)]| join(files.iter().map(|(path, source)| (path.as_str(), source.as_str())));
    let [oldest, others @ ..] = DOCUMENTS;
    let oldest_files = files(oldest)?;
    let first = code(&oldest_files);
    for other in others {
        let text = code(&files(other)?);
        if let Some((line, (one, two))) = first.lines().zip(text.lines()).enumerate().find(|(_, (one, two))| one != two)
        {
            return Err(format!("line {line}: {oldest} gives `{one}`, {other} gives `{two}`").into());
        }
        if first.len() != text.len() {
            return Err(format!("{other} gives more or less code than {oldest}").into());
        }
    }
    check(folder, "generated", &abridged_files(folder, &oldest_files)?)
}
