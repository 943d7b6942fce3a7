//! Unions.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::structure::literal_value;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{MemberTest, Tag, Tagged, TypeId, Union, UnionPlan, UnionRow, ValueTest};

impl Emitter<'_> {
    /// An open union, defined by its table.
    pub(crate) fn union(&self, id: TypeId, union: &Union, imports: &mut Imports) -> TokenStream {
        let name = self.type_ident(id);
        let documentation = self.documentation(&self.api.definition(id).documentation);
        let (table, by, tests, default) = match &union.plan {
            UnionPlan::Tagged(tagged) => {
                let (property, default) = (&tagged.property, self.default_row(id, tagged));
                (imports.runtime("tagged_union"), Some(quote!(by #property)), tags(union, tagged), default)
            }
            UnionPlan::Shaped(rows) => (imports.runtime("union"), None, shapes(union, rows), None),
            UnionPlan::Form => {
                (imports.runtime("multipart_union"), None, vec![TokenStream::new(); union.variants.len()], None)
            }
        };
        let rows = union.variants.iter().zip(self.variants(id)).zip(tests).map(|((variant, name), test)| {
            let (documentation, name) = (self.documentation(&variant.documentation), ident(name));
            let type_ = self.held_type(id, &variant.type_, imports);
            quote!(#documentation #name(#type_) #test,)
        });
        quote! {
            #table! {
                #documentation
                pub enum #name #by {
                    #(#rows)*
                    #default
                }
            }
        }
    }

    /// The variant for all other tags.
    fn default_row(&self, id: TypeId, tagged: &Tagged) -> Option<TokenStream> {
        let variant = ident(self.variants(id).get(tagged.default?)?);
        Some(quote!(_ => #variant,))
    }
}

/// For each variant all the values that lead to it, and what is written for it.
fn tags(union: &Union, tagged: &Tagged) -> Vec<TokenStream> {
    let of = |tags: &[Tag], at: usize| -> Vec<TokenStream> {
        tags.iter().filter(|tag| tag.variant == at).map(|tag| literal_value(&tag.value)).collect()
    };
    let variants = 0..union.variants.len();
    variants
        .map(|at| match (of(&tagged.tags, at), of(&tagged.written, at)) {
            (values, _) if values.is_empty() => TokenStream::new(),
            (values, written) => quote!(= #(#values)|* #(=> #written)*),
        })
        .collect()
}

/// For each variant what a value must be like.
fn shapes(union: &Union, rows: &[UnionRow]) -> Vec<TokenStream> {
    let variants = 0..union.variants.len();
    variants
        .map(|at| {
            let mut tests = rows.iter().filter(|row| row.variant == at).map(|row| value_test(&row.test)).peekable();
            let sign = tests.peek().is_some().then(|| quote!(=));
            quote!(#sign #(#tests)|*)
        })
        .collect()
}

fn value_test(test: &ValueTest) -> TokenStream {
    match test {
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
    }
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

/// Whether a value is none that a table can hold: of integers, those beyond an `i64`.
fn is_composite(value: &Value) -> bool {
    let is_wide = value.is_u64() && !value.is_i64();
    is_wide || matches!(value, Value::Null | Value::Array(_) | Value::Object(_))
}
