//! Tests of all derives: errors are complete and located, and no input causes a panic.

use super::*;
use crate::output::parse;
use crate::tokens::{Group, TokenTree};

type Derive = (Attributes, Expand);

const DERIVES: [Derive; 9] = [
    (object::ATTRIBUTES, object::expand),
    (enumeration::STRING_ATTRIBUTES, enumeration::expand_strings),
    (enumeration::INTEGER_ATTRIBUTES, enumeration::expand_integers),
    (tagged_union::ATTRIBUTES, tagged_union::expand),
    (union::ATTRIBUTES, union::expand),
    (multipart::ATTRIBUTES, multipart::expand),
    (multipart_union::ATTRIBUTES, multipart_union::expand),
    (newtype::ATTRIBUTES, newtype::expand),
    (status_enum::ATTRIBUTES, status_enum::expand),
];

/// An input for each derive.
const INPUTS: [&str; 9] = [
    r#"#[object(Debug, Hash, new, rename_all = "camelCase", is("a", -1))] pub struct X { /// x
       #[wire("b", nullable)] pub x: Option<String>, #[wire(setter = "s", null_setter = "n")] y: Maybe<Vec<T>>, z: Box<T>,
       #[wire(rest)] rest: BTreeMap<String, Value> }"#,
    r#"#[string_enum(Debug, Ord, rename_all = "kebab-case")] enum X { A, #[wire("b")] B, Unknown(String) }"#,
    "#[integer_enum(PartialOrd, Eq)] enum X { #[wire(-1)] A, #[wire(2)] B, Unknown(i64) }",
    r#"#[union(tag = "type", exact)] enum X { #[wire("a", 1, adds_tag)] A(A), #[wire(default)] #[union(no_from)] B(Box<B>),
       Unknown(Value) }"#,
    r#"#[union(PartialEq, exact)] enum X { #[shape(object, has("a"), is("b", 1), is_or_absent("c", true), starts("d", "e"))] A(A),
       #[shape(string("f"))] #[shape(any)] B(B), Unknown(Value) }"#,
    r#"#[object(is("x", null))] struct X { #[part(file)] a: A, #[part(text, "b[]")] b: Option<B>,
       #[part(form, rest)] c: MultipartForm }"#,
    "enum X { A(A), B(B), Unknown(MultipartForm) }",
    "struct X(pub BTreeMap<String, X>);",
    r#"enum X { #[status(404)] A(A), #[status("4XX", text)] B(String), #[status(201)] C, #[status(default)] D(Value) }"#,
];

/// Returns variations of the input in which one token is removed, repeated, or replaced by another, for each token.
fn changed(input: Tokens) -> Vec<Tokens> {
    let trees: Vec<TokenTree> = input.into_iter().collect();
    let mut all = Vec::new();
    for at in 0..trees.len() {
        let (before, rest) = trees.split_at(at);
        let (tree, after) = (&rest[0], &rest[1..]);
        let mut replace = |by: Vec<TokenTree>| {
            all.push(before.iter().cloned().chain(by).chain(after.iter().cloned()).collect::<Tokens>());
        };
        replace(Vec::new());
        replace(vec![tree.clone(), tree.clone()]);
        for other in [",", "<", "#", "=", "-", "x", "\"x\"", "1", "()", "struct"] {
            replace(parse(other).into_iter().collect());
        }
        if let TokenTree::Group(group) = tree {
            for inner in changed(group.stream()) {
                replace(vec![Group::new(group.delimiter(), inner).into()]);
            }
        }
    }
    all
}

#[test]
fn every_input_is_expanded_or_rejected() {
    for (input, own) in INPUTS.into_iter().zip(DERIVES) {
        let errors = derive(parse(input), own.0, own.1).map_or_else(Errors::into_messages, |_| Vec::new());
        assert!(errors.is_empty(), "{input}: {errors:?}");
        let of_others = DERIVES.into_iter().map(|derive| (parse(input), derive));
        for (input, (attributes, expand)) in
            changed(parse(input)).into_iter().map(|input| (input, own)).chain(of_others)
        {
            match derive(input.clone(), attributes, expand) {
                Ok(output) => assert!(output.text.parse::<Tokens>().is_ok(), "{input}: {}", output.text),
                Err(errors) => assert!(!errors.is_empty(), "{input}"),
            }
        }
    }
}

#[test]
fn all_errors_of_an_item_are_reported_with_their_spans() {
    let input = "#[object(old)]\nstruct X {\n#[wire(nullable)]\na: i64,\n#[wire(optional)]\nb: Option<i64>,\n}";
    let (attributes, expand) = DERIVES[0];
    let errors = derive(parse(input), attributes, expand).err().unwrap().into_messages();
    let lines: Vec<_> = errors.iter().map(|(span, _)| (span.start().line, span.start().column)).collect();
    assert_eq!(lines, [(1, 9), (3, 7), (5, 7)]);
}

#[test]
fn error_becomes_a_compile_error_with_its_message() {
    let (attributes, expand) = DERIVES[7];
    let errors = derive(parse("struct X {}"), attributes, expand).err().unwrap();
    let expected = r#"::core::compile_error! { "`Newtype` requires a struct with one unnamed field: write `struct Name(Type);`" }"#;
    assert_eq!(errors.into_compile_errors().to_string(), parse(expected).to_string());
}

/// Fails unless all arguments are literals or `Meta` at any depth, as formatters require.
fn assert_meta(arguments: proc_macro2::TokenStream) {
    let parser = |input: syn::parse::ParseStream<'_>| {
        while !input.is_empty() {
            if input.fork().parse::<syn::Lit>().is_ok() {
                input.parse::<syn::Lit>()?;
            } else if let syn::Meta::List(list) = input.parse()? {
                assert_meta(list.tokens);
            }
            input.parse::<Option<syn::Token![,]>>()?;
        }
        Ok(())
    };
    syn::parse::Parser::parse2(parser, arguments.clone()).unwrap_or_else(|error| panic!("{arguments}: {error}"));
}

#[test]
fn every_attribute_parses_as_syn_meta() {
    for input in INPUTS {
        let item: syn::DeriveInput = syn::parse_str(input).unwrap();
        let members: Vec<syn::Attribute> = match item.data {
            syn::Data::Struct(data) => data.fields.into_iter().flat_map(|field| field.attrs).collect(),
            syn::Data::Enum(data) => data.variants.into_iter().flat_map(|variant| variant.attrs).collect(),
            syn::Data::Union(_) => Vec::new(),
        };
        for attribute in item.attrs.into_iter().chain(members) {
            if let syn::Meta::List(list) = attribute.meta {
                assert_meta(list.tokens);
            }
        }
    }
}
