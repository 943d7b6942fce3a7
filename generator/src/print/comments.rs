//! Doc comments and plain comments: one attribute for each line, so that each becomes `/// line` or `// line`.
//!
//! ```text
//! #[doc = "A pet.\n- furry"]     →  #[doc = " A pet."] #[doc = " - furry"]  →  /// A pet.
//!                                                                              /// - furry
//! #[comment = "Kept for users."] →  #[comment = " Kept for users."]         →  // Kept for users.
//! ```
//!
//! The comment of an item whose lines all begin with a space, such as one that was parsed from `///`, is kept as it is.

use proc_macro2::Span;
use syn::visit_mut::{VisitMut, visit_file_mut};
use syn::{AttrStyle, Attribute, Expr, ExprLit, File, Ident, Lit, LitStr, Meta, MetaNameValue, Type};

use super::marks;

/// The attributes that are printed as comments.
const COMMENTS: [&str; 2] = ["doc", "comment"];

/// Replaces each comment of a file by attributes of one line.
pub(super) fn split_into_lines(file: &mut File) {
    visit_file_mut(&mut Splitter, file);
}

struct Splitter;

impl VisitMut for Splitter {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        for name in COMMENTS {
            if attributes.iter().any(|attribute| attribute.path().is_ident(name)) {
                split(attributes, name);
            }
        }
    }

    // Neither types nor expressions have comments.
    fn visit_type_mut(&mut self, _: &mut Type) {}
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

fn split(attributes: &mut Vec<Attribute>, name: &str) {
    let texts: Vec<Option<Vec<String>>> = attributes.iter().map(|attribute| lines(attribute, name)).collect();
    let has_indentation = |line: &String| line.starts_with(' ') || is_blank(line);
    let is_indented = texts.iter().flatten().flatten().all(has_indentation);
    let indentation = if is_indented { "" } else { " " };
    let mut split = Vec::new();
    for (attribute, lines) in std::mem::take(attributes).into_iter().zip(texts) {
        match lines {
            None => split.push(attribute),
            Some(lines) => split.extend(lines.into_iter().map(|line| {
                let text = if is_blank(&line) { line } else { format!("{indentation}{line}") };
                named(name, &marks::with_line_end(text), same_style(&attribute.style))
            })),
        }
    }
    *attributes = split;
}

fn same_style(style: &AttrStyle) -> AttrStyle {
    match style {
        AttrStyle::Outer => AttrStyle::Outer,
        AttrStyle::Inner(_) => AttrStyle::Inner(Default::default()),
    }
}

/// Returns `true` for a line that rustdoc does not count when it looks for the common indentation.
fn is_blank(line: &str) -> bool {
    line.chars().all(char::is_whitespace)
}

/// Returns the lines of a comment, or `None` for any other attribute. A comment must not hold a lone carriage return,
/// which ends a line of Markdown as well.
fn lines(attribute: &Attribute, name: &str) -> Option<Vec<String>> {
    match &attribute.meta {
        Meta::NameValue(MetaNameValue { path, value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. })
            if path.is_ident(name) =>
        {
            let text = text.value().replace("\r\n", "\n").replace('\r', "\n");
            Some(text.split('\n').map(str::to_owned).collect())
        }
        _ => None,
    }
}

/// Returns the attribute `#[name = "text"]`.
pub(super) fn named(name: &str, text: &str, style: AttrStyle) -> Attribute {
    let value = Lit::Str(LitStr::new(text, Span::call_site()));
    Attribute {
        pound_token: Default::default(),
        style,
        bracket_token: Default::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: Ident::new(name, Span::call_site()).into(),
            eq_token: Default::default(),
            value: Expr::Lit(ExprLit { attrs: Vec::new(), lit: value }),
        }),
    }
}
