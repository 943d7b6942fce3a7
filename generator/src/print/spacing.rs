//! Tokens on one line, spaced as rustfmt spaces them.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// What stands before the next token, as far as spaces depend on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, or something that takes no space after it.
    Tight,
    /// A word: an identifier, literal or closed group.
    Word,
    /// `>` or `!`, after which only words take a space.
    Closing,
    /// Something that takes a space after it.
    Spaced,
}

/// Appends tokens on one line.
pub(crate) fn write_line(out: &mut String, tokens: impl IntoIterator<Item = TokenTree>) {
    let mut before = Before::Tight;
    let mut joint = String::new();
    for token in tokens {
        before = match token {
            TokenTree::Ident(identifier) => {
                if before != Before::Tight {
                    out.push(' ');
                }
                push_display(out, &identifier);
                Before::Word
            }
            TokenTree::Literal(literal) => {
                if before != Before::Tight {
                    out.push(' ');
                }
                push_display(out, &literal);
                Before::Word
            }
            TokenTree::Group(group) => write_group(out, &group, before),
            TokenTree::Punct(punct) => {
                joint.push(punct.as_char());
                if punct.spacing() == Spacing::Joint && punct.as_char() != '\'' && !ends_sign(&joint) {
                    continue;
                }
                let sign = std::mem::take(&mut joint);
                write_sign(out, &sign, before)
            }
        };
    }
}

/// The same as a string of its own.
pub(crate) fn line(tokens: impl IntoIterator<Item = TokenTree>) -> String {
    let mut out = String::new();
    write_line(&mut out, tokens);
    out
}

fn push_display(out: &mut String, value: &dyn std::fmt::Display) {
    use std::fmt::Write;
    // Writing to a string cannot fail.
    let _ = write!(out, "{value}");
}

/// Whether a sign is whole although another follows without a space, as in `>>` of types and `<'c>`.
fn ends_sign(sign: &str) -> bool {
    matches!(sign, ">" | "<" | "&" | "::" | "->" | "=>" | "..=" | "," | "|" | "#")
}

fn write_sign(out: &mut String, sign: &str, before: Before) -> Before {
    match sign {
        "," | ";" | ":" => {
            out.push_str(sign);
            Before::Spaced
        }
        "." | ".." | "..=" | "::" | "<" => {
            if before == Before::Spaced {
                out.push(' ');
            }
            out.push_str(sign);
            Before::Tight
        }
        "&" | "-" | "*" | "'" | "#" => {
            if matches!(before, Before::Spaced | Before::Word) || (sign == "'" && before == Before::Closing) {
                out.push(' ');
            }
            out.push_str(sign);
            Before::Tight
        }
        ">" | "!" | "?" => {
            out.push_str(sign);
            Before::Closing
        }
        _ => {
            if before != Before::Tight {
                out.push(' ');
            }
            out.push_str(sign);
            Before::Spaced
        }
    }
}

fn write_group(out: &mut String, group: &Group, before: Before) -> Before {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::None => ("", ""),
    };
    let is_brace = group.delimiter() == Delimiter::Brace;
    if before == Before::Spaced || (is_brace && before != Before::Tight) {
        out.push(' ');
    }
    out.push_str(open);
    if is_brace && !group.stream().is_empty() {
        out.push(' ');
        write_line(out, group.stream());
        out.push(' ');
    } else {
        write_line(out, group.stream());
    }
    out.push_str(close);
    Before::Word
}

/// Parts tokens at the commas that stand outside of angle brackets; without a last empty part.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut depth = 0_usize;
    let mut arrow = false;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                ',' if depth == 0 => {
                    parts.push(std::mem::take(&mut part));
                    continue;
                }
                '<' => depth += 1,
                '>' if !arrow => depth = depth.saturating_sub(1),
                _ => {}
            }
            arrow = matches!(punct.as_char(), '-' | '=') && punct.spacing() == Spacing::Joint;
        }
        part.push(token);
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_spaced_as_rustfmt_does() {
        for text in [
            "pub fn get(self, id: &str) -> Call<GetConversation>",
            "impl<'c> Conversations<'c>",
            "impl Call<ListItems>",
            "items: impl IntoIterator<Item: Into<types::Include>>",
            "self.query(\"include\", &list::<types::Include>(include))",
            "pub extra: BTreeMap<String, Option<Vec<Value>>>",
            "pub(crate) const KEY: SecurityScheme = SecurityScheme::header(\"a\", \"b\")",
            "Call::new(self.core, &[&conversation_id]).json(body)",
            "#[derive(Clone, Debug)]",
            "500..=599: Json ServerError",
            "r#type: required(\"type\")",
            "Minus1: -1",
            "\"object\" = \"conversation\"",
            "Call: \"a\" | \"b\"",
            "self.limit = Some(limit)",
            "security: [[client::A, client::B], []]",
            "#[cfg(feature = \"client\")]",
        ] {
            let tokens: TokenStream = text.parse().unwrap();
            assert_eq!(line(tokens), text);
        }
    }
}
