//! Items with functions or values: they are parsed by `syn` and formatted by `prettyplease`.
//!
//! `prettyplease` neither preserves blank lines nor fills attributes. Marks replace attributes and precede members before
//! an item is formatted, and are replaced by text afterwards (`marks.rs`).

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, File, Item};

use super::part::{AttributeTokens, Part, Position};
use super::prefix::Prefix;
use super::{PrintError, attributes, blank_lines, long_lines, marks, prefix};
use crate::emit::DocTexts;

/// Writes an item.
///
/// # Errors
/// Returns an error if the tokens are not a valid item.
pub(super) fn write(out: &mut String, item: Part, texts: &DocTexts) -> Result<(), PrintError> {
    let Part { attributes, tokens } = item;
    let item = match parse(tokens.into_iter().collect()) {
        Ok(item) => item,
        Err((tokens, cause)) => return Err(PrintError::invalid_item(Part { attributes, tokens }, &cause)),
    };
    prefix::write_all(&prefix::read_all(attributes, texts), out, "");
    let mut file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    let prefixes = take_prefixes(&mut file, texts);
    blank_lines::mark(&mut file);
    marks::resolve(out, &long_lines::wrap(prettyplease::unparse(&file)), &prefixes);
    Ok(())
}

/// Parses an item that is not formatted by `prettyplease`.
///
/// # Errors
/// Returns an error if the tokens are not a valid item.
pub(super) fn check(item: &Part) -> Result<(), PrintError> {
    match parse(item.clone().into_tokens()) {
        Ok(_) => Ok(()),
        Err((_, cause)) => Err(PrintError::invalid_item(item.clone(), &cause)),
    }
}

/// Parses an item, or returns its tokens with the cause of the failure.
fn parse(tokens: TokenStream) -> Result<Item, (Vec<TokenTree>, String)> {
    let mut invalid = TokenStream::new();
    let parser = |input: ParseStream<'_>| {
        let start = input.fork();
        let item = input.parse::<Item>();
        if item.is_err() {
            invalid = start.parse()?;
        }
        item
    };
    parser.parse2(tokens).map_err(|error| (invalid.into_iter().collect(), error.to_string()))
}

/// Replaces the attributes of an item's members by marks, and returns them by the number of their mark.
fn take_prefixes(file: &mut File, texts: &DocTexts) -> Vec<Prefix> {
    let mut prefixes = Vec::new();
    attributes::for_each(file, &mut |attributes| {
        let first = prefixes.len();
        let tokens = |attribute: &Attribute| AttributeTokens {
            position: Position::Outer,
            tokens: attribute.meta.to_token_stream().into_iter().collect(),
        };
        let own = attributes.iter().map(tokens).collect();
        prefixes.extend(prefix::read_all(own, texts));
        *attributes = (first..prefixes.len()).map(marks::prefix).collect();
    });
    prefixes
}
