//! Prints results to standard output, and diagnostics and errors to standard error.

use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;

use apiarist::diagnostics::{Diagnostics, Style, render};
use apiarist::source::Document;
use apiarist::unprintable::{escaped, escaped_json, shortened};
use clap::{Args, ColorChoice};
use serde_json::Value;

/// The default number of diagnostics of one document that are printed; the others are only counted.
pub const DIAGNOSTICS_LIMIT: usize = 20;

/// Arguments of all commands and tasks that control output.
#[derive(Clone, Copy, Debug, Args)]
pub struct Output {
    /// Control when diagnostics are colored
    ///
    /// `auto` uses color on a terminal. The environment variables NO_COLOR, CLICOLOR_FORCE and CLICOLOR override this.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
}

/// The style of diagnostics from `--color`; set once, before any command starts.
static STYLE: OnceLock<Style> = OnceLock::new();

impl Output {
    /// Sets how diagnostics are printed. Only the first call has an effect.
    pub fn set_up(self) {
        let _ = STYLE.set(style_of(self.color));
    }
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

/// Prints at most `limit` diagnostics of a document, and the number of those omitted.
pub fn print_diagnostics(document: Option<&Document>, diagnostics: &Diagnostics, limit: usize) {
    let style = *STYLE.get_or_init(|| style_of(ColorChoice::Auto));
    print_rendered(render(document, diagnostics, style, limit).trim_end());
}

/// Prints text verbatim: control characters are already escaped, and colors must be preserved.
fn print_rendered(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr(), "{text}");
    }
}
