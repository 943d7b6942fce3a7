//! Literal text in URLs, with percent-encoding for characters that are not allowed in a URL.
//!
//! ```text
//! /task lists/{id}/a%20b/50%?x=<y>    /task%20lists/{id}/a%20b/50%25?x=%3Cy%3E
//! ```

use std::fmt::Write as _;

/// Characters that are allowed in paths and queries (RFC 3986 sections 3.3 and 3.4).
const PATH_SIGNS: &str = "-._~!$&'()*+,;=:@/";

/// Returns a path template, possibly with a query, whose literal text is encoded. Names in braces are unchanged.
pub(crate) fn path_template(template: &str) -> String {
    let (path, query) = template.split_once('?').map_or((template, None), |(path, query)| (path, Some(query)));
    let mut encoded = String::with_capacity(template.len());
    push_template(&mut encoded, path);
    if let Some(query) = query {
        encoded.push('?');
        push_literal(&mut encoded, query, "?");
    }
    encoded
}

/// Returns the URL of a server with an encoded path. The host and the names of variables are unchanged.
pub(crate) fn server_url(url: &str) -> String {
    let host = url.find("://").map_or(0, |at| at + "://".len());
    let path = url.get(host..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| host + at);
    let (host, path) = url.split_at_checked(path).unwrap_or((url, ""));
    let mut encoded = host.to_owned();
    // A path that begins within a variable is its default, followed by the rest.
    match (host.rfind('{') > host.rfind('}'), path.split_once('}')) {
        (true, Some((default, rest))) => {
            push_literal(&mut encoded, default, "?#");
            encoded.push('}');
            push_template(&mut encoded, rest);
        }
        _ => push_template(&mut encoded, path),
    }
    encoded
}

/// Appends text with names in braces that may have a default: `{name}` or `{name=default}`.
fn push_template(encoded: &mut String, template: &str) {
    let mut rest = template;
    while let Some((before, (inside, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        push_literal(encoded, before, "?#");
        encoded.push('{');
        match inside.split_once('=') {
            Some((name, default)) => {
                encoded.push_str(name);
                encoded.push('=');
                push_literal(encoded, default, "?#");
            }
            None => encoded.push_str(inside),
        }
        encoded.push('}');
        rest = after;
    }
    push_literal(encoded, rest, "?#");
}

/// Appends text with percent-encoding of all characters that cannot be sent; existing percent-encoding is preserved.
fn push_literal(encoded: &mut String, text: &str, others: &str) {
    for (at, character) in text.char_indices() {
        let is_triplet = || {
            let digits = text.as_bytes().get(at + 1..at + 3);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        match character {
            '%' if is_triplet() => encoded.push('%'),
            _ if character.is_ascii_alphanumeric() || PATH_SIGNS.contains(character) || others.contains(character) => {
                encoded.push(character);
            }
            _ => {
                for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                    // Writing to a string cannot fail.
                    let _ = write!(encoded, "%{byte:02X}");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_text_of_a_path_is_percent_encoded() {
        let rows = [
            ("/pets/{pet id}/a:b@c;d=e,f+g", "/pets/{pet id}/a:b@c;d=e,f+g"),
            ("/Task lists/{id}", "/Task%20lists/{id}"),
            ("/<a>\"`^|\\[b]", "/%3Ca%3E%22%60%5E%7C%5C%5Bb%5D"),
            ("/a%20b/50%/%zz/%4", "/a%20b/50%25/%25zz/%254"),
            ("/é/{ü}/\u{1f41d}", "/%C3%A9/{ü}/%F0%9F%90%9D"),
            ("/a}b/{c", "/a%7Db/%7Bc"),
            ("/x y?q=a b&r=[é]&s=/?", "/x%20y?q=a%20b&r=%5B%C3%A9%5D&s=/?"),
            ("/tab\tand\nline", "/tab%09and%0Aline"),
        ];
        for (template, expected) in rows {
            assert_eq!(path_template(template), expected, "{template}");
            assert_eq!(path_template(expected), expected, "{template}, encoded twice");
        }
    }

    #[test]
    fn the_path_of_a_server_is_percent_encoded() {
        let rows = [
            ("https://api.example.com", "https://api.example.com"),
            ("https://münchen.example/my base/v 1", "https://münchen.example/my%20base/v%201"),
            (
                "https://{region=eu}.example.com:{port=443}/{base path=v 1}/x y",
                "https://{region=eu}.example.com:{port=443}/{base path=v%201}/x%20y",
            ),
            ("{url=https://x.test/a b}/c d", "{url=https://x.test/a%20b}/c%20d"),
            ("https://x.test/a%20b/50%", "https://x.test/a%20b/50%25"),
        ];
        for (url, expected) in rows {
            assert_eq!(server_url(url), expected, "{url}");
            assert_eq!(server_url(expected), expected, "{url}, encoded twice");
        }
    }
}
