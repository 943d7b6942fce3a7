//! Attributes that `prettyplease` breaks into a line for each argument; their lines are filled instead.
//!
//! ```text
//! #[cfg(                         →   #[cfg(any(feature = "cats", feature = "dogs", feature = "horses"))]
//!     any(
//!         feature = "cats",
//!         feature = "dogs",
//!         feature = "horses"
//!     )
//! )]
//! ```

use super::long_lines::WIDEST;

/// The indentation of the arguments.
const INDENTATION: &str = "    ";

/// Fills the lines of all attributes that take several.
pub(super) fn fill(text: String) -> String {
    if !text.contains("(\n") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let mut rest = lines.clone();
        match BrokenAttribute::read(line, &mut rest) {
            Some(attribute) => {
                attribute.write(&mut out);
                lines = rest;
            }
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

/// An attribute of several lines.
struct BrokenAttribute<'t> {
    indentation: &'t str,
    lines: Vec<Line<'t>>,
}

/// A line of an attribute.
struct Line<'t> {
    /// The number of brackets around it.
    depth: usize,
    /// The line without indentation.
    text: &'t str,
}

impl<'t> BrokenAttribute<'t> {
    /// Reads the attribute that begins with a line, or returns `None` for any other line.
    fn read(first: &'t str, rest: &mut std::str::Lines<'t>) -> Option<Self> {
        let start = first.trim_start_matches(' ');
        let indentation = first.strip_suffix(start)?;
        if !start.starts_with("#[") || !start.ends_with('(') {
            return None;
        }
        let mut attribute = Self { indentation, lines: vec![Line { depth: 0, text: start }] };
        for line in rest {
            let line = line.strip_prefix(indentation)?;
            let text = line.trim_start_matches(' ');
            let depth = (line.len() - text.len()) / INDENTATION.len();
            // A string may contain line ends.
            let is_in_string = !text.matches('"').count().is_multiple_of(2) || text.contains("\\\"");
            if is_in_string || depth == 0 && text != ")]" {
                return None;
            }
            attribute.lines.push(Line { depth, text });
            if depth == 0 {
                return Some(attribute);
            }
        }
        None
    }

    fn write(&self, out: &mut String) {
        out.push_str(self.indentation);
        let line = joined(&self.lines);
        if self.indentation.len() + line.len() <= WIDEST {
            out.push_str(&line);
        } else {
            self.write_filled(out);
        }
        out.push('\n');
    }

    /// Writes as many arguments on each line as it can contain, between a line of opening and one of closing brackets.
    fn write_filled(&self, out: &mut String) {
        // `any(` and its bracket are the only argument of `cfg(`.
        let is_nested = self.lines.iter().filter(|line| line.depth == 1).count() == 2;
        let depth = if is_nested { 2 } else { 1 };
        let (opening, rest) = self.lines.split_at(depth);
        let (arguments, closing) = rest.split_at(rest.len().saturating_sub(depth));
        out.push_str(&joined(opening));
        let longest = WIDEST - self.indentation.len() - INDENTATION.len();
        // The column, which is too high before the first argument.
        let mut at = WIDEST;
        let mut starts = arguments;
        while let [_, inside @ ..] = starts {
            let length = inside.iter().position(|line| line.depth == depth && line.text != ")," && line.text != ")");
            let (argument, others) = starts.split_at(length.unwrap_or(inside.len()) + 1);
            starts = others;
            let whole = joined(argument);
            if whole.len() <= longest {
                self.write_argument(out, &mut at, &whole, 1);
                continue;
            }
            // An argument that takes several lines begins a line, and the others are indented.
            at = WIDEST;
            let levels = std::iter::once(1).chain(std::iter::repeat(2));
            argument.iter().zip(levels).for_each(|(line, level)| self.write_argument(out, &mut at, line.text, level));
            at = WIDEST;
        }
        out.push('\n');
        out.push_str(self.indentation);
        out.push_str(&joined(closing));
    }

    /// Writes an argument on the current line, or on the next one with this indentation if it does not fit.
    fn write_argument(&self, out: &mut String, at: &mut usize, argument: &str, levels: usize) {
        let space = if out.ends_with('(') || argument.starts_with(')') { "" } else { " " };
        if *at + space.len() + argument.len() <= WIDEST {
            out.push_str(space);
            *at += space.len() + argument.len();
        } else {
            let indentation = self.indentation.to_owned() + &INDENTATION.repeat(levels);
            *at = indentation.len() + argument.len();
            out.push('\n');
            out.push_str(&indentation);
        }
        out.push_str(argument);
    }
}

/// Returns lines as one, without spaces next to brackets.
fn joined(lines: &[Line<'_>]) -> String {
    let mut out = String::new();
    for Line { text, .. } in lines {
        if !out.is_empty() && !out.ends_with('(') && !text.starts_with(')') {
            out.push(' ');
        }
        out.push_str(text);
    }
    out
}
