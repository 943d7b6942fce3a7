//! Rendering of diagnostics as text in the style of rustc.

use std::ffi::OsString;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Excerpt, Severity};
use crate::source::{Document, grouped};
use crate::unprintable::{escaped, escaped_line, shortened};

/// The style of rendered text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Text without escapes.
    Plain,
    /// Text with ANSI escapes for colors.
    Color,
}

impl Style {
    /// Returns the style that an argument or environment variables select. By default, colors are used on a terminal
    /// only.
    ///
    /// `wanted` is `Some(true)` for `--color always` and `Some(false)` for `--color never`. `NO_COLOR` takes precedence
    /// over `CLICOLOR_FORCE`, as in <https://no-color.org> and <https://bixense.com/clicolors/>.
    pub fn choose(wanted: Option<bool>, is_terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let is = |name: &str, text: &str| variable(name).is_some_and(|value| value == text);
        let by_environment = || {
            if is_set("NO_COLOR") {
                return false;
            }
            if is_set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") {
                return true;
            }
            is_terminal && !is("CLICOLOR", "0") && !is("TERM", "dumb")
        };
        if wanted.unwrap_or_else(by_environment) { Self::Color } else { Self::Plain }
    }
}

/// Renders the diagnostics, errors first, at most `limit` of them; the rest is counted.
///
/// `document` contains the locations of the diagnostics; it is `None` if it could not be read.
pub fn render(document: Option<&Document>, diagnostics: &Diagnostics, style: Style, limit: usize) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Color => Renderer::styled(),
    };
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| diagnostics.severity(diagnostic));
    let mut text = String::new();
    for diagnostic in sorted.iter().take(limit) {
        text.push_str(&renderer.render(&[group(document, diagnostics.severity(diagnostic), diagnostic)]));
        text.push_str("\n\n");
    }
    let rest = sorted.get(limit..).unwrap_or_default();
    if !rest.is_empty() {
        text.push_str(&format!("... and {}\n\n", counted(rest.len(), "more diagnostic")));
    }
    text
}

/// Returns the number of diagnostics, such as `1 error, 3 warnings`, or an empty string if there are none.
pub fn tally(diagnostics: &Diagnostics) -> String {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostics.severity(diagnostic) == severity).count();
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let counts = counts.map(|(severity, word)| (count(severity), word));
    let parts: Vec<_> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(*count, word)).collect();
    parts.join(", ")
}

/// Returns a count with its noun, such as `1 error` or `1,422 schemas`.
pub fn counted(count: usize, word: &str) -> String {
    format!("{} {word}{}", grouped(count), if count == 1 { "" } else { "s" })
}

fn group(document: Option<&Document>, severity: Severity, diagnostic: &Diagnostic) -> Group<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    if let Some(excerpt) = diagnostic.excerpt(document) {
        group = with_excerpt(group, excerpt);
    }
    if let Some(origin) = &diagnostic.origin {
        group = group.element(Level::NOTE.message(format!("at `{}`", printable(&origin.to_string()))));
    }
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(printable(help))),
        None => group,
    }
}

/// Escapes text of a document, a file name or a setting for a terminal.
fn printable(text: &str) -> String {
    escaped_line(&shortened(text)).into_owned()
}

/// Escapes an excerpt for a terminal, and returns its text and its marked range.
fn printable_excerpt(excerpt: &Excerpt) -> (String, Range<usize>) {
    let (start, end) = (excerpt.span.start, excerpt.span.end);
    let part = |range: Option<&str>| escaped(range.unwrap_or_default()).into_owned();
    let (before, meant) = (part(excerpt.text.get(..start)), part(excerpt.text.get(start..end)));
    let after = part(excerpt.text.get(end..));
    let span = before.len()..before.len() + meant.len();
    (before + &meant + &after, span)
}

fn with_excerpt(group: Group<'static>, excerpt: Excerpt) -> Group<'static> {
    let path = printable(&excerpt.path.display().to_string());
    let (text, span) = printable_excerpt(&excerpt);
    let begins_its_line =
        excerpt.text.get(..excerpt.span.start).is_some_and(|text| text.chars().count() + 1 == excerpt.column);
    let snippet = Snippet::source(text).line_start(excerpt.line).annotation(AnnotationKind::Primary.span(span));
    if begins_its_line {
        return group.element(snippet.path(path));
    }
    // The snippet would count columns from the start of the excerpt.
    group.element(Origin::path(path).line(excerpt.line).char_column(excerpt.column)).element(snippet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;
    use crate::source::Pointer;

    #[test]
    fn colors_follow_the_argument_then_the_environment_then_the_terminal() {
        for (wanted, is_terminal, variables, expected) in [
            (None, true, &[][..], Style::Color),
            (None, false, &[], Style::Plain),
            (None, true, &[("NO_COLOR", "1")], Style::Plain),
            (None, true, &[("NO_COLOR", "")], Style::Color),
            (None, true, &[("CLICOLOR", "0")], Style::Plain),
            (None, true, &[("CLICOLOR", "1")], Style::Color),
            (None, true, &[("TERM", "dumb")], Style::Plain),
            (None, false, &[("CLICOLOR_FORCE", "1")], Style::Color),
            (None, false, &[("CLICOLOR_FORCE", "0")], Style::Plain),
            (None, false, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], Style::Plain),
            (Some(true), false, &[("NO_COLOR", "1")], Style::Color),
            (Some(false), true, &[("CLICOLOR_FORCE", "1")], Style::Plain),
        ] {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| OsString::from(value))
            };
            assert_eq!(
                Style::choose(wanted, is_terminal, variable),
                expected,
                "{wanted:?} {is_terminal} {variables:?}"
            );
        }
    }

    #[test]
    fn a_diagnostic_shows_its_line_its_pointer_and_its_help() {
        let text = "openapi: 3.0.3\ncomponents:\n  schemas:\n    A: {type: strng}\n";
        let document = Document::parse("specs/a.yaml", text).expect("it can be read");
        let mut diagnostics = Diagnostics::new();
        let origin = Pointer::root().join("components").join("schemas").join("A").join("type");
        diagnostics.report(Code::UnusedNameOverride, &Pointer::root(), "a note");
        diagnostics.report_with_help(Code::UnknownType, &origin, "unknown type `strng`", "did you mean `string`?");
        assert_eq!(
            render(Some(&document), &diagnostics, Style::Plain, 1),
            "\
warning[unknown-type]: unknown type `strng`
 --> specs/a.yaml:4:15
  |
4 |     A: {type: strng}
  |               ^^^^^
  |
  = note: at `#/components/schemas/A/type`
  = help: did you mean `string`?

... and 1 more diagnostic

"
        );
        assert_eq!(tally(&diagnostics), "1 warning, 1 note");
    }

    #[test]
    fn control_characters_of_a_document_are_escaped() {
        let text = "openapi: 3.0.3\ncomponents:\n  schemas:\n    \"A\u{9b}\u{202e}\": {type: \"x\u{9b}2J\u{85}y\"}\n";
        let document = Document::parse("specs/\u{1b}[31ma.yaml", text).expect("it can be read");
        let mut diagnostics = Diagnostics::new();
        let origin = Pointer::root().join("components").join("schemas").join("A\u{9b}\u{202e}").join("type");
        let name = "\u{1b}]0;title\u{7}\nnext".to_owned() + &"a".repeat(20_000_000);
        diagnostics.report_with_help(Code::UnknownType, &origin, format!("there is no `{name}`"), name);
        for style in [Style::Plain, Style::Color] {
            let shown = render(Some(&document), &diagnostics, style, 1);
            assert!(shown.len() < 10_000 && shown.contains("x\\u{9b}2J\\u{85}y"), "{shown}");
            // Escapes for colors end with `m` after digits.
            let colors = shown.split('\u{1b}').skip(1).all(|rest| {
                rest.strip_prefix('[').is_some_and(|rest| {
                    rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').starts_with('m')
                })
            });
            let rest = shown.replace(['\u{1b}', '\n'], "");
            assert!(colors && !rest.contains(crate::unprintable::is_unprintable), "{shown:?}");
        }
    }

    #[test]
    fn a_diagnostic_without_a_location_is_one_line() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.report_without_origin(Code::UnreadableFile, "a.yaml: no such file");
        assert_eq!(render(None, &diagnostics, Style::Plain, 20), "error[unreadable-file]: a.yaml: no such file\n\n");
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!([7, 999, 1_000, 1_234_567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
        assert_eq!((counted(1, "error"), counted(1_422, "schema")), ("1 error".into(), "1,422 schemas".into()));
    }

    #[test]
    fn strict_makes_errors_of_losses() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.report(Code::DuplicateKey, &Pointer::root(), "fixed");
        diagnostics.report(Code::UnknownType, &Pointer::root(), "lost");
        assert!(!diagnostics.has_errors());
        let strict = diagnostics.strict(true);
        assert!(strict.has_errors());
        assert_eq!(tally(&strict), "1 error, 1 warning");
    }
}
