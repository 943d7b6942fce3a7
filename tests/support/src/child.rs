//! Runs tests that need environment variables: a test restarts itself in a process that has them.

use std::{
    env, io,
    process::{Command, Output},
};

/// The variable that marks the process in which a test restarts itself.
const MARK: &str = "APIARIST_TEST_CHILD";

/// The environment variables that the process inherits.
const KEPT: &[&str] = &["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LLVM_PROFILE_FILE"];

/// Returns `true` in the process that has the variables.
pub fn is_child() -> bool {
    env::var_os(MARK).is_some()
}

/// Runs one test of the current program in a process that has these variables and inherits only a few system ones.
///
/// # Errors
/// Returns an error if the process cannot be started.
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

/// Returns the standard output and the standard error of a process.
pub fn written(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
