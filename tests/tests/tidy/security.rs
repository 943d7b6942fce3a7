//! Checks that the tests behind the promises of `SECURITY.md` exist.
//!
//! ```text
//! | promise | enforced by |
//! | --- | --- |
//! | Names are identifiers. | `tests/tests/generator/names.rs`: `names_never_clash`; also `tools/fuzz` |
//! ```

use std::fs;

use apiarist_test_support::markdown::root;

/// Returns the promises without an existing test, and the files and tests that do not exist.
pub(crate) fn broken_promises(page: &str) -> Vec<String> {
    let rows = page.split("| promise | enforced by |\n| --- | --- |\n").skip(1);
    let rows = rows.flat_map(|table| table.lines().take_while(|line| line.starts_with('|')));
    rows.flat_map(|row| {
        let (promise, enforced_by) = row.trim_matches(['|', ' ']).rsplit_once(" | ").unwrap_or((row, ""));
        broken_parts(enforced_by).into_iter().map(move |fault| format!("{promise}: {fault}"))
    })
    .collect()
}

/// Returns the faults of the second column: code spans are files, each followed by the names of its tests.
fn broken_parts(enforced_by: &str) -> Vec<String> {
    let (mut faults, mut tests, mut file) = (Vec::new(), 0, String::new());
    for span in enforced_by.split('`').skip(1).step_by(2) {
        if span.starts_with("cargo ") {
            continue;
        }
        if span.contains('/') {
            if !root().join(span).exists() {
                faults.push(format!("`{span}` does not exist"));
            }
            file = fs::read_to_string(root().join(span)).unwrap_or_default();
        } else if file.contains(&format!("fn {span}(")) {
            tests += 1;
        } else {
            faults.push(format!("there is no test `{span}`"));
        }
    }
    if tests == 0 {
        faults.push("no test is named".to_owned());
    }
    faults
}

/// Returns the number of promises.
pub(crate) fn count(page: &str) -> usize {
    let tables = page.split("| promise | enforced by |\n| --- | --- |\n").skip(1);
    tables.map(|table| table.lines().take_while(|line| line.starts_with('|')).count()).sum()
}
