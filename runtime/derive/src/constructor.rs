//! Generation of `new` and the setters of structs.

use crate::field::{Field, Presence};
use crate::item::Item;
use crate::output::{fill, ident, parse, stream};
use crate::tokens::{Ident, Span, TokenStream, TokenTree, unraw};
use crate::written_type::WrittenType;

/// The `must_use` attribute of a setter.
const MUST_USE: &str = "#[must_use = \"a setter returns the changed value\"]";

/// Returns the inherent methods of a struct.
///
/// The method names have the spans of the struct and its fields, so lints treat the methods as handwritten. Lints that
/// the document causes, and that the reader of the document cannot fix, are allowed.
pub fn methods(item: &Item, fields: &[Field<'_>]) -> TokenStream {
    let mut body = new(item, fields);
    body.extend(fields.iter().filter_map(setter));
    body.extend(fields.iter().filter(|field| field.presence == Presence::Maybe).map(null_setter));
    fill(
        "#[automatically_derived] #[allow(dead_code, missing_docs, clippy::all, clippy::pedantic)] impl $name { $body }",
        &[("name", ident(&item.name)), ("body", body)],
    )
}

fn new(item: &Item, fields: &[Field<'_>]) -> TokenStream {
    let documentation = match fields.iter().any(Field::is_argument) {
        true => "/** Creates a value from its required fields. */",
        false => "/** Creates a value with every optional field unset. */",
    };
    fill(
        "$documentation #[must_use] pub fn $new($arguments) -> Self { Self { $initial } }",
        &[
            ("documentation", parse(documentation)),
            ("new", ident(&Ident::new("new", item.name.span()))),
            ("arguments", fields.iter().filter(|field| field.is_argument()).map(argument).collect()),
            ("initial", fields.iter().map(initial).collect()),
        ],
    )
}

/// Returns an argument of `new`. `None` represents null.
fn argument(field: &Field<'_>) -> TokenStream {
    let type_ = match field.presence {
        Presence::Nullable => stream(&field.member.type_),
        Presence::NullableWriteOnly => fill("::core::option::Option<$type>", &[("type", stream(field.value_type()))]),
        _ => accepted_type(field),
    };
    fill("$name: $type,", &[("name", local(field)), ("type", type_)])
}

/// Returns the initializer of a field in the body of `new`.
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

/// Returns the setter of a field, or `None` if `new` takes the field.
fn setter(field: &Field<'_>) -> Option<TokenStream> {
    let present = match field.presence {
        Presence::Optional | Presence::KeepNull => "::core::option::Option::Some",
        Presence::Maybe => "::apiarist_runtime::Maybe::Value",
        _ => return None,
    };
    let method = field.setter.clone().unwrap_or_else(|| field.member.name.clone());
    Some(fill(
        "$documentation $must_use pub fn $method(mut self, $field: $type) -> Self { self.$field = $present($value); self }",
        &[
            ("documentation", stream(&field.member.documentation)),
            ("must_use", parse(MUST_USE)),
            ("method", at_field(method, field)),
            ("field", local(field)),
            ("type", accepted_type(field)),
            ("present", parse(present)),
            ("value", conversion(field)),
        ],
    ))
}

/// Returns the setter that sends null for a field.
fn null_setter(field: &Field<'_>) -> TokenStream {
    let name = unraw(&field.member.name);
    let method = field.null_setter.clone().unwrap_or_else(|| Ident::new(&format!("{name}_null"), Span::call_site()));
    fill(
        "$documentation $must_use pub fn $method(mut self) -> Self { \
         self.$field = ::apiarist_runtime::Maybe::Null; self }",
        &[
            ("documentation", parse(&format!("/** Sets `{name}` to null. */"))),
            ("must_use", parse(MUST_USE)),
            ("method", at_field(method, field)),
            ("field", local(field)),
        ],
    )
}

/// Returns the name of a method with the span of its field.
fn at_field(mut method: Ident, field: &Field<'_>) -> TokenStream {
    method.set_span(field.member.name.span());
    ident(&method)
}

/// Returns the name of a field with the span of the derive, so that the use of a deprecated field here is not reported.
fn local(field: &Field<'_>) -> TokenStream {
    let mut name = field.member.name.clone();
    name.set_span(Span::call_site());
    ident(&name)
}

/// Returns the type that callers pass for a field.
fn accepted_type(field: &Field<'_>) -> TokenStream {
    let type_ = unboxed(field);
    match WrittenType::of(type_) {
        WrittenType::Vec(element) => fill(
            "impl ::core::iter::IntoIterator<Item: ::core::convert::Into<$element>>",
            &[("element", stream(element))],
        ),
        WrittenType::String | WrittenType::Named => {
            fill("impl ::core::convert::Into<$type>", &[("type", stream(type_))])
        }
        _ => stream(type_),
    }
}

/// Returns the expression that converts an argument to the type of its field.
fn conversion(field: &Field<'_>) -> TokenStream {
    let template = match WrittenType::of(unboxed(field)) {
        WrittenType::Vec(_) => "::apiarist_runtime::codegen::list($value)",
        WrittenType::String | WrittenType::Named => "::core::convert::Into::into($value)",
        _ => "$value",
    };
    let value = fill(template, &[("value", local(field))]);
    match WrittenType::of(field.value_type()) {
        WrittenType::Box(_) => fill("::std::boxed::Box::new($value)", &[("value", value)]),
        WrittenType::OpaqueBox(_) => fill("::apiarist_runtime::OpaqueBox::new($value)", &[("value", value)]),
        _ => value,
    }
}

/// Returns the type of a field's value, without a box around it.
fn unboxed<'i>(field: &Field<'i>) -> &'i [TokenTree] {
    WrittenType::unboxed(field.value_type())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::errors::Errors;
    use crate::object;

    /// Returns the names after `fn` with their lines, at any depth.
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

    /// Returns tokens as text without spaces, which depend on the origin of the tokens.
    fn squeezed(tokens: &TokenStream) -> String {
        tokens.to_string().split_whitespace().collect()
    }

    /// Returns the output for a struct, in a build with or without the feature `testing`.
    fn expand(source: &str, is_for_tests: bool) -> TokenStream {
        let mut errors = Errors::default();
        let item = Item::parse(parse(source), object::ATTRIBUTES, &mut errors);
        let output = item.and_then(|item| object::expand(&Item { is_for_tests, ..item }, &mut errors));
        assert!(errors.is_empty(), "{source}");
        output.map(|output| output.items).unwrap_or_default()
    }

    #[test]
    fn methods_keep_the_spans_and_docs_of_their_fields() {
        let source =
            "#[object(new)]\nstruct X {\na: A,\n/// Size.\n#[wire(setter = \"set_b\")]\nb: Option<B>,\nc: Maybe<C>,\n}";
        let output = expand(source, false);
        let expected = [("new", 2), ("set_b", 6), ("c", 7), ("c_null", 7)];
        assert_eq!(functions(output.clone()), expected.map(|(name, line)| (name.to_owned(), line)));
        let setter = "#[doc = \" Size.\"] #[must_use = \"a setter returns the changed value\"] \
                      pub fn set_b(mut self, b: impl ::core::convert::Into<B>)";
        assert!(squeezed(&output).contains(&squeezed(&parse(setter))), "{output}");
    }

    #[test]
    fn response_only_struct_has_methods_only_with_the_testing_feature() {
        let source = "struct X { a: A, #[wire(setter = \"set_b\", null_setter = \"no_b\")] b: Maybe<B> }";
        assert!(expand(source, false).is_empty());
        let names: Vec<String> = functions(expand(source, true)).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["new", "set_b", "no_b"]);
    }

    #[test]
    fn setters_of_named_types_accept_conversions() {
        let output = expand("struct X { a: i64, b: Box<types::B>, c: Option<BTreeMap<String, C>>, d: (D, D) }", true);
        for method in [
            "pub fn new(a: i64, b: impl ::core::convert::Into<types::B>, d: (D, D),) -> Self",
            "pub fn c(mut self, c: BTreeMap<String, C>) -> Self",
        ] {
            assert!(squeezed(&output).contains(&squeezed(&parse(method))), "{output}");
        }
    }
}
