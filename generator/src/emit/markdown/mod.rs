//! Conversion of documents' Markdown to Markdown that is safe in doc comments.
//!
//! rustdoc interprets Markdown differently than its authors intended: brackets are links to items, indented lines are
//! tests, tags are HTML. Only text that would be misinterpreted is rewritten; other text and links are unchanged:
//!
//! ```text
//! See [1] at https://a.example/b:   →   See \[1] at <https://a.example/b>:
//!
//!     let x;                            ```text
//!                                       let x;
//!                                       ```
//! ```
//!
//! [`safe_markdown`] rewrites one text of the document, and [`list_item`] makes it the item of a list. [`finished`] parses
//! the combined texts of one comment as rustdoc does, and rewrites them until they consist of nothing but text.

mod address;
mod html;
mod language;
mod link;
mod literal;
mod walk;

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser, Tag};

use crate::rustdoc::{Reading, options};
use crate::unprintable::{is_unprintable, stripped};
use html::without_html;
use literal::{literal, literal_blocks};
use walk::{DEEPEST, edited, rewritten};

/// The maximum number of times that a list item or a finished comment is rewritten. After that, the faulty blocks of a
/// comment become plain text.
///
/// Escaping one construct may reveal another that it contained, such as code in an attribute of a tag.
const ATTEMPTS: usize = 3;

/// Returns the text of a document such that rustdoc and clippy interpret it as intended, without surrounding blank
/// lines.
///
/// Relative links are resolved against `base`, an absolute URL; without it they become text.
pub(crate) fn safe_markdown(text: &str, base: Option<&str>) -> String {
    let text = normalized(text);
    if is_plain(&text) {
        return text;
    }
    if has_too_many_markers(&text) {
        return literal(&text);
    }
    let text = if text.contains('<') { without_line_ends(&without_html(&text)) } else { text };
    without_line_ends(&rewritten(&text, base))
}

/// Returns the text of a document on one line that cannot begin a block.
pub(super) fn on_a_line(text: &str, base: Option<&str>) -> String {
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = joined(&normalized(text));
    let safe = safe_markdown(&line, base);
    // Further lines result from tags or from a code block.
    let is_block = safe.contains('\n') && !line.contains('<');
    let safe = joined(&safe);
    // After other words, a link definition and the mark of a task are links.
    let is_plain = Reading::of(&safe).is_plain() && Reading::of(&format!("a {safe}")).is_plain();
    if is_plain && !is_block && !safe.is_empty() { safe } else { literal(&line) }
}

/// Returns the item of a list: a label and safe Markdown, whose lists are nested in the item.
///
/// ```text
/// The items that are returned        - `filter`: The items that are returned
///         by default:            →     by default:
/// - open                               - open
/// ```
pub(super) fn list_item(label: &str, text: &str) -> String {
    if is_plain(text) {
        return format!("- {label}: {text}");
    }
    let item = |text: &str| {
        let is_paragraph = matches!(Parser::new_ext(text, options()).next(), Some(Event::Start(Tag::Paragraph)));
        let separator = if is_paragraph { " " } else { "\n" };
        format!("- {label}:{separator}{text}").replace('\n', "\n  ").replace("\n  \n", "\n\n")
    };
    let mut written = item(text);
    for _ in 0..ATTEMPTS {
        let Some(next) = edited(&written, None) else { return item(&literal(text)) };
        // A line that has become an item changes the containers of the lines after it.
        if next == written {
            break;
        }
        written = without_line_ends(&next);
    }
    written
}

/// Returns the text of a comment in which rustdoc finds neither tests nor HTML nor any cause for a warning.
///
/// Texts that are safe separately may be unsafe together. Therefore the whole comment is checked. If rewriting does not
/// help, first the faulty blocks become plain text, then the entire comment.
pub(crate) fn finished(text: &str) -> String {
    let mut text = stripped(text).into_owned();
    if has_too_many_markers(&text) {
        return literal(&text);
    }
    for _ in 0..ATTEMPTS {
        if Reading::of(&text).is_plain() {
            return text;
        }
        text = without_line_ends(&rewritten(&text, None));
    }
    let reading = Reading::of(&text);
    if reading.is_plain() {
        return text;
    }
    let blocks = without_line_ends(&literal_blocks(&text, &reading));
    if Reading::of(&blocks).is_plain() { blocks } else { literal(&text) }
}

/// Normalizes line ends and tabs, and removes characters that are not allowed in a comment as well as common
/// indentation.
fn normalized(text: &str) -> String {
    let mut clean = cleaned(text);
    let indentation = clean.lines().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    if indentation > 0 {
        let lines: Vec<&str> = clean.lines().map(|line| line.get(indentation..).unwrap_or("")).collect();
        clean = Cow::Owned(lines.join("\n"));
    }
    if clean.contains("> [!") {
        let lines: Vec<String> = clean.lines().map(without_alert).collect();
        clean = Cow::Owned(lines.join("\n"));
    }
    // A description with only its first line flush left is YAML prose, not code.
    without_line_ends(clean.trim_matches('\n'))
}

/// Normalizes line ends and tabs, and removes characters that are not allowed in a comment.
fn cleaned(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => clean.push('\n'),
            '\t' => clean.push_str("    "),
            '\n' => clean.push('\n'),
            // rustc rejects characters in comments that change the direction of text.
            other if is_unprintable(other) => {}
            other => clean.push(other),
        }
    }
    Cow::Owned(clean)
}

/// Returns the first line of a GitHub alert such as `> [!NOTE]` as text that every Markdown renderer supports.
fn without_alert(line: &str) -> String {
    let kinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
    let alert = line.trim_end().rsplit_once("> [!").and_then(|(before, kind)| Some((before, kind.strip_suffix(']')?)));
    match alert.filter(|(_, kind)| kinds.iter().any(|known| known.eq_ignore_ascii_case(kind))) {
        Some((before, kind)) => {
            let (first, rest) = kind.split_at(1);
            format!("{before}> **{}{}:**", first.to_uppercase(), rest.to_lowercase())
        }
        None => line.to_owned(),
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Removes whitespace at the ends of lines, and all but one blank line between paragraphs.
///
/// A line of no-break spaces is text in Markdown, but rustdoc treats it as blank, so that an indented line after it is code.
fn without_line_ends(text: &str) -> String {
    let has_line_end = text.lines().any(|line| line.ends_with(char::is_whitespace));
    if !has_line_end && !text.contains("\n\n\n") && !text.ends_with([' ', '\n']) && !text.starts_with('\n') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        out.push_str(line);
    }
    out
}

/// Returns `true` if a line opens more lists and quotations than the maximum nesting, which is slow to parse.
fn has_too_many_markers(text: &str) -> bool {
    text.lines().any(|line| {
        let is_number = |word: &str| word.ends_with(['.', ')']) && word.starts_with(|c: char| c.is_ascii_digit());
        let is_marker = |word: &&str| word.starts_with('>') || matches!(*word, "-" | "*" | "+") || is_number(word);
        let words = line.split(' ').filter(|word| !word.is_empty()).take_while(is_marker);
        words.map(|word| word.matches('>').count().max(1)).take(DEEPEST + 1).sum::<usize>() > DEEPEST
    })
}

/// Returns `true` if a text is one line of words that cannot be misinterpreted.
fn is_plain(text: &str) -> bool {
    !text.contains(['\n', '<', '[', '`', '~', '|', '&'])
        && !text.contains("://")
        && text.starts_with(|first: char| first.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustdoc_would_misread_is_rewritten() {
        for (text, expected) in [
            ("Plain words.", "Plain words."),
            ("See [docs](https://a.example/b).", "See [docs](https://a.example/b)."),
            ("See https://a.example/b_c.", "See <https://a.example/b_c>."),
            ("See <https://a.example>.", "See <https://a.example>."),
            ("[https://a.example](https://a.example)", "[https://a.example](https://a.example)"),
            ("An [item] and `[code]`.", "An \\[item] and `[code]`."),
            ("A [Type](Type) link.", "A \\[Type](Type) link."),
            ("Escaped \\[already].", "Escaped \\[already]."),
            ("A <name> here.", "A \\<name> here."),
            ("```\nlet x;\n```", "```text\nlet x;\n```"),
            ("```rust\nlet x;\n```", "```text\nlet x;\n```"),
            ("```json\n{}\n```", "```json\n{}\n```"),
            ("```json\n{}", "```json\n{}\n```"),
            ("Words:\n\n    code here\n    more", "Words:\n\n```text\ncode here\nmore\n```"),
            ("- one\ntwo\n- three", "- one\n  two\n- three"),
            ("1. one\n       two", "1. one\n   two"),
            ("> quoted\nlazy", "> quoted\n> lazy"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("a\u{202e}b", "ab"),
            ("*/ fn main() {}", "*/ fn main() {}"),
            ("  indented\n  all", "indented\nall"),
            ("One.<br>Two.", "One.\nTwo."),
            ("> [!NOTE]\n> Words.", "> **Note:**\n> Words."),
            ("> [!x]", "> \\[!x]"),
            ("[^1] is a note", "\\[^1] is a note"),
            ("See https://a.example/b_(c)?d=1.", "See <https://a.example/b_(c)?d=1>."),
        ] {
            assert_eq!(safe_markdown(text, None), expected, "{text:?}");
        }
    }

    #[test]
    fn blocks_nest_in_a_list_item() {
        for (text, expected) in [
            ("One.", "- `a`: One."),
            ("One\n    two\n\nThree\n   four", "- `a`: One\n  two\n\n  Three\n  four"),
            ("\\[One]\n    two\n  \\<three>", "- `a`: \\[One]\n  two\n  \\<three>"),
            ("One:\n- two\n  three", "- `a`: One:\n  - two\n    three"),
            ("One:\n  - two\n\n    three", "- `a`: One:\n    - two\n\n      three"),
            ("One:\n    - two\n      three\n    - four", "- `a`: One:\n  - two\n    three\n  - four"),
            ("- one\n- two", "- `a`:\n  - one\n  - two"),
            ("```json\n{}\n```", "- `a`:\n  ```json\n  {}\n  ```"),
        ] {
            assert_eq!(list_item("`a`", text), expected);
            assert!(Reading::of(expected).is_plain(), "{text:?}");
        }
        let deep = format!("{}b", "- ".repeat(16));
        assert!(list_item("`a`", &deep).starts_with("- `a`: \\- - -"));
    }

    #[test]
    fn long_texts_take_time_in_proportion() {
        for text in ["> ".repeat(20_000) + "a\n" + &"b\n".repeat(20_000), "https://a.example/(b ".repeat(20_000)] {
            let start = std::time::Instant::now();
            assert!(Reading::of(&finished(&safe_markdown(&text, None))).is_plain());
            assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
        }
    }

    #[test]
    fn on_a_line_no_block_begins() {
        for (text, expected) in [
            ("~~~\nrust\n~~~", "\\~\\~\\~ rust \\~\\~\\~"),
            ("One\n  *two*", "One *two*"),
            ("-     let x;", "- let x;"),
            ("[`Error`]: https://a.example", "\\[\\`Error\\`\\]: <https://a.example>"),
            ("<b>One</b><br>two <i", "**One** two <i"),
            ("1. [x] done", "1\\. \\[x\\] done"),
        ] {
            assert_eq!(on_a_line(text, None), expected, "{text:?}");
        }
    }

    #[test]
    fn pieces_that_are_safe_alone_are_judged_together() {
        assert_eq!(finished("| a |\n|---|\n\n    let x;"), "| a |\n|---|\n\n```text\nlet x;\n```");
        assert_eq!(finished("a ~~~\n\n~~~\nlet x;"), "a ~~~\n\n```text\nlet x;\n```");
        assert_eq!(finished("a\u{202e}b"), "ab");
    }
}
