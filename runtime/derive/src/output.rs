//! The output of a derive.
//!
//! Trait implementations are text, which the compiler converts to tokens faster than this crate could. Code that
//! contains names, types or documentation of the input is created from templates, so that they keep their spans.

use crate::tokens::{Group, Ident, TokenStream, TokenTree, is_punct};

/// The output of a derive.
#[derive(Default)]
pub struct Output {
    /// Trait implementations.
    pub text: String,
    /// Items created from templates, after the text.
    pub items: TokenStream,
}

impl Output {
    /// Returns the output as tokens.
    pub fn into_tokens(self) -> TokenStream {
        let mut tokens = parse(&self.text);
        tokens.extend(self.items);
        tokens
    }
}

/// Fills the placeholders of a template: `fill("$field: $type,", &[("field", …), ("type", …)])`.
pub fn fill(template: &str, holes: &[(&str, TokenStream)]) -> TokenStream {
    fill_tokens(parse(template), holes)
}

fn fill_tokens(template: TokenStream, holes: &[(&str, TokenStream)]) -> TokenStream {
    let mut filled = Vec::new();
    let mut trees = template.into_iter();
    while let Some(tree) = trees.next() {
        match tree {
            dollar if is_punct(&dollar, '$') => {
                let name = trees.next().map(|name| name.to_string()).unwrap_or_default();
                let value = holes.iter().find(|(hole, _)| *hole == name).map(|(_, value)| value.clone());
                filled.extend(value.unwrap_or_default());
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), fill_tokens(group.stream(), holes));
                inner.set_span(group.span());
                filled.push(TokenTree::Group(inner));
            }
            tree => filled.push(tree),
        }
    }
    filled.into_iter().collect()
}

/// Parses text into tokens. The text of this crate is always valid; otherwise, the compiler would report that the item
/// does not implement its traits.
pub fn parse(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}

/// Parses text into a list of tokens.
pub fn trees(text: &str) -> Vec<TokenTree> {
    parse(text).into_iter().collect()
}

/// Converts an identifier to tokens.
pub fn ident(name: &Ident) -> TokenStream {
    TokenTree::Ident(name.clone()).into()
}

/// Converts tokens to a stream.
pub fn stream(trees: &[TokenTree]) -> TokenStream {
    trees.iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_at_any_depth() {
        let filled = fill("fn $name(x: $type) { [$name] $nothing }", &[("name", parse("a")), ("type", parse("B<C>"))]);
        assert_eq!(filled.to_string(), parse("fn a(x: B<C>) { [a] }").to_string());
    }
}
