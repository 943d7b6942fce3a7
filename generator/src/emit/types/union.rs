//! Unions.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::structure::literal_value;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{MemberTest, Tag, Tagged, TypeId, Union, UnionPlan, UnionRow, ValueTest};

impl Emitter<'_> {
    /// An open union and its table.
    pub(crate) fn union(&self, id: TypeId, union: &Union, imports: &mut Imports) -> TokenStream {
        imports.runtime("Value");
        let name = self.type_ident(id);
        let documentation = self.documentation(&self.api.definition(id).documentation);
        let variants: Vec<TokenStream> = union
            .variants
            .iter()
            .zip(self.variants(id))
            .map(|(variant, name)| {
                let (documentation, name) = (self.documentation(&variant.documentation), ident(name));
                let type_ = self.held_type(id, &variant.type_, imports);
                quote!(#documentation #name(#type_),)
            })
            .collect();
        let table = match &union.plan {
            UnionPlan::Tagged(tagged) => {
                imports.runtime("tagged_union");
                let (property, rows) = (&tagged.property, self.tag_rows(id, tagged));
                quote!(tagged_union!(#name by #property { #(#rows)* });)
            }
            UnionPlan::Shaped(rows) => {
                imports.runtime("union");
                let rows = rows.iter().filter_map(|row| self.shape_row(id, row));
                quote!(union!(#name { #(#rows)* });)
            }
        };
        let allow = large_variant_allowance(self.has_large_variant(id, union));
        quote! {
            #documentation
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            #allow
            pub enum #name {
                #(#variants)*
                #[doc = "A value of a kind that this version does not know."]
                Unknown(Value),
            }
            #table
        }
    }

    /// A row for each variant, with all the values that lead to it; the variant for all others comes last.
    fn tag_rows(&self, id: TypeId, tagged: &Tagged) -> Vec<TokenStream> {
        let of = |tags: &[Tag], at: usize| -> Vec<String> {
            tags.iter().filter(|tag| tag.variant == at).map(|tag| tag.value.clone()).collect()
        };
        let rows = self.variants(id).iter().enumerate().map(|(at, variant)| {
            let variant = ident(variant);
            let (values, written) = (of(&tagged.tags, at), of(&tagged.written, at));
            (!values.is_empty()).then(|| quote!(#variant: #(#values)|* #(=> #written)*,))
        });
        let default = tagged.default.and_then(|at| self.variants(id).get(at)).map(|variant| {
            let variant = ident(variant);
            quote!(_: #variant,)
        });
        rows.flatten().chain(default).collect()
    }

    fn shape_row(&self, id: TypeId, row: &UnionRow) -> Option<TokenStream> {
        let variant = ident(self.variants(id).get(row.variant)?);
        let test = match &row.test {
            ValueTest::Any => quote!(any()),
            ValueTest::String(values) => quote!(string(#(#values),*)),
            ValueTest::Integer => quote!(integer()),
            ValueTest::Number => quote!(number()),
            ValueTest::Boolean => quote!(boolean()),
            ValueTest::Array => quote!(array()),
            ValueTest::Object(members) => {
                let members = members.iter().map(member_test);
                quote!(object(#(#members),*))
            }
        };
        Some(quote!(#variant: #test,))
    }
}

/// Lets a variant be much larger than the others. A pointer would do as well, but then a member added to a schema
/// could change the type of a variant.
pub(crate) fn large_variant_allowance(is_uneven: bool) -> Option<TokenStream> {
    is_uneven.then(|| quote!(#[allow(clippy::large_enum_variant, reason = "variants hold their types")]))
}

fn member_test(test: &MemberTest) -> TokenStream {
    let name = &test.wire_name;
    let constants: Vec<TokenStream> =
        test.values.iter().filter(|value| !is_composite(value)).map(literal_value).collect();
    match (&test.prefix, constants.is_empty(), test.required) {
        (Some(prefix), true, _) => quote!(#name ^= #prefix),
        (None, true, _) => quote!(#name),
        (_, false, true) => quote!(#name = #(#constants)|*),
        (_, false, false) => quote!(#name ?= #(#constants)|*),
    }
}

/// Whether a value is none that a table can hold.
fn is_composite(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Array(_) | Value::Object(_))
}
