//! Marks for blank lines, comments and attributes, which `prettyplease` does not preserve exactly.
//!
//! ```text
//!     fn a() {}           fn a() {}
//!     ///␁           →
//!     ///␁0               /// The first line.
//!     fn b() {}           /// The second line.
//!                         fn b() {}
//! ```
//!
//! All attributes of a member become marks before it is formatted, so that no other text can be mistaken for a mark.

use proc_macro2::Span;
use syn::{AttrStyle, Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta, MetaNameValue};

use super::prefix::Prefix;

/// The first character of a mark, after the slashes.
const MARK: char = '\u{1}';

/// Returns the attribute that becomes a blank line.
pub(super) fn blank_line() -> Attribute {
    doc(String::from(MARK))
}

/// Returns the attribute that becomes the comment or attribute with a number.
pub(super) fn prefix(number: usize) -> Attribute {
    doc(format!("{MARK}{number}"))
}

fn doc(text: String) -> Attribute {
    let value = Lit::Str(LitStr::new(&text, Span::call_site()));
    Attribute {
        pound_token: Default::default(),
        style: AttrStyle::Outer,
        bracket_token: Default::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: Ident::new("doc", Span::call_site()).into(),
            eq_token: Default::default(),
            value: Expr::Lit(ExprLit { attrs: Vec::new(), lit: value }),
        }),
    }
}

/// Appends a text with its marks replaced.
pub(super) fn resolve(out: &mut String, text: &str, prefixes: &[Prefix]) {
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(MARK) {
        let Some(before) = before.strip_suffix("///") else {
            out.push_str(before);
            out.push(MARK);
            rest = behind;
            continue;
        };
        let (number, next) = behind.split_once('\n').unwrap_or((behind, ""));
        let code = before.trim_end_matches(' ');
        match number.parse().ok().and_then(|number: usize| prefixes.get(number)) {
            Some(prefix) => {
                out.push_str(before);
                prefix.write(out, before.get(code.len()..).unwrap_or_default());
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
