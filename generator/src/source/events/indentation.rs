//! Additional indentation in brackets and quotes, as YAML 1.2 requires.
//!
//! Flow collections and quoted strings of several lines must be indented further than their parent (section 8.2.3),
//! including closing brackets. Most readers are lenient and many documents violate the rule, but `saphyr-parser`
//! enforces it. Spaces at the beginning of such a line have no meaning, so adding some does not change any value.

/// Text with more spaces than the original, and the positions of the additions.
#[derive(Debug)]
pub(in crate::source) struct Indented {
    /// The text with the additional spaces.
    pub text: String,
    /// The additions in order: the character of the original that they precede, and their number.
    added: Vec<(usize, usize)>,
}

impl Indented {
    /// Indents the text. Returns `None` if it needs no change.
    pub(in crate::source) fn new(original: &str) -> Option<Self> {
        let mut scanner = Scanner::default();
        let mut indented = Self { text: String::with_capacity(original.len()), added: Vec::new() };
        let mut character = 0;
        for line in original.split_inclusive('\n') {
            let missing = scanner.open_column().map_or(0, |column| column.saturating_sub(indentation(line)));
            if missing > 0 && !line.trim().is_empty() {
                indented.added.push((character, missing));
                indented.text.extend(std::iter::repeat_n(' ', missing));
            }
            indented.text.push_str(line);
            character += line.chars().count();
            scanner.line(line);
        }
        (!indented.added.is_empty()).then_some(indented)
    }

    /// Returns the position in the original of a character of the indented text.
    pub(in crate::source) fn original(&self, character: usize) -> usize {
        let mut original = character;
        for &(before, count) in &self.added {
            if original < before {
                break;
            }
            original = original.saturating_sub(count).max(before);
        }
        original
    }
}

fn indentation(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

/// A scanner that recognizes only the structures in which a line can begin.
#[derive(Default)]
struct Scanner {
    /// The column of the outermost open bracket or quote.
    start: usize,
    brackets: usize,
    quote: Option<char>,
    /// The indentation that a line must exceed to belong to the open block scalar.
    block_scalar: Option<usize>,
}

impl Scanner {
    /// Returns the column of the outermost open bracket or quote at the beginning of a line.
    fn open_column(&self) -> Option<usize> {
        (self.brackets > 0 || self.quote.is_some()).then_some(self.start)
    }

    fn line(&mut self, line: &str) {
        let line = line.trim_end_matches(['\n', '\r']);
        if let Some(parent) = self.block_scalar {
            if line.trim().is_empty() || indentation(line) > parent {
                return;
            }
            self.block_scalar = None;
        }
        // Whether a quote or bracket here would begin a value rather than be a part of a plain scalar.
        let mut at_start = true;
        let mut previous = ' ';
        let mut characters = line.chars().enumerate().peekable();
        while let Some((column, character)) = characters.next() {
            let next = characters.peek().map(|(_, next)| *next);
            if let Some(quote) = self.quote {
                let is_escape = character == '\\' && quote == '"';
                if is_escape || (character == '\'' && quote == '\'' && next == Some('\'')) {
                    characters.next();
                } else if character == quote {
                    self.quote = None;
                }
                at_start = false;
                previous = character;
                continue;
            }
            match character {
                '#' if previous == ' ' || previous == '\t' => return,
                '"' | '\'' if at_start => {
                    if self.brackets == 0 {
                        self.start = column;
                    }
                    self.quote = Some(character);
                }
                '[' | '{' if at_start || self.brackets > 0 => {
                    if self.brackets == 0 {
                        self.start = column;
                    }
                    self.brackets += 1;
                    at_start = true;
                }
                ']' | '}' if self.brackets > 0 => {
                    self.brackets -= 1;
                    at_start = false;
                }
                ',' if self.brackets > 0 => at_start = true,
                ':' | '-' | '?' if next.is_none_or(|next| next == ' ') && (character == ':' || at_start) => {
                    at_start = true
                }
                ':' if self.brackets > 0 && matches!(previous, '"' | '\'') => at_start = true,
                '|' | '>' if at_start && self.brackets == 0 && is_header(line, column) => {
                    self.block_scalar = Some(parent_indentation(line));
                    return;
                }
                // An anchor or a tag precedes a value.
                '&' | '!' if at_start => while characters.next_if(|(_, next)| *next != ' ').is_some() {},
                ' ' | '\t' => {}
                _ => at_start = false,
            }
            previous = character;
        }
    }
}

/// Returns `true` if only indicators and a comment follow the `|` or `>` in this column.
fn is_header(line: &str, column: usize) -> bool {
    let rest: String = line.chars().skip(column + 1).collect();
    let rest = rest.trim_start_matches(|indicator: char| indicator.is_ascii_digit() || matches!(indicator, '+' | '-'));
    rest.trim_start().is_empty() || rest.trim_start().starts_with('#')
}

/// Returns the indentation of the parent of the value at the end of this line; the dashes of arrays count as
/// indentation.
fn parent_indentation(line: &str) -> usize {
    let mut rest = line;
    let mut column = 0;
    loop {
        let spaces = indentation(rest);
        let after = rest.get(spaces..).unwrap_or_default();
        match after.strip_prefix("- ") {
            Some(inner) if !inner.trim_start().starts_with(['|', '>']) => {
                column += spaces + 2;
                rest = inner;
            }
            _ => return column + spaces,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_brackets_and_quotes_are_indented() {
        let text = "a:\n  b: [\n    1,\n  ]\n  c: \"x\n y\"\n";
        let indented = Indented::new(text).expect("there is something to indent");
        assert_eq!(indented.text, "a:\n  b: [\n     1,\n     ]\n  c: \"x\n     y\"\n");
    }

    #[test]
    fn block_scalars_comments_and_plain_text_are_left_alone() {
        for text in [
            "a: |\n  { x: [\n ]\nb: 1\n",
            "- a: >-  # words [\n    [\n    x\n- b\n",
            "a: it's [x\nb: 1\n",
            "a: x # { [\nb: 1\n",
            "a: [1, 2] \nb: {c: 'it''s', d: \"\\\"\"}\nc: 1\n",
            "- |\n [\n- 1\n",
            "a-b: c - [d\ne: 1\n",
        ] {
            assert!(Indented::new(text).is_none(), "{text}: {:?}", Indented::new(text));
        }
    }

    #[test]
    fn characters_are_found_again_in_the_original() {
        let text = "ä:\n  b: [\n  ü, {é: \"\n}\"}\n  ]\nc: x\n";
        let indented = Indented::new(text).expect("there is something to indent");
        for (at, character) in indented.text.chars().enumerate().filter(|(_, character)| !" \n".contains(*character)) {
            let original = indented.original(at);
            assert_eq!(text.chars().nth(original), Some(character), "{at} was {original}");
        }
    }
}
