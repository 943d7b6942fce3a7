//! References: the file and the location in it that a `$ref` names.

use std::error::Error;
use std::fmt;

use serde_json::Value;

use super::limits;
use super::pointer::{percent_decode, unescape};

/// The reason why a reference cannot be resolved.
///
/// Its `Display` is a sentence without an initial capital or a final period, which names the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnresolvedReference {
    reason: String,
    help: Option<String>,
}

impl UnresolvedReference {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), help: None }
    }

    pub(super) fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    pub(super) fn nothing(reference: &str) -> Self {
        Self::new(format!("cannot resolve `{reference}`: the target does not exist"))
    }

    /// Creates the error for a chain of references that is too long.
    pub fn too_long() -> Self {
        Self::new(format!(
            "cannot resolve the reference: its chain has more than {} references",
            limits::REFERENCE_CHAIN
        ))
    }

    pub(super) fn no_folder(file: &str) -> Self {
        Self::new(format!("cannot resolve `{file}`: the document was read without a folder"))
    }

    /// Returns advice, if there is any.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for UnresolvedReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl Error for UnresolvedReference {}

/// The parts of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target<'t> {
    /// The part before `#`; empty for the file itself.
    pub file: &'t str,
    /// The part after `#`; empty for a whole file.
    fragment: &'t str,
}

impl<'t> Target<'t> {
    pub(super) fn of(reference: &'t str) -> Self {
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        Self { file, fragment }
    }

    /// Returns the fragment as a name, or `None` if it is a JSON pointer.
    pub(super) fn name(&self) -> Option<String> {
        let is_name = !self.fragment.is_empty() && !self.fragment.starts_with('/');
        is_name.then(|| percent_decode(self.fragment))
    }

    /// Returns the tokens of a fragment that is a JSON pointer, unescaped.
    pub(super) fn steps(&self) -> Option<Vec<String>> {
        if self.fragment.is_empty() {
            return Some(Vec::new());
        }
        let steps = self.fragment.strip_prefix('/')?.split('/');
        Some(steps.map(unescape).collect())
    }
}

/// Calls `see` with the file of every reference below a node that names another file.
pub(super) fn each_file<'v>(value: &'v Value, see: &mut dyn FnMut(&'v str)) {
    match value {
        Value::Array(elements) => elements.iter().for_each(|element| each_file(element, see)),
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text) if key == "$ref" => see_file(text, see),
                    Value::Object(members) if key == "discriminator" => mapped_files(members.get("mapping"), see),
                    value => each_file(value, see),
                }
            }
        }
        _ => {}
    }
}

/// Calls `see` for a mapping. A value is a reference, or the bare name of a component (OpenAPI 3.1 section 4.8.25.3).
fn mapped_files<'v>(mapping: Option<&'v Value>, see: &mut dyn FnMut(&'v str)) {
    let values = mapping.and_then(Value::as_object).into_iter().flat_map(|members| members.values());
    for text in values.filter_map(Value::as_str) {
        if text.contains(['/', '#']) || [".yaml", ".yml", ".json"].iter().any(|ending| text.ends_with(ending)) {
            see_file(text, see);
        }
    }
}

fn see_file<'v>(reference: &'v str, see: &mut dyn FnMut(&'v str)) {
    let file = Target::of(reference).file;
    if !file.is_empty() {
        see(file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_fragment_is_decoded() {
        let steps = |reference| Target::of(reference).steps();
        assert_eq!(steps("a.yaml#/paths/~1x%7Eid%7D"), Some(vec!["paths".to_owned(), "/x~id}".to_owned()]));
        assert_eq!(steps("a.yaml"), Some(Vec::new()));
        assert_eq!(steps("#name"), None);
    }

    #[test]
    fn files_are_found_in_references_and_mappings() {
        let tree = json!({
            "a": [{"$ref": "one.yaml#/A"}, {"$ref": "#/B"}],
            "properties": {"$ref": {"$ref": "two.json"}},
            "discriminator": {"mapping": {"cat": "Cat", "dog": "dogs/dog.yaml", "bird": "#/Bird"}},
        });
        let mut files = Vec::new();
        each_file(&tree, &mut |file| files.push(file));
        assert_eq!(files, ["one.yaml", "two.json", "dogs/dog.yaml"]);
    }
}
