//! `[operations]` of `apiarist.toml`: the operations and webhooks of the client.
//!
//! ```text
//! pattern = [ method " " ] path      "POST /v1/chat/*", "/pets"     a path begins with `/` or is `*`
//!         | "tag:" text              "tag:Conversations"
//!         | "webhook:" text          "webhook:order.*"
//!         | text                     "listModels", "get*"           an `operationId`
//! ```
//!
//! `*` matches any text, including `/` and none; `\*` is a literal `*`. Methods match in any case.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use serde::Deserialize;

use crate::hash::HashMap;

use super::Located;

/// The maximum number of patterns with `*` in one array. Each of them is compared with every operation.
const MOST_GLOBS: usize = 1_000;

/// The operations and webhooks of the client.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OperationSettings {
    /// Patterns of operations and webhooks. By default, the client has all of them.
    #[serde(deserialize_with = "patterns")]
    pub include: Vec<Located<OperationPattern>>,
    /// Patterns of operations and webhooks that the client does not have, even if `include` matches them.
    #[serde(deserialize_with = "patterns")]
    pub exclude: Vec<Located<OperationPattern>>,
    /// `"keep"` or `"drop"`: named schemas that no operation or webhook of the client refers to. By default, they are
    /// dropped if `include` or `exclude` is set, and kept otherwise.
    pub unreferenced: Option<Unreferenced>,
}

/// The treatment of named schemas that no operation or webhook of the client refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Unreferenced {
    /// The client has a type for each of them.
    Keep,
    /// The client does not have them.
    Drop,
}

impl OperationSettings {
    /// Returns `true` if named schemas that nothing refers to are kept.
    pub fn keeps_unreferenced(&self) -> bool {
        let is_selective = !self.include.is_empty() || !self.exclude.is_empty();
        let default = if is_selective { Unreferenced::Drop } else { Unreferenced::Keep };
        self.unreferenced.unwrap_or(default) == Unreferenced::Keep
    }

    /// Returns `true` if the client has everything in the document.
    pub fn is_everything(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty() && self.keeps_unreferenced()
    }

    pub(super) fn locate(&mut self, path: &Path, text: &str) {
        self.include.iter_mut().chain(&mut self.exclude).for_each(|pattern| pattern.locate(path, text));
    }
}

/// Reads an array of patterns.
fn patterns<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<Located<OperationPattern>>, D::Error> {
    let patterns = Vec::<Located<OperationPattern>>::deserialize(deserializer)?;
    match patterns.iter().filter(|pattern| pattern.value.glob.is_some()).count() {
        globs if globs > MOST_GLOBS => {
            Err(serde::de::Error::custom(format!("expected at most {MOST_GLOBS} patterns with `*`; found {globs}")))
        }
        _ => Ok(patterns),
    }
}

/// A pattern of operations or webhooks.
///
/// ```
/// use apiarist::settings::OperationPattern;
///
/// let pattern: OperationPattern = "post /v1/chat/*".parse()?;
/// assert_eq!(pattern.to_string(), "post /v1/chat/*");
/// assert!("".parse::<OperationPattern>().is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "String"))]
#[serde(try_from = "String")]
pub struct OperationPattern {
    /// The pattern as the user spells it.
    text: String,
    target: PatternTarget,
    /// The text to match if it contains no `*`; a method is in upper case.
    exact: String,
    /// The texts around each `*`, or `None` if there is none.
    glob: Option<Vec<String>>,
}

/// The property of an operation that a pattern is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PatternTarget {
    /// The method and the path of an operation, such as `GET /pets`.
    Route,
    /// The path of an operation.
    Path,
    /// The `operationId`.
    Id,
    /// A tag.
    Tag,
    /// The name of a webhook.
    Webhook,
}

impl OperationPattern {
    /// Returns the property that it is compared with.
    pub fn target(&self) -> PatternTarget {
        self.target
    }

    /// Returns the text that the property must have, with `*` for any text.
    pub fn expected(&self) -> String {
        self.glob.as_ref().map_or_else(|| self.exact.clone(), |parts| parts.join("*"))
    }

    /// Returns `true` if the property matches a pattern with `*`. This takes linear time: of several occurrences of a
    /// text between two `*`, the first one leaves most for the others.
    fn matches_glob(&self, text: &str) -> bool {
        let Some([first, middle @ .., last]) = self.glob.as_deref() else { return false };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        for part in middle {
            match rest.split_once(part.as_str()) {
                Some((_, after)) => rest = after,
                None => return false,
            }
        }
        rest.ends_with(last.as_str())
    }
}

impl FromStr for OperationPattern {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (target, expected) = match text.split_once(' ') {
            Some((method, path)) if is_path(path) && is_method(method) => {
                (PatternTarget::Route, format!("{} {path}", method.to_ascii_uppercase()))
            }
            _ if text.starts_with('/') || text == "*" => (PatternTarget::Path, text.to_owned()),
            _ => match (text.strip_prefix("tag:"), text.strip_prefix("webhook:")) {
                (Some(tag), _) => (PatternTarget::Tag, tag.to_owned()),
                (_, Some(webhook)) => (PatternTarget::Webhook, webhook.to_owned()),
                _ => (PatternTarget::Id, text.to_owned()),
            },
        };
        if expected.trim().is_empty() {
            return Err(format!("the pattern `{text}` must contain the text to match"));
        }
        let parts = parts(&expected);
        let exact = parts.concat();
        let glob = (parts.len() > 1).then_some(parts);
        Ok(Self { text: text.to_owned(), target, exact, glob })
    }
}

impl TryFrom<String> for OperationPattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for OperationPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn is_path(text: &str) -> bool {
    text.starts_with('/') || text.starts_with('*')
}

/// Returns `true` for a token of RFC 9110 section 5.6.2 without `*`.
fn is_method(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'+-.^_`|~".contains(&byte))
}

/// Returns the texts around each `*` that is not escaped.
fn parts(text: &str) -> Vec<String> {
    let escaped = text.split("\\*").map(|piece| piece.split('*'));
    let mut parts = vec![String::new()];
    for (position, pieces) in escaped.enumerate() {
        let mut pieces = pieces;
        if let (Some(last), Some(first)) = (parts.last_mut(), pieces.next()) {
            last.push_str(if position > 0 { "*" } else { "" });
            last.push_str(first);
        }
        parts.extend(pieces.map(str::to_owned));
    }
    parts
}

/// The patterns of one array, which record whether they matched anything.
///
/// A pattern without `*` is found by its text, so that a long array costs no more than a short one.
#[derive(Debug)]
pub struct PatternSet<'s> {
    patterns: &'s [Located<OperationPattern>],
    exact: HashMap<(PatternTarget, &'s str), Vec<usize>>,
    globs: Vec<usize>,
    is_used: Vec<bool>,
}

impl<'s> PatternSet<'s> {
    /// Creates a set of patterns, all of them unused.
    pub fn new(patterns: &'s [Located<OperationPattern>]) -> Self {
        let mut exact: HashMap<_, Vec<usize>> = HashMap::default();
        let mut globs = Vec::new();
        for (position, Located { value, .. }) in patterns.iter().enumerate() {
            match value.glob {
                Some(_) => globs.push(position),
                None => exact.entry((value.target, value.exact.as_str())).or_default().push(position),
            }
        }
        Self { patterns, exact, globs, is_used: vec![false; patterns.len()] }
    }

    /// Returns `true` if a pattern matches any of these properties, and marks every pattern that does as used.
    pub fn matches(&mut self, properties: &[(PatternTarget, &str)]) -> bool {
        let mut matching: Vec<usize> = Vec::new();
        for (target, text) in properties {
            matching.extend(self.exact.get(&(*target, *text)).into_iter().flatten());
            let globs = self.globs.iter().filter(|position| {
                let pattern = &self.patterns[**position].value;
                pattern.target == *target && pattern.matches_glob(text)
            });
            matching.extend(globs);
        }
        matching.iter().for_each(|position| self.is_used[*position] = true);
        !matching.is_empty()
    }

    /// Returns the patterns that matched nothing, in the order of the file.
    pub fn unused(&self) -> impl Iterator<Item = &'s Located<OperationPattern>> {
        self.patterns.iter().zip(&self.is_used).filter(|(_, is_used)| !**is_used).map(|(pattern, _)| pattern)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, target: PatternTarget, text: &str) -> bool {
        let patterns = [Located::without_location(pattern.parse().unwrap())];
        PatternSet::new(&patterns).matches(&[(target, text)])
    }

    #[test]
    fn the_form_of_a_pattern_determines_what_it_is_compared_with() {
        for (text, target) in [
            ("GET /pets", PatternTarget::Route),
            ("delete *", PatternTarget::Route),
            ("M-SEARCH /pets", PatternTarget::Route),
            ("/pets", PatternTarget::Path),
            ("*", PatternTarget::Path),
            ("tag:Pets", PatternTarget::Tag),
            ("webhook:pet.created", PatternTarget::Webhook),
            ("pets/list-all", PatternTarget::Id),
            ("*Pets", PatternTarget::Id),
            ("List all pets", PatternTarget::Id),
        ] {
            assert_eq!(text.parse::<OperationPattern>().unwrap().target(), target, "{text}");
        }
        for text in ["", " ", "tag:", "webhook: "] {
            assert!(text.parse::<OperationPattern>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_star_matches_any_text() {
        use PatternTarget::{Id, Path, Route};
        for (pattern, target, text) in [
            ("POST /v1/chat/*", Route, "POST /v1/chat/completions/{id}/messages"),
            ("post /v1/*", Route, "POST /v1/"),
            ("/repos/*/issues", Path, "/repos/{owner}/{repo}/issues"),
            ("/a/*/*", Path, "/a/b/c"),
            ("*", Path, "/anything"),
            ("get*Pet*", Id, "getAnyPets"),
            ("get\\*", Id, "get*"),
            ("*\\**", Id, "a*b"),
            ("aba*aba", Id, "abaaba"),
        ] {
            assert!(matches(pattern, target, text), "{pattern} {text}");
        }
        for (pattern, target, text) in [
            ("POST /v1/chat/*", Route, "GET /v1/chat/a"),
            ("/repos/*/issues", Path, "/repos/{owner}/issues/{number}"),
            ("getPet", Id, "getPets"),
            ("get\\*", Id, "getPets"),
            ("aba*aba", Id, "aba"),
            ("a*b*c", Id, "acb"),
        ] {
            assert!(!matches(pattern, target, text), "{pattern} {text}");
        }
    }

    #[test]
    fn matching_takes_linear_time() {
        let (text, pattern) = ("a".repeat(100_000), format!("{}b", "a*".repeat(20_000)));
        let started = std::time::Instant::now();
        assert!(!matches(&pattern, PatternTarget::Id, &text));
        assert!(started.elapsed().as_secs() < 5);
    }
}
