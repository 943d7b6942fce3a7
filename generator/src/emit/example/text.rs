//! Strings in examples: those of the document if they are short and harmless, otherwise strings derived from names.
//!
//! ```text
//! city: {example: Lisbon}        "Lisbon"
//! email                          "user@example.com"
//! pet_id                         "pet_id"
//! api_key: {example: sk-1234}    "api_key"        a possible credential is never shown
//! ```

use serde_json::Value;

use crate::ir::{Bound, Constraints};
use crate::names::identifier::{escape, is_identifier, snake, split_words};
use crate::unprintable::is_unprintable;

/// The maximum length of a text from the document, in characters.
const LONGEST: usize = 40;

/// Words in names of credentials.
const SECRET_WORDS: &[&str] = &[
    "auth",
    "authorization",
    "bearer",
    "credential",
    "credentials",
    "key",
    "keys",
    "passphrase",
    "password",
    "pin",
    "private",
    "secret",
    "secrets",
    "signature",
    "token",
    "tokens",
];

/// Prefixes of credentials, in lower case.
const SECRET_PREFIXES: &[&str] = &[
    "-----begin",
    "akia",
    "asia",
    "basic ",
    "bearer ",
    "eyj",
    "gho_",
    "ghp_",
    "ghs_",
    "ghu_",
    "github_pat_",
    "glpat-",
    "pk_",
    "rk_",
    "sk-",
    "sk_",
    "whsec_",
    "xox",
];

/// Information about a value in addition to its type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hint<'h> {
    /// The name in the document.
    pub(super) name: &'h str,
    /// The example in the document.
    pub(super) example: Option<&'h Value>,
    constraints: Option<&'h Constraints>,
}

impl<'h> Hint<'h> {
    pub(super) fn new(name: &'h str, example: Option<&'h Value>, constraints: Option<&'h Constraints>) -> Self {
        let default = constraints.and_then(|constraints| constraints.default.as_ref());
        Self { name, example: example.or(default), constraints }
    }

    /// Returns the hint with this example, unless it already has one.
    pub(super) fn or_example(&self, example: Option<&'h Value>) -> Self {
        Self { example: self.example.or(example), ..*self }
    }

    /// Returns the hint for the elements of an array.
    pub(super) fn element(&self) -> Self {
        let example = self.example.and_then(|example| example.get(0));
        let constraints = self.constraints.and_then(|constraints| constraints.elements.as_deref());
        Self { name: self.name, example, constraints }
    }

    /// Returns a hint that consists of a name.
    pub(super) fn named(&self, name: &'h str) -> Self {
        Self { name, example: None, constraints: None }
    }

    /// Returns the name of a variable for the value.
    pub(super) fn variable(&self) -> String {
        let name = snake(&split_words(self.name), "value");
        let name = escape(name);
        if name.is_ascii() && is_identifier(&name) { name } else { "value".to_owned() }
    }

    /// Returns the integer of the example, or else the minimum.
    pub(super) fn whole_number(&self) -> Option<i128> {
        let example = self.example.and_then(|value| value.as_i64().map(i128::from).or(value.as_u64().map(i128::from)));
        let least = || {
            let (_, least) = self.constraints?.bounds.iter().find(|(bound, _)| *bound == Bound::Minimum)?;
            least.parse().ok().filter(|least| *least > 1)
        };
        example.or_else(least)
    }

    fn format(&self) -> Option<&'h str> {
        self.constraints.and_then(|constraints| constraints.format.as_deref())
    }

    /// Returns the text of the example, unless it must not be shown.
    fn example_text(&self) -> Option<String> {
        let text = match self.example? {
            Value::String(text) => text.clone(),
            number @ Value::Number(_) => number.to_string(),
            _ => return None,
        };
        (is_harmless(&text) && !self.is_secret(&text)).then_some(text)
    }

    fn is_secret(&self, text: &str) -> bool {
        let lower = text.to_ascii_lowercase();
        split_words(self.name).iter().any(|word| SECRET_WORDS.contains(&word.as_str()))
            || SECRET_PREFIXES.iter().any(|prefix| lower.starts_with(prefix))
            || text.contains("://") && text.contains('@')
    }
}

/// Returns the text for a string.
pub(super) fn text(hint: &Hint<'_>) -> String {
    if let Some(example) = hint.example_text() {
        return example;
    }
    let words = split_words(hint.name);
    let last = words.last().map(String::as_str).unwrap_or_default();
    let known = match hint.format().unwrap_or(last) {
        "email" | "mail" => "user@example.com",
        "uri" | "url" | "href" | "link" | "website" => "https://example.com",
        "date" => DATE,
        "date-time" => DATE_TIME,
        "uuid" | "guid" => UUID,
        "hostname" | "host" | "domain" => "example.com",
        "ipv4" | "ip" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let name = snake(&words, "value");
    let is_plain = name.len() <= LONGEST && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_plain { name } else { "text".to_owned() }
}

const DATE: &str = "2025-01-31";
const DATE_TIME: &str = "2025-01-31T12:00:00Z";
const UUID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

/// Returns the text for a date.
pub(super) fn date(hint: &Hint<'_>) -> String {
    let is_date = |text: &String| has_shape(text, "0000-00-00");
    hint.example_text().filter(is_date).unwrap_or_else(|| DATE.to_owned())
}

/// Returns the text for a date and time.
pub(super) fn date_time(hint: &Hint<'_>) -> String {
    const SECONDS: &str = "0000-00-00T00:00:00";
    let is_date_time = |text: &String| {
        let is_rest = |rest: &str| {
            rest.ends_with(|last: char| last == 'Z' || last.is_ascii_digit())
                && rest.bytes().all(|byte| byte.is_ascii_digit() || b".+-:Z".contains(&byte))
        };
        text.split_at_checked(SECONDS.len()).is_some_and(|(start, rest)| has_shape(start, SECONDS) && is_rest(rest))
    };
    hint.example_text().filter(is_date_time).unwrap_or_else(|| DATE_TIME.to_owned())
}

/// Returns the text for a UUID.
pub(super) fn uuid(hint: &Hint<'_>) -> String {
    let is_hexadecimal = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let is_uuid = |text: &String| is_hexadecimal(text) && text.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    hint.example_text().filter(is_uuid).unwrap_or_else(|| UUID.to_owned())
}

/// Returns `true` if a text has a digit for every zero of a pattern, and otherwise equals it.
fn has_shape(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            shape => byte == shape,
        })
}

/// Returns `true` for a single short line without characters that hide or reorder others.
fn is_harmless(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().nth(LONGEST).is_none() && !text.chars().any(is_unprintable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(name: &str, example: Option<&str>) -> String {
        let example = example.map(Value::from);
        text(&Hint::new(name, example.as_ref(), None))
    }

    #[test]
    fn a_short_example_is_shown_and_a_name_does_where_there_is_none() {
        for (name, example, shown) in [
            ("city", Some("Lisbon"), "Lisbon"),
            ("petId", None, "pet_id"),
            ("billing_email", None, "user@example.com"),
            ("callbackUrl", None, "https://example.com"),
            ("quote", Some("```\" \\"), "```\" \\"),
            ("city", Some(""), "city"),
            ("city", Some("Lisbon\nPorto"), "city"),
            ("city", Some("\u{202e}nobsiL"), "city"),
            ("city", Some("a city whose name is longer than a line of an example"), "city"),
            ("\u{5e9}\u{5dc}\u{5d5}\u{5dd}", None, "text"),
        ] {
            assert_eq!(text_of(name, example), shown);
        }
    }

    #[test]
    fn what_may_be_a_credential_is_not_shown() {
        for (name, example) in [
            ("apiKey", "1234"),
            ("access_token", "abc"),
            ("header", "Bearer abc"),
            ("value", "sk-proj-1"),
            ("database", "postgres://user:word@db.example"),
        ] {
            assert_ne!(text_of(name, Some(example)), example);
        }
    }

    #[test]
    fn dates_and_uuids_of_the_document_have_to_be_such() {
        let show = |show: fn(&Hint<'_>) -> String, example: &str| {
            let example = Value::from(example);
            show(&Hint::new("at", Some(&example), None))
        };
        assert_eq!(show(date, "2021-02-03"), "2021-02-03");
        assert_eq!(show(date, "tomorrow!!"), DATE);
        assert_eq!(show(date_time, "2021-02-03T04:05:06Z"), "2021-02-03T04:05:06Z");
        assert_eq!(show(date_time, "2021-02-03T04:05:06.789+01:00"), "2021-02-03T04:05:06.789+01:00");
        assert_eq!(show(date_time, "2021-02-03"), DATE_TIME);
        assert_eq!(show(date_time, "2021-02-03T04:05:06 `"), DATE_TIME);
        assert_eq!(show(uuid, "00000000-0000-4000-8000-000000000000"), "00000000-0000-4000-8000-000000000000");
        assert_eq!(show(uuid, "1"), UUID);
    }
}
