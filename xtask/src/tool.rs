//! Runs tasks that are separate packages under `tools/`, so that their dependencies are compiled only on demand.
//!
//! ```text
//! cargo xtask bench decode   →   cargo run --package apiarist-bench -- decode
//! ```

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use clap::Args;
use xtask::Failure;

use xtask::cargo;

/// A tool and its arguments.
#[derive(Debug, Args)]
pub struct Tool {
    /// Arguments of the tool; `--help` describes them
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENTS")]
    arguments: Vec<OsString>,
}

impl Tool {
    /// Compiles the tool if needed, with these cargo options, and runs it in the current folder.
    ///
    /// # Errors
    /// Returns an error if the tool cannot be compiled or started, or if it fails. The tool reports its own failure.
    pub fn run(&self, name: &str, options: &[&str]) -> Result<(), Failure> {
        let status = command(name, options).args(&self.arguments).status();
        let status = status.map_err(|error| Failure::Message(format!("cannot start cargo: {error}")))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::Exit(status.code().and_then(|code| u8::try_from(code).ok())))
        }
    }
}

/// Returns the command that compiles a tool if needed, with these cargo options, and runs it in the current folder. The
/// caller appends the arguments of the tool.
pub fn command(name: &str, options: &[&str]) -> Command {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("tools");
    let mut command = cargo::command();
    command.arg("run").args(options).arg("--manifest-path").arg(tools.join(name).join("Cargo.toml")).arg("--");
    command
}
