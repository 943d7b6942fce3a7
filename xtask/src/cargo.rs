//! Starts cargo from a task, which cargo itself has started.

use std::env;
use std::process::Command;

/// Variables that cargo sets for the program that it runs. A build script that reads one of them, such as that of ring,
/// would run again whenever a task and a user build the same package in turns.
const PACKAGE_VARIABLES: [&str; 3] = ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_"];

/// Returns a command for the cargo that runs this task.
pub fn command() -> Command {
    without_package(Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())))
}

/// Removes the variables that describe the package of this task from the environment of a command.
pub fn without_package(mut command: Command) -> Command {
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(|name| PACKAGE_VARIABLES.iter().any(|prefix| name.starts_with(prefix))) {
            command.env_remove(name);
        }
    }
    command
}
