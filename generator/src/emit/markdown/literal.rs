//! Escaping of text so that it is rendered literally.
//!
//! ```text
//! ~~~ rust      →   \~\~\~ rust
//!     let x;    →   let x;
//! - [a](b)      →   \- \[a\](b)
//! ```

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::address::{address_length, link, next_address};
use crate::rustdoc::{Reading, options};

/// Returns the text with all special characters escaped, and URLs as links.
///
/// The result opens no block or span, so lines stay paragraphs and cannot combine with their neighbors.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut is_blank = false;
    for line in text.lines().map(unescaped) {
        let line = line.trim();
        if line.is_empty() {
            is_blank = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if is_blank { "\n\n" } else { "\n" });
        }
        is_blank = false;
        write_line(line, &mut out);
    }
    out
}

/// Returns the text with those outermost faulty blocks made [literal].
pub(super) fn literal_blocks(text: &str, reading: &Reading) -> String {
    let mut faults: Vec<usize> = reading.faults.iter().map(|fault| fault.range.start).collect();
    faults.sort_unstable();
    let mut faults = faults.into_iter().peekable();
    let mut out = String::with_capacity(text.len() + 32);
    let mut at = 0;
    for block in outermost_blocks(text) {
        while faults.next_if(|fault| *fault < block.start).is_some() {}
        if faults.next_if(|fault| block.contains(fault)).is_none() {
            continue;
        }
        out.push_str(&text[at..block.start]);
        out.push_str("\n\n");
        out.push_str(&literal(&text[block.clone()]));
        out.push_str("\n\n");
        at = block.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Returns the ranges of the outermost blocks, each from the start of its line.
fn outermost_blocks(text: &str) -> Vec<Range<usize>> {
    let mut depth = 0_usize;
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        if depth == 0 && !matches!(event, Event::End(_)) {
            let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            match blocks.last_mut() {
                Some(last) if start < last.end => last.end = last.end.max(range.end),
                _ => blocks.push(start..range.end),
            }
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    blocks
}

/// Appends one line without surrounding space.
fn write_line(line: &str, out: &mut String) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = line;
    if line[digits..].starts_with(['.', ')']) {
        out.push_str(&line[..digits]);
        out.push('\\');
        out.push_str(&line[digits..=digits]);
        rest = &line[digits + 1..];
    } else if line.starts_with(['#', '>', '+', '-', '=', ':']) {
        out.push('\\');
        out.push_str(&line[..1]);
        rest = &line[1..];
    }
    while let Some(at) = next_address(rest) {
        let end = at + address_length(&rest[at..]);
        write_escaped(&rest[..at], out);
        out.push_str(&link(&rest[at..end]));
        rest = &rest[end..];
    }
    write_escaped(rest, out);
}

/// Returns a line with escaped characters unescaped.
fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let escaped = if character == '\\' { characters.next_if(char::is_ascii_punctuation) } else { None };
        out.push(escaped.unwrap_or(character));
    }
    out
}

fn write_escaped(text: &str, out: &mut String) {
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '~' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_escaped_and_addresses_are_links() {
        for (text, expected) in [
            ("~~~ rust\n    let x;", "\\~\\~\\~ rust\nlet x;"),
            ("- [a](b)", "\\- \\[a\\](b)"),
            ("12) x\n\n\n> y", "12\\) x\n\n\\> y"),
            ("a \\<b> `c`", "a \\<b\\> \\`c\\`"),
            ("a | b\n:-|-", "a \\| b\n\\:-\\|-"),
            ("(see https://a.example/b_(c)).", "(see <https://a.example/b_(c)>)."),
            ("a\\", "a\\\\"),
            ("1\\. x\n\\- y", "1\\. x\n\\- y"),
        ] {
            assert_eq!(literal(text), expected, "{text:?}");
            assert!(Reading::of(&literal(text)).is_plain(), "{text:?}");
        }
    }

    #[test]
    fn only_blocks_at_fault_become_literal() {
        let text = "One *two*.\n\n- a\n\n      let x;\n\nThree.";
        assert_eq!(literal_blocks(text, &Reading::of(text)), "One *two*.\n\n\n\n\\- a\n\nlet x;\n\nThree.");
    }
}
