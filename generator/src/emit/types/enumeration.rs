//! Enums of values.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Enumeration, Integer, TypeId};
use crate::names::TypeMembers;

impl Emitter<'_> {
    /// An open enum of strings.
    pub(crate) fn string_enum(&self, id: TypeId, values: &Enumeration<String>, imports: &mut Imports) -> TokenStream {
        let macro_name = imports.runtime("string_enum");
        let wire = |value: &String| quote!(#value);
        self.enumeration(id, values, &macro_name, &TokenStream::new(), wire)
    }

    /// An open enum of whole numbers.
    pub(crate) fn integer_enum(&self, id: TypeId, values: &Enumeration<i128>, imports: &mut Imports) -> TokenStream {
        let macro_name = imports.runtime("integer_enum");
        let integer = match values.integer() {
            Integer::I32 | Integer::I64 => TokenStream::new(),
            Integer::U64 => quote!(: u64),
            Integer::I128 => quote!(: i128),
        };
        let wire = |value: &i128| {
            let wire = Literal::u128_unsuffixed(value.unsigned_abs());
            if *value < 0 { quote!(-#wire) } else { quote!(#wire) }
        };
        self.enumeration(id, values, &macro_name, &integer, wire)
    }

    fn enumeration<T>(
        &self,
        id: TypeId,
        values: &Enumeration<T>,
        macro_name: &TokenStream,
        integer: &TokenStream,
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
                pub enum #name #integer {
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
