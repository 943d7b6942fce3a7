//! `StatusEnum`: enums of responses whose content depends on the status.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::attribute::{Argument, Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::item::{Attributes, Body, Item, Member};
use crate::output::Output;
use crate::tokens::Ident;

pub const ATTRIBUTES: Attributes = Attributes { item: &[], member: &["status"] };

/// The statuses of a variant. Their order is that of the patterns: the first match wins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Statuses {
    Exact(u16),
    /// All statuses with this first digit.
    Class(u16),
    Default,
}

/// The content of a variant.
#[derive(Clone, Copy)]
enum Content {
    Empty,
    Json,
    Text,
    Scalar,
    Binary,
}

struct Row<'i> {
    variant: &'i Ident,
    statuses: Statuses,
    content: Content,
}

/// Expands `#[derive(StatusEnum)]`.
pub fn expand(item: &Item, errors: &mut Errors) -> Option<Output> {
    let Body::Variants(variants) = &item.body else {
        errors.add(item.name.span(), "`StatusEnum` requires an enum: write `enum Name { … }`");
        return None;
    };
    let mut seen = BTreeSet::new();
    let mut rows: Vec<Row<'_>> = variants.iter().filter_map(|variant| row(variant, &mut seen, errors)).collect();
    if !seen.contains(&Statuses::Default) {
        let message = "a variant must hold the responses with other statuses: write `#[status(default)] Other(Value)`";
        errors.add(item.name.span(), message);
    }
    rows.sort_by_key(|row| row.statuses);
    let mut output = Output::default();
    // Writing to a string cannot fail.
    let _ = decode(&mut output.text, &item.name, &rows);
    if item.is_for_tests {
        let _ = encode(&mut output.text, &item.name, &rows);
    }
    Some(output)
}

fn row<'i>(variant: &'i Member, seen: &mut BTreeSet<Statuses>, errors: &mut Errors) -> Option<Row<'i>> {
    let arguments: Vec<&Argument> = variant.attributes.iter().flat_map(|attribute| &attribute.arguments).collect();
    let Some((first, more)) = arguments.split_first() else {
        errors.add(variant.name.span(), "the variant must have a status: write `#[status(404)]`");
        return None;
    };
    let Some(statuses) = statuses(&first.form) else {
        let message = "expected a status from 100 to 999, a class such as \"4XX\", or `default`";
        errors.add(first.span, message);
        return None;
    };
    if !seen.insert(statuses) {
        errors.add(first.span, "another variant has this status: remove one");
    }
    let content = match more {
        [] if variant.type_.is_empty() => Some(Content::Empty),
        [] => Some(Content::Json),
        [kind] if !variant.type_.is_empty() => content(&kind.form),
        _ => None,
    };
    if content.is_none() {
        let message = "expected `text`, `scalar` or `binary` for the value of the variant, or nothing for JSON";
        errors.add(more.first().map_or(first.span, |kind| kind.span), message);
    }
    content.map(|content| Row { variant: &variant.name, statuses, content })
}

fn statuses(form: &Form) -> Option<Statuses> {
    match form {
        Form::Word(word) if word == "default" => Some(Statuses::Default),
        Form::Constant(Constant { text, kind: ConstantKind::Integer }) => {
            text.parse().ok().filter(|status| (100..1000).contains(status)).map(Statuses::Exact)
        }
        Form::Constant(Constant { text, kind: ConstantKind::String }) => {
            let class = text.strip_prefix('"')?.strip_suffix("XX\"")?.parse().ok()?;
            (1..10).contains(&class).then_some(Statuses::Class(class))
        }
        _ => None,
    }
}

fn content(form: &Form) -> Option<Content> {
    match form {
        Form::Word(word) if word == "text" => Some(Content::Text),
        Form::Word(word) if word == "scalar" => Some(Content::Scalar),
        Form::Word(word) if word == "binary" => Some(Content::Binary),
        _ => None,
    }
}

/// The decoder of a string.
const TEXT: &str = "<::apiarist_runtime::codegen::Text as ::apiarist_runtime::codegen::FromResponse>::from_response";

/// The decoder of bytes.
const BINARY: &str =
    "<::apiarist_runtime::codegen::Binary as ::apiarist_runtime::codegen::FromResponse>::from_response";

/// Writes `FromResponse`.
fn decode(out: &mut String, name: &Ident, rows: &[Row<'_>]) -> std::fmt::Result {
    write!(
        out,
        "#[automatically_derived] impl ::apiarist_runtime::codegen::FromResponse for {name} {{ type Value = Self; \
         fn from_response(response: &mut ::apiarist_runtime::codegen::RawResponse) \
         -> ::core::result::Result<Self, ::apiarist_runtime::DecodeError> {{ match response.status().as_u16() {{"
    )?;
    for Row { variant, statuses, content } in rows {
        match statuses {
            Statuses::Exact(status) => write!(out, "{status} => ")?,
            Statuses::Class(class) => write!(out, "status if status / 100 == {class} => ")?,
            Statuses::Default => out.push_str("_ => "),
        }
        let decoder = match content {
            Content::Empty => {
                write!(out, "::core::result::Result::Ok(Self::{variant}),")?;
                continue;
            }
            Content::Json => "::apiarist_runtime::codegen::decode_json",
            Content::Text => TEXT,
            Content::Scalar => "::apiarist_runtime::codegen::decode_text",
            Content::Binary => BINARY,
        };
        write!(out, "{decoder}(response).map(Self::{variant}),")?;
    }
    out.push_str("} } }");
    Ok(())
}

/// Writes `EncodeResponse`, with which fakes respond with a value.
fn encode(out: &mut String, name: &Ident, rows: &[Row<'_>]) -> std::fmt::Result {
    write!(
        out,
        "#[automatically_derived] impl ::apiarist_runtime::testing::EncodeResponse for {name} {{ \
         const BY_STATUS: bool = true; fn encode(value: &Self) \
         -> ::apiarist_runtime::serde_json::Result<::apiarist_runtime::testing::EncodedBody> {{ match value {{"
    )?;
    for Row { variant, content, .. } in rows {
        let (held, encoder) = match content {
            Content::Empty => ("", "empty()"),
            Content::Json => ("(value)", "json(value)"),
            Content::Text => ("(value)", "text(value)"),
            Content::Scalar => ("(value)", "scalar(value)"),
            Content::Binary => ("(value)", "binary(value)"),
        };
        write!(out, "Self::{variant}{held} => ::apiarist_runtime::testing::EncodedBody::{encoder},")?;
    }
    out.push_str("} } }");
    Ok(())
}
