//! Parsing of a file's tokens into items of `syn`.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Item, Result};

use super::PrintError;

/// Parses the tokens of a file into its inner attributes and its items.
pub(super) fn parse(tokens: TokenStream) -> std::result::Result<(Vec<Attribute>, Vec<Item>), PrintError> {
    // The tokens from the invalid item to the end.
    let mut rest = TokenStream::new();
    let parser = |input: ParseStream<'_>| -> Result<(Vec<Attribute>, Vec<Item>)> {
        let attributes = input.call(Attribute::parse_inner)?;
        let mut items = Vec::new();
        while !input.is_empty() {
            let start = input.fork();
            match input.parse() {
                Ok(item) => items.push(item),
                Err(error) => {
                    rest = start.parse()?;
                    return Err(error);
                }
            }
        }
        Ok((attributes, items))
    };
    parser.parse2(tokens).map_err(|error| PrintError::invalid_item(rest, &error))
}
