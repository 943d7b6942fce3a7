//! Attributes, whose arguments fill the lines if they do not fit on one.
//!
//! ```text
//! #[cfg(any(
//!     feature = "assistants", feature = "conversations", feature = "fine-tuning", feature = "realtime",
//!     feature = "responses", feature = "threads", feature = "unreferenced", feature = "vector-stores"
//! ))]
//! ```
//!
//! In the attributes of a file, and in those with a line end or an escaped quotation mark in a string, each argument has
//! a line.

use std::fmt::Write as _;

use proc_macro2::{Delimiter, TokenTree};

use super::flat_line::{FlatLine, INDENTATION, Line, MARGIN};
use super::long_lines::WIDEST;
use super::part::{Position, into_content, sign};

/// The token that precedes another within an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Previous {
    Word,
    Sign,
    LastComma,
}

/// An attribute, which is broken only when it is written.
#[derive(Debug)]
pub(super) struct Attribute {
    position: Position,
    line: FlatLine,
}

impl Attribute {
    pub(super) fn new(position: Position, tokens: Vec<TokenTree>) -> Self {
        let mut line = FlatLine::new();
        line.text_mut().push_str(if position == Position::Outer { "#[" } else { "#![" });
        // The path of the attribute is not preceded by a space.
        write_tokens(&mut line, tokens.into_iter(), &mut Previous::Sign);
        line.text_mut().push(']');
        Self { position, line }
    }

    /// Writes the attribute. The first line is already indented.
    pub(super) fn write(&self, out: &mut String, indentation: &str) {
        let width = indentation.len() + self.line.text().len();
        let lines = if width > MARGIN { self.line.broken(indentation.len()) } else { Vec::new() };
        let is_filled = self.position == Position::Outer && lines.iter().all(Line::can_be_filled);
        if lines.len() < 2 || is_filled && width <= WIDEST {
            out.push_str(self.line.text());
        } else if is_filled {
            fill(out, &lines, indentation);
        } else {
            for (at, line) in lines.iter().enumerate() {
                if at > 0 {
                    out.push('\n');
                    out.push_str(indentation);
                    out.extend(std::iter::repeat_n(INDENTATION, line.depth));
                }
                out.push_str(&line.text);
            }
        }
        out.push('\n');
    }
}

/// Appends tokens with the spaces that `prettyplease` puts into attributes.
fn write_tokens(line: &mut FlatLine, tokens: impl Iterator<Item = TokenTree>, previous: &mut Previous) {
    let mut tokens = tokens.peekable();
    while let Some(token) = tokens.next() {
        if *previous == Previous::Word && matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_)) {
            line.space();
        }
        *previous = match token {
            TokenTree::Group(group) => {
                let (delimiter, content) = into_content(group);
                *previous = Previous::Sign;
                match delimiter {
                    Delimiter::Parenthesis => {
                        line.open('(');
                        write_tokens(line, content.into_iter(), previous);
                        line.close(')', *previous == Previous::LastComma);
                    }
                    Delimiter::Bracket | Delimiter::Brace => {
                        let (open, close) = if delimiter == Delimiter::Brace { ('{', '}') } else { ('[', ']') };
                        line.text_mut().push(open);
                        write_tokens(line, content.into_iter(), previous);
                        line.text_mut().push(close);
                    }
                    Delimiter::None => write_tokens(line, content.into_iter(), previous),
                }
                Previous::Sign
            }
            TokenTree::Punct(_) => match sign(&token).unwrap_or_default() {
                ',' if tokens.peek().is_none() => Previous::LastComma,
                ',' => {
                    line.text_mut().push(',');
                    line.space();
                    Previous::Sign
                }
                '=' => {
                    line.text_mut().push_str(if *previous == Previous::Word { " = " } else { "= " });
                    Previous::Sign
                }
                sign => {
                    line.text_mut().push(sign);
                    Previous::Sign
                }
            },
            token => {
                let _ = write!(line.text_mut(), "{token}");
                Previous::Word
            }
        };
    }
}

impl Line {
    fn can_be_filled(&self) -> bool {
        self.text.matches('"').count().is_multiple_of(2) && !self.text.contains("\\\"") && !self.text.contains('\n')
    }
}

/// Writes an attribute whose arguments share lines.
///
/// If the attribute has a single argument, such as `any(…)`, those of this argument are filled. An argument that fits
/// in no line is broken into its parts.
fn fill(out: &mut String, lines: &[Line], indentation: &str) {
    let is_nested = lines.iter().filter(|line| line.depth == 1).count() == 2;
    let depth = if is_nested { 2 } else { 1 };
    let (opening, rest) = lines.split_at(depth.min(lines.len()));
    let (arguments, closing) = rest.split_at(rest.len().saturating_sub(depth));
    out.push_str(&joined(opening));
    let mut filling = Filling { out, indentation, at: WIDEST };
    let longest = WIDEST - indentation.len() - INDENTATION.len();
    let mut starts = arguments;
    while let [_, inside @ ..] = starts {
        // The line that closes an argument has its depth, too.
        let length = inside.iter().position(|line| line.depth == depth && line.text != ")," && line.text != ")");
        let (argument, others) = starts.split_at(length.unwrap_or(inside.len()) + 1);
        starts = others;
        let whole = joined(argument);
        if whole.len() <= longest {
            filling.add(&whole, 1);
            continue;
        }
        filling.at = WIDEST;
        let levels = std::iter::once(1).chain(std::iter::repeat(2));
        argument.iter().zip(levels).for_each(|(line, level)| filling.add(&line.text, level));
        filling.at = WIDEST;
    }
    out.push('\n');
    out.push_str(indentation);
    out.push_str(&joined(closing));
}

/// Lines that are being filled with arguments.
struct Filling<'o> {
    out: &'o mut String,
    indentation: &'o str,
    /// The width of the current line.
    at: usize,
}

impl Filling<'_> {
    /// Appends an argument to the line, or begins a new line at this level.
    fn add(&mut self, argument: &str, level: usize) {
        let space = if self.out.ends_with('(') || argument.starts_with(')') { "" } else { " " };
        if self.at + space.len() + argument.len() <= WIDEST {
            self.out.push_str(space);
            self.at += space.len() + argument.len();
        } else {
            self.out.push('\n');
            self.out.push_str(self.indentation);
            self.out.extend(std::iter::repeat_n(INDENTATION, level));
            self.at = self.indentation.len() + level * INDENTATION.len() + argument.len();
        }
        self.out.push_str(argument);
    }
}

/// Returns lines as one.
fn joined(lines: &[Line]) -> String {
    let mut out = String::new();
    for Line { text, .. } in lines {
        if !out.is_empty() && !out.ends_with('(') && !text.starts_with(')') {
            out.push(' ');
        }
        out.push_str(text);
    }
    out
}
