//! `Union`: enums whose variants are distinguished by the shape of the value.

pub mod shape;
pub mod variants;

use std::fmt::Write as _;

use crate::errors::Errors;
use crate::item::{Attributes, Item};
use crate::output::Output;
use variants::Variants;

pub const ATTRIBUTES: Attributes = Attributes { item: &["union"], member: &["shape", "union"] };

/// Expands `#[derive(Union)]`.
pub fn expand(item: &Item, errors: &mut Errors) -> Option<Output> {
    let variants = Variants::of(item, "Union", "Value", errors)?;
    variants.reject_tag("Union", errors);
    let tests: Vec<String> = variants.known.iter().map(|variant| shape::tests(variant, errors)).collect();
    let mut output = Output { items: variants.conversions(shape::string(variants.known), errors), ..Output::default() };
    // Writing to a string cannot fail.
    let _ = implementations(&mut output.text, &variants, &tests);
    Some(output)
}

fn implementations(out: &mut String, variants: &Variants<'_>, tests: &[String]) -> std::fmt::Result {
    let name = variants.name;
    let tests = tests.join(", ");
    let exactness = variants.exactness();
    write!(
        out,
        "#[automatically_derived] impl<'de> ::apiarist_runtime::serde::Deserialize<'de> for {name} {{ \
         fn deserialize<D: ::apiarist_runtime::serde::Deserializer<'de>>(deserializer: D) \
         -> ::core::result::Result<Self, D::Error> {{ ::apiarist_runtime::tables::union::decode(deserializer) }} }} \
         #[automatically_derived] impl ::apiarist_runtime::tables::choice::Choice for {name} {{ \
         const EXPECTED: &'static str = \"a value of {name}\"; {exactness}\
         fn candidates(surface: &::apiarist_runtime::tables::content::Content<'_>) \
         -> ::core::option::Option<::apiarist_runtime::tables::choice::Candidates> {{ \
         ::core::option::Option::Some(::apiarist_runtime::tables::union::candidates(surface, &[{tests}])) }} \
         fn read<R: ::apiarist_runtime::tables::choice::VariantReader>(variant: usize, reader: R) \
         -> ::core::result::Result<Self, R::Error> {{"
    )?;
    variants.read(out)?;
    out.push_str("} fn unknown(value: ::apiarist_runtime::Value) -> Self { Self::Unknown(value) } }");
    variants.visit(out, |_| None)
}
