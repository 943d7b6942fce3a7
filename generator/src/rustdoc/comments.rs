//! Extraction of doc comments from the text of a Rust file.

use std::fmt;

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};

/// The doc comment of one item, field or variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocComment {
    /// The text as rustdoc reads it: joined by line ends, without the common indentation of all lines.
    pub text: String,
}

/// The error for text that cannot be split into Rust tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableSource(String);

impl fmt::Display for UnreadableSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "cannot split the file into tokens: {}", self.0)
    }
}

impl std::error::Error for UnreadableSource {}

/// Returns the doc comments of a file, in order.
///
/// Only tokens are read rather than items, which is faster. Like rustdoc, it joins the doc attributes of one item even
/// if other attributes are between them.
///
/// # Errors
/// Returns an error if the text cannot be split into tokens.
pub fn doc_comments(source: &str) -> Result<Vec<DocComment>, UnreadableSource> {
    let tokens: TokenStream = source.parse().map_err(|error| UnreadableSource(format!("{error}")))?;
    let mut comments = Vec::new();
    collect(tokens, &mut comments);
    Ok(comments)
}

fn collect(tokens: TokenStream, comments: &mut Vec<DocComment>) {
    let mut lines: Vec<String> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '#') {
            let is_inner = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '!');
            tokens.next_if(is_inner);
            let is_attribute =
                |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
            if let Some(TokenTree::Group(attribute)) = tokens.next_if(is_attribute) {
                lines.extend(doc_text(attribute.stream()));
                continue;
            }
        }
        finish(&mut lines, comments);
        if let TokenTree::Group(group) = token {
            collect(group.stream(), comments);
        }
    }
    finish(&mut lines, comments);
}

fn finish(lines: &mut Vec<String>, comments: &mut Vec<DocComment>) {
    if lines.is_empty() {
        return;
    }
    let text = std::mem::take(lines).join("\n");
    let is_blank = |line: &&str| line.trim().is_empty();
    let indentation = text.lines().filter(|line| !is_blank(line)).map(indentation).min().unwrap_or(0);
    let lines: Vec<&str> = text.split('\n').map(|line| line.get(indentation..).unwrap_or_default()).collect();
    comments.push(DocComment { text: lines.join("\n") });
}

fn indentation(line: &str) -> usize {
    line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// Returns the text of `doc = "…"`.
fn doc_text(attribute: TokenStream) -> Option<String> {
    let mut tokens = attribute.into_iter();
    match (tokens.next()?, tokens.next()?, tokens.next()?) {
        (TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)) if name == "doc" => string(&text),
        _ => None,
    }
}

/// Returns the value of a string literal.
fn string(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    let body = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut value = String::with_capacity(body.len());
    let mut characters = body.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            value.push(character);
            continue;
        }
        match characters.next()? {
            'n' => value.push('\n'),
            't' => value.push('\t'),
            'r' => value.push('\r'),
            '0' => value.push('\0'),
            'u' => {
                let code: String = characters.by_ref().skip(1).take_while(|&c| c != '}').collect();
                value.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            other => value.push(other),
        }
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_joined_as_rustdoc_joins_them() {
        let source = "//! The module.\n\nmod pets {\n    /// A pet.\n    ///\n    ///     code\n    #[derive(Clone)]\n    \
                      /// More.\n    pub struct Pet {\n        ///   Deep.\n        name: String,\n    }\n}\n";
        let texts: Vec<String> =
            doc_comments(source).expect("it is Rust").into_iter().map(|comment| comment.text).collect();
        assert_eq!(texts, ["The module.", "A pet.\n\n    code\nMore.", "Deep."]);
    }

    #[test]
    fn a_file_that_is_no_rust_is_an_error() {
        assert!(doc_comments("fn x() {").is_err());
    }
}
