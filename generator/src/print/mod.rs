//! Conversion of tokens to text, item by item: declarations are written from their tokens (`declaration.rs`); items with
//! functions or values are parsed by `syn` and formatted by `prettyplease` (`parsed.rs`). Blank lines separate them.
//!
//! ```text
//! quote!(#[doc = "A pet.\nFurry."] pub struct Pet { pub id: i64 } impl Pet { fn a() {} fn b() {} })
//!
//! /// A pet.
//! /// Furry.
//! pub struct Pet {
//!     pub id: i64,
//! }
//!
//! impl Pet {
//!     fn a() {}
//!
//!     fn b() {}
//! }
//! ```

mod attribute;
mod attributes;
mod blank_lines;
mod declaration;
mod error;
mod flat_line;
mod long_lines;
mod marks;
mod parsed;
mod part;
mod prefix;
mod spelling;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use proc_macro2::TokenStream;

use crate::deep_stack::on_deep_stack;
use crate::emit::{DocTexts, EmittedFile, FileContent};
use blank_lines::Kind;
pub use error::PrintError;
use part::{Keyword, Part};

/// Emits files and returns their texts by path, on a thread whose stack is deep enough for every document.
///
/// # Errors
/// Returns an error if an emitted item is not valid Rust, which is a bug of the generator, or if no thread can be
/// started.
pub fn print_all(emit: impl FnOnce() -> Vec<EmittedFile> + Send) -> Result<Vec<(PathBuf, String)>, PrintError> {
    // Tokens are not `Send`, so they are created on the thread that prints them.
    let run = || emit().into_iter().map(|file| Ok((file.path.clone(), print(file)?))).collect();
    on_deep_stack(run).map_err(|error| PrintError::NoThread(error.to_string()))?
}

/// Returns the text of a file.
///
/// # Errors
/// Returns an error if an emitted item is not valid Rust, which is a bug of the generator.
pub fn print(file: EmittedFile) -> Result<String, PrintError> {
    let mut out = String::new();
    for line in file.header.iter().flat_map(|header| header.lines()) {
        out.push_str(if line.is_empty() { "//" } else { "// " });
        out.push_str(line);
        out.push('\n');
    }
    match file.content {
        FileContent::Text(text) => Ok(text),
        FileContent::Items(tokens) => {
            let items = print_items(tokens, &file.doc_texts).map_err(|error| error.in_file(&file.path))?;
            if !out.is_empty() && !items.is_empty() {
                out.push('\n');
            }
            out.push_str(&items);
            Ok(out)
        }
    }
}

/// Prints items with blank lines between those that belong apart.
fn print_items(tokens: TokenStream, texts: &DocTexts) -> Result<String, PrintError> {
    let mut tokens = tokens.into_iter().peekable();
    let mut out = String::new();
    // The kind of the item before, and whether it is a single line.
    let mut before: Option<(Kind, bool)> = None;
    while let Some(mut item) = Part::read_item(&mut tokens) {
        prefix::write_all(&prefix::read_all(item.take_inner_attributes(), texts), &mut out, "");
        if item.is_empty() {
            break;
        }
        let kind = Kind::of_part(&item);
        let is_marked = kind.is_marked_by(&item.attributes);
        let is_parted = before.map_or(!out.is_empty(), |(before, is_line)| {
            before.is_parted_from(kind, is_marked) || !(is_line || kind.is_list())
        });
        if is_parted {
            out.push('\n');
        }
        let start = out.len();
        print_item(&mut out, item, texts)?;
        let text = out.get(start..).unwrap_or_default();
        let mut lines = text.lines().filter(|line| !line.starts_with(['/', '#']));
        let is_line = lines.next().is_some() && lines.next().is_none();
        before = Some((kind, is_line));
    }
    Ok(out)
}

fn print_item(out: &mut String, item: Part, texts: &DocTexts) -> Result<(), PrintError> {
    match item.keyword() {
        Keyword::Use | Keyword::Type | Keyword::Struct | Keyword::Enum => declaration::write(out, item, texts),
        Keyword::Mod if item.ends_with_semicolon() => declaration::write(out, item, texts),
        Keyword::Mod | Keyword::Constant | Keyword::Other => parsed::write(out, item, texts),
    }
}
