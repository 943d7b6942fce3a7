//! The version of OpenAPI in which a document is written does not show in what is generated.

use std::path::Path;

use libtest_mimic::{Failed, Trial};

use crate::pipeline::{Generated, generate};

/// One API, written in each version that can be read.
const DOCUMENTS: [&str; 2] = ["cases/versions/openapi-3.0.yaml", "cases/versions/openapi-3.1.yaml"];

/// One test for all versions.
pub fn trials() -> Vec<Trial> {
    vec![Trial::test("versions::all_give_the_same_code", all_give_the_same_code)]
}

fn all_give_the_same_code() -> Result<(), Failed> {
    let [first, others @ ..] = DOCUMENTS.map(|document| generate(Path::new(document)));
    let files = |generated: &Generated| generated.client.as_ref().map(|client| client.files.clone());
    let first = files(&first).ok_or("the document cannot be read")?;
    for other in &others {
        let other = files(other).ok_or("the document cannot be read")?;
        for (one, other) in first.iter().zip(&other) {
            if one != other {
                return Err(
                    format!("{}\n{}\nis elsewhere {}\n{}", one.0.display(), one.1, other.0.display(), other.1).into()
                );
            }
        }
        if first.len() != other.len() {
            return Err("there are more files for one version than for another".into());
        }
    }
    Ok(())
}
