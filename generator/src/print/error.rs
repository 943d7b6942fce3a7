//! Errors of printing, such as an item that is not valid Rust.

use std::fmt;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::part::Part;

/// The maximum number of characters of an item's tokens in an error.
const SHOWN: usize = 2_000;

/// The reason why files cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PrintError {
    /// An emitted item cannot be parsed as Rust, which is a bug of the generator regardless of the document.
    InvalidItem {
        /// The path of its file.
        path: PathBuf,
        /// The beginning of the item, such as `pub struct Pet`.
        item: String,
        /// The first tokens of the item.
        tokens: String,
        /// The expected token.
        cause: String,
    },
    /// The system cannot start a thread, for this reason.
    NoThread(String),
}

impl PrintError {
    /// Creates the error of an item that cannot be parsed. The file is added later.
    pub(super) fn invalid_item(item: Part, cause: &str) -> Self {
        let is_end = |token: &TokenTree| match token {
            TokenTree::Punct(sign) => matches!(sign.as_char(), ';' | '='),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let name = item.tokens.iter().take_while(|token| !is_end(token)).cloned().collect();
        Self::InvalidItem {
            path: PathBuf::new(),
            item: excerpt(&name),
            tokens: excerpt(&item.into_tokens()),
            cause: cause.to_owned(),
        }
    }

    pub(super) fn in_file(mut self, file: &Path) -> Self {
        if let Self::InvalidItem { path, .. } = &mut self {
            file.clone_into(path);
        }
        self
    }
}

fn excerpt(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

impl fmt::Display for PrintError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidItem { path, item, tokens, cause } => {
                let path = path.display();
                writeln!(formatter, "internal error: cannot parse the generated item `{item}` of {path}: {cause}")?;
                writeln!(formatter, "tokens: {tokens}")?;
                write!(formatter, "help: this is a bug in Apiarist; please report it together with the document")
            }
            Self::NoThread(cause) => write!(formatter, "cannot start a thread: {cause}"),
        }
    }
}

impl std::error::Error for PrintError {}
