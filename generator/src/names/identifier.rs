//! Conversion of wire names to Rust identifiers: words, their case, and reserved words.
//!
//! A wire name is split into words, and the words are joined to an identifier. Letters of any script are kept if rustc
//! accepts them. All other characters separate words, unless the name consists of signs alone or a sign precedes a
//! number:
//!
//! ```text
//! createdAt             created, at               CreatedAt
//! HTTPValidationError   http, validation, error   HttpValidationError
//! gpt-3.5-turbo         gpt, 3, 5, turbo          Gpt3_5Turbo
//! -1                    minus, 1                  Minus1
//! >=                    greater, equal            GreaterEqual
//! type                  type                      Type, r#type
//! ```

use super::file_name::shortened_type;
use super::letters::{code_point, is_word_character, push_legible};
use super::signs::sign_word;

pub(crate) use crate::settings::is_word;
use crate::settings::{BARE_KEYWORDS, RAW_KEYWORDS, is_keyword};

/// Words of mixed case that are not split.
const WHOLE_WORDS: &[&str] = &["OAuth", "IPv4", "IPv6", "GraphQL"];

/// Splits a wire name into words in lower case.
pub(crate) fn split_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    if !text.chars().any(is_word_character) {
        spell(text, &mut words);
        if words.is_empty() {
            words.push("empty".to_owned());
        }
        return words;
    }
    if let Some(sign) = leading_sign(text) {
        words.push(sign.to_owned());
    }
    text.split(|c: char| !is_word_character(c)).for_each(|part| split_humps(part, &mut words));
    words
}

/// Splits a wire name into words with its signs spelled out, for names that otherwise do not differ.
pub(crate) fn spelled_words(text: &str) -> Vec<String> {
    if text.is_empty() {
        return ["empty", "string"].map(str::to_owned).to_vec();
    }
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !is_word_character(c)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        split_humps(part, &mut words);
        let end = after.find(is_word_character).unwrap_or(after.len());
        let (signs, after) = after.split_at(end);
        spell(signs, &mut words);
        rest = after;
    }
    words
}

/// Returns the word for a sign before a number or a name, such as `-1` and `-created_at`.
fn leading_sign(text: &str) -> Option<&'static str> {
    let mut characters = text.chars();
    let word = match characters.next()? {
        '+' => "plus",
        '-' => "minus",
        _ => return None,
    };
    characters.next().is_some_and(is_word_character).then_some(word)
}

fn spell(signs: &str, words: &mut Vec<String>) {
    // One sign may be several words: `≥` is `GreaterOrEqual`.
    for sign in signs.chars() {
        match sign_word(sign) {
            Some(spelled) => words.extend(spelled.split('_').map(str::to_owned)),
            None => words.push(code_point(sign)),
        }
    }
}

/// Splits text at changes of case, as in `HTTPValidationError` and `createdAt2`.
fn split_humps(part: &str, words: &mut Vec<String>) {
    let mut start = 0;
    let mut at = 0;
    let mut before = None;
    while let Some(current) = part[at..].chars().next() {
        let mut length = current.len_utf8();
        // All boundaries are before capitals.
        if current.is_uppercase() {
            if let Some(whole) = whole_word(&part[at..]) {
                push_word(&part[start..at], words);
                push_word(&part[at..at + whole], words);
                length = whole;
                start = at + whole;
            } else if at > start && starts_word(before, &part[at..]) {
                push_word(&part[start..at], words);
                start = at;
            }
        }
        before = Some(current);
        at += length;
    }
    push_word(&part[start..], words);
}

/// Returns the length of the word at the beginning of a text that is not split, if there is one.
fn whole_word(text: &str) -> Option<usize> {
    WHOLE_WORDS.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        (!rest.starts_with(char::is_lowercase)).then_some(word.len())
    })
}

/// Returns `true` if the capital at the beginning of a text starts a word; `before` is the character before it, in the
/// same word so far.
fn starts_word(before: Option<char>, text: &str) -> bool {
    if before.is_none_or(|before| !before.is_uppercase()) {
        return true;
    }
    // In `HTTPServer`, the `S` starts a word; the `s` of `URLs` and `IDs` is a plural ending and does not.
    let mut next = text.chars().skip(1);
    let (first, second) = (next.next(), next.next());
    let plural = first == Some('s') && second.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit());
    first.is_some_and(char::is_lowercase) && !plural
}

fn push_word(text: &str, words: &mut Vec<String>) {
    if text.is_ascii() {
        words.extend((!text.is_empty()).then(|| text.to_ascii_lowercase()));
        return;
    }
    let word: String = text.chars().flat_map(char::to_lowercase).filter(|&c| is_word_character(c)).collect();
    push_legible(&word, words);
}

/// Joins words in `PascalCase`; `prefix` is put before a name that would be empty or start with a digit.
pub(crate) fn pascal(words: &[String], prefix: &str) -> String {
    let mut name = String::new();
    if words.first().is_none_or(|word| !starts_identifier(word)) {
        name.push_str(prefix);
    }
    for word in words {
        part_digits(&mut name, word);
        let mut characters = word.chars();
        if let Some(first) = characters.next() {
            // The upper case of `ß` is two letters, of which only the first may be a capital.
            let mut upper = first.to_uppercase();
            name.extend(upper.next().filter(|&c| unicode_ident::is_xid_continue(c)).or(Some(first)));
            name.extend(upper.flat_map(char::to_lowercase));
        }
        name.push_str(characters.as_str());
    }
    shortened_type(name)
}

/// Joins words in `snake_case`, with the same prefix.
pub(crate) fn snake(words: &[String], prefix: &str) -> String {
    let mut name = String::new();
    if words.first().is_none_or(|word| !starts_identifier(word)) {
        name.push_str(prefix);
    }
    for word in words {
        if !name.is_empty() {
            name.push('_');
        }
        name.push_str(word);
    }
    name
}

/// Joins words in `SCREAMING_SNAKE_CASE`, with the same prefix.
pub(crate) fn screaming(words: &[String], prefix: &str) -> String {
    snake(words, prefix).to_uppercase()
}

fn starts_identifier(word: &str) -> bool {
    word.chars().next().is_some_and(unicode_ident::is_xid_start)
}

/// Separates digits of adjacent words: `gpt-3.5` is `Gpt3_5`, not `Gpt35`.
fn part_digits(name: &mut String, word: &str) {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if digit(name.chars().next_back()) && digit(word.chars().next()) {
        name.push('_');
    }
}

/// Escapes a keyword: as a raw identifier, or with an underscore if a raw one is not allowed.
pub(crate) fn escape(name: String) -> String {
    if RAW_KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else if BARE_KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// Returns `true` if a name is a valid identifier without escaping.
pub(crate) fn is_identifier(name: &str) -> bool {
    is_word(name) && !is_keyword(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_names_become_identifiers() {
        for (wire, expected_pascal, expected_snake) in [
            ("conversation", "Conversation", "conversation"),
            ("createdAt", "CreatedAt", "created_at"),
            ("created_at", "CreatedAt", "created_at"),
            ("HTTPValidationError", "HttpValidationError", "http_validation_error"),
            ("imageURLs", "ImageUrls", "image_urls"),
            ("IDs", "Ids", "ids"),
            ("userID", "UserId", "user_id"),
            ("OAuthToken", "OauthToken", "oauth_token"),
            ("IPv4Address", "Ipv4Address", "ipv4_address"),
            ("gpt-3.5-turbo", "Gpt3_5Turbo", "gpt_3_5_turbo"),
            ("+1", "Plus1", "plus_1"),
            ("-1", "Minus1", "minus_1"),
            ("-created_at", "MinusCreatedAt", "minus_created_at"),
            ("STATUS$READY", "StatusReady", "status_ready"),
            ("256x256", "Value256x256", "value_256x256"),
            ("", "Empty", "empty"),
            ("*", "Asterisk", "asterisk"),
            (">=", "GreaterEqual", "greater_equal"),
            ("größe", "Größe", "größe"),
            ("≥", "GreaterOrEqual", "greater_or_equal"),
            (" ", "Space", "space"),
            ("🐝", "U1f41d", "u1f41d"),
            ("μg", "MuG", "mu_g"),
            ("µg", "MicroG", "micro_g"),
            ("5 €", "Value5", "value_5"),
            ("Pʿal", "PAl", "p_al"),
            ("ßeta", "Sseta", "ßeta"),
            ("用户", "用户", "用户"),
            ("a²", "A", "a"),
            ("v1Beta2", "V1Beta2", "v1_beta2"),
            ("$ref", "Ref", "ref"),
            ("repos/list-for-org", "ReposListForOrg", "repos_list_for_org"),
        ] {
            assert_eq!(pascal(&split_words(wire), "Value"), expected_pascal, "{wire}");
            assert_eq!(snake(&split_words(wire), "value"), expected_snake, "{wire}");
        }
    }

    #[test]
    fn signs_are_spelled_where_they_tell_names_apart() {
        assert_eq!(pascal(&spelled_words("a<b"), ""), "ALessB");
        assert_eq!(pascal(&spelled_words("foo-bar"), ""), "FooMinusBar");
    }

    #[test]
    fn keywords_are_written_raw_where_that_is_allowed() {
        assert_eq!(escape("type".into()), "r#type");
        assert_eq!(escape("self".into()), "self_");
        assert_eq!(escape("id".into()), "id");
    }
}
