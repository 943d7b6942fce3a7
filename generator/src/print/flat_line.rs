//! A line of code with the positions where it may be broken.
//!
//! ```text
//! pub pets: Option<Vec<Pet>>,        pub pets: Option<
//!                  ^   ^  ^^     →       Vec<Pet>,
//!                                    >,
//! ```
//!
//! The rules are those of `prettyplease`, which formats the bodies of functions: brackets are broken around all of their
//! parts if they do not fit on the line together with the code up to the next position.

/// The maximum width of a line with several parts in columns.
pub(super) const MARGIN: usize = 89;

/// The columns that every line has, however deep it is.
const LEAST_ROOM: usize = 60;

/// The indentation of the parts of broken brackets.
pub(super) const INDENTATION: &str = "    ";

/// A line of code that is not broken.
#[derive(Debug)]
pub(super) struct FlatLine {
    text: String,
    breaks: Vec<Break>,
    /// The breaks of brackets that are not closed yet.
    open: Vec<usize>,
}

/// A position where the line may be broken.
#[derive(Clone, Copy, Debug)]
struct Break {
    at: usize,
    kind: BreakKind,
    /// The last break within the code that must fit on the line, or else the line is broken here. The code ends at the
    /// break after it.
    last: usize,
}

/// The kind of a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BreakKind {
    Open,
    /// A space that ends the line if its brackets are broken.
    Space,
    /// A space that ends the line if its brackets are broken and the next part does not fit.
    FilledSpace,
    Close {
        /// Whether the last part has a comma if the brackets are broken.
        adds_comma: bool,
    },
}

/// One of the lines of broken code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The number of broken brackets around the line.
    pub(super) depth: usize,
    pub(super) text: String,
}

impl FlatLine {
    pub(super) fn new() -> Self {
        Self { text: String::with_capacity(MARGIN), breaks: Vec::new(), open: Vec::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text, to append code without breaks.
    pub(super) fn text_mut(&mut self) -> &mut String {
        &mut self.text
    }

    /// Appends an opening bracket.
    pub(super) fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.open.push(self.breaks.len());
        self.add_break(BreakKind::Open);
    }

    /// Appends a space between two parts. Outside of brackets, the line is not broken there.
    pub(super) fn space(&mut self) {
        if !self.open.is_empty() {
            self.add_break(BreakKind::Space);
        }
        self.text.push(' ');
    }

    /// Appends a space between two parts that share a line if both fit.
    pub(super) fn filled_space(&mut self) {
        self.add_break(BreakKind::FilledSpace);
        self.text.push(' ');
    }

    /// Appends a closing bracket.
    pub(super) fn close(&mut self, bracket: char, adds_comma: bool) {
        if let Some(opening) = self.open.pop() {
            self.add_break(BreakKind::Close { adds_comma });
            let last = self.breaks.len() - 1;
            if let Some(opening) = self.breaks.get_mut(opening) {
                opening.last = last;
            }
        }
        self.text.push(bracket);
    }

    fn add_break(&mut self, kind: BreakKind) {
        self.breaks.push(Break { at: self.text.len(), kind, last: self.breaks.len() });
    }

    /// Returns the lines if the first one is indented by a number of columns.
    pub(super) fn broken(&self, indentation: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut line = Line::default();
        let mut is_broken = Vec::new();
        let mut done = 0;
        for &Break { at, kind, last } in &self.breaks {
            line.text.push_str(self.text.get(done..at).unwrap_or_default());
            done = at;
            let end = self.breaks.get(last + 1).map_or(self.text.len(), |next| next.at);
            let room = MARGIN.saturating_sub(indentation + line.depth * INDENTATION.len()).max(LEAST_ROOM);
            let fits = line.text.len() + (end - at) <= room;
            let depth = match kind {
                BreakKind::Open => {
                    is_broken.push(!fits);
                    line.depth + 1
                }
                BreakKind::Space | BreakKind::FilledSpace => line.depth,
                BreakKind::Close { .. } => line.depth.saturating_sub(1),
            };
            let ends_line = is_broken.last() == Some(&true) && !(kind == BreakKind::FilledSpace && fits);
            if matches!(kind, BreakKind::Close { .. }) {
                is_broken.pop();
            }
            if !ends_line {
                continue;
            }
            match kind {
                BreakKind::Close { adds_comma: true } => line.text.push(','),
                BreakKind::Space | BreakKind::FilledSpace => done += 1,
                BreakKind::Open | BreakKind::Close { adds_comma: false } => {}
            }
            lines.push(std::mem::replace(&mut line, Line { depth, text: String::new() }));
        }
        line.text.push_str(self.text.get(done..).unwrap_or_default());
        lines.push(line);
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested() -> FlatLine {
        let mut line = FlatLine::new();
        line.text_mut().push_str("pub pets: Maybe");
        line.open('<');
        line.text_mut().push_str("BTreeMap");
        line.open('<');
        line.text_mut().push_str("String,");
        line.space();
        line.text_mut().push_str("Pet");
        line.close('>', true);
        line.close('>', true);
        line.text_mut().push(',');
        line
    }

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| INDENTATION.repeat(line.depth) + &line.text).collect()
    }

    #[test]
    fn only_brackets_that_do_not_fit_are_broken() {
        let line = nested();
        assert_eq!(line.text(), "pub pets: Maybe<BTreeMap<String, Pet>>,");
        assert_eq!(texts(&line.broken(0)), [line.text()]);
        let mut long = FlatLine::new();
        long.text_mut().push_str(&"x".repeat(MARGIN - 20));
        let first = long.text().to_owned();
        for _ in 0..2 {
            long.open('<');
            long.text_mut().push_str("Vec");
        }
        long.open('<');
        long.text_mut().push_str("Pet");
        (0..3).for_each(|_| long.close('>', true));
        long.text_mut().push(';');
        assert_eq!(texts(&long.broken(0)), [long.text()]);
        assert_eq!(texts(&long.broken(8)), [first + "<", "    Vec<Vec<Pet>>,".to_owned(), ">;".to_owned()]);
    }

    #[test]
    fn filled_parts_share_lines() {
        let mut line = FlatLine::new();
        line.text_mut().push_str("use pets::");
        line.open('{');
        let name = "A".repeat(39);
        for at in 0..3 {
            if at > 0 {
                line.text_mut().push(',');
                line.filled_space();
            }
            line.text_mut().push_str(&name);
        }
        line.close('}', true);
        line.text_mut().push(';');
        let expected =
            ["use pets::{".to_owned(), format!("    {name}, {name},"), format!("    {name},"), "};".to_owned()];
        assert_eq!(texts(&line.broken(0)), expected);
    }
}
