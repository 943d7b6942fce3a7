//! Tests that need variables of the environment: they run themselves again in a process that has them.

use std::{
    env, io,
    process::{Command, Output},
};

/// Set in the process that a test runs itself in.
const MARK: &str = "APIARIST_TEST_CHILD";

/// What a process needs of the environment it was started from.
const KEPT: &[&str] = &["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LLVM_PROFILE_FILE"];

/// Whether this is the process in which the variables are set.
pub fn is_child() -> bool {
    env::var_os(MARK).is_some()
}

/// Runs one test of the program that runs now, in a process with these variables and none of those set here.
///
/// # Errors
/// When the process cannot be started.
pub fn run(test: &str, variables: &[(&str, &str)]) -> io::Result<Output> {
    let kept = KEPT.iter().filter_map(|name| env::var_os(name).map(|value| (name, value)));
    Command::new(env::current_exe()?)
        .args([test, "--exact", "--nocapture"])
        .env_clear()
        .envs(kept)
        .envs(variables.iter().copied())
        .env(MARK, "yes")
        .output()
}

/// What a process wrote, to standard output and to standard error.
pub fn written(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
