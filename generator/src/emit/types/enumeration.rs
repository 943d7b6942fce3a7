//! Enums of values.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::naming::Naming;
use crate::code_span::code_span;
use crate::derives::Traits;
use crate::emit::imports::Imports;
use crate::emit::{Emitter, ident};
use crate::ir::{Documentation, Enumeration, Integer, TypeId};
use crate::names::TypeMembers;
use crate::runtime_items::RuntimeItem;

impl Emitter<'_> {
    /// Returns an open enum of strings.
    pub(crate) fn string_enum(&self, id: TypeId, values: &Enumeration<String>, imports: &mut Imports) -> TokenStream {
        let name = self.defined_ident(id, imports);
        let derive = imports.runtime(RuntimeItem::StringEnum);
        let (derives, mut settings) = self.derives(id, Traits::empty(), &derive, Traits::OF_SCALARS);
        let names: Vec<(&str, &str)> = self
            .variants(id)
            .iter()
            .zip(&values.values)
            .map(|(name, value)| (name.as_str(), value.value.as_str()))
            .collect();
        let (naming, rule) = Naming::of_variants(&names);
        settings.extend(rule);
        let variants = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let wire = &value.value;
            let attribute = (!naming.implies(variant, wire)).then(|| quote!(#[wire(#wire)]));
            self.variant(variant, wire, &value.documentation, attribute)
        });
        quote! {
            #derives
            #[string_enum(#(#settings),*)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #[doc = "A value unknown to this version."]
                Unknown(String),
            }
        }
    }

    /// Returns an open enum of integers.
    pub(crate) fn integer_enum(&self, id: TypeId, values: &Enumeration<i128>, imports: &mut Imports) -> TokenStream {
        let integer = match values.integer() {
            Integer::I32 | Integer::I64 => quote!(i64),
            Integer::U64 => quote!(u64),
            Integer::I128 => quote!(i128),
        };
        let name = self.defined_ident(id, imports);
        let derive = imports.runtime(RuntimeItem::IntegerEnum);
        let (derives, settings) = self.derives(id, Traits::empty(), &derive, Traits::OF_SCALARS);
        let variants = values.values.iter().zip(self.variants(id)).map(|(value, variant)| {
            let literal = Literal::u128_unsuffixed(value.value.unsigned_abs());
            let sign = (value.value < 0).then(|| quote!(-));
            let attribute = quote!(#[wire(#sign #literal)]);
            self.variant(variant, &value.value.to_string(), &value.documentation, Some(attribute))
        });
        quote! {
            #derives
            #[integer_enum(#(#settings),*)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #[doc = "A value unknown to this version."]
                Unknown(#integer),
            }
        }
    }

    /// Returns a variant with its documentation.
    fn variant(
        &self,
        name: &str,
        value: &str,
        documentation: &Documentation,
        attribute: Option<TokenStream>,
    ) -> TokenStream {
        let docs = self.value_documentation(value, self.paragraphs(documentation));
        let deprecation = self.deprecation(documentation);
        let name = ident(name);
        quote!(#docs #deprecation #attribute #name,)
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

/// The maximum number of characters of a value in the documentation. Its attribute contains the entire value.
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
