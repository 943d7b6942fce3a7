//! Makes strings for a schema: of its format, matching its pattern, or edge cases within its length.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::pattern::Pattern;

/// The maximum length of a string, unless the schema requires a longer one.
const LONGEST: usize = 5_000;

/// The formats that become types of their own. A string that only matches the pattern cannot be decoded as one.
const TYPED_FORMATS: [&str; 5] = ["date-time", "date", "uuid", "byte", "base64"];

/// The edge cases that values may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeCases {
    /// All: empty strings, arrays and objects, nulls, and strings of any characters.
    All,
    /// Strings of any characters, but nothing is empty or null, which not every parameter can express.
    NonEmpty,
    /// Nothing is empty or null, and strings consist of printable ASCII characters, as in headers.
    Printable,
}

/// A maker of strings.
#[derive(Debug)]
pub struct TextMaker {
    edge_cases: EdgeCases,
    /// The patterns used so far; `None` for invalid ones.
    patterns: HashMap<String, Option<Pattern>>,
}

impl TextMaker {
    /// Creates a maker of strings with these edge cases.
    pub fn new(edge_cases: EdgeCases) -> Self {
        Self { edge_cases, patterns: HashMap::new() }
    }

    /// Makes a string for the keywords of a schema. Returns `None` if none was found.
    pub fn text(&mut self, keywords: &Map<String, Value>, random: &mut fastrand::Rng) -> Option<String> {
        let format = keywords.get("format").and_then(Value::as_str).unwrap_or_default();
        let length = self.length(keywords);
        let pattern = keywords.get("pattern").and_then(Value::as_str).and_then(|pattern| self.pattern(pattern));
        let is_valid = |text: &&str| {
            length.contains(&text.chars().count()) && pattern.is_none_or(|pattern| pattern.is_match(text))
        };
        let formatted: Vec<&str> = of_format(format).iter().copied().filter(is_valid).collect();
        if !formatted.is_empty() || TYPED_FORMATS.contains(&format) {
            return random.choice(formatted).map(str::to_owned);
        }
        let Some(pattern) = pattern else { return Some(self.edge_case(&length, random)) };
        let documented: Vec<&str> = documented(keywords).filter(is_valid).collect();
        let example = random.choice(documented).map(str::to_owned);
        match example {
            Some(example) if random.bool() => Some(example),
            example => pattern.text(random, &length).or(example),
        }
    }

    fn pattern(&mut self, pattern: &str) -> Option<&Pattern> {
        self.patterns.entry(pattern.to_owned()).or_insert_with(|| Pattern::new(pattern)).as_ref()
    }

    /// Returns the allowed numbers of characters.
    fn length(&self, keywords: &Map<String, Value>) -> RangeInclusive<usize> {
        let limit = |key: &str| keywords.get(key).and_then(Value::as_u64).map(|limit| limit as usize);
        let fewest = limit("minLength").unwrap_or(0).max(usize::from(self.edge_cases != EdgeCases::All));
        fewest.min(LONGEST)..=limit("maxLength").unwrap_or(LONGEST).min(LONGEST)
    }

    fn edge_case(&self, length: &RangeInclusive<usize>, random: &mut fastrand::Rng) -> String {
        let texts = ["a", "some text", "0", "true", "null", "Zażółć \u{1F41D}", "\"quoted\\\"\n\t", ""];
        let count = match self.edge_cases {
            EdgeCases::All => texts.len(),
            EdgeCases::NonEmpty => texts.len() - 1,
            EdgeCases::Printable => texts.len() - 3,
        };
        let text = random.choice(&texts[..count]).copied().unwrap_or_default();
        let mut text: String = text.chars().take(*length.end()).collect();
        while text.chars().count() < *length.start() {
            text.push('x');
        }
        text
    }
}

/// Returns the examples in a schema that are strings.
fn documented(keywords: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let single = ["example", "default"].iter().filter_map(|key| keywords.get(*key)?.as_str());
    let several = keywords.get("examples").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    single.chain(several)
}

/// Returns strings of a format, or nothing if any string has it.
fn of_format(format: &str) -> &'static [&'static str] {
    match format {
        "date-time" => &["2024-02-29T23:59:60Z", "2026-01-31T12:00:00.123456+02:00", "1969-12-31T23:59:59-08:00"],
        "date" => &["2024-02-29", "1970-01-01"],
        "time" => &["12:00:00Z"],
        "uuid" => &["123e4567-e89b-12d3-a456-426614174000", "00000000-0000-0000-0000-000000000000"],
        "byte" | "base64" => &["", "aGVsbG8=", "AA=="],
        "uri" | "url" | "uri-reference" => &["https://example.com/a?b=c#d"],
        "email" => &["someone@example.com"],
        "ipv4" => &["192.0.2.1"],
        "ipv6" => &["2001:db8::1"],
        "hostname" => &["example.com"],
        "duration" => &["P3DT12H"],
        _ => &[],
    }
}
