//! `new` and the setters of structs that callers make.

use crate::field::{Field, Presence};
use crate::item::Item;
use crate::output::{fill, ident, parse, stream};
use crate::tokens::{Ident, Span, TokenStream, TokenTree};
use crate::written_type::WrittenType;

/// Returns the inherent methods of a struct.
///
/// The names of methods have the positions of the struct and its fields, so lints treat the methods as written by hand:
/// those that the document causes, and not its reader, are allowed.
pub fn methods(item: &Item, fields: &[Field<'_>]) -> TokenStream {
    let mut body = new(item, fields);
    body.extend(fields.iter().filter_map(setter));
    fill(
        "#[automatically_derived] #[allow(dead_code, missing_docs, clippy::all, clippy::pedantic)] impl $name { $body }",
        &[("name", ident(&item.name)), ("body", body)],
    )
}

fn new(item: &Item, fields: &[Field<'_>]) -> TokenStream {
    let new = ident(&Ident::new("new", item.name.span()));
    if !fields.iter().any(Field::is_argument) {
        return fill(
            "/** Creates a value with every optional field unset. */ \
             #[must_use] pub fn $new() -> Self { ::core::default::Default::default() }",
            &[("new", new)],
        );
    }
    let arguments = fields.iter().filter(|field| field.is_argument()).map(argument).collect();
    let initial = fields.iter().map(initial).collect();
    fill(
        "/** Creates a value from its required fields. */ \
         #[must_use] pub fn $new($arguments) -> Self { Self { $initial } }",
        &[("new", new), ("arguments", arguments), ("initial", initial)],
    )
}

/// An argument of `new`. Null is given as `None`.
fn argument(field: &Field<'_>) -> TokenStream {
    let type_ = match field.presence {
        Presence::Nullable => stream(&field.member.type_),
        Presence::NullableWriteOnly => fill("::core::option::Option<$type>", &[("type", stream(field.value_type()))]),
        _ => accepted_type(field),
    };
    fill("$name: $type,", &[("name", local(field)), ("type", type_)])
}

/// A field in the body of `new`.
fn initial(field: &Field<'_>) -> TokenStream {
    let value = match field.presence {
        Presence::Required => conversion(field),
        Presence::WriteOnly => fill("::core::option::Option::Some($value)", &[("value", conversion(field))]),
        Presence::Nullable => local(field),
        Presence::NullableWriteOnly => fill("::apiarist_runtime::Maybe::from($value)", &[("value", local(field))]),
        Presence::Optional | Presence::KeepNull => parse("::core::option::Option::None"),
        Presence::Maybe => parse("::apiarist_runtime::Maybe::Absent"),
        Presence::Rest => parse("::core::default::Default::default()"),
    };
    fill("$name: $value,", &[("name", local(field)), ("value", value)])
}

/// The setter of a field that `new` does not take.
fn setter(field: &Field<'_>) -> Option<TokenStream> {
    let present = match field.presence {
        Presence::Optional | Presence::KeepNull => "::core::option::Option::Some",
        Presence::Maybe => "::apiarist_runtime::Maybe::Value",
        _ => return None,
    };
    let mut method = field.setter.clone().unwrap_or_else(|| field.member.name.clone());
    method.set_span(field.member.name.span());
    Some(fill(
        "$documentation #[must_use = \"a setter returns the changed value\"] \
         pub fn $method(mut self, $field: $type) -> Self { self.$field = $present($value); self }",
        &[
            ("documentation", stream(&field.member.documentation)),
            ("method", ident(&method)),
            ("field", local(field)),
            ("type", accepted_type(field)),
            ("present", parse(present)),
            ("value", conversion(field)),
        ],
    ))
}

/// The name of a field with the position of the derive, so that the use of a deprecated field in here is no use of its
/// own.
fn local(field: &Field<'_>) -> TokenStream {
    let mut name = field.member.name.clone();
    name.set_span(Span::call_site());
    ident(&name)
}

/// Returns the type of what callers give for a field.
fn accepted_type(field: &Field<'_>) -> TokenStream {
    let type_ = content(field);
    match WrittenType::of(type_) {
        _ if field.is_into => fill("impl ::core::convert::Into<$type>", &[("type", stream(type_))]),
        WrittenType::String => parse("impl ::core::convert::Into<::std::string::String>"),
        WrittenType::Vec(element) => fill(
            "impl ::core::iter::IntoIterator<Item: ::core::convert::Into<$element>>",
            &[("element", stream(element))],
        ),
        WrittenType::Box(inner) => stream(inner),
        _ => stream(type_),
    }
}

/// Returns the expression that makes the type of a field of what was given for it.
fn conversion(field: &Field<'_>) -> TokenStream {
    let template = match WrittenType::of(content(field)) {
        _ if field.is_into => "::core::convert::Into::into($value)",
        WrittenType::String => "::core::convert::Into::into($value)",
        WrittenType::Vec(_) => "::apiarist_runtime::list($value)",
        WrittenType::Box(_) => "::std::boxed::Box::new($value)",
        _ => "$value",
    };
    let value = fill(template, &[("value", local(field))]);
    match WrittenType::of(field.value_type()) {
        WrittenType::OpaqueBox(_) => fill("::apiarist_runtime::OpaqueBox::new($value)", &[("value", value)]),
        _ => value,
    }
}

/// Returns the type of the value of a field, without an `OpaqueBox` around it.
fn content<'i>(field: &Field<'i>) -> &'i [TokenTree] {
    match WrittenType::of(field.value_type()) {
        WrittenType::OpaqueBox(inner) => inner,
        _ => field.value_type(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::errors::Errors;
    use crate::object;

    /// The names behind `fn`, with their lines, at any depth.
    fn functions(tokens: TokenStream) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        let mut is_function = false;
        for tree in tokens {
            if let TokenTree::Group(group) = &tree {
                found.extend(functions(group.stream()));
            }
            let name = tree.to_string();
            if std::mem::replace(&mut is_function, name == "fn") {
                found.push((name, tree.span().start().line));
            }
        }
        found
    }

    #[test]
    fn methods_have_the_positions_and_the_documentation_of_their_fields() {
        let source =
            "#[object(new)]\nstruct X {\na: A,\n/// Size.\n#[wire(setter = \"set_b\")]\nb: Option<B>,\nc: Maybe<C>,\n}";
        let mut errors = Errors::default();
        let item = Item::parse(parse(source), object::ATTRIBUTES, &mut errors);
        let output = item.and_then(|item| object::expand(&item, &mut errors)).map(|output| output.items);
        let output = output.unwrap_or_default();
        assert_eq!(functions(output.clone()), [("new".to_owned(), 2), ("set_b".to_owned(), 6), ("c".to_owned(), 7)]);
        let setter =
            "#[doc = \" Size.\"] #[must_use = \"a setter returns the changed value\"] pub fn set_b(mut self, b: B)";
        assert!(output.to_string().contains(&parse(setter).to_string()), "{output}");
    }
}
