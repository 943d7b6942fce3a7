//! Structs that are multipart forms.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Field, Presence, Struct, Type, TypeId, TypeKind};

impl Emitter<'_> {
    /// A form and its table.
    pub(crate) fn multipart(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        imports.runtime("multipart");
        let name = self.type_ident(id);
        let documentation = self.documentation(&self.api.definition(id).documentation);
        let members = self.members(id);
        let is_default = !object.fields.iter().any(|field| self.presence(id, object, field) == Presence::Required);
        let default = is_default.then(|| quote!(Default,));
        let mut fields = Vec::new();
        let mut rows = Vec::new();
        for (field, name) in object.fields.iter().zip(&members.fields) {
            let presence = self.presence(id, object, field);
            fields.push(self.field(id, field, name, presence, imports));
            let (name, wire, kind) = (ident(name), &field.wire_name, self.part_kind(field, presence));
            rows.push(quote!(#name: #kind(#wire),));
        }
        let literals = object.literals.iter().map(|literal| {
            let (wire, value) = (&literal.wire_name, super::structure::literal_value(&literal.value));
            quote!(#wire = #value,)
        });
        let constructor = self.constructor(id, object, imports);
        quote! {
            #documentation
            #[derive(Clone, Debug, #default PartialEq)]
            pub struct #name {
                #(#fields)*
            }
            multipart!(#name {
                #(#literals)*
                #(#rows)*
            });
            #constructor
        }
    }

    fn part_kind(&self, field: &Field, presence: Presence) -> TokenStream {
        let required = presence == Presence::Required;
        match (self.resolved(&field.type_), required) {
            (Type::File, true) => quote!(file),
            (Type::File, false) => quote!(optional_file),
            (Type::Array(element), _) if *self.resolved(element) == Type::File => {
                if required {
                    quote!(files)
                } else {
                    quote!(optional_files)
                }
            }
            (Type::Array(element), _) if self.is_plain(element) => {
                if required {
                    quote!(texts)
                } else {
                    quote!(optional_texts)
                }
            }
            (type_, true) if self.is_plain(type_) => quote!(text),
            (type_, false) if self.is_plain(type_) => quote!(optional_text),
            (_, true) => quote!(json),
            (_, false) => quote!(optional_json),
        }
    }

    /// Whether a value is one word of text rather than JSON.
    fn is_plain(&self, type_: &Type) -> bool {
        match self.resolved(type_) {
            Type::Any | Type::Array(_) | Type::Tuple(_) | Type::Map(_) | Type::Nullable(_) | Type::File => false,
            Type::Custom(custom) => self.is_plain(&custom.stands_for),
            Type::Named(id) => match &self.api.definition(*id).kind {
                TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => true,
                TypeKind::Union(union) => {
                    union.variants.iter().all(|variant| variant.type_ != *type_ && self.is_plain(&variant.type_))
                }
                TypeKind::Struct(_) | TypeKind::Alias(_) => false,
            },
            _ => true,
        }
    }
}
