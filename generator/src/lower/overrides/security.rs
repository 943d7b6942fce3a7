//! Security requirements from `[security]` in `apiarist.toml`.
//!
//! ```toml
//! [security]
//! "*" = [{ bearerAuth = [] }]                    # every operation
//! "/v1/admin/*" = [{ key = [], app = ["write"] }]   # more exact: every operation below this path
//! "GET /v1/status" = []                          # most exact: an operation that is open to anyone
//! ```

use crate::diagnostics::{Code, Diagnostics};
use crate::model::{self, Model};
use crate::settings::{Alternative, Located, Overrides, Requirements, SecuritySettings};

/// The key of all operations.
const ALL: &str = "*";

/// Security requirements from `[security]`.
#[derive(Debug)]
pub(crate) struct SecurityOverrides<'s> {
    /// The requirements by key. A requirement is used if its key is the most specific one that matches an operation.
    requirements: Overrides<'s, Located<Requirements>>,
    /// The requirements whose keys match an operation.
    matching: Overrides<'s, Located<Requirements>>,
}

impl<'s> SecurityOverrides<'s> {
    pub(crate) fn new(settings: &'s SecuritySettings) -> Self {
        Self { requirements: Overrides::of_table(settings), matching: Overrides::of_table(settings) }
    }

    /// Returns the alternatives of the most specific key that matches an operation.
    pub(crate) fn find(&self, operation: &model::Operation<'_>) -> Option<&'s [Alternative]> {
        let method = operation.method.to_uppercase();
        let keys = self.requirements.iter().map(|(key, _)| *key);
        let exactness = |key| self.matching.get_if(key, |_| exactness(key, operation, &method));
        let matching = keys.filter_map(|key| Some((exactness(key)?, key)));
        // Of equally specific keys the last one applies, which `max_by_key` returns.
        let (_, key) = matching.max_by_key(|(exactness, _)| *exactness)?;
        Some(&self.requirements.get(key)?.value.0)
    }

    /// Returns `true` if a key matches this operation.
    pub(crate) fn covers(&self, operation: &model::Operation<'_>) -> bool {
        let method = operation.method.to_uppercase();
        self.requirements.iter().any(|(key, _)| exactness(key, operation, &method).is_some())
    }

    /// Returns the schemes that any requirement names.
    pub(crate) fn schemes(&self) -> impl Iterator<Item = &'s str> {
        self.requirements
            .iter()
            .flat_map(|(_, requirements)| &requirements.value.0)
            .flat_map(|schemes| schemes.keys())
            .map(String::as_str)
    }

    /// Reports requirements in the settings that no operation uses, and schemes that the document does not define.
    pub(crate) fn report_unused(&self, model: &Model<'_>, diagnostics: &mut Diagnostics) {
        for (&key, requirements) in self.requirements.iter() {
            let mut schemes = requirements.value.0.iter().flat_map(|alternative| alternative.keys());
            let unknown = schemes.find(|scheme| !model.security_schemes.contains_key(scheme.as_str()));
            let message = if let Some(scheme) = unknown {
                format!(
                    "unused `[security]` alternative for `{key}`: the document does not define the scheme `{scheme}`"
                )
            } else if !self.matching.is_used(key) {
                format!(
                    "unused `[security]` key `{key}`: it does not match the id or the method and path of any operation"
                )
            } else if !self.requirements.is_used(key) {
                format!("unused `[security]` key `{key}`: a more specific key matches each of its operations")
            } else {
                continue;
            };
            diagnostics.report_elsewhere(Code::UnusedSecurityOverride, message, requirements.excerpt.clone());
        }
    }
}

/// Returns the specificity of a key, or `None` if it does not match the operation. An `operationId` is more specific
/// than a method and path, which are more specific than a pattern. Of two patterns, the one with more literal
/// characters is more specific.
fn exactness(key: &str, operation: &model::Operation<'_>, method: &str) -> Option<(u8, usize)> {
    if key == ALL {
        return Some((0, 0));
    }
    if operation.id == Some(key) {
        return Some((3, 0));
    }
    let own = key.chars().filter(|character| *character != '*').count();
    let (pattern, has_method) = match key.split_once(' ') {
        Some((word, pattern)) if word == method => (pattern, true),
        _ => (key, false),
    };
    let is_match = pattern.starts_with('/') && matches(pattern, &operation.path);
    let is_route = has_method && !pattern.contains('*');
    is_match.then_some((if is_route { 2 } else { 1 }, own))
}

/// Returns `true` if a path contains all pieces of a pattern in order. `*` matches any text, including slashes.
fn matches(pattern: &str, path: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == path };
    let Some(mut path) = path.strip_prefix(start) else { return false };
    let mut pieces = rest.split('*').peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return path.ends_with(piece);
        }
        match path.find(piece) {
            Some(at) => path = path.get(at + piece.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_matches_any_text() {
        for (pattern, path) in [
            ("/v1/*", "/v1/pages/{id}"),
            ("/*/pages", "/v1/a/pages"),
            ("/v1/*/b*", "/v1/a/b"),
            ("/v1", "/v1"),
            ("/*", "/"),
        ] {
            assert!(matches(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [("/v1/*", "/v2/a"), ("/v1/*", "/v1"), ("/*/pages", "/v1/pages/a"), ("/a*a", "/a")] {
            assert!(!matches(pattern, path), "{pattern} {path}");
        }
    }
}
