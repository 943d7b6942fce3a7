//! Errors of printing, such as an item that is not valid Rust.

use std::fmt;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

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
    /// Creates the error for the item at the start of `rest`, the tokens from the item to the end of its file.
    pub(super) fn invalid_item(rest: TokenStream, cause: &syn::Error) -> Self {
        let mut item = Vec::new();
        let mut is_attribute = false;
        for token in rest {
            let is_end = match &token {
                TokenTree::Punct(sign) => sign.as_char() == ';',
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                _ => false,
            };
            item.push(token);
            if is_end {
                break;
            }
        }
        let mut name = Vec::new();
        for token in &item {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => is_attribute = true,
                TokenTree::Group(_) if is_attribute => is_attribute = false,
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => break,
                TokenTree::Punct(sign) if matches!(sign.as_char(), ';' | '=') => break,
                token => name.push(token.clone()),
            }
        }
        Self::InvalidItem {
            path: PathBuf::new(),
            item: excerpt(&TokenStream::from_iter(name)),
            tokens: excerpt(&TokenStream::from_iter(item)),
            cause: cause.to_string(),
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
