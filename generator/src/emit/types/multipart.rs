//! Structs that are multipart forms.

use proc_macro2::TokenStream;
use quote::quote;

use super::constructor::setter_arguments;
use super::naming::Naming;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, Moved, ident};
use crate::ir::{Scalar, Struct, Type, TypeId, TypeKind};
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns a struct that is sent as a multipart form.
    pub(crate) fn multipart(&self, id: TypeId, object: &Struct, imports: &mut Imports) -> TokenStream {
        let name = self.defined_ident(id, imports);
        let derive = imports.runtime(RuntimeItem::Multipart);
        let attributes = Moved::new(self.struct_attributes(id, object, &derive, None, true));
        let fields = self.fields(id, object).map(|member| {
            let mut arguments = vec![self.part_kind(&member.field.type_)];
            arguments.extend(member.wire_name(Naming::Same));
            arguments.extend(setter_arguments(&member));
            self.field(id, &member, Some(quote!(#[part(#(#arguments),*)])), imports)
        });
        let fields: Moved = fields.collect();
        let extra = object.extra.as_ref().map(|type_| {
            let (name, kind) = (ident(&self.members(id).extra), self.part_kind(type_));
            let is_form = *self.resolved(type_) == Type::Scalar(Scalar::Form);
            let mut type_ = self.type_(type_, imports);
            if !is_form {
                imports.map = true;
                type_ = quote!(BTreeMap<String, #type_>);
            }
            quote! {
                #[doc = "Additional parts."]
                #[part(#kind, rest)]
                pub #name: #type_,
            }
        });
        quote! {
            #attributes
            pub struct #name {
                #fields
                #extra
            }
        }
    }

    /// Returns the kind of a part for `#[part(…)]`.
    fn part_kind(&self, type_: &Type) -> TokenStream {
        match self.resolved(type_) {
            Type::Scalar(Scalar::File) => quote!(file),
            Type::Scalar(Scalar::Form) => quote!(form),
            Type::Array(element) if *self.resolved(element) == Type::Scalar(Scalar::File) => quote!(files),
            Type::Array(element) if self.is_plain(element) => quote!(texts),
            Type::Array(_) | Type::Tuple(_) => quote!(parts),
            type_ if self.is_plain(type_) => quote!(text),
            Type::Named(id) if self.may_be_array(*id) => quote!(parts),
            _ => quote!(json),
        }
    }

    /// Returns `true` if a type is a union with array variants.
    fn may_be_array(&self, id: TypeId) -> bool {
        let TypeKind::Union(union) = &self.api.definition(id).kind else { return false };
        union.variants.iter().any(|variant| matches!(self.resolved(&variant.type_), Type::Array(_) | Type::Tuple(_)))
    }

    /// Returns `true` if values are sent as plain text rather than JSON.
    fn is_plain(&self, type_: &Type) -> bool {
        match self.resolved(type_) {
            Type::Scalar(scalar) => scalar.is_plain(),
            Type::Array(_) | Type::Tuple(_) | Type::Map(_) | Type::Nullable(_) => false,
            Type::Custom(custom) => self.is_plain(&custom.stands_for),
            Type::Named(id) => match &self.api.definition(*id).kind {
                TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => true,
                TypeKind::Union(union) => {
                    union.variants.iter().all(|variant| variant.type_ != *type_ && self.is_plain(&variant.type_))
                }
                TypeKind::Struct(_) | TypeKind::Alias(_) => false,
            },
        }
    }
}
