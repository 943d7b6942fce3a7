//! Doc comments and plain comments, which are replaced by marks before an item is formatted, and written afterwards.
//!
//! ```text
//! #[doc = "A pet.\n- furry"]     →  /// A pet.
//!                                   /// - furry
//! #[comment = "Kept for users."] →  // Kept for users.
//! ```
//!
//! `#[doc(17)]` refers to one of the [`DocTexts`] by its number.
//!
//! A space is put before each line. If all lines of an item's comment begin with a space, such as after parsing `///`,
//! the comment is unchanged.

use std::rc::Rc;

use syn::{AttrStyle, Attribute, Expr, ExprLit, File, Lit, Meta, MetaNameValue};

use super::{attributes, marks};
use crate::emit::DocTexts;

/// The lines of a comment.
pub(super) struct Comment {
    /// The beginning of each line: `///`, `//!` or `//`.
    slashes: &'static str,
    /// The space after the slashes, unless the text contains it.
    indentation: &'static str,
    text: Rc<str>,
}

impl Comment {
    /// Appends the lines. The first one is already indented.
    pub(super) fn write(&self, out: &mut String, indentation: &str) {
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

/// Replaces each comment of a file by a mark, and returns the comments in the order of their marks.
pub(super) fn take(file: &mut File, texts: &DocTexts) -> Vec<Comment> {
    let mut comments = Vec::new();
    attributes::for_each(file, &mut |attributes| take_each(attributes, texts, &mut comments));
    comments
}

/// Replaces the comments among the attributes of one item, and appends them.
fn take_each(attributes: &mut [Attribute], texts: &DocTexts, comments: &mut Vec<Comment>) {
    let first = comments.len();
    for attribute in attributes {
        if let Some(comment) = read(attribute, texts) {
            *attribute = marks::comment(comments.len(), &attribute.style);
            comments.push(comment);
        }
    }
    for doc in [true, false] {
        let of_item = || comments.iter().skip(first).filter(|comment| (comment.slashes != "//") == doc);
        let mut lines = of_item().flat_map(|comment| comment.text.split('\n'));
        if lines.all(|line| line.starts_with(' ') || is_blank(line)) {
            let of_item = comments.iter_mut().skip(first).filter(|comment| (comment.slashes != "//") == doc);
            of_item.for_each(|comment| comment.indentation = "");
        }
    }
}

/// Returns `true` for a line that rustdoc ignores when it determines the common indentation.
fn is_blank(line: &str) -> bool {
    line.chars().all(char::is_whitespace)
}

/// Returns the comment in an attribute, or `None` for any other attribute.
fn read(attribute: &Attribute, texts: &DocTexts) -> Option<Comment> {
    let path = attribute.path();
    let slashes = match attribute.style {
        _ if path.is_ident("comment") => "//",
        AttrStyle::Outer if path.is_ident("doc") => "///",
        AttrStyle::Inner(_) if path.is_ident("doc") => "//!",
        _ => return None,
    };
    let mut text: Rc<str> = match &attribute.meta {
        Meta::NameValue(MetaNameValue { value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. }) => {
            text.value().into()
        }
        Meta::List(list) => texts.get(list.tokens.to_string().parse().ok()?)?,
        _ => return None,
    };
    if text.contains('\r') {
        // A lone carriage return is an error in a comment, and ends a line of Markdown.
        text = text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    Some(Comment { slashes, indentation: " ", text })
}
