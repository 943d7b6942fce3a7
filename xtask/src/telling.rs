//! Prints the output of tasks: results to standard output, diagnostics and errors to standard error.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;

use apiarist::diagnostics::{Diagnostics, Style, render, tally};
use apiarist::source::Document;
use apiarist::unprintable::{escaped, escaped_json, shortened};
use clap::{Args, ColorChoice};

/// The number of diagnostics of one document that are shown; the others are only counted.
const SHOWN: usize = 20;

/// The arguments of every task and tool that change what it prints.
#[derive(Clone, Copy, Debug, Args)]
pub struct Output {
    /// When findings are printed in color; `auto` is on a terminal, unless `NO_COLOR` or `CLICOLOR=0` is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,
}

/// The print settings of diagnostics, set once before any task starts.
static FINDINGS: OnceLock<Findings> = OnceLock::new();

/// The print settings of diagnostics.
#[derive(Clone, Copy, Debug)]
struct Findings {
    style: Style,
    limit: usize,
}

impl Findings {
    fn new(color: ColorChoice, shows_all: bool) -> Self {
        let wanted = match color {
            ColorChoice::Auto => None,
            ColorChoice::Always => Some(true),
            ColorChoice::Never => Some(false),
        };
        let style = Style::choose(wanted, io::stderr().is_terminal(), |name| env::var_os(name));
        Self { style, limit: if shows_all { usize::MAX } else { SHOWN } }
    }
}

/// Sets how diagnostics are printed.
pub fn set_up(output: Output, shows_all: bool) {
    // Only the first call takes effect, and there is only one.
    let _ = FINDINGS.set(Findings::new(output.color, shows_all));
}

/// Prints the diagnostics of a document.
pub fn tell_findings(document: Option<&Document>, diagnostics: &Diagnostics) {
    let findings = FINDINGS.get_or_init(|| Findings::new(ColorChoice::Auto, false));
    tell_rendered(render(document, diagnostics, findings.style, findings.limit).trim_end());
    if diagnostics.len() > findings.limit {
        tell("`cargo xtask codegen --all` shows all findings");
    }
    if diagnostics.has_errors() {
        tell(&tally(diagnostics));
    }
}

/// Prints a result with control characters escaped. An error is ignored because there is nowhere to report it.
pub fn say(text: &str) {
    let _ = writeln!(io::stdout(), "{}", escaped(text));
}

/// Prints JSON for programs.
pub fn say_json(text: &str) {
    let _ = writeln!(io::stdout(), "{}", escaped_json(text));
}

/// Prints a message to the terminal.
pub fn tell(message: &str) {
    let lines: Vec<_> = message.split('\n').map(shortened).collect();
    tell_rendered(&escaped(&lines.join("\n")));
}

/// Prints diagnostics as they are: [`render`] has escaped their texts, and their colors must stay.
fn tell_rendered(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr(), "{text}");
    }
}
