//! Tokens of a file as items of `syn`.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Item};

use super::PrintError;

/// Parses the tokens of a file into its inner attributes and its items.
pub(super) fn parse(tokens: TokenStream) -> Result<(Vec<Attribute>, Vec<Item>), PrintError> {
    let parser = |input: ParseStream<'_>| {
        let mut items = Vec::new();
        let mut start = input.fork();
        let attributes = match input.call(Attribute::parse_inner) {
            Ok(attributes) => attributes,
            Err(error) => return Ok(Err(PrintError::new(start.parse()?, &error))),
        };
        while !input.is_empty() {
            start = input.fork();
            match input.parse() {
                Ok(item) => items.push(item),
                Err(error) => {
                    // The parser must reach the end even so, or `syn` reports the tokens behind it instead.
                    input.parse::<TokenStream>()?;
                    return Ok(Err(PrintError::new(start.parse()?, &error)));
                }
            }
        }
        Ok(Ok((attributes, items)))
    };
    parser.parse2(tokens).unwrap_or_else(|error| Err(PrintError::new(TokenStream::new(), &error)))
}
