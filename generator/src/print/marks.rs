//! Marks for blank lines and comment lines, which `prettyplease` does not preserve exactly.
//!
//! ```text
//!     fn a() {}           fn a() {}
//!     ///␁           →
//!     ///␁0               /// The first line.
//!     fn b() {}           /// The second line.
//!                         fn b() {}
//! ```
//!
//! All comments of an item become marks before it is formatted, so that no other text can be mistaken for a mark.

use proc_macro2::Span;
use syn::{AttrStyle, Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, MetaNameValue};

use super::comments::Comment;

/// The first character of a mark, after the slashes.
const MARK: char = '\u{1}';

/// Returns the attribute that becomes a blank line.
pub(super) fn blank_line() -> Attribute {
    doc(String::from(MARK), AttrStyle::Outer)
}

/// Returns the attribute that becomes the comment with this number.
pub(super) fn comment(number: usize, style: &AttrStyle) -> Attribute {
    let style = match style {
        AttrStyle::Outer => AttrStyle::Outer,
        AttrStyle::Inner(_) => AttrStyle::Inner(Default::default()),
    };
    doc(format!("{MARK}{number}"), style)
}

fn doc(text: String, style: AttrStyle) -> Attribute {
    let value = Lit::Str(LitStr::new(&text, Span::call_site()));
    Attribute {
        pound_token: Default::default(),
        style,
        bracket_token: Default::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: Ident::new("doc", Span::call_site()).into(),
            eq_token: Default::default(),
            value: Expr::Lit(ExprLit { attrs: Vec::new(), lit: value }),
        }),
    }
}

/// Appends a text with its marks replaced.
pub(super) fn resolve(out: &mut String, text: &str, comments: &[Comment]) {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(MARK) {
        let Some(before) = before.strip_suffix("///").or_else(|| before.strip_suffix("//!")) else {
            out.push_str(before);
            out.push(MARK);
            rest = behind;
            continue;
        };
        let (number, next) = behind.split_once('\n').unwrap_or((behind, ""));
        let code = before.trim_end_matches(' ');
        match number.parse().ok().and_then(|number: usize| comments.get(number)) {
            Some(comment) => {
                out.push_str(before);
                comment.write(out, before.get(code.len()..).unwrap_or_default());
            }
            None => {
                out.push_str(code);
                out.push('\n');
            }
        }
        rest = next;
    }
    out.push_str(rest);
}
