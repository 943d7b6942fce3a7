//! `Multipart`: structs that are sent as multipart forms.

use std::fmt::Write as _;

use crate::errors::Errors;
use crate::field::{Field, FieldAttribute, Presence};
use crate::item::{Attributes, Item};
use crate::object::{Settings, fields};
use crate::output::Output;

pub const ATTRIBUTES: Attributes = Attributes { item: &["object"], member: &["part"] };

/// Expands `#[derive(Multipart)]`.
pub fn expand(item: &Item, errors: &mut Errors) -> Option<Output> {
    let settings = Settings::of(item, FieldAttribute::Part, errors);
    let fields = fields(item.fields("Multipart", errors)?, FieldAttribute::Part, &settings, errors);
    let mut output = Output { items: settings.methods(item, &fields), ..Output::default() };
    // Writing to a string cannot fail.
    let _ = implementation(&mut output.text, item, &settings, &fields);
    Some(output)
}

fn implementation(out: &mut String, item: &Item, settings: &Settings, fields: &[Field<'_>]) -> std::fmt::Result {
    write!(
        out,
        "#[automatically_derived] impl ::apiarist_runtime::codegen::ToMultipart for {} {{ \
         fn to_parts(&self) -> ::apiarist_runtime::serde_json::Result<::std::vec::Vec<::apiarist_runtime::codegen::FormPart>> {{ \
         #[allow(unused_mut)] let mut parts = ::std::vec::Vec::new();",
        item.name
    )?;
    for (name, constant) in &settings.constants {
        let value = &constant.text;
        write!(out, "::apiarist_runtime::tables::multipart::text(&mut parts, {name}.into(), &{value})?;")?;
    }
    for field in fields {
        let name = &field.member.name;
        let wire_name = &field.wire_name;
        let kind = field.part_kind.as_deref().unwrap_or_default();
        match (field.presence, kind) {
            (Presence::Rest, "form") => {
                write!(out, "parts.extend(::apiarist_runtime::codegen::ToMultipart::to_parts(&self.{name})?);")?;
            }
            (Presence::Rest, _) => write!(
                out,
                "for (name, value) in &self.{name} {{ \
                 ::apiarist_runtime::tables::multipart::{kind}(&mut parts, name.clone().into(), value)?; }}"
            )?,
            (Presence::Required, _) => write!(
                out,
                "::apiarist_runtime::tables::multipart::{kind}(&mut parts, {wire_name}.into(), &self.{name})?;"
            )?,
            _ => write!(
                out,
                "if let ::core::option::Option::Some(field) = &self.{name} {{ \
                 ::apiarist_runtime::tables::multipart::{kind}(&mut parts, {wire_name}.into(), field)?; }}"
            )?,
        }
    }
    out.push_str("::core::result::Result::Ok(parts) } }");
    Ok(())
}
