//! Conversion of tokens to text: each item is parsed by `syn`, formatted by `prettyplease` and separated by blank
//! lines.
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
//!
//! `prettyplease` preserves neither blank lines nor trailing spaces in comments. Attributes mark them before an item is
//! formatted (`comments.rs`, `blank_lines.rs`), and the marks are replaced by text afterwards (`marks.rs`).

mod attributes;
mod blank_lines;
mod broken_attributes;
mod comments;
mod error;
mod long_lines;
mod marks;
mod parse;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use proc_macro2::TokenStream;
use syn::{Attribute, File, Item};

use crate::deep_stack::on_deep_stack;
use crate::emit::{DocTexts, EmittedFile, FileContent};
use blank_lines::Kind;
pub use error::PrintError;

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

/// Returns the text of a file's attributes and items.
fn print_items(tokens: TokenStream, texts: &DocTexts) -> Result<String, PrintError> {
    let (attributes, items) = parse::parse(tokens)?;
    let mut out = String::new();
    if !attributes.is_empty() {
        print_attributes(&mut out, attributes, texts);
    }
    let mut before: Option<(Kind, bool)> = None;
    for mut item in items {
        let kind = Kind::of_item(&item);
        let is_marked = blank_lines::is_marked(&mut item);
        let text = print_item(item, texts);
        let is_parted = before.map_or(!out.is_empty(), |(before, is_line)| {
            before.is_parted_from(kind, is_marked) || !(is_line || kind.is_list())
        });
        if is_parted {
            out.push('\n');
        }
        let mut lines = text.lines().filter(|line| !line.starts_with(['/', '#']));
        let is_line = lines.next().is_some() && lines.next().is_none();
        out.push_str(&text);
        before = Some((kind, is_line));
    }
    Ok(out)
}

/// Appends the attributes of a file.
fn print_attributes(out: &mut String, attributes: Vec<Attribute>, texts: &DocTexts) {
    let mut file = File { shebang: None, frontmatter: None, attrs: attributes, items: Vec::new() };
    let comments = comments::take(&mut file, texts);
    for attribute in std::mem::take(&mut file.attrs) {
        // Several attributes without an item would share a line.
        file.attrs = vec![attribute];
        marks::resolve(out, prettyplease::unparse(&file).trim_end_matches('\n'), &comments);
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
}

fn print_item(item: Item, texts: &DocTexts) -> String {
    let mut out = String::new();
    let mut file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    let comments = comments::take(&mut file, texts);
    blank_lines::mark(&mut file);
    let text = broken_attributes::fill(long_lines::wrap(prettyplease::unparse(&file)));
    marks::resolve(&mut out, &text, &comments);
    out
}
