//! Parsing of `#[shape(…)]`: the shape that a value must have to be read as a variant.
//!
//! ```text
//! #[shape(object, has("id"), is("type", "file", "image"))]
//! becomes
//! Test::Object(&[Property::Has("id"), Property::Is("type", &[&"file", &"image"])])
//! ```

use crate::attribute::{Argument, Attribute, Constant, ConstantKind, Form};
use crate::errors::Errors;
use crate::item::Member;
use crate::written_type::WrittenType;

/// The module of the runtime with the types of tests.
const UNION: &str = "::apiarist_runtime::tables::union";

const EXPECTED_SHAPE: &str =
    "expected a shape: write `string`, `integer`, `number`, `boolean`, `array`, `object` or `any`";

const EXPECTED_TERM: &str = "expected `has(\"id\")`, `is(\"type\", \"file\")`, `is_or_absent(\"role\", \"user\")` or \
                             `starts(\"id\", \"file-\")`";

/// Returns the tests of a variant as a slice. One of them must match.
pub fn tests(variant: &Member, errors: &mut Errors) -> String {
    let shapes = variant.attributes.iter().filter(|attribute| attribute.name == "shape");
    let tests: Vec<String> = shapes.filter_map(|shape| test(shape, errors)).collect();
    format!("&[{}]", tests.join(", "))
}

/// Returns the position of the variant that strings convert into: the only one for any string, or else the only one for
/// specific strings. Among several for any string, a `String` is preferred.
pub fn string(variants: &[Member]) -> Option<usize> {
    let only = |accepts: &dyn Fn(&Member) -> bool| {
        let mut positions = (0..variants.len()).filter(|position| variants.get(*position).is_some_and(accepts));
        (positions.next(), positions.next())
    };
    let is_string = |member: &Member| matches!(WrittenType::of(&member.type_), WrittenType::String);
    match (only(&is_string), only(&|member| has_shape(member, true)), only(&|member| has_shape(member, false))) {
        ((Some(position), None), _, _) | ((None, _), (Some(position), None), _) => Some(position),
        ((None, _), (None, _), (Some(position), None)) => Some(position),
        _ => None,
    }
}

/// Returns `true` if a variant is for strings: for any, or for those that its shape lists.
fn has_shape(variant: &Member, is_any: bool) -> bool {
    let shapes = variant.attributes.iter().filter(|attribute| attribute.name == "shape");
    shapes.filter_map(|shape| shape.arguments.first()).any(|kind| match &kind.form {
        Form::Word(word) => is_any && word == "string",
        Form::List(word, _) => !is_any && word == "string",
        _ => false,
    })
}

fn test(shape: &Attribute, errors: &mut Errors) -> Option<String> {
    let Some((first, rest)) = shape.arguments.split_first() else {
        errors.add(shape.span, EXPECTED_SHAPE);
        return None;
    };
    let (kind, values) = match &first.form {
        Form::Word(kind) => (kind.as_str(), [].as_slice()),
        Form::List(kind, values) => (kind.as_str(), values.as_slice()),
        _ => ("", [].as_slice()),
    };
    let test = match kind {
        "object" => {
            let properties: Vec<_> = rest.iter().filter_map(|term| property(term, errors)).flatten().collect();
            format!("Object(&[{}])", properties.join(", "))
        }
        "string" => format!("String({})", constants(values, &[ConstantKind::String], errors)),
        "integer" => format!("Integer({})", constants(values, &[ConstantKind::Integer], errors)),
        "number" => format!("Number({})", constants(values, &[ConstantKind::Integer, ConstantKind::Float], errors)),
        "boolean" => format!("Boolean({})", constants(values, &[ConstantKind::Boolean], errors)),
        "array" => "Array".to_owned(),
        "any" => "Any".to_owned(),
        _ => {
            errors.add(first.span, EXPECTED_SHAPE);
            return None;
        }
    };
    if let ("object" | "array" | "any", Some(value)) = (kind, values.first()) {
        errors.add(value.span, format!("`{kind}` does not take values: write `#[shape({kind})]`"));
    }
    if let (true, Some(term)) = (kind != "object", rest.first()) {
        errors.add(
            term.span,
            format!("`{kind}` does not take properties: write a separate `#[shape(…)]` for each shape"),
        );
    }
    Some(format!("{UNION}::Test::{test}"))
}

/// Returns constants as a slice of trait objects.
fn constants(values: &[Argument], kinds: &[ConstantKind], errors: &mut Errors) -> String {
    let constants = values.iter().filter_map(|value| literal(value, kinds, errors));
    let constants: Vec<String> = constants.map(|constant| format!("&{}", constant.text)).collect();
    format!("&[{}]", constants.join(", "))
}

/// Returns the conditions on the properties of an object.
fn property(argument: &Argument, errors: &mut Errors) -> Option<Vec<String>> {
    let Form::List(word, given) = &argument.form else {
        errors.add(argument.span, EXPECTED_TERM);
        return None;
    };
    let with_values = |variant: &str, name: &Argument, values: &[Argument], errors: &mut Errors| {
        let (name, values) = (literal(name, &NAME, errors)?, constants(values, &COMPARABLE, errors));
        Some(vec![format!("{UNION}::Property::{variant}({}, {values})", name.text)])
    };
    match (word.as_str(), given.as_slice()) {
        ("has", names @ [_, ..]) => {
            let names = names.iter().filter_map(|name| literal(name, &NAME, errors));
            Some(names.map(|name| format!("{UNION}::Property::Has({})", name.text)).collect())
        }
        ("is", [name, values @ ..]) if !values.is_empty() => with_values("Is", name, values, errors),
        ("is_or_absent", [name, values @ ..]) if !values.is_empty() => with_values("AbsentOr", name, values, errors),
        ("starts", [name, prefix]) => {
            let (name, prefix) = (literal(name, &NAME, errors)?, literal(prefix, &NAME, errors)?);
            Some(vec![format!("{UNION}::Property::Starts({}, {})", name.text, prefix.text)])
        }
        _ => {
            errors.add(argument.span, EXPECTED_TERM);
            None
        }
    }
}

const NAME: [ConstantKind; 1] = [ConstantKind::String];

/// The types of constants that a property can be compared with.
const COMPARABLE: [ConstantKind; 4] =
    [ConstantKind::String, ConstantKind::Integer, ConstantKind::Float, ConstantKind::Boolean];

fn literal<'a>(argument: &'a Argument, kinds: &[ConstantKind], errors: &mut Errors) -> Option<&'a Constant> {
    match &argument.form {
        Form::Constant(constant) if kinds.contains(&constant.kind) => Some(constant),
        _ => {
            let expected = match kinds {
                [ConstantKind::String] => "a string",
                [ConstantKind::Integer] => "an integer",
                [ConstantKind::Boolean] => "`true` or `false`",
                [ConstantKind::Integer, ConstantKind::Float] => "a number",
                _ => "a string, a number, `true` or `false`",
            };
            errors.add(argument.span, format!("expected {expected}"));
            None
        }
    }
}
