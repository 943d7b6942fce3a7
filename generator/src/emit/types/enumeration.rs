//! Enums of values.

use std::fmt::Display;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::code_span::code_span;
use crate::derives::Traits;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Enumeration, Integer, TypeId};
use crate::names::TypeMembers;
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns an open enum of strings.
    pub(crate) fn string_enum(&self, id: TypeId, values: &Enumeration<String>, imports: &mut Imports) -> TokenStream {
        let derive = imports.runtime(RuntimeItem::StringEnum);
        let name = self.defined_ident(id, imports);
        self.enumeration(id, &name, values, &derive, &quote!(String), |value| quote!(#value))
    }

    /// Returns an open enum of integers.
    pub(crate) fn integer_enum(&self, id: TypeId, values: &Enumeration<i128>, imports: &mut Imports) -> TokenStream {
        let derive = imports.runtime(RuntimeItem::IntegerEnum);
        let integer = match values.integer() {
            Integer::I32 | Integer::I64 => quote!(i64),
            Integer::U64 => quote!(u64),
            Integer::I128 => quote!(i128),
        };
        let name = self.defined_ident(id, imports);
        self.enumeration(id, &name, values, &derive, &integer, |value| {
            let literal = Literal::u128_unsuffixed(value.unsigned_abs());
            if *value < 0 { quote!(-#literal) } else { quote!(#literal) }
        })
    }

    /// Returns an open enum. `scalar` is the type of its values.
    fn enumeration<T: Display>(
        &self,
        id: TypeId,
        name: &Ident,
        values: &Enumeration<T>,
        derive: &TokenStream,
        scalar: &TokenStream,
        literal: impl Fn(&T) -> TokenStream,
    ) -> TokenStream {
        let derives = self.derives(id, Traits::empty(), derive);
        let variants = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let paragraphs = self.paragraphs(&value.documentation);
            let documentation = self.value_documentation(&value.value.to_string(), paragraphs);
            let deprecation = self.deprecation(&value.documentation);
            let (variant, literal) = (ident(variant), literal(&value.value));
            quote!(#documentation #deprecation #[wire(#literal)] #variant,)
        });
        quote! {
            #derives
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #[doc = "A value unknown to this version."]
                Unknown(#scalar),
            }
        }
    }

    /// Returns the names of the variants of an enum.
    pub(crate) fn variants(&self, id: TypeId) -> &[String] {
        match &self.names.type_(id).members {
            TypeMembers::Variants(names) => names,
            TypeMembers::Struct(_) | TypeMembers::None => &[],
        }
    }

    /// Returns the documentation of a variant: its value on the wire, which rustdoc does not show otherwise, and the
    /// description.
    ///
    /// ```text
    /// /// `STARTING`
    /// /// `STARTING`: The agent is not ready yet.
    /// ```
    fn value_documentation(&self, value: &str, mut paragraphs: Vec<String>) -> TokenStream {
        let value = match value.char_indices().nth(SHOWN) {
            _ if value.is_empty() => "`\"\"`".to_owned(),
            Some((end, _)) => code_span(&format!("{}…", value.get(..end).unwrap_or_default())),
            None => code_span(value),
        };
        match paragraphs.first_mut() {
            // A code span is safe without further checks.
            None => return self.doc_texts.add(value),
            Some(first) if first.starts_with(&value) => {}
            Some(first) if is_prose(first) => *first = format!("{value}: {first}"),
            Some(_) => paragraphs.insert(0, value),
        }
        self.doc_comment(&paragraphs)
    }
}

/// The maximum number of characters of a value in the documentation. The attribute below it contains the entire value.
const SHOWN: usize = 80;

/// Returns `true` if a paragraph remains one after text is prepended: it does not start a list, a table or another
/// block.
fn is_prose(paragraph: &str) -> bool {
    let number = paragraph.trim_start_matches(|character: char| character.is_ascii_digit());
    let is_numbered = number.len() < paragraph.len() && number.starts_with(['.', ')']);
    paragraph.starts_with(|first: char| first.is_alphanumeric() || "\"'(".contains(first))
        && !is_numbered
        && !paragraph.contains('\n')
}
