//! Comments and attributes, which precede an item, a field, a variant or a member.
//!
//! ```text
//! #[doc = "A pet.\n- furry"]     →  /// A pet.
//!                                   /// - furry
//! #[comment = "Kept for users."] →  // Kept for users.
//! #[derive(Clone)]               →  #[derive(Clone)]
//! ```
//!
//! `#[doc(17)]` refers to one of the [`DocTexts`] by its number.
//!
//! A space is put before each line of a comment. If all lines of an item's comment begin with a space, such as after
//! parsing `///`, the comment is unchanged.

use std::rc::Rc;

use proc_macro2::TokenTree;
use syn::Lit;

use super::attribute::Attribute;
use super::part::{AttributeTokens, Position, sign};
use crate::emit::DocTexts;

/// A comment or an attribute.
pub(super) enum Prefix {
    Comment(Comment),
    Attribute(Attribute),
}

/// The lines of a comment.
pub(super) struct Comment {
    slashes: &'static str,
    indentation: &'static str,
    text: Rc<str>,
}

/// Reads the attributes of a file, an item or a part of it.
pub(super) fn read_all(attributes: Vec<AttributeTokens>, texts: &DocTexts) -> Vec<Prefix> {
    let mut prefixes: Vec<Prefix> = attributes.into_iter().map(|attribute| Prefix::read(attribute, texts)).collect();
    for doc in [true, false] {
        let is_unchanged = comments(&mut prefixes, doc).all(|comment| comment.has_indented_lines());
        if is_unchanged {
            comments(&mut prefixes, doc).for_each(|comment| comment.indentation = "");
        }
    }
    prefixes
}

/// Returns the doc comments, or the plain ones.
fn comments(prefixes: &mut [Prefix], doc: bool) -> impl Iterator<Item = &mut Comment> {
    prefixes.iter_mut().filter_map(move |prefix| match prefix {
        Prefix::Comment(comment) => ((comment.slashes != "//") == doc).then_some(comment),
        Prefix::Attribute(_) => None,
    })
}

/// Writes comments and attributes, each on lines of its own.
pub(super) fn write_all(prefixes: &[Prefix], out: &mut String, indentation: &str) {
    for prefix in prefixes {
        out.push_str(indentation);
        prefix.write(out, indentation);
    }
}

impl Prefix {
    fn read(attribute: AttributeTokens, texts: &DocTexts) -> Self {
        let AttributeTokens { position, tokens } = attribute;
        match Comment::read(position, &tokens, texts) {
            Some(comment) => Self::Comment(comment),
            None => Self::Attribute(Attribute::new(position, tokens)),
        }
    }

    /// Writes the lines. The first line is already indented.
    pub(super) fn write(&self, out: &mut String, indentation: &str) {
        match self {
            Self::Comment(comment) => comment.write(out, indentation),
            Self::Attribute(attribute) => attribute.write(out, indentation),
        }
    }
}

impl Comment {
    fn read(position: Position, tokens: &[TokenTree], texts: &DocTexts) -> Option<Self> {
        let slashes = match (tokens.first()?, position) {
            (TokenTree::Ident(name), _) if name == "comment" => "//",
            (TokenTree::Ident(name), Position::Outer) if name == "doc" => "///",
            (TokenTree::Ident(name), Position::Inner) if name == "doc" => "//!",
            _ => return None,
        };
        let mut text: Rc<str> = match tokens {
            [_, equals, TokenTree::Literal(text)] if sign(equals) == Some('=') => match Lit::new(text.clone()) {
                Lit::Str(text) => text.value().into(),
                _ => return None,
            },
            [_, TokenTree::Group(number)] => texts.get(number.stream().to_string().parse().ok()?)?,
            _ => return None,
        };
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n").into();
        }
        Some(Self { slashes, indentation: " ", text })
    }

    /// Returns `true` if all lines begin with a space or are blank.
    fn has_indented_lines(&self) -> bool {
        self.text.split('\n').all(|line| line.starts_with(' ') || is_blank(line))
    }

    fn write(&self, out: &mut String, indentation: &str) {
        for (at, line) in self.text.split('\n').enumerate() {
            if at > 0 {
                out.push_str(indentation);
            }
            out.push_str(self.slashes);
            if !is_blank(line) {
                out.push_str(self.indentation);
            }
            out.push_str(line);
            out.push('\n');
        }
    }
}

fn is_blank(line: &str) -> bool {
    line.chars().all(char::is_whitespace)
}
