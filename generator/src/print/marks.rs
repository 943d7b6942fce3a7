//! Marks in the text of `prettyplease` for what it does not keep: blank lines, and spaces at the end of a comment.
//!
//! ```text
//!     fn a() {}                        fn a() {}
//!     ///␁                      →
//!     /// A hard line break:  ␁        /// A hard line break:··
//!     fn b() {}                        fn b() {}
//! ```
//!
//! No other text looks like a mark: a line of a comment that is not blank begins with a space (`comments.rs`), and one that
//! ends in the character of the mark gets a mark of its own.

use syn::{AttrStyle, Attribute};

use super::comments::named;

const MARK: char = '\u{1}';

/// Returns the attribute that becomes a blank line.
pub(super) fn blank_line() -> Attribute {
    named("doc", "\u{1}", AttrStyle::Outer)
}

/// Marks the end of a line whose last spaces would be lost.
pub(super) fn with_line_end(mut line: String) -> String {
    if line.ends_with([' ', MARK]) {
        line.push(MARK);
    }
    line
}

/// Replaces the marks in a text.
pub(super) fn resolve(text: String) -> String {
    if !text.contains(MARK) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_suffix(MARK) {
            Some(rest) if rest.trim_start_matches(' ') == "///" => {}
            Some(rest) => out.push_str(rest),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}
