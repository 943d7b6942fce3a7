//! Safe display of text from servers and callers: short, without characters that terminals or logs interpret.

/// The maximum length of messages; the rest is truncated.
pub(crate) const LONGEST_MESSAGE: usize = 2000;

/// Returns at most `limit` characters of a text, with control and formatting characters escaped.
pub(crate) fn printable(text: &str, limit: usize) -> String {
    let mut shown = String::with_capacity(text.len().min(limit));
    for (count, character) in text.chars().enumerate() {
        if count == limit {
            shown.push('…');
            break;
        }
        if is_obeyed(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Returns `true` for characters that affect the display of others: those that move the cursor, break lines, change the
/// direction of text, or are invisible.
fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(printable("a\u{1b}[31mb\r\n\u{7f}\u{9b}c", 99), "a\\u{1b}[31mb\\u{d}\\u{a}\\u{7f}\\u{9b}c");
        assert_eq!(
            printable("x\u{202e}y\u{2066}\u{200f}\u{feff}\u{2028}", 9),
            "x\\u{202e}y\\u{2066}\\u{200f}\\u{feff}\\u{2028}"
        );
        assert_eq!(printable("näher 蜂 👩\u{200d}🌾", 99), "näher 蜂 👩\u{200d}🌾");
    }

    #[test]
    fn text_is_truncated_at_its_limit() {
        assert_eq!(printable("abcd", 4), "abcd");
        assert_eq!(printable("abcde", 4), "abcd…");
        assert_eq!(printable(&"é".repeat(20_000_000), 3), "ééé…");
    }
}
