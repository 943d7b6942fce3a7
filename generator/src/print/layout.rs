//! Lines, indentation, attributes and doc comments.

use proc_macro2::{Delimiter, TokenTree};

use super::spacing::{line, write_line};
use crate::rustdoc::doc_text;

/// Starts a line.
pub(crate) fn indent(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("    ");
    }
}

/// Writes a whole line.
pub(crate) fn write_indented(out: &mut String, depth: usize, text: &str) {
    indent(out, depth);
    out.push_str(text);
    out.push('\n');
}

/// Takes the attributes from the front of tokens and writes them, each on its line.
pub(crate) fn write_attributes(out: &mut String, tokens: &[TokenTree], depth: usize) -> usize {
    let mut at = 0;
    while let [TokenTree::Punct(sign), TokenTree::Group(group), ..] = &tokens[at..] {
        if sign.as_char() != '#' || group.delimiter() != Delimiter::Bracket {
            break;
        }
        match doc_text(group.stream()) {
            Some(text) => write_doc(out, &text, depth),
            None => {
                indent(out, depth);
                out.push('#');
                write_line(out, [tokens[at + 1].clone()]);
                out.push('\n');
            }
        }
        at += 2;
    }
    at
}

/// Whether tokens start with an attribute.
pub(crate) fn has_attributes(tokens: &[TokenTree]) -> bool {
    matches!(tokens.first(), Some(TokenTree::Punct(sign)) if sign.as_char() == '#')
}

fn write_doc(out: &mut String, text: &str, depth: usize) {
    for line in text.split('\n') {
        indent(out, depth);
        out.push_str("///");
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// The attributes of tokens on one line each, and the rest on one line.
pub(crate) fn write_member(out: &mut String, tokens: Vec<TokenTree>, depth: usize, end: &str) {
    let start = write_attributes(out, &tokens, depth);
    let text = line(tokens[start..].iter().cloned());
    if depth * 4 + text.len() + end.len() <= super::WIDTH {
        indent(out, depth);
        out.push_str(&text);
        out.push_str(end);
        out.push('\n');
    } else {
        write_long_member(out, &tokens[start..], &text, depth, end);
    }
}

/// A parameter on a line of its own; its comma may stand past the end of the line.
pub(crate) fn write_parameter(out: &mut String, tokens: Vec<TokenTree>, depth: usize) {
    let text = line(tokens.iter().cloned());
    // Of a parameter that is too long by one column rustfmt makes no more lines.
    if depth * 4 + text.len() <= super::WIDTH + 1 {
        write_indented(out, depth, &format!("{text},"));
    } else {
        write_broken_type(out, &text, depth, ",");
    }
}

/// A type whose arguments go to a line of their own.
fn write_broken_type(out: &mut String, text: &str, depth: usize, end: &str) {
    match (text.find('<'), text.strip_suffix('>')) {
        (Some(open), Some(inner)) => {
            let (head, inner) = inner.split_at(open);
            write_indented(out, depth, &format!("{head}<"));
            write_indented(out, depth + 1, &format!("{},", &inner[1..]));
            write_indented(out, depth, &format!(">{end}"));
        }
        _ => write_indented(out, depth, &format!("{text}{end}")),
    }
}

/// A field whose type goes to a line of its own, or a variant whose type does.
fn write_long_member(out: &mut String, tokens: &[TokenTree], text: &str, depth: usize, end: &str) {
    let field = text.split_once(": ").filter(|(name, _)| !name.contains('('));
    match (field, tokens) {
        (Some((_, type_)), _) if (depth + 1) * 4 + type_.len() + end.len() > super::WIDTH => {
            write_broken_type(out, text, depth, end);
        }
        (Some((name, type_)), _) => {
            write_indented(out, depth, &format!("{name}:"));
            write_indented(out, depth + 1, &format!("{type_}{end}"));
        }
        (None, [TokenTree::Ident(name), TokenTree::Group(group)]) => {
            write_indented(out, depth, &format!("{name}("));
            write_indented(out, depth + 1, &format!("{},", line(group.stream())));
            write_indented(out, depth, &format!("){end}"));
        }
        _ => write_indented(out, depth, &format!("{text}{end}")),
    }
}
