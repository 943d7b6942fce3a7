//! Progress and notes for a user at a terminal, which `--quiet` disables.

use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;

use apiarist::unprintable::{escaped, shortened};
use apiarist_cli::terminal::print_err;

/// Returns the cursor to the start of the line and erases the line.
const ERASE: &str = "\r\x1b[K";

/// Whether `--quiet` is set; set once, before any command starts.
static QUIET: OnceLock<bool> = OnceLock::new();

/// Sets whether notes and progress are printed. Only the first call has an effect.
pub fn set_up(is_quiet: bool) {
    let _ = QUIET.set(is_quiet);
}

/// Returns `true` if only results, diagnostics and errors are printed.
pub fn is_quiet() -> bool {
    QUIET.get().copied().unwrap_or_default()
}

/// Prints a message that is neither a result nor an error.
pub fn print_note(message: &str) {
    if !is_quiet() {
        print_err(message);
    }
}

/// A line on the terminal about the work in progress, which is erased on drop. On anything but a terminal, it is not
/// printed.
pub struct Progress {
    is_shown: bool,
}

impl Progress {
    /// Prints the line.
    pub fn start(work: &str) -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        let is_shown = !is_quiet() && !is_dumb && io::stderr().is_terminal();
        if is_shown {
            let mut terminal = io::stderr();
            let _ = write!(terminal, "{}", escaped(&shortened(work)));
            let _ = terminal.flush();
        }
        Self { is_shown }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "{ERASE}");
        }
    }
}
