//! Constructors of structs: `new` with the required fields, and a setter for every other field.
//!
//! ```text
//! #[derive(Clone, Object)]                               a struct that requests contain
//! #[object(Debug, PartialEq, new, is("type", "multi"))]
//!
//! #[derive(Clone, Default, Object)]                      the same, if all of its fields are optional
//! #[object(Debug, PartialEq, new)]
//!
//! #[derive(Clone, Object)]                               a struct that only responses contain
//! #[object(Debug, PartialEq, is("type", "multi"))]
//! #[non_exhaustive]
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::structure::{Member, literal_value};
use crate::derives::Traits;
use crate::emit::{Emitter, Moved};
use crate::ir::{Literal, Presence, Struct, StructForm, TypeId};

/// Names of trait methods that clippy reserves for the traits (`clippy::should_implement_trait`).
const TRAIT_METHODS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

impl Emitter<'_> {
    /// Returns the derives and attributes of a struct. `derive` serializes it as an object or a form, and `rule` is the
    /// setting of its naming rule.
    pub(crate) fn struct_attributes(
        &self,
        id: TypeId,
        object: &Struct,
        derive: &TokenStream,
        rule: Option<TokenStream>,
        is_constructed: bool,
    ) -> TokenStream {
        // `new()` without arguments returns the default.
        let is_default = is_constructed && !self.fields(id, object).any(|member| member.presence.is_argument());
        let shared = if object.form == StructForm::Multipart { Traits::empty() } else { Traits::OF_OBJECTS };
        let default = if is_default { Traits::DEFAULT } else { Traits::empty() };
        let (derives, mut settings) = self.derives(id, default, derive, shared);
        let derives = Moved::new(derives);
        let new = is_constructed.then(|| quote!(new));
        settings.extend(new.into_iter().chain(rule).chain(object.literals.iter().map(constant)));
        let settings = (!settings.is_empty()).then(|| Moved::new(quote!(#[object(#(#settings),*)])));
        let non_exhaustive = (!is_constructed).then(|| quote!(#[non_exhaustive]));
        quote! {
            #derives
            #settings
            #non_exhaustive
        }
    }
}

/// Returns the arguments of a field's attribute that name its setters, if they differ from the field's name.
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

/// Returns the argument for a property that always has the same value.
fn constant(literal: &Literal) -> TokenStream {
    let (name, value) = (&literal.wire_name, literal_value(&literal.value));
    quote!(is(#name, #value))
}

/// Returns an allowance for a method with the name of an operator's trait method, if the document requires it.
pub(crate) fn trait_method_allowance(name: &str) -> Option<TokenStream> {
    TRAIT_METHODS
        .contains(&name)
        .then(|| quote!(#[allow(clippy::should_implement_trait, reason = "the document defines the name")]))
}
