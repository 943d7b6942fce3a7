//! `MultipartUnion`: enums of multipart forms.

use std::fmt::Write as _;

use crate::errors::Errors;
use crate::item::{Attributes, Item};
use crate::output::Output;
use crate::union::variants::Variants;

pub const ATTRIBUTES: Attributes = Attributes { item: &["union"], member: &["union"] };

/// Expands `#[derive(MultipartUnion)]`.
pub fn expand(item: &Item, errors: &mut Errors) -> Option<Output> {
    let variants = Variants::of(item, "MultipartUnion", "MultipartForm", errors)?;
    variants.reject_tag("MultipartUnion", errors);
    variants.reject_exact("MultipartUnion", errors);
    variants.reject_standard_traits("MultipartUnion", errors);
    let mut output = Output { items: variants.conversions(None, errors), ..Output::default() };
    // Writing to a string cannot fail.
    let _ = implementation(&mut output.text, &variants);
    Some(output)
}

fn implementation(out: &mut String, variants: &Variants<'_>) -> std::fmt::Result {
    write!(
        out,
        "#[automatically_derived] impl ::apiarist_runtime::codegen::ToMultipart for {} {{ \
         fn to_parts(&self) -> ::apiarist_runtime::serde_json::Result<::std::vec::Vec<::apiarist_runtime::codegen::FormPart>> {{ \
         match self {{",
        variants.name
    )?;
    for variant in variants.known {
        write!(out, "Self::{}(form) => ::apiarist_runtime::codegen::ToMultipart::to_parts(form),", variant.name)?;
    }
    out.push_str("Self::Unknown(form) => ::apiarist_runtime::codegen::ToMultipart::to_parts(form), } } }");
    Ok(())
}
