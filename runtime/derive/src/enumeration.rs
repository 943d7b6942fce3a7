//! `StringEnum` and `IntegerEnum`: open enums of scalars.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::attribute::{Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::item::{Attributes, Item, Member};
use crate::naming_rule::NamingRule;
use crate::output::Output;
use crate::renaming;
use crate::standard_traits::{StandardTraits, Supported};
use crate::tokens::{Ident, is_word, text, unraw};
use crate::written_type::WrittenType;

/// The attributes of `StringEnum`.
pub const STRING_ATTRIBUTES: Attributes = Attributes { item: &["string_enum"], member: &["wire"] };

/// The attributes of `IntegerEnum`.
pub const INTEGER_ATTRIBUTES: Attributes = Attributes { item: &["integer_enum"], member: &["wire"] };

/// A variant and its value as a literal.
type Row<'i> = (&'i Ident, String);

/// Expands `#[derive(StringEnum)]`.
pub fn expand_strings(item: &Item, errors: &mut Errors) -> Option<Output> {
    let (known, unknown) = item.open_variants("StringEnum", "String", errors)?;
    if let Some(unknown) = unknown
        && !matches!(WrittenType::of(&unknown.type_), WrittenType::String)
    {
        errors.add(unknown.name.span(), "the value of the last variant must be a string: write `Unknown(String)`");
    }
    let (mut standard, mut rule) = (StandardTraits::default(), None);
    for argument in item.arguments() {
        if !standard.read(argument, Supported::Scalars, errors) && !renaming::read(argument, &mut rule, errors) {
            errors.add(argument.span, "expected the name of a trait, or `rename_all = \"kebab-case\"`");
        }
    }
    let rule = rule.unwrap_or(NamingRule::SNAKE);
    let rows = rows(known, ConstantKind::String, |name| Some(format!("\"{}\"", rule.apply(name))), errors);
    let mut output = Output::default();
    // Writing to a string cannot fail.
    let _ = strings(&mut output.text, item, &rows, &standard);
    Some(output)
}

/// Expands `#[derive(IntegerEnum)]`.
pub fn expand_integers(item: &Item, errors: &mut Errors) -> Option<Output> {
    let (known, unknown) = item.open_variants("IntegerEnum", "i64", errors)?;
    let integer = unknown.map(|unknown| text(&unknown.type_)).unwrap_or_default();
    if let Some(unknown) = unknown
        && !matches!(integer.as_str(), "i64" | "u64" | "i128")
    {
        let message = "the value of the last variant must be an `i64`, `u64` or `i128`: write `Unknown(i64)`";
        errors.add(unknown.name.span(), message);
    }
    let mut standard = StandardTraits::default();
    for argument in item.arguments() {
        if !standard.read(argument, Supported::Scalars, errors) {
            errors.add(argument.span, "expected the name of a trait: write `#[integer_enum(Debug)]`");
        }
    }
    let rows = rows(known, ConstantKind::Integer, |_| None, errors);
    let mut output = Output::default();
    // Writing to a string cannot fail.
    let _ = integers(&mut output.text, item, &integer, &rows, &standard);
    Some(output)
}

/// Returns the value of each variant. `implied` returns the value of a variant without an attribute.
fn rows<'i>(
    known: &'i [Member],
    kind: ConstantKind,
    implied: impl Fn(&str) -> Option<String>,
    errors: &mut Errors,
) -> Vec<Row<'i>> {
    let example = if kind == ConstantKind::String { "\"asc\"" } else { "1" };
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for variant in known {
        let mut arguments = variant.attributes.iter().flat_map(|attribute| &attribute.arguments);
        let span = variant.name.span();
        if is_word(&variant.name, "VARIANTS") {
            errors.add(span, "`VARIANTS` is reserved for the constant with all variants: rename the variant");
        }
        if !variant.type_.is_empty() {
            errors.add(span, format!("only the last variant can hold a value: write only `{}`", variant.name));
        }
        let (span, value) = match (arguments.next(), arguments.next()) {
            (Some(argument), None) => match &argument.form {
                Form::Constant(Constant { text, kind: found }) if *found == kind => (argument.span, text.clone()),
                _ => {
                    errors.add(argument.span, format!("expected the value on the wire: write `#[wire({example})]`"));
                    continue;
                }
            },
            (None, _) => match implied(&variant.name.to_string()) {
                Some(value) => (span, value),
                None => {
                    errors.add(span, format!("the variant must have a value on the wire: write `#[wire({example})]`"));
                    continue;
                }
            },
            (_, Some(more)) => {
                errors.add(more.span, "a variant must have exactly one value on the wire: remove the others");
                continue;
            }
        };
        if !seen.insert(value.clone()) {
            errors.add(span, format!("{value} is already the value of another variant: remove one"));
        }
        rows.push((&variant.name, value));
    }
    rows
}

fn strings(out: &mut String, item: &Item, rows: &[Row<'_>], standard: &StandardTraits) -> std::fmt::Result {
    let name = &item.name;
    table(out, name, "&'static str", "::std::string::String", rows)?;
    write!(
        out,
        "/** Returns the value on the wire. */ \
         #[must_use] pub fn as_str(&self) -> &str {{ ::apiarist_runtime::tables::enumeration::text(self) }} }} \
         #[automatically_derived] impl ::core::convert::From<&str> for {name} {{ \
         fn from(value: &str) -> Self {{ ::apiarist_runtime::tables::enumeration::from_text(value) }} }} \
         #[automatically_derived] impl ::core::convert::From<::std::string::String> for {name} {{ \
         fn from(value: ::std::string::String) -> Self {{ ::apiarist_runtime::tables::enumeration::from_text(&value) }} }} \
         #[automatically_derived] impl ::core::convert::AsRef<str> for {name} {{ \
         fn as_ref(&self) -> &str {{ ::apiarist_runtime::tables::enumeration::text(self) }} }} \
         #[automatically_derived] impl ::core::cmp::PartialEq<str> for {name} {{ \
         fn eq(&self, other: &str) -> bool {{ ::apiarist_runtime::tables::enumeration::is_text(self, other) }} }} \
         #[automatically_derived] impl ::core::cmp::PartialEq<&str> for {name} {{ \
         fn eq(&self, other: &&str) -> bool {{ ::apiarist_runtime::tables::enumeration::is_text(self, other) }} }} \
         #[automatically_derived] impl ::core::fmt::Display for {name} {{ \
         fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{ \
         ::apiarist_runtime::tables::enumeration::display(self, formatter) }} }} \
         #[automatically_derived] impl<'de> ::apiarist_runtime::serde::Deserialize<'de> for {name} {{ \
         fn deserialize<D: ::apiarist_runtime::serde::Deserializer<'de>>(deserializer: D) \
         -> ::core::result::Result<Self, D::Error> {{ \
         ::apiarist_runtime::tables::enumeration::decode(deserializer) }} }} \
         #[automatically_derived] impl ::apiarist_runtime::serde::Serialize for {name} {{ \
         fn serialize<S: ::apiarist_runtime::serde::Serializer>(&self, serializer: S) \
         -> ::core::result::Result<S::Ok, S::Error> {{ \
         ::apiarist_runtime::tables::enumeration::encode(self, serializer) }} }}"
    )?;
    standard.write(out, name, "enumeration")
}

fn integers(
    out: &mut String,
    item: &Item,
    integer: &str,
    rows: &[Row<'_>],
    standard: &StandardTraits,
) -> std::fmt::Result {
    let name = &item.name;
    table(out, name, integer, integer, rows)?;
    write!(
        out,
        "/** Returns the value on the wire. */ \
         #[must_use] pub fn as_{integer}(&self) -> {integer} {{ ::apiarist_runtime::tables::enumeration::integer(self) }} }} \
         #[automatically_derived] impl ::core::convert::From<{integer}> for {name} {{ \
         fn from(value: {integer}) -> Self {{ ::apiarist_runtime::tables::enumeration::from_integer(value) }} }} \
         #[automatically_derived] impl ::core::fmt::Display for {name} {{ \
         fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{ \
         ::apiarist_runtime::tables::enumeration::display_integer(self, formatter) }} }} \
         #[automatically_derived] impl<'de> ::apiarist_runtime::serde::Deserialize<'de> for {name} {{ \
         fn deserialize<D: ::apiarist_runtime::serde::Deserializer<'de>>(deserializer: D) \
         -> ::core::result::Result<Self, D::Error> {{ \
         ::apiarist_runtime::tables::enumeration::decode_integer(deserializer) }} }} \
         #[automatically_derived] impl ::apiarist_runtime::serde::Serialize for {name} {{ \
         fn serialize<S: ::apiarist_runtime::serde::Serializer>(&self, serializer: S) \
         -> ::core::result::Result<S::Ok, S::Error> {{ \
         ::apiarist_runtime::tables::enumeration::encode_integer(self, serializer) }} }}"
    )?;
    standard.write(out, name, "enumeration")
}

/// Writes the table and the parser, and opens the block of inherent items up to the first item that depends on the kind
/// of the values. Constants of the inherent block are public.
fn table(out: &mut String, name: &Ident, value: &str, unknown: &str, rows: &[Row<'_>]) -> std::fmt::Result {
    write!(
        out,
        "#[automatically_derived] impl ::apiarist_runtime::tables::enumeration::OpenEnum for {name} {{ \
         type Value = {value}; type Unknown = {unknown}; \
         fn table() -> &'static ::apiarist_runtime::tables::enumeration::Table<Self, {value}> {{ \
         &::apiarist_runtime::tables::enumeration::Table {{ variants: Self::VARIANTS, values: &["
    )?;
    for (_, wire) in rows {
        write!(out, "{wire},")?;
    }
    out.push_str("], names: &[");
    for (variant, _) in rows {
        write!(out, "\"{}\",", unraw(variant))?;
    }
    write!(
        out,
        "] }} }} \
         fn unknown(&self) -> ::core::option::Option<&{unknown}> {{ match self {{ \
         Self::Unknown(value) => ::core::option::Option::Some(value), _ => ::core::option::Option::None }} }} \
         fn from_unknown(value: {unknown}) -> Self {{ Self::Unknown(value) }} }} \
         #[automatically_derived] impl ::core::str::FromStr for {name} {{ \
         type Err = ::apiarist_runtime::UnknownValue; \
         fn from_str(text: &str) -> ::core::result::Result<Self, ::apiarist_runtime::UnknownValue> {{ \
         ::apiarist_runtime::tables::enumeration::parse(text) }} }} \
         #[automatically_derived] impl {name} {{ \
         /** The variants with a known value, in the order of the document. */ \
         pub const VARIANTS: &'static [Self] = &["
    )?;
    for (variant, _) in rows {
        write!(out, "Self::{variant},")?;
    }
    write!(
        out,
        "]; /** Returns `true` if this version does not know the value. */ \
         #[must_use] pub fn is_unknown(&self) -> bool {{ ::core::matches!(self, Self::Unknown(_)) }} "
    )
}
