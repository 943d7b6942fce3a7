//! Characters that control a terminal, or that hide or reorder the text around them.
//!
//! Documents, file names and settings are untrusted, and terminals and editors interpret these characters:
//!
//! ```text
//! pets\u{1b}[2J   clears the screen        pets\u{202e}fdp.rs   reads as `petssr.pdf`
//! ```
//!
//! All output is [escaped]; doc comments [drop](stripped) them; JSON has [its own escapes](escaped_json).

use std::borrow::Cow;
use std::fmt::Write;

/// The maximum number of characters of a message after [`shortened`].
const LONGEST_MESSAGE: usize = 1_000;

/// Returns `true` if a character is a control, sets the direction of text, or has no width.
#[inline]
pub fn is_unprintable(character: char) -> bool {
    !matches!(character, ' '..='~') && is_unusual(character)
}

fn is_unusual(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Returns `true` if text preserves this character: line ends and tabs are part of its layout.
fn is_kept(character: char) -> bool {
    matches!(character, '\n' | '\t') || !is_unprintable(character)
}

/// Returns the text with unprintable characters escaped as `\u{1b}`. Line ends and tabs are preserved.
pub fn escaped(text: &str) -> Cow<'_, str> {
    replaced(text, is_kept, |out, character| {
        // Writing to a string cannot fail.
        let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
    })
}

/// Returns the text on one line, with every unprintable character escaped, including line ends and tabs.
pub fn escaped_line(text: &str) -> Cow<'_, str> {
    replaced(
        text,
        |character| !is_unprintable(character),
        |out, character| {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
        },
    )
}

/// Returns serialized JSON or TOML with unprintable characters escaped as `\u001b`.
///
/// In serialized JSON they can only occur within strings; characters beyond U+FFFF become surrogate pairs.
pub fn escaped_json(text: &str) -> Cow<'_, str> {
    replaced(text, is_kept, |out, character| {
        for unit in character.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    })
}

/// Returns the text without unprintable characters. Line ends and tabs are preserved.
pub fn stripped(text: &str) -> Cow<'_, str> {
    replaced(text, is_kept, |_, _| {})
}

/// Returns a message with its middle replaced by an ellipsis if it is very long. The first characters of a 20 MB name
/// are sufficient, and the cause usually follows the name.
pub fn shortened(message: &str) -> Cow<'_, str> {
    if message.len() <= LONGEST_MESSAGE {
        return Cow::Borrowed(message);
    }
    let start = message.floor_char_boundary(LONGEST_MESSAGE * 2 / 3);
    let end = message.ceil_char_boundary(message.len() - LONGEST_MESSAGE / 3);
    Cow::Owned(format!("{}…{}", message.get(..start).unwrap_or_default(), message.get(end..).unwrap_or_default()))
}

fn replaced(text: &str, is_kept: impl Fn(char) -> bool, replace: impl Fn(&mut String, char)) -> Cow<'_, str> {
    // Most texts are ASCII, where a comparison of each byte is sufficient.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(&is_kept) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_kept(character) {
            out.push(character);
        } else {
            replace(&mut out, character);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unprintable_characters_are_escaped_for_each_kind_of_text() {
        let text = "a\u{1b}[2J\u{202e}\u{200b}\u{9b}\u{e0041}é\n\tz";
        assert_eq!(escaped(text), "a\\u{1b}[2J\\u{202e}\\u{200b}\\u{9b}\\u{e0041}é\n\tz");
        assert_eq!(escaped_line("a\n\rb"), "a\\u{a}\\u{d}b");
        assert_eq!(escaped_json(text), "a\\u001b[2J\\u202e\\u200b\\u009b\\udb40\\udc41é\n\tz");
        assert_eq!(stripped(text), "a[2Jé\n\tz");
        assert!(matches!(escaped("plain é 用户"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_long_message_keeps_its_start_and_its_end() {
        let message = format!("`{}` is not a name", "ä".repeat(10_000_000));
        let short = shortened(&message);
        assert!(short.len() < 1_100 && short.starts_with("`ää") && short.ends_with("ä` is not a name"), "{short}");
        assert_eq!(shortened("short"), "short");
    }
}
