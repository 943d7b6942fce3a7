//! Token types: those of the compiler or, in unit tests, which run outside the compiler, those of `proc-macro2`.

#[cfg(not(test))]
pub use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
#[cfg(test)]
pub use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// Returns the tokens of a stream, and expands the invisible groups that `macro_rules!` puts around its fragments.
pub fn flatten(stream: TokenStream) -> Vec<TokenTree> {
    let mut trees = Vec::new();
    for tree in stream {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => trees.extend(flatten(group.stream())),
            tree => trees.push(tree),
        }
    }
    trees
}

/// Returns tokens as text.
pub fn text(trees: &[TokenTree]) -> String {
    trees.iter().cloned().collect::<TokenStream>().to_string()
}

/// Returns `true` if a token is this punctuation character.
pub fn is_punct(tree: &TokenTree, character: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == character)
}

/// Returns an identifier without `r#`.
pub fn unraw(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}

/// Returns `true` if an identifier is this word.
#[allow(clippy::cmp_owned, reason = "only the identifiers of `proc-macro2` can be compared with text")]
pub fn is_word(name: &Ident, word: &str) -> bool {
    name.to_string() == word
}
