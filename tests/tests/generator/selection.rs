//! Checks that a selection of operations only leaves items out: every item of the client is also one of the complete
//! client, with the same name, fields and types.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use apiarist::Project;
use apiarist::settings::OperationPattern;

/// Returns the documents of all cases.
fn documents() -> Vec<PathBuf> {
    let folders = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("a folder can be read");
        entries.map(|entry| entry.expect("an entry of a folder").path()).filter(|path| path.is_dir()).collect()
    };
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let cases = folders(&cases).into_iter().flat_map(|group| folders(&group));
    cases.map(|case| case.join("openapi.yaml")).filter(|document| document.exists()).collect()
}

#[test]
fn an_operation_alone_has_the_items_that_it_has_among_others() {
    let mut count = 0;
    for document in documents() {
        let Ok(complete) = Project::open(&document) else { continue };
        let outline = complete.client().outline();
        let lines: HashSet<&str> = outline.lines().collect();
        let lock = complete.client().names().lock().to_text();
        let lock: HashSet<&str> = lock.lines().collect();
        for operation in &complete.client().api().operations {
            let pattern: OperationPattern = operation.route.replace('*', "\\*").parse().expect("a route is a pattern");
            let selected =
                Project::options().include([pattern]).open(&document).expect("the complete document is valid");
            let place = format!("{}: {}", document.display(), operation.route);
            assert_eq!(selected.client().api().operations.len(), 1, "{place}");
            assert!(selected.diagnostics().len() <= complete.diagnostics().len(), "{place}");
            for line in selected.client().outline().lines() {
                assert!(lines.contains(line), "{place}: {line}");
            }
            for line in selected.client().names().lock().to_text().lines() {
                assert!(lock.contains(line), "{place}: {line}");
            }
            selected.client().module("apis", "api", "openapi.yaml").expect("the code is valid");
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}
