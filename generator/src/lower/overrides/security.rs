//! Security requirements from `[security]` in `apiarist.toml`.
//!
//! ```toml
//! [security]
//! "*" = [{ bearerAuth = [] }]                    # every operation
//! "/v1/admin/*" = [{ key = [], app = ["write"] }]   # more exact: every operation below this path
//! "GET /v1/status" = []                          # most exact: an operation that is open to anyone
//! ```

use std::collections::HashSet;

use crate::diagnostics::{Code, Diagnostics};
use crate::model::{self, Model};
use crate::settings::{Alternative, Located, Requirements, SecuritySettings};

/// The key of all operations.
const ALL: &str = "*";

/// Security requirements from the settings, and which of them were used.
#[derive(Debug)]
pub(crate) struct SecurityOverrides<'s> {
    settings: &'s SecuritySettings,
    /// The keys that match an operation.
    matched: HashSet<&'s str>,
    /// The keys that are the most exact of an operation.
    used: HashSet<&'s str>,
}

impl<'s> SecurityOverrides<'s> {
    pub(crate) fn new(settings: &'s SecuritySettings) -> Self {
        Self { settings, matched: HashSet::new(), used: HashSet::new() }
    }

    /// Returns the alternatives of the most exact key of an operation.
    pub(crate) fn find(&mut self, operation: &model::Operation<'_>) -> Option<&'s [Alternative]> {
        let method = operation.method.to_uppercase();
        let settings = self.settings;
        let matching =
            settings.iter().filter_map(|(key, value)| Some((exactness(key, operation, &method)?, key, value)));
        // Of keys that are equally exact the last counts.
        let mut best: Option<((u8, usize), &'s String, &'s Located<Requirements>)> = None;
        for found in matching {
            self.matched.insert(found.1);
            best = best.filter(|best| best.0 > found.0).or(Some(found));
        }
        let (_, key, requirements) = best?;
        self.used.insert(key);
        Some(&requirements.value.0)
    }

    /// Returns `true` if a key names this operation.
    pub(crate) fn covers(&self, operation: &model::Operation<'_>) -> bool {
        let method = operation.method.to_uppercase();
        self.settings.keys().any(|key| exactness(key, operation, &method).is_some())
    }

    /// Returns the schemes that any requirement names.
    pub(crate) fn schemes(&self) -> impl Iterator<Item = &'s str> {
        self.settings
            .values()
            .flat_map(|requirements| &requirements.value.0)
            .flat_map(|schemes| schemes.keys())
            .map(String::as_str)
    }

    /// Reports requirements of the settings that no operation uses, and schemes that the document does not define.
    pub(crate) fn report_unused(&self, model: &Model<'_>, diagnostics: &mut Diagnostics) {
        for (key, requirements) in self.settings {
            let mut schemes = requirements.value.0.iter().flat_map(|alternative| alternative.keys());
            let unknown = schemes.find(|scheme| !model.security_schemes.contains_key(scheme.as_str()));
            let message = if let Some(scheme) = unknown {
                format!(
                    "`[security]` names the scheme `{scheme}` for `{key}`, but the document defines no such scheme; the alternative is not used"
                )
            } else if !self.matched.contains(key.as_str()) {
                format!(
                    "`[security]` has `{key}`, but no operation has this `operationId`, method and path, or pattern; it is not used"
                )
            } else if !self.used.contains(key.as_str()) {
                format!("`[security]` has `{key}`, but a more exact key covers each of its operations; it is not used")
            } else {
                continue;
            };
            diagnostics.report_elsewhere(Code::UnusedSecurityOverride, message, requirements.excerpt.clone());
        }
    }
}

/// Returns how exactly a key names an operation, or `None` if it names another. An `operationId` comes before a method
/// and path, these before a pattern, and of patterns the one with more characters of its own.
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

/// Returns `true` if a path has all pieces of a pattern, in their order; `*` is any text, slashes included.
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
