//! Runs test programs whose tests are listed at run time, such as one for each folder of cases.

use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

use crate::snapshot;

/// Runs the tests that the program's arguments select. After a full run, every snapshot in `folders` must have been
/// compared.
pub fn run(trials: Vec<Trial>, folders: &[&Path]) -> ExitCode {
    let arguments = Arguments::from_args();
    let is_whole = arguments.filter.is_none() && arguments.skip.is_empty() && !arguments.list && !arguments.ignored;
    let conclusion = libtest_mimic::run(&arguments, trials);
    if is_whole && !conclusion.has_failed() {
        let left = folders.iter().flat_map(|folder| snapshot::unreferenced(folder));
        let left: Vec<String> = left.map(|path| format!("no test compares {}; delete it", path.display())).collect();
        if !left.is_empty() {
            eprintln!("{}", left.join("\n"));
            return ExitCode::FAILURE;
        }
    }
    conclusion.exit_code()
}
