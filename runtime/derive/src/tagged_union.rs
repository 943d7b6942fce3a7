//! `TaggedUnion`: enums of objects that are distinguished by one property.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::attribute::{Argument, Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::item::{Attributes, Item, Member};
use crate::output::Output;
use crate::union::variants::Variants;

pub const ATTRIBUTES: Attributes = Attributes { item: &["union"], member: &["wire", "union"] };

/// The attribute `#[wire(…)]` of a variant.
#[derive(Default)]
struct Tags {
    /// The tags that select the variant, as literals.
    all: Vec<String>,
    /// The tag that the union writes, if the type of the variant does not.
    added: Option<String>,
    /// Whether every other tag selects the variant.
    is_default: bool,
}

/// Expands `#[derive(TaggedUnion)]`.
pub fn expand(item: &Item, errors: &mut Errors) -> Option<Output> {
    let variants = Variants::of(item, "TaggedUnion", "Value", errors)?;
    if variants.tag.is_none() {
        errors.add(item.name.span(), "the enum must declare its tag: write `#[union(tag = \"type\")]`");
    }
    let tags: Vec<Tags> = variants.known.iter().map(|variant| Tags::of(variant, errors)).collect();
    reject_repeated(&variants, errors);
    let mut output = Output { items: variants.conversions(None, errors), ..Output::default() };
    // Writing to a string cannot fail.
    let _ = implementations(&mut output.text, &variants, &tags);
    Some(output)
}

impl Tags {
    fn of(variant: &Member, errors: &mut Errors) -> Self {
        let mut tags = Self::default();
        let mut is_added = None;
        for argument in wire_arguments(variant) {
            match &argument.form {
                Form::Constant(tag) if is_tag(tag) => tags.all.push(tag.text.clone()),
                Form::Word(word) if word == "default" => tags.is_default = true,
                Form::Word(word) if word == "adds_tag" => is_added = Some(argument.span),
                Form::Assignment(word, tag) if word == "adds_tag" && is_tag(tag) => tags.added = Some(tag.text.clone()),
                _ => {
                    errors.add(argument.span, "expected a tag (`\"message\"`), `adds_tag`, `adds_tag = …` or `default`")
                }
            }
        }
        if let Some(span) = is_added {
            tags.added = tags.all.first().cloned();
            if tags.added.is_none() {
                errors.add(span, "`adds_tag` requires a tag: write `#[wire(\"message\", adds_tag)]`");
            }
        }
        if tags.added.as_ref().is_some_and(|added| !tags.all.contains(added)) {
            let message =
                "`adds_tag` must be one of the tags of the variant: write `#[wire(\"a\", \"b\", adds_tag = \"b\")]`";
            errors.add(variant.name.span(), message);
        }
        tags
    }
}

fn wire_arguments(variant: &Member) -> impl Iterator<Item = &Argument> {
    variant.attributes.iter().filter(|attribute| attribute.name == "wire").flat_map(|attribute| &attribute.arguments)
}

fn is_tag(constant: &Constant) -> bool {
    matches!(constant.kind, ConstantKind::String | ConstantKind::Integer | ConstantKind::Boolean)
}

/// Reports tags that select two variants, and a second default.
fn reject_repeated(variants: &Variants<'_>, errors: &mut Errors) {
    let mut seen = BTreeSet::new();
    for argument in variants.known.iter().flat_map(wire_arguments) {
        match &argument.form {
            Form::Constant(tag) if !seen.insert(tag.text.as_str()) => {
                errors.add(
                    argument.span,
                    format!("{} is already the tag of another variant: remove one of them", tag.text),
                );
            }
            Form::Word(word) if word == "default" && !seen.insert("default") => {
                errors.add(argument.span, "only one variant can be the default: remove `default` from this one");
            }
            _ => {}
        }
    }
}

fn implementations(out: &mut String, variants: &Variants<'_>, tags: &[Tags]) -> std::fmt::Result {
    let name = variants.name;
    let tag = variants.tag.as_deref().unwrap_or_default();
    let exactness = variants.exactness();
    write!(
        out,
        "#[automatically_derived] impl<'de> ::apiarist_runtime::serde::Deserialize<'de> for {name} {{ \
         fn deserialize<D: ::apiarist_runtime::serde::Deserializer<'de>>(deserializer: D) \
         -> ::core::result::Result<Self, D::Error> {{ ::apiarist_runtime::tables::tagged_union::decode(deserializer) }} }} \
         #[automatically_derived] impl ::apiarist_runtime::tables::tagged_union::TaggedChoice for {name} {{ \
         const TAG: &'static str = {tag}; \
         fn variant(tag: ::core::option::Option<&::apiarist_runtime::tables::content::Content<'_>>) \
         -> ::core::option::Option<usize> {{"
    )?;
    variant_of_tag(out, tags)?;
    write!(
        out,
        "}} }} \
         #[automatically_derived] impl ::apiarist_runtime::tables::choice::Choice for {name} {{ \
         const EXPECTED: &'static str = ::core::concat!(\"an object ({name}) with the tag `\", {tag}, \"`\"); {exactness}\
         fn candidates(surface: &::apiarist_runtime::tables::content::Content<'_>) \
         -> ::core::option::Option<::apiarist_runtime::tables::choice::Candidates> {{ \
         ::apiarist_runtime::tables::tagged_union::candidates::<Self>(surface) }} \
         fn read<R: ::apiarist_runtime::tables::choice::VariantReader>(variant: usize, reader: R) \
         -> ::core::result::Result<Self, R::Error> {{"
    )?;
    variants.read(out)?;
    out.push_str("} fn unknown(value: ::apiarist_runtime::Value) -> Self { Self::Unknown(value) } }");
    variants.visit(out, |position| {
        let Tags { all, added, .. } = tags.get(position)?;
        let added = added.as_ref()?;
        let all: Vec<String> = all.iter().map(|tag| format!("&{tag}")).collect();
        Some(format!(", {tag}, &[{}], {added}", all.join(", ")))
    })
}

/// Writes the body of `TaggedChoice::variant`.
fn variant_of_tag(out: &mut String, tags: &[Tags]) -> std::fmt::Result {
    if tags.iter().any(|tags| !tags.all.is_empty()) {
        out.push_str("if let ::core::option::Option::Some(tag) = tag {");
        for (position, tags) in tags.iter().enumerate().filter(|(_, tags)| !tags.all.is_empty()) {
            let equals = |tag: &String| format!("::apiarist_runtime::tables::union::Constant::equals(&{tag}, tag)");
            let condition: Vec<String> = tags.all.iter().map(equals).collect();
            write!(out, "if {} {{ return ::core::option::Option::Some({position}); }}", condition.join(" || "))?;
        }
        out.push('}');
    }
    match tags.iter().position(|tags| tags.is_default) {
        Some(default) => write!(out, "::core::option::Option::Some({default})"),
        None => {
            out.push_str("::core::option::Option::None");
            Ok(())
        }
    }
}
