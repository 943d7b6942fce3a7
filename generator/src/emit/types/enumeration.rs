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
        let macro_name = imports.runtime("string_enum");
        let wire = |value: &String| quote!(#value);
        self.enumeration(id, values, &macro_name, wire)
    }

    /// An open enum of whole numbers.
    pub(crate) fn integer_enum(&self, id: TypeId, values: &Enumeration<i64>, imports: &mut Imports) -> TokenStream {
        let macro_name = imports.runtime("integer_enum");
        let wire = |value: &i64| {
            let wire = Literal::u64_unsuffixed(value.unsigned_abs());
            if *value < 0 { quote!(-#wire) } else { quote!(#wire) }
        };
        self.enumeration(id, values, &macro_name, wire)
    }

    fn enumeration<T>(
        &self,
        id: TypeId,
        values: &Enumeration<T>,
        macro_name: &TokenStream,
        wire: impl Fn(&T) -> TokenStream,
    ) -> TokenStream {
        let documentation = self.documentation(&self.api.definition(id).documentation);
        let name = self.type_ident(id);
        let rows = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let (documentation, variant) = (self.documentation(&value.documentation), ident(variant));
            let wire = wire(&value.value);
            quote!(#documentation #variant = #wire,)
        });
        quote! {
            #macro_name! {
                #documentation
                pub enum #name {
                    #(#rows)*
                }
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
