//! Output of the command: results to standard output, diagnostics and errors to standard error.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::OnceLock;

use apiarist::diagnostics::Style;
use apiarist::files::FilesError;
use apiarist::unprintable::{escaped, escaped_json, shortened};
use clap::ColorChoice;
use serde_json::Value;

use crate::FINDINGS;

/// The style of diagnostics from `--color`; set once, before any command starts.
static STYLE: OnceLock<Style> = OnceLock::new();

/// Returns the style of diagnostics.
pub fn style() -> Style {
    *STYLE.get_or_init(|| style_of(ColorChoice::Auto))
}

/// Sets the style of diagnostics.
pub fn set_color(color: ColorChoice) {
    // Only the first call has an effect, and there is only one.
    let _ = STYLE.set(style_of(color));
}

fn style_of(color: ColorChoice) -> Style {
    let wanted = match color {
        ColorChoice::Auto => None,
        ColorChoice::Always => Some(true),
        ColorChoice::Never => Some(false),
    };
    Style::choose(wanted, io::stderr().is_terminal(), |name| std::env::var_os(name))
}

/// Prints a result with control characters escaped. A failure to print cannot be reported.
pub fn print_out(text: &str) {
    let _ = writeln!(io::stdout(), "{}", escaped(text));
}

/// Prints JSON for programs.
pub fn print_json(value: &Value) {
    let _ = writeln!(io::stdout(), "{}", escaped_json(&format!("{value:#}")));
}

/// Prints a document: unchanged to a file or a pipe, with control characters escaped on a terminal.
pub fn print_document(text: &str) {
    if io::stdout().is_terminal() {
        print_out(text);
    } else {
        let _ = writeln!(io::stdout(), "{text}");
    }
}

/// Prints a message to the terminal.
pub fn print_err(message: &str) {
    let lines: Vec<_> = message.split('\n').map(shortened).collect();
    print_rendered(&escaped(&lines.join("\n")));
}

/// Prints diagnostics as `render` returns them: escaped, with their colors.
pub fn print_rendered(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr(), "{text}");
    }
}

/// Prints an error of the file system, and returns the exit code for it.
pub fn fail(error: &FilesError) -> ExitCode {
    print_err(&format!("error: {error}"));
    ExitCode::from(FINDINGS)
}
