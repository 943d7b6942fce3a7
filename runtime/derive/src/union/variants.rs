//! Shared code of the three union derives: the last variant, serialization, and conversions of values into variants.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::attribute::{Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::item::{Item, Member};
use crate::output::{fill, ident, parse, stream};
use crate::standard_traits::{StandardTraits, Supported};
use crate::tokens::{Ident, TokenStream, text, unraw};
use crate::written_type::WrittenType;

/// An enum whose variants contain one value each, with its attribute `#[union(…)]`.
pub struct Variants<'i> {
    pub name: &'i Ident,
    /// All variants except the last.
    pub known: &'i [Member],
    /// The variant for values that the enum does not know.
    unknown: Option<&'i Member>,
    /// The property that distinguishes the variants, as a literal.
    pub tag: Option<String>,
    /// Whether a variant contains a 128-bit integer (`exact`).
    is_exact: bool,
    standard: StandardTraits,
}

impl<'i> Variants<'i> {
    /// Parses an enum. `unknown` is the type of the value in its last variant.
    pub fn of(item: &'i Item, derive: &str, unknown: &str, errors: &mut Errors) -> Option<Self> {
        let (known, unknown) = item.open_variants(derive, unknown, errors)?;
        for member in known.iter().filter(|member| member.type_.is_empty()) {
            errors.add(member.name.span(), format!("the variant must hold a value: write `{}(Type)`", member.name));
        }
        let mut variants =
            Self { name: &item.name, known, unknown, tag: None, is_exact: false, standard: StandardTraits::default() };
        variants.read_settings(item, errors);
        Some(variants)
    }

    fn read_settings(&mut self, item: &Item, errors: &mut Errors) {
        for argument in item.arguments() {
            if self.standard.read(argument, Supported::Equality, errors) {
                continue;
            }
            match &argument.form {
                Form::Word(word) if word == "exact" => self.is_exact = true,
                Form::Assignment(word, Constant { text, kind: ConstantKind::String }) if word == "tag" => {
                    self.tag = Some(text.clone());
                }
                _ => errors.add(argument.span, "expected `tag = \"type\"` or `exact`"),
            }
        }
    }

    /// Reports a tag on a union that is not distinguished by one.
    pub fn reject_tag(&self, derive: &str, errors: &mut Errors) {
        if self.tag.is_some() {
            let message = format!("`{derive}` does not support `tag`: remove `tag`, or derive `TaggedUnion`");
            errors.add(self.name.span(), message);
        }
    }

    /// Reports `exact` on a union that is never read.
    pub fn reject_exact(&self, derive: &str, errors: &mut Errors) {
        if self.is_exact {
            errors.add(self.name.span(), format!("`{derive}` does not support `exact`: remove `exact`"));
        }
    }

    /// Reports standard traits of a union that is not a JSON value.
    pub fn reject_standard_traits(&self, derive: &str, errors: &mut Errors) {
        if !self.standard.is_empty() {
            errors.add(self.name.span(), format!("`{derive}` implements no standard traits: derive them"));
        }
    }

    /// Returns the constant of `Choice` that preserves the digits of buffered numbers, if the enum requires it.
    pub fn exactness(&self) -> &'static str {
        if self.is_exact { "const EXACT: bool = true; " } else { "" }
    }

    /// Returns the conversions of values into variants. A type that several variants contain does not convert. The
    /// conversion omits a `Box` or an `OpaqueBox` around the value. `string` is the position of the variant for
    /// strings.
    pub fn conversions(&self, string: Option<usize>, errors: &mut Errors) -> TokenStream {
        let mut holders: BTreeMap<String, usize> = BTreeMap::new();
        for variant in self.known.iter().chain(self.unknown) {
            *holders.entry(text(WrittenType::unboxed(&variant.type_))).or_default() += 1;
        }
        // Every type converts into itself.
        *holders.entry(self.name.to_string()).or_default() += 1;
        let mut conversions = TokenStream::new();
        for (position, variant) in self.known.iter().enumerate() {
            let is_excluded = is_excluded(variant, errors);
            let is_ambiguous =
                holders.get(&text(WrittenType::unboxed(&variant.type_))).is_some_and(|holders| *holders > 1);
            if !is_excluded && !is_ambiguous {
                conversions.extend(self.conversion(variant, FROM_VALUE));
                if string == Some(position) {
                    conversions.extend(self.conversion(variant, FROM_STRING));
                }
            }
        }
        conversions
    }

    fn conversion(&self, variant: &Member, template: &str) -> TokenStream {
        let held = match WrittenType::of(&variant.type_) {
            WrittenType::Box(_) => "::std::boxed::Box::new(value)",
            WrittenType::OpaqueBox(_) => "::apiarist_runtime::OpaqueBox::new(value)",
            _ => "value",
        };
        fill(
            template,
            &[
                ("type", stream(WrittenType::unboxed(&variant.type_))),
                ("name", ident(self.name)),
                ("variant", ident(&variant.name)),
                ("held", parse(held)),
            ],
        )
    }

    /// Writes the body of `Choice::read`. The reader has a function, so that the values of all variants are not on the stack
    /// at the same time.
    pub fn read(&self, out: &mut String) -> std::fmt::Result {
        out.push_str("match variant {");
        for (position, variant) in self.known.iter().enumerate() {
            let variant = &variant.name;
            write!(out, "{position} => reader.read(Self::{variant}),")?;
        }
        out.push_str("_ => reader.read(Self::Unknown), }");
        Ok(())
    }

    /// Writes `Variants`, `Serialize` and the standard traits. `added_tag` returns the further arguments of a variant
    /// whose value lacks its tag.
    pub fn visit(&self, out: &mut String, added_tag: impl Fn(usize) -> Option<String>) -> std::fmt::Result {
        let (name, class) = (self.name, self.standard.class());
        write!(
            out,
            "#[automatically_derived] impl ::apiarist_runtime::tables::choice::Variants for {name} {{ \
             type Class = {class}; \
             fn visit<V: ::apiarist_runtime::tables::fields::Variant<{class}>>(&self, other: &Self, visitor: &mut V) {{ \
             match (self, other) {{"
        )?;
        for (position, variant) in self.known.iter().enumerate() {
            let (variant, bare) = (&variant.name, unraw(&variant.name));
            let (method, more) = match added_tag(position) {
                Some(more) => ("tagged", more),
                None => ("variant", String::new()),
            };
            write!(
                out,
                "(Self::{variant}(value), Self::{variant}(other)) => visitor.{method}(\"{bare}\", value, other{more}),"
            )?;
        }
        write!(
            out,
            "(Self::Unknown(value), Self::Unknown(other)) => visitor.variant(\"Unknown\", value, other), \
             _ => {{}} }} }} }} \
             #[automatically_derived] impl ::apiarist_runtime::serde::Serialize for {name} {{ \
             fn serialize<S: ::apiarist_runtime::serde::Serializer>(&self, serializer: S) \
             -> ::core::result::Result<S::Ok, S::Error> {{ \
             ::apiarist_runtime::tables::choice::encode(self, serializer) }} }}"
        )?;
        self.standard.write(out, name, "choice")
    }
}

/// The conversion of the value of a variant.
const FROM_VALUE: &str = "#[automatically_derived] impl ::core::convert::From<$type> for $name { \
                          fn from(value: $type) -> Self { Self::$variant($held) } }";

/// The conversion of a string. A bound with a lifetime is allowed even if it is not met, as for types that validate
/// strings.
const FROM_STRING: &str = "#[automatically_derived] impl<'t> ::core::convert::From<&'t str> for $name \
                           where $type: ::core::convert::From<&'t str> { \
                           fn from(text: &'t str) -> Self { \
                           let value: $type = ::core::convert::From::from(text); Self::$variant($held) } }";

/// Returns `true` if a variant has `#[union(no_from)]`.
fn is_excluded(variant: &Member, errors: &mut Errors) -> bool {
    let mut is_excluded = false;
    for attribute in variant.attributes.iter().filter(|attribute| attribute.name == "union") {
        for argument in &attribute.arguments {
            match &argument.form {
                Form::Word(word) if word == "no_from" => is_excluded = true,
                _ => errors.add(argument.span, "expected `no_from`"),
            }
        }
    }
    is_excluded
}
