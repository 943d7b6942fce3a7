//! Makes strings that match a regular expression.
//!
//! ```text
//! ^(?!XX)[A-Z]{2}-\d+$
//!   Sequence
//!     Repeated 2 to 2   OneOf A to Z
//!     Text              -
//!     Repeated 1 to ∞   OneOf 0 to 9
//!   e.g. QB-4, AA-90
//! ```
//!
//! Look-arounds, anchors and back references contribute no text. Instead, each string is tested against the whole
//! expression, and another one is made if it does not match.

use std::ops::RangeInclusive;

use fancy_regex::{Expr, Regex};

/// The maximum number of strings made until one matches.
const ATTEMPTS: usize = 200;

/// The maximum numbers of repetitions above the required ones, which are tried in turn.
const REPETITIONS: [usize; 5] = [0, 1, 3, 8, 40];

/// Characters outside of ASCII, one of several scripts each, for classes without an ASCII character.
const BEYOND_ASCII: &str = "éßÑжΩא中あ가🐝\u{a0}";

/// A regular expression of a schema.
#[derive(Debug)]
pub struct Pattern {
    expression: Regex,
    root: Node,
}

/// A part of an expression.
#[derive(Debug)]
enum Node {
    Text(String),
    /// One of these characters.
    OneOf(Vec<char>),
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
    Repeated(Box<Node>, RangeInclusive<usize>),
}

impl Pattern {
    /// Parses a regular expression. Returns `None` if it is invalid.
    pub fn new(pattern: &str) -> Option<Self> {
        let expression = Regex::new(pattern).ok()?;
        let root = node(&Expr::parse_tree(pattern).ok()?.expr);
        Some(Self { expression, root })
    }

    /// Returns `true` if a string matches. A string that takes too long does not.
    pub fn is_match(&self, text: &str) -> bool {
        self.expression.is_match(text).unwrap_or(false)
    }

    /// Makes a matching string with a number of characters in a range. Returns `None` if none was found.
    pub fn text(&self, random: &mut fastrand::Rng, length: &RangeInclusive<usize>) -> Option<String> {
        let first = random.usize(..REPETITIONS.len());
        for attempt in first..ATTEMPTS {
            let repetitions = REPETITIONS[attempt % REPETITIONS.len()].max(random.usize(..=*length.start()));
            let mut writer = Writer { random, repetitions, most: *length.end(), text: String::new() };
            writer.write(&self.root);
            let mut text = writer.text;
            // An expression without an anchor at its end accepts any suffix.
            while text.chars().count() < *length.start() && self.is_match(&format!("{text}x")) {
                text.push('x');
            }
            if length.contains(&text.chars().count()) && self.is_match(&text) {
                return Some(text);
            }
        }
        None
    }
}

/// A writer of one string.
struct Writer<'r> {
    random: &'r mut fastrand::Rng,
    /// The maximum number of repetitions above the required ones.
    repetitions: usize,
    /// The number of bytes after which the string is certainly too long.
    most: usize,
    text: String,
}

impl Writer<'_> {
    fn write(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.text.push_str(text),
            Node::OneOf(characters) => self.text.extend(self.random.choice(characters)),
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.write(node)),
            Node::Alternatives(nodes) => {
                if let Some(node) = self.random.choice(nodes) {
                    self.write(node);
                }
            }
            Node::Repeated(node, times) => {
                let most = (*times.end()).min(times.start().saturating_add(self.repetitions));
                for _ in 0..self.random.usize(*times.start()..=most) {
                    // Each character has at most 4 bytes.
                    if self.text.len() / 4 > self.most {
                        return;
                    }
                    self.write(node);
                }
            }
        }
    }
}

fn node(expression: &Expr) -> Node {
    match expression {
        Expr::Any { .. } => class(".", false),
        Expr::Literal { val, .. } => Node::Text(val.clone()),
        Expr::Delegate { inner, casei } => class(inner, *casei),
        Expr::Concat(parts) => Node::Sequence(parts.iter().map(node).collect()),
        Expr::Alt(parts) => Node::Alternatives(parts.iter().map(node).collect()),
        Expr::Group(inner) => node(inner),
        Expr::AtomicGroup(inner) => node(inner),
        Expr::Repeat { child, lo, hi, .. } => Node::Repeated(Box::new(node(child)), *lo..=*hi),
        _ => Node::Text(String::new()),
    }
}

/// Returns the characters of a class: letters and digits if it has any, mixed with the other characters of ASCII.
fn class(class: &str, ignores_case: bool) -> Node {
    let flag = if ignores_case { "(?i)" } else { "" };
    let Ok(expression) = Regex::new(&format!("{flag}^(?:{class})$")) else { return Node::Text(String::new()) };
    let matches = |character: &char| expression.is_match(character.encode_utf8(&mut [0; 4])).unwrap_or(false);
    let printable: Vec<char> = (' '..='~').filter(matches).collect();
    let plain = printable.iter().filter(|character| character.is_ascii_alphanumeric());
    // Letters and digits occur four times as often as other characters, which other keywords are likelier to forbid.
    let common: Vec<char> = plain.copied().collect();
    let characters: Vec<char> = [&printable, &common, &common, &common].into_iter().flatten().copied().collect();
    if !characters.is_empty() {
        return Node::OneOf(characters);
    }
    Node::OneOf(BEYOND_ASCII.chars().chain('\0'..' ').filter(matches).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_match_their_pattern_and_length() {
        let cases = [
            (r"^[A-Z]{2}-\d+$", 0..=5_000),
            (r"^(?!XX)[A-Z]{2}$", 0..=5_000),
            (r"^(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$", 8..=32),
            (r"^[a-f0-9]{8}-([a-f0-9]{4}-){3}[a-f0-9]{12}$", 36..=36),
            (r"^/?([^/]+/)*[^/\s]+$", 1..=20),
            (r"\d{4}", 100..=120),
            (r"^[\w.%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$", 3..=254),
            (r"^(true|false|\{.*\})$", 0..=5_000),
            (r"^[\u4e00-\u9fa5]+$", 1..=3),
            (r"(?i)^abc$", 0..=3),
            (r"^$|^[a-z]{40,}$", 1..=64),
        ];
        let mut random = fastrand::Rng::with_seed(1);
        for (pattern, length) in cases {
            let made = Pattern::new(pattern).expect("it is an expression");
            for _ in 0..50 {
                let text = made.text(&mut random, &length);
                let text = text.unwrap_or_else(|| panic!("no string was made for {pattern}"));
                assert!(made.is_match(&text) && length.contains(&text.chars().count()), "{pattern}: {text}");
            }
        }
    }

    #[test]
    fn pattern_without_any_string_yields_none() {
        let pattern = Pattern::new("/^a$/").expect("it is an expression");
        assert_eq!(pattern.text(&mut fastrand::Rng::with_seed(1), &(0..=10)), None);
        assert!(Pattern::new("(").is_none());
    }
}
