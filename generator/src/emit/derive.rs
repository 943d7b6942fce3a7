//! Derives, and the attributes from `[derives]`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emitter, custom_path, ident};
use crate::derives::Traits;
use crate::ir::TypeId;

impl Emitter<'_> {
    /// Returns the derives of a type, and its derives and attributes from the settings. `own` is the derive that
    /// serializes and deserializes the type; `more` are traits that depend on its form. The traits in `shared` are not
    /// derived, but returned as arguments for the attribute of `own`, which implements them.
    ///
    /// ```text
    /// #[derive(Clone, Object)]
    /// #[object(Debug, PartialEq, Eq, Hash)]
    /// ```
    pub(crate) fn derives(
        &self,
        id: TypeId,
        more: Traits,
        own: &TokenStream,
        shared: Traits,
    ) -> (TokenStream, Vec<TokenStream>) {
        let Some(derives) = self.derives.of_type(id) else { return Default::default() };
        let traits = derives.traits | more;
        let derive = derive_attribute(traits - shared, Some(own));
        let paths: Vec<TokenStream> = derives.paths.iter().map(|path| custom_path(path.as_str())).collect();
        let derive_more = (!paths.is_empty()).then(|| quote!(#[derive(#(#paths),*)]));
        let attributes = derives.attributes.iter().filter_map(|text| text.parse::<TokenStream>().ok());
        (quote!(#derive #derive_more #(#attributes)*), names(traits & shared))
    }
}

/// Returns the attribute with traits of the standard library and the derive that serializes and deserializes the type.
pub(crate) fn derive_attribute(traits: Traits, own: Option<&TokenStream>) -> TokenStream {
    let derives = names(traits).into_iter().chain(own.cloned());
    quote!(#[derive(#(#derives),*)])
}

/// Returns the names of traits.
fn names(traits: Traits) -> Vec<TokenStream> {
    traits
        .names()
        .map(|name| {
            let name = ident(name);
            quote!(#name)
        })
        .collect()
}
