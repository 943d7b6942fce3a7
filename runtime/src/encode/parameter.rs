//! Parameter values and their serialization in styles.
//!
//! ```text
//! "a b"               a%20b
//! [1, 2]              1,2
//! {"R": 100, "G": 2}  R,100,G,2 or, exploded, R=100,G=2
//! null                omitted
//! ```

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::{
    encode::scalar::scalar_text,
    spec::style::Style,
    tables::{content::Content, number_writer},
};

/// A value that can be sent as a parameter: any value that can be serialized as JSON.
pub trait Parameter {
    /// Converts the value to JSON, which the style then serializes.
    ///
    /// # Errors
    /// Returns an error if it cannot be serialized as JSON, or contains a number that is not finite.
    fn to_content(&self) -> serde_json::Result<Content<'static>>;

    /// Returns the style in a path, and whether reserved characters are preserved.
    #[doc(hidden)]
    fn path_style(&self) -> (Style, bool) {
        (Style::Simple, false)
    }
}

impl<T: Serialize + ?Sized> Parameter for T {
    fn to_content(&self) -> serde_json::Result<Content<'static>> {
        number_writer::to_content(self)
    }
}

impl Style {
    /// Creates a path argument in this style.
    pub fn of(self, value: &dyn Parameter) -> Styled<'_> {
        Styled { style: self, reserved: false, value }
    }

    /// Creates a path argument in this style that preserves slashes and other reserved characters.
    pub fn reserved(self, value: &dyn Parameter) -> Styled<'_> {
        Styled { style: self, reserved: true, value }
    }
}

/// A path argument with a style.
pub struct Styled<'v> {
    style: Style,
    reserved: bool,
    value: &'v dyn Parameter,
}

impl Parameter for Styled<'_> {
    fn to_content(&self) -> serde_json::Result<Content<'static>> {
        self.value.to_content()
    }

    fn path_style(&self) -> (Style, bool) {
        (self.style, self.reserved)
    }
}

/// All characters except the unreserved ones of RFC 3986.
const UNRESERVED_STAY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Also preserves the reserved characters that have no meaning in a path or in the value of a query.
///
/// RFC 6570 section 3.2.3 also preserves `#`, `[`, `]`, `?`, `&` and `+`. They would terminate the path or the value,
/// or be decoded as a space, so the server would receive another value.
const RESERVED_STAY: &AsciiSet = &UNRESERVED_STAY
    .remove(b':')
    .remove(b'/')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// The characters of a text that are sent unencoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// All characters.
    Nothing,
    /// Unreserved characters.
    Unreserved,
    /// Unreserved and reserved characters, and existing percent-encoded triplets.
    Reserved,
}

impl Encoding {
    pub(crate) fn of_url(reserved: bool) -> Self {
        if reserved { Encoding::Reserved } else { Encoding::Unreserved }
    }

    /// Appends a text in this encoding.
    pub(crate) fn push(self, target: &mut String, text: &str) {
        match self {
            Encoding::Nothing => target.push_str(text),
            Encoding::Unreserved => target.extend(utf8_percent_encode(text, UNRESERVED_STAY)),
            Encoding::Reserved => {
                let mut rest = text;
                while let Some(at) = next_triplet(rest) {
                    let (before, after) = rest.split_at(at);
                    let (triplet, after) = after.split_at(3);
                    target.extend(utf8_percent_encode(before, RESERVED_STAY));
                    target.push_str(triplet);
                    rest = after;
                }
                target.extend(utf8_percent_encode(rest, RESERVED_STAY));
            }
        }
    }
}

/// Returns the position of the next percent sign followed by two hexadecimal digits.
fn next_triplet(text: &str) -> Option<usize> {
    text.as_bytes()
        .windows(3)
        .position(|window| matches!(window, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit()))
}

/// Appends a text with all bytes encoded except unreserved characters.
pub(crate) fn push_encoded(target: &mut String, text: &str) {
    Encoding::Unreserved.push(target, text);
}

/// Returns the texts that a value consists of, with their names if it is an object. Null values, elements and
/// properties are omitted.
pub(crate) fn parts<'v>(value: &'v Content<'_>) -> Vec<(Option<&'v str>, String)> {
    match value {
        Content::Null => Vec::new(),
        Content::List(elements) => {
            elements.iter().filter(|element| !element.is_null()).map(|element| (None, plain(element))).collect()
        }
        Content::Object(members) => members
            .iter()
            .filter(|(_, member)| !member.is_null())
            .map(|(name, member)| (Some(name.as_ref()), plain(member)))
            .collect(),
        scalar => vec![(None, plain(scalar))],
    }
}

/// Appends parts with a separator between them, and a sign between names and values.
pub(crate) fn push_parts(
    target: &mut String,
    parts: &[(Option<&str>, String)],
    between: &str,
    assigned: &str,
    encoding: Encoding,
) {
    for (place, (name, text)) in parts.iter().enumerate() {
        if place > 0 {
            target.push_str(between);
        }
        if let Some(name) = name {
            encoding.push(target, name);
            target.push_str(assigned);
        }
        encoding.push(target, text);
    }
}

/// Returns the text of a scalar, or JSON for values that no style can represent.
pub(crate) fn plain(value: &Content<'_>) -> String {
    scalar_text(value)
        .map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{
        encode::{
            header::{cookies, header_text},
            path, query,
        },
        tables::multipart::ToPart,
        values::form_part::FormContent,
    };

    use crate::tables::number_writer::to_content;

    #[test]
    fn integers_of_any_size_keep_all_digits() {
        let digits = "-170141183460469231731687303715884105728";
        let value = to_content(&i128::MIN).unwrap();
        let (list, object) = (vec![i128::MIN], BTreeMap::from([("a", i128::MIN)]));
        let object = to_content(&object).unwrap();
        assert_eq!(plain(&value), digits);
        assert_eq!(header_text(Style::Simple, &value).as_deref(), Some(digits));
        assert_eq!(header_text(Style::Json, &object), Some(format!(r#"{{"a":{digits}}}"#)));
        assert_eq!(cookies(Style::Form, "a", &value), [format!("a={digits}")]);
        assert_eq!(path::fill("/x/{a}", &[&i128::MIN]), Ok(format!("/x/{digits}")));
        assert_eq!(path::fill("/x/{a}", &[&Style::Label.of(&list)]), Ok(format!("/x/.{digits}")));
        for style in [Style::Form, Style::FormComma, Style::PipeDelimited, Style::Json] {
            let mut query = String::new();
            query::push(&mut query, style, "a", &value, Encoding::Unreserved);
            assert_eq!(query, format!("a={digits}"), "{style:?}");
        }
        assert_eq!(query::form_text(&object), format!("a={digits}"));
        assert_eq!(i128::MIN.to_part().unwrap(), FormContent::Json(digits.to_owned()));
    }

    #[test]
    fn reserved_characters_without_meaning_are_preserved() {
        // Values and results of RFC 6570 section 3.2.3, except those that would terminate a value.
        let rows = [
            ("value", "value"),
            ("Hello World!", "Hello%20World!"),
            ("50%", "50%25"),
            ("http://example.com/home/", "http://example.com/home/"),
            ("/foo/bar", "/foo/bar"),
            ("a%2Fb%zz%4", "a%2Fb%25zz%254"),
            ("é%C3%A9", "%C3%A9%C3%A9"),
            ("a&b#c+d?[e]", "a%26b%23c%2Bd%3F%5Be%5D"),
        ];
        for (text, expected) in rows {
            let mut written = String::new();
            Encoding::Reserved.push(&mut written, text);
            assert_eq!(written, expected, "{text}");
        }
    }
}
