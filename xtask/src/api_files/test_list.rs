//! Edits the list of wire tests, which has a module for each API.

use std::path::{Path, PathBuf};

/// The file that lists the tests of all APIs, relative to `tests/`.
pub const PATH: &str = "tests/wire/main.rs";

/// The list without any test.
const EMPTY: &str = "//! Tests of the clients on the wire, over a loopback server and over the fake transport.\n";

/// Returns the path of the test of a module, relative to `tests/`.
pub fn test_path(module: &str) -> PathBuf {
    Path::new(PATH).with_file_name(format!("{module}.rs"))
}

/// Returns the list of tests with one more, in alphabetical order. `list` is `None` if the file does not exist.
pub fn with_module(list: Option<&str>, module: &str) -> String {
    let list = list.unwrap_or(EMPTY);
    let line = format!("mod {module};\n");
    let modules: Vec<usize> = list.match_indices("\nmod ").map(|(at, _)| at + 1).collect();
    let rest = |at: usize| list.get(at..).unwrap_or_default();
    let next = modules.iter().copied().find(|at| *rest(*at) > *line);
    let after_last = || modules.last().map(|at| at + rest(*at).find('\n').map_or(0, |end| end + 1));
    match next.or_else(after_last).and_then(|at| list.split_at_checked(at)) {
        Some((before, after)) => format!("{before}{line}{after}"),
        None => format!("{}\n\n{line}", list.trim_end()),
    }
}

/// Returns `true` if the list of tests contains a module.
pub fn has_module(list: &str, module: &str) -> bool {
    list.lines().any(|line| line == format!("mod {module};"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_is_inserted_in_alphabetical_order() {
        assert_eq!(with_module(None, "dogs"), format!("{EMPTY}\nmod dogs;\n"));
        let list = "//! Tests.\n\nmod cats;\nmod eels;\n";
        for (module, expected) in [
            ("ants", "//! Tests.\n\nmod ants;\nmod cats;\nmod eels;\n"),
            ("dogs", "//! Tests.\n\nmod cats;\nmod dogs;\nmod eels;\n"),
            ("foxes", "//! Tests.\n\nmod cats;\nmod eels;\nmod foxes;\n"),
        ] {
            assert_eq!(with_module(Some(list), module), expected);
        }
        assert!(has_module(list, "cats") && !has_module(list, "cat"));
    }
}
