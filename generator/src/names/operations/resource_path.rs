//! Paths as chains of resources.
//!
//! ```text
//! /v1/users/{id}/bank_accounts/{account}:verify      version v1; users {id}, bank accounts {account}, verify
//! /2010-04-01/Accounts/{AccountSid}/Calls.json       version 2010-04-01; accounts {account sid}, calls
//! /files/{file_id}#add_shared_link                   files {file id}; selector: add shared link
//! ```

use crate::ir::Operation;
use crate::names::identifier::split_words;
use crate::names::inflection::{is_plural, singular};

/// Leading path segments without meaning.
const EMPTY_SEGMENTS: &[&str] = &["api", "apis", "rest", "public", "latest"];

/// File extensions at the end of segments.
const FORMATS: &[&str] = &[".json", ".xml", ".yaml"];

/// The maximum number of words of a query.
const QUERY_WORDS: usize = 4;

/// A path as a chain of resources.
#[derive(Debug, Default)]
pub(crate) struct ResourcePath {
    /// All parts of the path, in order.
    pub(crate) steps: Vec<Step>,
    /// The resources, and the action that may follow them.
    pub(crate) segments: Vec<Segment>,
    /// The words of the version, such as `v2`.
    pub(crate) version: Vec<String>,
    /// The words of the fragment, which distinguishes operations with the same path.
    pub(crate) selector: Vec<String>,
    /// The words of the query, which distinguishes operations with the same path: `beta` for `?beta=true`.
    pub(crate) query: Vec<String>,
    /// Whether the last part is a parameter.
    pub(crate) ends_in_parameter: bool,
    /// The number of parameters.
    pub(crate) parameters: usize,
}

/// A part of a path.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// A literal that is a version or has no meaning.
    Empty(Vec<String>),
    /// A literal.
    Literal(Vec<String>),
    /// A parameter.
    Parameter(Vec<String>),
}

impl Step {
    /// Returns the words of a parameter.
    pub(crate) fn parameter(&self) -> Option<&[String]> {
        match self {
            Self::Parameter(words) => Some(words),
            Self::Empty(_) | Self::Literal(_) => None,
        }
    }
}

/// A literal with the parameters after it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Segment {
    /// Its words.
    pub(crate) words: Vec<String>,
    /// Whether a parameter follows the literal, so that it denotes one of several resources.
    pub(crate) is_one: bool,
    /// Whether the literal follows a colon, as in custom methods: `/pets/{id}:vaccinate`.
    pub(crate) is_custom_verb: bool,
}

impl Segment {
    /// Returns the words for one resource.
    pub(crate) fn one(&self) -> Vec<String> {
        let mut words = self.words.clone();
        if let Some(last) = words.last_mut() {
            *last = singular(last);
        }
        words
    }

    /// Returns `true` if the last word is plural.
    pub(crate) fn is_plural(&self) -> bool {
        self.words.last().is_some_and(|word| is_plural(word))
    }
}

impl ResourcePath {
    /// Reads the path of an operation.
    pub(crate) fn of(operation: &Operation) -> Self {
        Self::read(&operation.path, &operation.route)
    }

    /// Reads a path. `route` includes the query and the fragment.
    pub(crate) fn read(path: &str, route: &str) -> Self {
        let template = path.split(['?', '#']).next().unwrap_or_default();
        let mut read = Self::default();
        template.split('/').filter(|part| !part.is_empty()).for_each(|part| read.add(part));
        if let Some((_, fragment)) = route.split_once('#').filter(|(_, fragment)| !fragment.is_empty()) {
            read.selector = split_words(fragment);
        }
        if let Some((_, query)) = route.split('#').next().and_then(|route| route.split_once('?')) {
            read.query = split_words(query).into_iter().filter(|word| word != "true").take(QUERY_WORDS).collect();
        }
        read
    }

    /// Adds the part between two slashes.
    fn add(&mut self, part: &str) {
        let mut rest = part;
        while let Some((before, after)) = rest.split_once('{') {
            // A single letter before a parameter, as in `x{id}`, names nothing.
            if before.chars().filter(|c| c.is_alphabetic()).count() > 1 {
                self.add_literal(before);
            }
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            self.add_parameter(name);
            rest = after;
        }
        let literal = FORMATS.iter().find_map(|format| rest.strip_suffix(format)).unwrap_or(rest);
        let (noun, verb) = literal.split_once(':').unwrap_or((literal, ""));
        for literal in [noun, verb].into_iter().filter(|literal| literal.chars().any(char::is_alphanumeric)) {
            self.add_literal(literal);
        }
        if let Some(last) = self.segments.last_mut().filter(|_| !verb.is_empty()) {
            last.is_custom_verb = true;
        }
        // `thumbnail.{extension}` and `{id}.json` are still a literal and a parameter.
        if part.starts_with(char::is_alphanumeric) && part.contains('{') {
            self.ends_in_parameter = false;
            if let Some(last) = self.segments.last_mut() {
                last.is_one = false;
            }
        }
    }

    fn add_parameter(&mut self, name: &str) {
        self.steps.push(Step::Parameter(split_words(name)));
        self.parameters += 1;
        self.ends_in_parameter = true;
        if let Some(last) = self.segments.last_mut() {
            last.is_one = true;
        }
    }

    fn add_literal(&mut self, literal: &str) {
        let words: Vec<String> = literal.split('-').filter(|part| !is_opaque(part)).flat_map(split_words).collect();
        let is_number = literal.chars().all(|c| c.is_ascii_digit());
        if let Some(last) = self.segments.last_mut().filter(|_| is_number) {
            // A number after a resource is an id, as in `/folders/0`.
            last.is_one = true;
            self.steps.push(Step::Empty(words));
            return;
        }
        if is_version(literal) {
            self.version.clone_from(&words);
            self.steps.push(Step::Empty(words));
        } else if self.segments.is_empty() && is_empty_segment(literal) {
            self.steps.push(Step::Empty(words));
        } else {
            self.steps.push(Step::Literal(split_words(literal)));
            self.segments.push(Segment { words, ..Segment::default() });
        }
        self.ends_in_parameter = false;
    }
}

/// Returns `true` if a path segment is a version or another word without meaning.
pub(crate) fn is_empty_segment(segment: &str) -> bool {
    EMPTY_SEGMENTS.contains(&segment.to_ascii_lowercase().as_str()) || is_version(segment)
}

/// Returns `true` for versions such as `v2`, `v1beta1`, `1.0` and `2010-04-01`.
fn is_version(segment: &str) -> bool {
    let number = segment.strip_prefix(['v', 'V']).unwrap_or(segment);
    let is_numeric = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    number.starts_with(|c: char| c.is_ascii_digit()) && (is_numeric || number.len() < segment.len())
}

/// Returns `true` for a random id in a path, such as `6VMVochwUWo`, which has no words.
fn is_opaque(part: &str) -> bool {
    part.len() >= 8
        && part.starts_with(|c: char| c.is_ascii_digit())
        && part.contains(|c: char| c.is_ascii_uppercase())
        && part.contains(|c: char| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_chains_of_resources() {
        for (path, expected) in [
            ("/v1/users/{id}/bank_accounts/{account}:verify", "v1 | users* bank_accounts* verify"),
            ("/2010-04-01/Accounts/{AccountSid}/Calls.json", "2010_04_01 | accounts* calls"),
            ("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json", "2010_04_01 | accounts* calls*"),
            ("/api/rest/latest/issues/{issueIdOrKey}", "| issues*"),
            ("/files/{file_id}/thumbnail.{extension}", "| files* thumbnail"),
            ("/v1/files?beta=true", "v1 | files"),
            ("/files/{id}#add_shared_link", "| files* # add_shared_link"),
            ("/metadata/securityClassification-6VMVochwUWo", "| metadata security_classification"),
            ("/v1/3d_secure", "v1 | 3d_secure"),
            ("/users/{id}/folders/0", "| users* folders*"),
            ("/{owner}/{repo}", "|"),
        ] {
            let read = ResourcePath::read(path, path);
            let mut text = read.version.join("_");
            text.push_str(" |");
            for segment in &read.segments {
                text.push_str(&format!(" {}{}", segment.words.join("_"), if segment.is_one { "*" } else { "" }));
            }
            if !read.selector.is_empty() {
                text.push_str(&format!(" # {}", read.selector.join("_")));
            }
            assert_eq!(text.trim(), expected, "{path}");
        }
    }
}
