//! Errors in the input of a derive, each with the span of the invalid tokens.

use crate::tokens::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// All errors of an item, so that one compilation reports all of them.
#[derive(Default)]
pub struct Errors(Vec<(Span, String)>);

impl Errors {
    /// Adds an error.
    pub fn add(&mut self, span: Span, message: impl Into<String>) {
        self.0.push((span, message.into()));
    }

    /// Returns `true` if there are no errors.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns a `compile_error!` invocation for each error.
    pub fn into_compile_errors(self) -> TokenStream {
        self.0.into_iter().flat_map(|(span, message)| compile_error(span, &message)).collect()
    }

    /// Returns the errors with their spans.
    #[cfg(test)]
    pub fn into_messages(self) -> Vec<(Span, String)> {
        self.0
    }
}

/// Returns `::core::compile_error! { "message" }`.
fn compile_error(span: Span, message: &str) -> [TokenTree; 8] {
    let punct = |character, spacing| TokenTree::Punct(Punct::new(character, spacing));
    let word = |word| TokenTree::Ident(Ident::new(word, span));
    let body = TokenTree::Group(Group::new(Delimiter::Brace, spanned(Literal::string(message).into(), span).into()));
    [
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        word("core"),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
        word("compile_error"),
        punct('!', Spacing::Alone),
        body,
    ]
    .map(|tree| spanned(tree, span))
}

fn spanned(mut tree: TokenTree, span: Span) -> TokenTree {
    tree.set_span(span);
    tree
}
