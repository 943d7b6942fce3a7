//! Items without functions and values: imports, modules, aliases, structs and enums. Most of the output consists of them,
//! so they are written from their tokens: each field and each variant has a line, which is broken if it is too long.
//!
//! ```text
//! pub struct Pet { #[doc(17)] pub id : i64 , }   →   pub struct Pet {
//!                                                        /// The id.
//!                                                        pub id: i64,
//!                                                    }
//! ```
//!
//! In debug builds, such as tests and fuzzing, each declaration is parsed, too.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};

use super::flat_line::{FlatLine, INDENTATION, MARGIN};
use super::part::{AttributeTokens, Keyword, Part, into_content};
use super::{PrintError, long_lines, parsed, prefix, spelling};
use crate::emit::DocTexts;

/// An item whose fields or variants are parts.
struct Declaration {
    attributes: Vec<AttributeTokens>,
    head: Vec<TokenTree>,
    /// The fields of a struct or the variants of an enum, if they are in braces.
    block: Option<Vec<Part>>,
}

/// Writes an item.
///
/// # Errors
/// Returns an error if the item has no end, or a field has no type. In debug builds, returns an error if the item is not
/// valid.
pub(super) fn write(out: &mut String, item: Part, texts: &DocTexts) -> Result<(), PrintError> {
    if cfg!(debug_assertions) {
        parsed::check(&item)?;
    }
    let Declaration { attributes, head, block } = Declaration::read(item)?;
    prefix::write_all(&prefix::read_all(attributes, texts), out, "");
    let mut line = FlatLine::new();
    spelling::write(&mut line, head);
    let Some(block) = block else {
        write_line(out, &line, "");
        return Ok(());
    };
    line.text_mut().push_str(if block.is_empty() { " {}" } else { " {" });
    write_line(out, &line, "");
    if block.is_empty() {
        return Ok(());
    }
    for Part { attributes, tokens } in block {
        prefix::write_all(&prefix::read_all(attributes, texts), out, INDENTATION);
        let mut line = FlatLine::new();
        spelling::write(&mut line, tokens);
        line.text_mut().push(',');
        write_line(out, &line, INDENTATION);
    }
    out.push_str("}\n");
    Ok(())
}

impl Declaration {
    fn read(mut item: Part) -> Result<Self, PrintError> {
        let keyword = item.keyword();
        if item.ends_with_semicolon() {
            return Ok(Self { attributes: item.attributes, head: item.tokens, block: None });
        }
        let block = match item.tokens.pop() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                Part::read_all(into_content(group).1)
            }
            last => {
                item.tokens.extend(last);
                return Err(PrintError::invalid_item(item, "expected `;`"));
            }
        };
        if keyword == Keyword::Struct && !block.iter().all(Part::is_field) {
            item.tokens.push(Group::new(Delimiter::Brace, joined(block)).into());
            return Err(PrintError::invalid_item(item, "expected `:`"));
        }
        Ok(Self { attributes: item.attributes, head: item.tokens, block: Some(block) })
    }
}

/// Returns fields or variants as the tokens that they were read from.
fn joined(parts: Vec<Part>) -> TokenStream {
    let mut tokens = TokenStream::new();
    for part in parts {
        if !tokens.is_empty() {
            tokens.extend([TokenTree::from(Punct::new(',', Spacing::Alone))]);
        }
        tokens.extend(part.into_tokens());
    }
    tokens
}

fn write_line(out: &mut String, line: &FlatLine, indentation: &str) {
    if indentation.len() + line.text().len() <= MARGIN {
        out.push_str(indentation);
        out.push_str(line.text());
        out.push('\n');
        return;
    }
    for line in line.broken(indentation.len()) {
        let indentation = indentation.to_owned() + &INDENTATION.repeat(line.depth);
        long_lines::write(out, &(indentation + &line.text));
    }
}
