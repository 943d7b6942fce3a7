//! From wire names to Rust identifiers: words, their case, and what Rust reserves.
//!
//! A wire name becomes words, and words become an identifier. Letters of any script stay, as far as rustc accepts them;
//! everything else parts words, unless nothing but signs is there, or a sign stands before a number (`+1`, `-1`).

use super::file_name::shortened_type;
use super::letters::{code_point, is_word_character, push_legible};
use super::signs::sign_word;

pub(crate) use crate::settings::is_word;
use crate::settings::{BARE_KEYWORDS, RAW_KEYWORDS, is_keyword};

/// Words of mixed case that are one word all the same.
const WHOLE_WORDS: &[&str] = &["OAuth", "IPv4", "IPv6", "GraphQL"];

/// The words of a wire name in lower case.
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

/// The words of a wire name with its signs spelled out, for names that differ in nothing else.
pub(crate) fn spelled_words(text: &str) -> Vec<String> {
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

/// The word for a sign before a number or a name, such as `-1` and `-created_at`.
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
    // The words of a sign are words of the name: `≥` is `GreaterOrEqual`.
    for sign in signs.chars() {
        match sign_word(sign) {
            Some(spelled) => words.extend(spelled.split('_').map(str::to_owned)),
            None => words.push(code_point(sign)),
        }
    }
}

/// Parts `HTTPValidationError` and `createdAt2` where their case says so.
fn split_humps(part: &str, words: &mut Vec<String>) {
    let characters: Vec<char> = part.chars().collect();
    let mut start = 0;
    let mut at = 0;
    while at < characters.len() {
        if let Some(length) = whole_word(&characters[at..]) {
            push_word(&characters[start..at], words);
            push_word(&characters[at..at + length], words);
            at += length;
            start = at;
            continue;
        }
        if at > start && starts_word(&characters, start, at) {
            push_word(&characters[start..at], words);
            start = at;
        }
        at += 1;
    }
    push_word(&characters[start..], words);
}

fn whole_word(rest: &[char]) -> Option<usize> {
    WHOLE_WORDS.iter().find_map(|word| {
        let length = word.len();
        let same = rest.len() >= length && word.chars().eq(rest[..length].iter().copied());
        (same && rest.get(length).is_none_or(|c| !c.is_lowercase())).then_some(length)
    })
}

fn starts_word(characters: &[char], start: usize, at: usize) -> bool {
    let current = characters[at];
    if !current.is_uppercase() {
        return false;
    }
    let before = characters[at - 1];
    if !before.is_uppercase() {
        return true;
    }
    // In `HTTPServer` the S starts a word; the s of `URLs` and `IDs` makes a plural and starts none.
    let plural = characters.get(at + 1) == Some(&'s')
        && at > start
        && characters.get(at + 2).is_none_or(|c| c.is_uppercase() || c.is_ascii_digit());
    characters.get(at + 1).is_some_and(|c| c.is_lowercase()) && !plural
}

fn push_word(characters: &[char], words: &mut Vec<String>) {
    if !characters.is_empty() {
        let word: String = characters.iter().flat_map(|c| c.to_lowercase()).filter(|&c| is_word_character(c)).collect();
        push_legible(&word, words);
    }
}

/// `PascalCase`; a name that would start with a digit or would be empty is helped by `prefix`.
pub(crate) fn pascal(words: &[String], prefix: &str) -> String {
    let mut name = String::new();
    if words.first().is_none_or(|word| !starts_identifier(word)) {
        name.push_str(prefix);
    }
    for word in words {
        part_digits(&mut name, word);
        let mut characters = word.chars();
        if let Some(first) = characters.next() {
            // The upper case of ß is two letters, of which only the first is wanted to be large.
            let mut upper = first.to_uppercase();
            name.extend(upper.next().filter(|&c| unicode_ident::is_xid_continue(c)).or(Some(first)));
            name.extend(upper.flat_map(char::to_lowercase));
        }
        name.push_str(characters.as_str());
    }
    shortened_type(name)
}

/// Words in `snake_case`, with the same help.
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

/// `SCREAMING_SNAKE_CASE`, with the same help.
pub(crate) fn screaming(words: &[String], prefix: &str) -> String {
    snake(words, prefix).to_uppercase()
}

fn starts_identifier(word: &str) -> bool {
    word.chars().next().is_some_and(unicode_ident::is_xid_start)
}

/// `gpt-3.5` is `Gpt3_5`, not `Gpt35`.
fn part_digits(name: &mut String, word: &str) {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    if digit(name.chars().next_back()) && digit(word.chars().next()) {
        name.push('_');
    }
}

/// The spelling of a name in code: keywords raw, or with an underscore where that is not allowed.
pub(crate) fn escape(name: String) -> String {
    if RAW_KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else if BARE_KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// Whether a name may stand in code as it is.
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
