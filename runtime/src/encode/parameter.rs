//! Parameters: their values, and the styles in which these become text.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::{
    encode::scalar::scalar_text,
    spec::style::Style,
    tables::{content::Content, number_writer},
};

/// A value that can be sent as a parameter: anything that can be written as JSON.
pub trait Parameter {
    /// The value as JSON, of which the style makes text.
    ///
    /// # Errors
    /// When it cannot be written as JSON, or a number in it is not finite.
    fn to_content(&self) -> serde_json::Result<Content<'static>>;

    /// How it is written in a path, and whether reserved characters stay as they are.
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
    /// A path argument in this style.
    pub fn of(self, value: &dyn Parameter) -> Styled<'_> {
        Styled { style: self, reserved: false, value }
    }

    /// A path argument in this style in which slashes and other reserved characters stay as they are.
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

/// Everything but the characters that RFC 3986 calls unreserved.
const UNRESERVED_STAY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The same without the reserved characters that mean nothing in a path or in the value of a query.
///
/// RFC 6570 section 3.2.3 keeps `#`, `[`, `]`, `?`, `&` and `+` as well. They would end the path or the value or be
/// read as a space, so that another value would arrive.
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

/// Which characters of a text are sent as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// All.
    Nothing,
    /// Unreserved ones.
    Unreserved,
    /// Reserved ones too, and what is percent-encoded already.
    Reserved,
}

impl Encoding {
    pub(crate) fn of_url(reserved: bool) -> Self {
        if reserved { Encoding::Reserved } else { Encoding::Unreserved }
    }

    /// Adds a text, encoded.
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

/// Where the next percent sign with two hexadecimal digits is.
fn next_triplet(text: &str) -> Option<usize> {
    text.as_bytes()
        .windows(3)
        .position(|window| matches!(window, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit()))
}

/// Adds a text with every byte encoded that is not unreserved.
pub(crate) fn push_encoded(target: &mut String, text: &str) {
    Encoding::Unreserved.push(target, text);
}

/// What a value is made of: texts, each with its name in an object. Null is nothing, wherever it stands.
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

/// Adds parts with a separator between, and a sign between names and values.
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

/// The text of a scalar; JSON for what no style has a place for.
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
    fn integers_of_any_size_are_sent_with_all_digits() {
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
    fn reserved_characters_stay_where_they_mean_nothing() {
        // Values and results of RFC 6570 section 3.2.3, but for those that would end a value.
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
