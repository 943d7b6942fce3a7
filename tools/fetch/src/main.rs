//! Runs the tool `fetch`.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    apiarist_fetch::run(env::args_os())
}
