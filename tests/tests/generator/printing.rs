//! Prints random items with random comments, parses them and prints them again.

use std::path::PathBuf;

use apiarist::emit::{DocTexts, EmittedFile, FileContent};
use apiarist::print::print;
use apiarist::rustdoc::doc_comments;
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;
use quote::{ToTokens, format_ident, quote};

/// The pieces of comments: tokens that end or begin comments, spaces, line ends, and words.
const PIECES: [&str; 19] = [
    "a", "Words.", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "*/", "/*", "//", "///", "//!", "\\", "\"", "#[a]",
    "\u{1}", "é",
];

fn comment() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.concat())
}

fn documentation() -> impl Strategy<Value = TokenStream> {
    prop::option::of(comment()).prop_map(|text| text.map(|text| quote!(#[doc = #text])).into_token_stream())
}

fn type_() -> impl Strategy<Value = TokenStream> {
    let leaf =
        prop_oneof![Just(quote!(String)), Just(quote!(i64)), Just(quote!(types::ATypeWithARatherLongNameOfItsOwn))];
    leaf.prop_recursive(4, 8, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| quote!(Vec<#inner>)),
            inner.clone().prop_map(|inner| quote!(Option<Box<#inner>>)),
            (inner.clone(), inner).prop_map(|(key, value)| quote!(BTreeMap<#key, #value>)),
        ]
    })
}

fn attribute() -> impl Strategy<Value = TokenStream> {
    prop_oneof![
        3 => Just(TokenStream::new()),
        1 => Just(quote!(#[derive(Clone, Debug, PartialEq)])),
        1 => Just(quote!(#[object(new, is("type", "a value"), is("object", "another value that is long enough to break"))])),
        1 => comment().prop_map(|text| quote!(#[wire(#text)])),
    ]
}

fn member() -> impl Strategy<Value = TokenStream> {
    prop_oneof![
        (documentation(), type_()).prop_map(|(doc, type_)| quote!(#doc type Success = #type_;)),
        (documentation(), comment()).prop_map(|(doc, text)| quote!(#doc const SPEC: &Spec = &Spec::get(#text).at("a", &[1, 2]);)),
        (documentation(), attribute(), type_(), type_()).prop_map(|(doc, attribute, argument, result)| {
            quote!(#doc #attribute pub fn get(&self, argument: &#argument) -> #result { self.call(&[argument]).query("a", 1) })
        }),
    ]
}

fn item() -> impl Strategy<Value = TokenStream> {
    let fields = || prop::collection::vec((documentation(), attribute(), type_()), 0..4);
    let members = prop::collection::vec(member(), 0..4);
    let kind = prop_oneof![
        fields().prop_map(|fields| {
            let fields = fields.into_iter().enumerate().map(|(at, (doc, attribute, type_))| {
                let name = format_ident!("field_{at}");
                quote!(#doc #attribute pub #name: #type_,)
            });
            quote!(pub struct Pet { #(#fields)* })
        }),
        fields().prop_map(|fields| {
            let variants = fields.into_iter().enumerate().map(|(at, (doc, attribute, type_))| {
                let name = format_ident!("Variant{at}");
                quote!(#doc #attribute #name(#type_),)
            });
            quote!(pub enum Pet { #(#variants)* })
        }),
        members.prop_map(|members| quote!(impl Operation for Pet { #(#members)* })),
        type_().prop_map(|type_| quote!(pub type Pets = #type_;)),
        Just(quote!(
            pub mod pets;
        )),
        Just(quote!(
            use super::{Pet, Pets};
        )),
        Just(quote!(
            pub use super::pets::*;
        )),
    ];
    (documentation(), attribute(), kind).prop_map(|(doc, attribute, kind)| quote!(#doc #attribute #kind))
}

fn print_tokens(tokens: TokenStream) -> String {
    let file = EmittedFile {
        path: PathBuf::from("src/lib.rs"),
        header: None,
        content: FileContent::Items(tokens),
        doc_texts: DocTexts::default(),
    };
    print(file).expect("the items are valid")
}

/// Returns tokens without doc comments.
fn without_documentation(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.stream().to_string().starts_with("doc =") => {
                kept.pop();
            }
            TokenTree::Group(group) => {
                let inner = without_documentation(group.stream());
                kept.push(proc_macro2::Group::new(group.delimiter(), inner).into());
            }
            token => kept.push(token),
        }
    }
    kept.into_iter().collect()
}

/// Returns the code of tokens without the commas that depend on the layout.
fn code(tokens: TokenStream) -> String {
    let text = without_documentation(tokens).to_string().replace(char::is_whitespace, "");
    [")", "]", "}", ">"].iter().fold(text, |text, end| text.replace(&format!(",{end}"), end))
}

/// Returns the documentation as rustdoc reads it. Lines of only spaces count as empty.
fn documentation_of(source: &str) -> Vec<String> {
    let trimmed = |line: &str| if line.trim().is_empty() { String::new() } else { line.to_owned() };
    let text = |text: &str| text.split('\n').map(trimmed).collect::<Vec<_>>().join("\n");
    doc_comments(source).expect("the text is valid").iter().map(|comment| text(&comment.text)).collect()
}

proptest! {
    #[test]
    fn printed_items_round_trip_as_tokens_and_text(
        items in prop::collection::vec(item(), 0..5),
    ) {
        let tokens: TokenStream = items.into_iter().collect();
        let printed = print_tokens(tokens.clone());
        let parsed: TokenStream = printed.parse().expect("the text is valid");
        prop_assert_eq!(code(parsed.clone()), code(tokens.clone()));
        prop_assert_eq!(&print_tokens(parsed), &printed);

        let source = tokens.to_string().replace("\\r\\n", "\\n").replace("\\r", "\\n");
        prop_assert_eq!(documentation_of(&printed), documentation_of(&source));
    }
}
