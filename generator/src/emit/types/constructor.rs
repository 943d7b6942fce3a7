//! How callers make a struct: `new` with what cannot be left out, a setter for everything else.
//!
//! ```text
//! #[derive(Clone, Debug, PartialEq, Object)]            a struct that requests carry
//! #[object(new, is("type", "multi"))]
//!
//! #[derive(Clone, Debug, Default, PartialEq, Object)]   the same, all of whose fields are optional
//! #[object(new)]
//!
//! #[derive(Clone, Debug, PartialEq, Object)]            a struct that is received only
//! #[object(is("type", "multi"))]
//! #[non_exhaustive]
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::structure::{Member, literal_value};
use crate::derives::Traits;
use crate::emit::Emitter;
use crate::ir::{Literal, Presence, Struct, TypeId};

/// Names of traits' methods that clippy wants to be of the trait (`clippy::should_implement_trait`).
const TRAIT_METHODS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

impl Emitter<'_> {
    /// The derives and attributes of a struct. `derive` writes it as an object or a form.
    pub(crate) fn struct_attributes(
        &self,
        id: TypeId,
        object: &Struct,
        derive: &TokenStream,
        is_constructed: bool,
    ) -> TokenStream {
        // `new()` without arguments returns the default.
        let is_default = is_constructed && !self.fields(id, object).any(|member| member.presence.is_argument());
        let default = if is_default { Traits::DEFAULT } else { Traits::empty() };
        let derives = self.derives(id, default, derive);
        let new = is_constructed.then(|| quote!(new));
        let arguments: Vec<TokenStream> = new.into_iter().chain(object.literals.iter().map(constant)).collect();
        let arguments = (!arguments.is_empty()).then(|| quote!(#[object(#(#arguments),*)]));
        let non_exhaustive = (!is_constructed).then(|| quote!(#[non_exhaustive]));
        quote! {
            #derives
            #arguments
            #non_exhaustive
        }
    }
}

/// The arguments of a field's attribute that name its setters, where they are not called after the field.
pub(crate) fn setter_arguments(member: &Member<'_>) -> Vec<TokenStream> {
    let mut arguments = Vec::new();
    if !member.presence.is_argument() && member.setter != member.name {
        let setter = member.setter;
        arguments.push(quote!(setter = #setter));
    }
    if let (Presence::Maybe, Some(setter)) = (member.presence, member.null_setter) {
        arguments.push(quote!(null_setter = #setter));
    }
    arguments
}

/// A property that always has the same value.
fn constant(literal: &Literal) -> TokenStream {
    let (name, value) = (&literal.wire_name, literal_value(&literal.value));
    quote!(is(#name, #value))
}

/// Lets a method have the name of an operator's, where the document asks for it.
pub(crate) fn trait_method_allowance(name: &str) -> Option<TokenStream> {
    TRAIT_METHODS
        .contains(&name)
        .then(|| quote!(#[allow(clippy::should_implement_trait, reason = "the document calls it so")]))
}
