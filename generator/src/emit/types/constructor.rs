//! How values that requests carry are made: `new` with what is required, a method for everything else.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Presence, Struct, TypeId};

/// Names of traits' methods that clippy wants to be of the trait (`clippy::should_implement_trait`).
const TRAIT_METHODS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

impl Emitter<'_> {
    /// `new(…)` with what cannot be left out.
    pub(crate) fn constructor(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        let arguments = self.fields(id, object).filter_map(|member| {
            let (name, type_) = (ident(member.name), self.row_type(id, member.field, imports));
            match member.presence {
                Presence::Required | Presence::WriteOnly => Some(quote!(#name(#type_))),
                Presence::Nullable | Presence::NullableWriteOnly => {
                    let type_ = self.held_type(id, &member.field.type_, imports);
                    Some(quote!(#name(Option<#type_>)))
                }
                Presence::Optional | Presence::Maybe => None,
            }
        });
        let arguments: Vec<TokenStream> = arguments.collect();
        quote!(new(#(#arguments),*))
    }
}

/// Lets a method have the name of an operator's, where the document asks for it.
pub(crate) fn trait_method_allowance(name: &str) -> Option<TokenStream> {
    TRAIT_METHODS
        .contains(&name)
        .then(|| quote!(#[allow(clippy::should_implement_trait, reason = "the document calls it so")]))
}
