//! Definitions of types: plain items, whose derives serialize and deserialize them.

mod alias;
mod constructor;
mod documentation;
mod enumeration;
mod multipart;
mod naming;
mod naming_rule;
mod structure;
mod union;

pub(crate) use constructor::trait_method_allowance;
use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::{Emitter, Moved, ident};
use crate::ir::{StructForm, TypeId, TypeKind};

impl Emitter<'_> {
    /// Returns a type with its documentation and derives, or an alias of the definition that it shares with others.
    pub(crate) fn definition(&self, id: TypeId, imports: &mut Imports) -> TokenStream {
        let documentation = self.type_documentation(id, imports);
        let item = match self.shared_types().name_of(id) {
            Some(shared) => {
                let (name, shared) = (self.type_ident(id), ident(shared));
                quote!(pub type #name = super::shared::#shared;)
            }
            None => self.item(id, imports),
        };
        let (documentation, item) = (Moved::new(documentation), Moved::new(item));
        quote!(#documentation #item)
    }

    /// Returns a type with its derives.
    pub(crate) fn item(&self, id: TypeId, imports: &mut Imports) -> TokenStream {
        match &self.api.definition(id).kind {
            TypeKind::Struct(object) if object.form == StructForm::Multipart => self.multipart(id, object, imports),
            TypeKind::Struct(object) => self.structure(id, object, imports),
            TypeKind::StringEnum(values) => self.string_enum(id, values, imports),
            TypeKind::IntegerEnum(values) => self.integer_enum(id, values, imports),
            TypeKind::Union(union) => self.union(id, union, imports),
            TypeKind::Alias(type_) => self.alias(id, type_, imports),
        }
    }
}
