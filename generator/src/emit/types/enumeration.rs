//! Enums of values.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Enumeration, TypeId};
use crate::names::TypeMembers;

impl Emitter<'_> {
    /// An open enum of strings.
    pub(crate) fn string_enum(&self, id: TypeId, values: &Enumeration<String>, imports: &mut Imports) -> TokenStream {
        imports.runtime("string_enum");
        let rows = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let (variant, wire) = (ident(variant), &value.value);
            quote!(#variant: #wire,)
        });
        let (name, definition) = (self.type_ident(id), self.enumeration(id, values, &quote!(String)));
        quote! {
            #definition
            string_enum!(#name { #(#rows)* });
        }
    }

    /// An open enum of whole numbers.
    pub(crate) fn integer_enum(&self, id: TypeId, values: &Enumeration<i64>, imports: &mut Imports) -> TokenStream {
        imports.runtime("integer_enum");
        let rows = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let variant = ident(variant);
            let wire = Literal::u64_unsuffixed(value.value.unsigned_abs());
            if value.value < 0 { quote!(#variant: -#wire,) } else { quote!(#variant: #wire,) }
        });
        let (name, definition) = (self.type_ident(id), self.enumeration(id, values, &quote!(i64)));
        quote! {
            #definition
            integer_enum!(#name { #(#rows)* });
        }
    }

    fn enumeration<T>(&self, id: TypeId, values: &Enumeration<T>, unknown: &TokenStream) -> TokenStream {
        let documentation = self.documentation(&self.api.definition(id).documentation);
        let name = self.type_ident(id);
        let variants = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let (documentation, variant) = (self.documentation(&value.documentation), ident(variant));
            quote!(#documentation #variant,)
        });
        quote! {
            #documentation
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #[doc = "A value that this version does not know."]
                Unknown(#unknown),
            }
        }
    }

    /// The names of the variants of an enum.
    pub(crate) fn variants(&self, id: TypeId) -> &[String] {
        match &self.names.type_(id).members {
            TypeMembers::Variants(names) => names,
            TypeMembers::Struct(_) | TypeMembers::None => &[],
        }
    }
}
