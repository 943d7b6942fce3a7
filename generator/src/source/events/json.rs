//! JSON (RFC 8259) as events.

use std::borrow::Cow;

use super::{Event, Events, Oddity, RawSpan, Scalar};
use crate::source::error::{SourceErrorKind, SyntaxError};

/// A reader of JSON, which counts bytes.
pub(in crate::source) struct JsonEvents<'t> {
    text: &'t str,
    at: usize,
    /// Whether each open object or array is an object, innermost last.
    open: Vec<bool>,
    expected: Expected,
}

/// The grammar rule that is expected next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Value,
    /// The first element of an array, or its end.
    ElementOrEnd,
    /// The first key of an object, or its end.
    KeyOrEnd,
    Key,
    Colon,
    CommaOrEnd,
    Nothing,
}

impl<'t> JsonEvents<'t> {
    /// Creates a reader of this text.
    pub(in crate::source) fn new(text: &'t str) -> Self {
        Self { text, at: 0, open: Vec::new(), expected: Expected::Value }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn after_value(&mut self) {
        self.expected = if self.open.is_empty() { Expected::Nothing } else { Expected::CommaOrEnd };
    }

    fn start(&mut self, is_object: bool) -> Event<'t> {
        self.at += 1;
        self.open.push(is_object);
        if is_object {
            self.expected = Expected::KeyOrEnd;
            Event::ObjectStart { anchor: None, tag: None }
        } else {
            self.expected = Expected::ElementOrEnd;
            Event::ArrayStart { anchor: None, tag: None }
        }
    }

    fn end(&mut self) -> Event<'t> {
        self.at += 1;
        self.open.pop();
        self.after_value();
        Event::End
    }

    fn error(&self, message: impl Into<String>) -> SyntaxError {
        SyntaxError { kind: SourceErrorKind::InvalidJson, message: message.into(), span: self.at..self.at + 1 }
    }

    fn unexpected(&self, wanted: &str) -> SyntaxError {
        let found = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.error(match found {
            None => format!("expected {wanted}; found the end of the file"),
            Some('/' | '#') => format!("expected {wanted}; JSON does not allow comments"),
            Some('\'') => format!("expected {wanted}; JSON strings must be in double quotes"),
            Some(found) if found.is_control() => format!("expected {wanted}; found a control character"),
            Some(found) => format!("expected {wanted}; found `{found}`"),
        })
    }

    /// Reads a number, `true`, `false` or `null`.
    fn literal(&mut self) -> Result<Scalar<'t>, SyntaxError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_');
        let length = rest.bytes().take_while(is_part).count();
        let text = rest.get(..length).unwrap_or_default();
        if !matches!(text, "true" | "false" | "null") && !is_number(text) {
            return Err(if length == 0 {
                self.unexpected("a value")
            } else {
                self.error(format!("`{text}` is not a valid JSON value"))
            });
        }
        self.at += length;
        Ok(Scalar { text: Cow::Borrowed(text), plain: true, oddity: None })
    }

    /// Reads a string whose opening quote is next.
    fn string(&mut self) -> Result<Scalar<'t>, SyntaxError> {
        let opening = self.at;
        let start = opening + 1;
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        self.at = start;
        loop {
            match bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(0..0x20) => {
                    return Err(
                        self.error("a string must not contain an unescaped control character such as a line break")
                    );
                }
                Some(_) => self.at += 1,
                None => {
                    self.at = opening;
                    return Err(self.error("unterminated string"));
                }
            }
        }
        let raw = self.text.get(start..self.at).unwrap_or_default();
        let mut scalar = Scalar { text: Cow::Borrowed(raw), plain: false, oddity: None };
        if escaped {
            let (text, is_broken) = unescape(raw).map_err(|at| {
                let span = start + at..start + at + 2;
                let message = "invalid escape sequence".to_owned();
                SyntaxError { kind: SourceErrorKind::InvalidJson, message, span }
            })?;
            scalar.text = Cow::Owned(text);
            scalar.oddity = is_broken.then_some(Oddity::LoneSurrogate);
        }
        self.at += 1;
        Ok(scalar)
    }

    fn value(&mut self) -> Result<Event<'t>, SyntaxError> {
        let scalar = match self.peek() {
            Some(b'{') => return Ok(self.start(true)),
            Some(b'[') => return Ok(self.start(false)),
            Some(b'"') => self.string()?,
            _ => self.literal()?,
        };
        self.after_value();
        Ok(Event::Scalar { scalar, anchor: None })
    }

    fn key(&mut self, wanted: &str) -> Result<Event<'t>, SyntaxError> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected(wanted));
        }
        let scalar = self.string()?;
        self.expected = Expected::Colon;
        Ok(Event::Scalar { scalar, anchor: None })
    }
}

impl<'t> Events<'t> for JsonEvents<'t> {
    fn next_event(&mut self) -> Result<Option<(Event<'t>, RawSpan)>, SyntaxError> {
        loop {
            self.skip_space();
            let start = self.at;
            let event = match (self.expected, self.peek()) {
                (Expected::Colon, Some(b':')) => {
                    self.at += 1;
                    self.expected = Expected::Value;
                    continue;
                }
                (Expected::CommaOrEnd, Some(b',')) => {
                    self.at += 1;
                    let is_object = self.open.last().copied().unwrap_or_default();
                    self.expected = if is_object { Expected::Key } else { Expected::Value };
                    continue;
                }
                (Expected::CommaOrEnd, Some(closing @ (b'}' | b']')))
                    if self.open.last() == Some(&(closing == b'}')) =>
                {
                    self.end()
                }
                (Expected::KeyOrEnd, Some(b'}')) | (Expected::ElementOrEnd, Some(b']')) => self.end(),
                (Expected::Value | Expected::ElementOrEnd, _) => self.value()?,
                (Expected::Key, Some(b'}')) => return Err(self.error("JSON does not allow a trailing comma")),
                (Expected::Key, _) => self.key("a key in double quotes")?,
                (Expected::KeyOrEnd, _) => self.key("a key in double quotes or `}`")?,
                (Expected::Colon, _) => return Err(self.unexpected("`:` after the key")),
                (Expected::CommaOrEnd, _) if self.open.last() == Some(&true) => {
                    return Err(self.unexpected("`,` or `}`"));
                }
                (Expected::CommaOrEnd, _) => return Err(self.unexpected("`,` or `]`")),
                (Expected::Nothing, None) => return Ok(None),
                (Expected::Nothing, Some(_)) => return Err(self.error("unexpected text after the end of the document")),
            };
            return Ok(Some((event, start..self.at)));
        }
    }
}

/// Returns `true` if this is a number as defined by RFC 8259 section 6.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// Decodes the escapes of a string, and returns whether it had half of a surrogate pair, which is replaced by U+FFFD.
///
/// The error is the position of an invalid escape.
fn unescape(raw: &str) -> Result<(String, bool), usize> {
    let mut text = String::with_capacity(raw.len());
    let mut is_broken = false;
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        let offset = raw.len() - rest.len() + at;
        text.push_str(rest.get(..at).unwrap_or_default());
        let escape = rest.get(at + 1..).unwrap_or_default();
        let plain = match escape.as_bytes().first() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = code_unit(escape).ok_or(offset)?;
                let second = escape.get(5..).and_then(|next| next.strip_prefix('\\')).and_then(code_unit);
                let pair = second.map_or([first, 0], |second| [first, second]);
                let (character, used) = match char::decode_utf16(pair).next() {
                    Some(Ok(character)) => (character, character.len_utf16()),
                    _ => {
                        is_broken = true;
                        (char::REPLACEMENT_CHARACTER, 1)
                    }
                };
                text.push(character);
                rest = escape.get(if used == 2 { 11 } else { 5 }..).unwrap_or_default();
                continue;
            }
            _ => return Err(offset),
        };
        text.push(plain);
        rest = escape.get(1..).unwrap_or_default();
    }
    text.push_str(rest);
    Ok((text, is_broken))
}

/// Returns the number of an escape that begins with `u`.
fn code_unit(escape: &str) -> Option<u16> {
    let digits = escape.strip_prefix('u')?.get(..4)?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        let mut events = JsonEvents::new(text);
        loop {
            match events.next_event() {
                Ok(Some(_)) => {}
                Ok(None) => return "no error".to_owned(),
                Err(error) => return format!("{}: {}", error.span.start, error.message),
            }
        }
    }

    #[test]
    fn syntax_errors_have_a_location() {
        for (text, expected) in [
            ("{", "1: expected a key in double quotes or `}`; found the end of the file"),
            ("{'a': 1}", "1: expected a key in double quotes or `}`; JSON strings must be in double quotes"),
            ("{\"a\": 1,}", "8: JSON does not allow a trailing comma"),
            ("{\"a\" 1}", "5: expected `:` after the key; found `1`"),
            ("{\"a\": 1 \"b\": 2}", "8: expected `,` or `}`; found `\"`"),
            ("[1, 2", "5: expected `,` or `]`; found the end of the file"),
            ("[1}", "2: expected `,` or `]`; found `}`"),
            ("{} // the end", "3: unexpected text after the end of the document"),
            ("{ // a", "2: expected a key in double quotes or `}`; JSON does not allow comments"),
            ("[01]", "1: `01` is not a valid JSON value"),
            ("[nan]", "1: `nan` is not a valid JSON value"),
            ("[\"a", "1: unterminated string"),
            ("[\"a\nb\"]", "3: a string must not contain an unescaped control character such as a line break"),
            ("[\"a\\q\"]", "3: invalid escape sequence"),
            ("[\"\\u12\"]", "2: invalid escape sequence"),
            ("[\"a\\", "1: unterminated string"),
            ("[é]", "1: expected a value; found `é`"),
        ] {
            assert_eq!(error(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_those_of_the_standard() {
        for text in ["0", "-0", "10", "-1.5", "1e5", "1.5E-3", "0.0"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "-", "+1", "01", ".5", "1.", "1e", "0x1", "1_0", "--1"] {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(unescape(r#"a\"\\\/\b\f\n\r\tz"#), Ok(("a\"\\/\u{8}\u{c}\n\r\tz".to_owned(), false)));
        assert_eq!(unescape(r"\u00e9\ud83d\ude00!"), Ok(("é😀!".to_owned(), false)));
        assert_eq!(unescape(r"\ud83d\n\udE00"), Ok(("\u{fffd}\n\u{fffd}".to_owned(), true)));
        assert_eq!(unescape(r"\ud83d\ud83d\ude00"), Ok(("\u{fffd}😀".to_owned(), true)));
    }
}
