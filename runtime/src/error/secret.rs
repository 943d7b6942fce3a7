//! Removal of secrets from text, in every encoding in which a server may repeat them.
//!
//! ```text
//! secret        k/3&"
//! verbatim      k/3&"
//! URL           k%2F3%26%22       upper or lower case; all or some of the characters
//! JSON          k\/3\u0026\"
//! HTML          k/3&amp;&#34;
//! Base64        ay8zJiI=          alone or inside a longer text, such as the value of basic authentication
//! ```

use ::base64::{
    Engine as _,
    engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD},
};

/// The minimum length of a hidden secret; shorter ones would match most of every message.
const SHORTEST: usize = 4;

/// Appends the forms of a secret that [`hidden`] does not derive itself: the secret, and its Base64 forms, whose
/// characters depend on the text before it.
pub(crate) fn push_forms(forms: &mut Vec<String>, secret: &str) {
    if secret.len() < SHORTEST {
        return;
    }
    forms.push(secret.to_owned());
    for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
        forms.push(engine.encode(secret));
        for before in 0..3 {
            let mut bytes = vec![0; before];
            bytes.extend_from_slice(secret.as_bytes());
            let encoded = engine.encode(&bytes);
            // Skips characters that also encode bits of the surrounding text.
            let inner = encoded.get((before * 8).div_ceil(6)..bytes.len() * 8 / 6).unwrap_or_default();
            if inner.len() >= SHORTEST * 2 {
                forms.push(inner.to_owned());
            }
        }
    }
}

/// Sorts forms by descending length, so that a form that contains another one is hidden as a whole.
pub(crate) fn sort_forms(forms: &mut Vec<String>) {
    forms.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    forms.dedup();
}

/// Returns the text with the secrets replaced, in all encodings of their characters.
pub(crate) fn hidden<S: AsRef<str>>(text: &str, secrets: &[S]) -> String {
    let mut shown = text.to_owned();
    for secret in secrets.iter().map(AsRef::as_ref).filter(|secret| secret.len() >= SHORTEST) {
        shown = without_encoded(&shown.replace(secret, "[hidden]"), secret);
    }
    shown
}

fn without_encoded(text: &str, secret: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let first = secret.chars().next();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let may_begin = Some(character) == first || matches!(character, '%' | '\\' | '&' | '+');
        let (kept, length) = match may_begin.then(|| encoded_length(rest, secret)).flatten() {
            Some(length) => ("[hidden]", length),
            None => {
                rest.split_at_checked(character.len_utf8()).map_or((rest, rest.len()), |(kept, _)| (kept, kept.len()))
            }
        };
        shown.push_str(kept);
        rest = rest.get(length..).unwrap_or_default();
    }
    shown
}

/// Returns the length in bytes of the secret at the start of the text, or `None` if the text does not start with it.
fn encoded_length(text: &str, secret: &str) -> Option<usize> {
    let mut rest = text;
    let mut before = None;
    for character in secret.chars() {
        // Backslashes may be escaped any number of times, so a sequence of them matches any number.
        let is_repeated = before.replace(character) == Some('\\') && character == '\\';
        if is_repeated {
            rest = percent_decoded(rest, character).or_else(|| entity(rest, character)).unwrap_or(rest);
            continue;
        }
        rest = percent_decoded(rest, character)
            .or_else(|| unescaped(rest, character))
            .or_else(|| entity(rest, character))
            .or_else(|| rest.strip_prefix(character))
            .or_else(|| rest.strip_prefix('+').filter(|_| character == ' '))?;
    }
    Some(text.len() - rest.len())
}

/// Returns the text after a character whose UTF-8 bytes are percent-encoded.
fn percent_decoded(text: &str, character: char) -> Option<&str> {
    let mut rest = text;
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        let (digits, after) = rest.strip_prefix('%')?.split_at_checked(2)?;
        rest = (u8::from_str_radix(digits, 16) == Ok(byte)).then_some(after)?;
    }
    Some(rest)
}

/// Returns the text after a character that is escaped with a backslash, as in JSON, JavaScript or `Debug` output,
/// including nested escapes.
fn unescaped(text: &str, character: char) -> Option<&str> {
    let escaped = behind_backslashes(text)?;
    if character == '\\' {
        return Some(escaped);
    }
    if let Some(digits) = escaped.strip_prefix("u{") {
        let (digits, after) = split_near(digits, b'}')?;
        return (u32::from_str_radix(digits, 16) == Ok(character.into())).then_some(after);
    }
    if escaped.starts_with('u') {
        let mut rest = text;
        for unit in character.encode_utf16(&mut [0; 2]) {
            let (digits, after) = behind_backslashes(rest)?.strip_prefix('u')?.split_at_checked(4)?;
            rest = (u16::from_str_radix(digits, 16) == Ok(*unit)).then_some(after)?;
        }
        return Some(rest);
    }
    if let Some(digits) = escaped.strip_prefix('x') {
        let (digits, after) = digits.split_at_checked(2)?;
        return (u32::from_str_radix(digits, 16) == Ok(character.into())).then_some(after);
    }
    escaped.strip_prefix(character).filter(|_| !character.is_alphanumeric())
}

fn behind_backslashes(text: &str) -> Option<&str> {
    text.starts_with('\\').then(|| text.trim_start_matches('\\'))
}

/// Splits a text at a delimiter among its first bytes. A longer search for each escape would take quadratic time.
fn split_near(text: &str, delimiter: u8) -> Option<(&str, &str)> {
    let at = text.bytes().take(12).position(|byte| byte == delimiter)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Returns the text after a character that is encoded as an HTML or XML entity.
fn entity(text: &str, character: char) -> Option<&str> {
    let (name, after) = split_near(text.strip_prefix('&')?, b';')?;
    let decoded = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "sol" => Some('/'),
        "plus" => Some('+'),
        "equals" => Some('='),
        number => {
            let number = number.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
    };
    (decoded == Some(character)).then_some(after)
}

/// Returns the maximum number of bytes that an encoded secret can take.
pub(crate) fn longest_encoded<S: AsRef<str>>(secrets: &[S]) -> usize {
    secrets.iter().map(|secret| secret.as_ref().len()).max().unwrap_or(0) * 12
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(secret: &str, text: &str) -> String {
        let mut forms = Vec::new();
        push_forms(&mut forms, secret);
        sort_forms(&mut forms);
        hidden(text, &forms)
    }

    #[test]
    fn secret_is_hidden_in_every_encoding() {
        let secret = "sk/é+\"<&'% k=";
        let rows = [
            "sk/é+\"<&'% k=",
            "sk%2F%C3%A9%2B%22%3C%26%27%25%20k%3D",
            "sk%2f%c3%a9%2b%22%3c%26%27%25+k%3d",
            "%73%6b%2f%c3%a9%2b%22%3c%26%27%25%20%6b%3d",
            r#"sk/é+\"<&'% k="#,
            r#"sk\/\u00e9\u002b\"\u003C\u0026\u0027% k\u003d"#,
            r#"sk/\u{e9}+\"<&\'% k="#,
            "sk/é+&quot;&lt;&amp;&#39;% k=",
            "sk/&#xE9;+&#34;&#x3c;&#038;&apos;% k&equals;",
        ];
        for row in rows {
            assert_eq!(shown(secret, &format!("key {row}.")), "key [hidden].", "{row}");
        }
        for backslashes in [r"a\b\\c", r"a\\b\\\\c", r"a\\\\b\\\\\\\\c", "a%5cb%5C%5Cc"] {
            assert_eq!(shown(r"a\b\\c", backslashes), "[hidden]", "{backslashes}");
        }
        assert_eq!(shown(secret, r#"sk\\/\\u00e9+\\\"\\u003c&'% k="#), "[hidden]");
        assert_eq!(shown("a%25b", "a%25b"), "[hidden]");
        assert_eq!(shown("a%25b", "a%2525b"), "[hidden]");
        assert_eq!(shown("😀-key", r"\uD83D\ude00-key"), "[hidden]");
    }

    #[test]
    fn secret_is_hidden_in_base64() {
        let secret = "s3cret?>-key-of-the-hive~~";
        for before in ["", "u:", "Bearer ", "a", "ab", "abc", "user:"] {
            for behind in ["", "!", "ab", "\n"] {
                let text = format!("{before}{secret}{behind}");
                for encoded in [
                    ::base64::engine::general_purpose::STANDARD.encode(&text),
                    ::base64::engine::general_purpose::URL_SAFE.encode(&text),
                    STANDARD_NO_PAD.encode(&text),
                    URL_SAFE_NO_PAD.encode(&text),
                ] {
                    let shown = shown(secret, &encoded);
                    let left = shown.replace("[hidden]", "");
                    assert!(
                        shown.contains("[hidden]") && left.len() <= before.len() * 2 + behind.len() * 2 + 4,
                        "{text}: {shown}"
                    );
                }
            }
        }
        let escaped = STANDARD_NO_PAD.encode("????>>>>").replace('/', "%2f").replace('+', "%2b");
        assert_eq!(shown("????>>>>", &escaped), "[hidden]");
    }

    #[test]
    fn text_without_secrets_is_unchanged() {
        for text in ["", "keys", "%", "\\", "&", "\\u", "%4", "&#", "100 % of &amp; \\u00e9 \\u{e9} é", "aaaaaaaaa"] {
            assert_eq!(shown("key-of-hive", text), text);
            assert_eq!(shown("key", text), text);
        }
    }
}
