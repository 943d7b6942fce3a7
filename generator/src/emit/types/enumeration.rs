//! Enums of values.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::derives::Traits;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Enumeration, Integer, TypeId};
use crate::names::TypeMembers;

impl Emitter<'_> {
    /// An open enum of strings.
    pub(crate) fn string_enum(&self, id: TypeId, values: &Enumeration<String>, imports: &mut Imports) -> TokenStream {
        let derive = imports.runtime("StringEnum");
        self.enumeration(id, values, &derive, &quote!(String), |value| quote!(#value))
    }

    /// An open enum of integers.
    pub(crate) fn integer_enum(&self, id: TypeId, values: &Enumeration<i128>, imports: &mut Imports) -> TokenStream {
        let derive = imports.runtime("IntegerEnum");
        let integer = match values.integer() {
            Integer::I32 | Integer::I64 => quote!(i64),
            Integer::U64 => quote!(u64),
            Integer::I128 => quote!(i128),
        };
        self.enumeration(id, values, &derive, &integer, |value| {
            let literal = Literal::u128_unsuffixed(value.unsigned_abs());
            if *value < 0 { quote!(-#literal) } else { quote!(#literal) }
        })
    }

    /// An open enum. `scalar` is the type of its values.
    fn enumeration<T>(
        &self,
        id: TypeId,
        values: &Enumeration<T>,
        derive: &TokenStream,
        scalar: &TokenStream,
        literal: impl Fn(&T) -> TokenStream,
    ) -> TokenStream {
        let derives = self.derives(id, Traits::empty(), derive);
        let name = self.type_ident(id);
        let variants = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let (documentation, variant) = (self.documentation(&value.documentation), ident(variant));
            let literal = literal(&value.value);
            quote!(#documentation #[wire(#literal)] #variant,)
        });
        quote! {
            #derives
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #[doc = "A value that this version does not know."]
                Unknown(#scalar),
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
