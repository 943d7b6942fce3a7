//! The error of an item that is not valid Rust.

use std::fmt;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// How many characters of an item's tokens are shown.
const SHOWN: usize = 2_000;

/// An emitted item that cannot be parsed as Rust: a bug of the generator, whatever the document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintError {
    path: PathBuf,
    /// The beginning of the item, such as `pub struct Pet`.
    item: String,
    /// The item, as far as it is shown.
    tokens: String,
    /// What `syn` expected.
    cause: String,
}

impl PrintError {
    /// Describes the item at the front of `rest`, the tokens from the item to the end of its file.
    pub(super) fn new(rest: TokenStream, cause: &syn::Error) -> Self {
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
        Self {
            path: PathBuf::new(),
            item: excerpt(&TokenStream::from_iter(name)),
            tokens: excerpt(&TokenStream::from_iter(item)),
            cause: cause.to_string(),
        }
    }

    pub(super) fn in_file(self, path: &Path) -> Self {
        Self { path: path.to_owned(), ..self }
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
        writeln!(
            formatter,
            "internal error: cannot parse the generated item `{}` of {}: {}",
            self.item,
            self.path.display(),
            self.cause
        )?;
        writeln!(formatter, "tokens: {}", self.tokens)?;
        write!(formatter, "help: this is a bug in Apiarist; please report it together with the document")
    }
}

impl std::error::Error for PrintError {}
