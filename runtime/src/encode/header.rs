//! Serialization of values as headers and cookies.

use crate::{
    encode::{
        parameter::{Encoding, parts, push_parts},
        query,
    },
    spec::style::Style,
    tables::content::Content,
};

/// Returns the text of a header. Returns `None` for null and for empty arrays and objects.
pub(crate) fn header_text(style: Style, value: &Content<'_>) -> Option<String> {
    let parts = parts(value);
    if parts.is_empty() {
        return None;
    }
    let mut text = String::new();
    let (between, assigned) = match style {
        Style::Json => return Some(ascii_json(value)),
        Style::Urlencoded => return Some(query::form_text(value)),
        Style::SimpleExploded => (",", "="),
        Style::SpaceDelimited => (" ", " "),
        Style::TabDelimited => ("\t", "\t"),
        Style::PipeDelimited => ("|", "|"),
        _ => (",", ","),
    };
    push_parts(&mut text, &parts, between, assigned, Encoding::Nothing);
    Some(text)
}

/// Returns JSON with the characters escaped that a header cannot contain.
fn ascii_json(value: &Content<'_>) -> String {
    let mut text = String::new();
    for character in value.to_string().chars() {
        if character.is_ascii() && character != '\u{7f}' {
            text.push(character);
        } else {
            let mut units = [0; 2];
            character.encode_utf16(&mut units).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
        }
    }
    text
}

/// Returns the pairs of a `Cookie` header for a parameter.
pub(crate) fn cookies(style: Style, name: &str, value: &Content<'_>) -> Vec<String> {
    let parts = parts(value);
    if parts.is_empty() {
        return Vec::new();
    }
    let encoding =
        if matches!(style, Style::Cookie | Style::CookieComma) { Encoding::Nothing } else { Encoding::Unreserved };
    let pair = |name: &str, text: &str| {
        let mut cookie = format!("{name}=");
        encoding.push(&mut cookie, text);
        cookie
    };
    match style {
        Style::Json => vec![pair(name, &value.to_string())],
        Style::Urlencoded => vec![pair(name, &query::form_text(value))],
        Style::Form | Style::Cookie => parts.iter().map(|(member, text)| pair(member.unwrap_or(name), text)).collect(),
        _ => {
            let mut cookie = format!("{name}=");
            push_parts(&mut cookie, &parts, ",", ",", encoding);
            vec![cookie]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_cookies_follow_the_specification() {
        let (list, object) = (r#"["blue","black"]"#, r#"{"R":100,"G":200}"#);
        let headers = [
            (Style::Simple, r#""blue""#, Some("blue")),
            (Style::Simple, r#""""#, Some("")),
            (Style::Simple, list, Some("blue,black")),
            (Style::Simple, object, Some("R,100,G,200")),
            (Style::SimpleExploded, list, Some("blue,black")),
            (Style::SimpleExploded, object, Some("R=100,G=200")),
            (Style::SpaceDelimited, list, Some("blue black")),
            (Style::TabDelimited, list, Some("blue\tblack")),
            (Style::PipeDelimited, list, Some("blue|black")),
            (Style::Urlencoded, r#"{"R":"a b","G":[1,2]}"#, Some("R=a%20b&G=1&G=2")),
            (Style::Json, "{\"é\":[\"\u{1f41d}\"]}", Some(r#"{"\u00e9":["\ud83d\udc1d"]}"#)),
            (Style::Simple, "null", None),
            (Style::Simple, "[]", None),
        ];
        for (style, value, expected) in headers {
            assert_eq!(
                header_text(style, &Content::from_text(value).unwrap()).as_deref(),
                expected,
                "{style:?} {value}"
            );
        }
        let pairs: [(Style, &str, &[&str]); 10] = [
            (Style::Form, r#""a b""#, &["color=a%20b"]),
            (Style::Form, r#""""#, &["color="]),
            (Style::Form, list, &["color=blue", "color=black"]),
            (Style::Form, object, &["R=100", "G=200"]),
            (Style::FormComma, list, &["color=blue,black"]),
            (Style::FormComma, object, &["color=R,100,G,200"]),
            (Style::Cookie, r#""a%20b+c""#, &["color=a%20b+c"]),
            (Style::Cookie, list, &["color=blue", "color=black"]),
            (Style::Urlencoded, r#"{"R":"a b"}"#, &["color=R%3Da%2520b"]),
            (Style::Json, object, &["color=%7B%22R%22%3A100%2C%22G%22%3A200%7D"]),
        ];
        for (style, value, expected) in pairs {
            assert_eq!(cookies(style, "color", &Content::from_text(value).unwrap()), expected, "{style:?} {value}");
        }
    }
}
