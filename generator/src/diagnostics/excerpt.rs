//! Excerpts: lines of a file for display.

use std::ops::Range;
use std::path::{Path, PathBuf};

/// A line of a file with its location and a marked range.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Excerpt {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line, or a part of it if it is very long.
    pub text: String,
    /// The marked range of bytes of [`text`](Self::text).
    pub span: Range<usize>,
}

/// The number of bytes of a long line that are shown before and after the marked range.
const WINDOW: usize = 100;

impl Excerpt {
    /// Creates the excerpt of the line on which `span`, a range of bytes of `text`, begins.
    pub fn new(path: &Path, text: &str, span: &Range<usize>) -> Self {
        let before = text.get(..text.floor_char_boundary(span.start)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).map_or(0, |before| before.chars().count()) + 1;
        Self::at(path, text, span, (before.matches('\n').count() + 1, column))
    }

    /// Creates the excerpt of a line whose number and column are known. It examines no more text than an excerpt
    /// contains, because there may be many excerpts of one long line.
    pub fn at(path: &Path, text: &str, span: &Range<usize>, (line, column): (usize, usize)) -> Self {
        let start = text.floor_char_boundary(span.start);
        let first = text.floor_char_boundary(start.saturating_sub(3 * WINDOW));
        let last = text.ceil_char_boundary((start + 3 * WINDOW).min(text.len()));
        let (before, after) = (text.get(first..start).unwrap_or_default(), text.get(start..last).unwrap_or_default());
        let line_start = before.rfind('\n').map_or(first, |at| first + at + 1);
        let line_end = after.find('\n').map_or(last, |at| start + at);
        let end = text.ceil_char_boundary(span.end).clamp(start, line_end);

        let is_long = line_end - line_start > 3 * WINDOW;
        let shown_start =
            if is_long { text.ceil_char_boundary(start.saturating_sub(WINDOW).max(line_start)) } else { line_start };
        let shown_end = if is_long { text.floor_char_boundary((start + WINDOW).min(line_end)) } else { line_end };
        let shown = text.get(shown_start..shown_end).unwrap_or_default().trim_end_matches('\r');
        let offset = |at: usize| (at.saturating_sub(shown_start)).min(shown.len());
        Self { path: path.to_owned(), line, column, span: offset(start)..offset(end), text: shown.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_span_is_cut_out() {
        let text = "one\r\ntwö three\r\nfour";
        let start = text.find("three").expect("it is there");
        let excerpt = Excerpt::new(Path::new("a.yaml"), text, &(start..text.len()));
        assert_eq!((excerpt.line, excerpt.column, excerpt.text.as_str()), (2, 5, "twö three"));
        assert_eq!(&excerpt.text[excerpt.span], "three");
        let last = Excerpt::new(Path::new("a.yaml"), text, &(text.len()..text.len() + 1));
        assert_eq!((last.line, last.column, last.span), (3, 5, 4..4));
    }

    #[test]
    fn of_a_long_line_only_a_part_is_shown() {
        let text = format!("{}here{}", "ä".repeat(5_000), "ö".repeat(5_000));
        let excerpt = Excerpt::new(Path::new("a.json"), &text, &(10_000..10_004));
        assert_eq!((excerpt.line, excerpt.column), (1, 5_001));
        assert_eq!(&excerpt.text[excerpt.span.clone()], "here");
        assert!(excerpt.text.len() < 300);
    }
}
