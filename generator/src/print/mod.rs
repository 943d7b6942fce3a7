//! From tokens to text that a person would have written, and that rustfmt leaves as it is.
//!
//! What is emitted has few shapes, so this lays them out itself, by the rules of rustfmt's defaults: that
//! takes a fraction of the time of a general pretty-printer, which would leave the tables in macros as one
//! long line besides.

mod expression;
mod item;
mod layout;
mod spacing;
mod table;

use crate::emit::{EmittedFile, FileContent};

/// How wide a line may be.
const WIDTH: usize = 100;

/// The text of a file.
pub fn print(file: &EmittedFile) -> String {
    let mut out = String::new();
    if let Some(header) = &file.header {
        for line in header.lines() {
            out.push_str(if line.is_empty() { "//!" } else { "//! " });
            out.push_str(line);
            out.push('\n');
        }
    }
    match &file.content {
        FileContent::Text(text) => text.clone(),
        FileContent::Items(tokens) => {
            if !out.is_empty() && !tokens.is_empty() {
                out.push('\n');
            }
            item::write_items(&mut out, tokens.clone(), 0);
            out
        }
    }
}
