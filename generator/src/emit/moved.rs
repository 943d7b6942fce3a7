//! Tokens that move into the template around them.
//!
//! `quote!` clones each token stream that it interpolates, so a token is cloned once for every template around it:
//!
//! ```text
//! quote!(Option<#type_>)   →   quote!(pub #name: #type_,)   →   quote!(pub struct #name { #fields })
//! ```

use std::cell::Cell;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// A token stream that one template consumes by interpolating it; a second one would interpolate nothing.
pub(super) struct Moved(Cell<Option<TokenStream>>);

impl Moved {
    pub(super) fn new(tokens: TokenStream) -> Self {
        Self(Cell::new(Some(tokens)))
    }
}

impl FromIterator<TokenStream> for Moved {
    fn from_iter<I: IntoIterator<Item = TokenStream>>(streams: I) -> Self {
        Self::new(streams.into_iter().collect())
    }
}

impl ToTokens for Moved {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let own = self.0.take();
        debug_assert!(own.is_some(), "tokens must be interpolated once");
        let own = own.unwrap_or_default();
        if tokens.is_empty() {
            *tokens = own;
        } else {
            tokens.extend([own]);
        }
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn tokens_move_to_their_position() {
        let fields: Moved = [quote!(a: A,), quote!(b: B,)].into_iter().collect();
        let (attribute, none) = (Moved::new(quote!(#[x])), None::<Moved>);
        assert_eq!(
            quote!(#attribute #none struct S { #fields }).to_string(),
            quote!(
                #[x]
                struct S {
                    a: A,
                    b: B,
                }
            )
            .to_string()
        );
    }
}
