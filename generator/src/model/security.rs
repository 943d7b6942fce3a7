//! Security schemes and requirements.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::Text;
use super::reader::{Node, Reader};
use super::swagger::in_later_words;
use crate::diagnostics::Code;
use crate::source::Pointer;

/// An entry of `components.securitySchemes`.
#[derive(Clone, Debug)]
pub struct SecurityScheme<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// `type`.
    pub kind: &'d str,
    /// `scheme` of the type `http`.
    pub scheme: Option<&'d str>,
    /// `name` of the type `apiKey`.
    pub name: Option<&'d str>,
    /// `in` of the type `apiKey`.
    pub location: Option<&'d str>,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `deprecated` (OpenAPI 3.2).
    pub deprecated: bool,
}

/// Schemes that are needed together, by name.
#[derive(Clone, Debug)]
pub struct Requirement<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// The names of the schemes; none when nothing is needed.
    pub schemes: Vec<&'d str>,
}

impl<'d> Reader<'d, '_> {
    /// Reads the named schemes: `components.securitySchemes`, or what has its place in another version.
    pub(super) fn security_schemes(
        &mut self,
        components: Option<&Node<'d>>,
        key: &str,
    ) -> IndexMap<&'d str, SecurityScheme<'d>> {
        let mut schemes = IndexMap::new();
        let Some(components) = components else { return schemes };
        let Value::Object(members) = components.value else { return schemes };
        for (name, node) in self.map(members, &components.pointer, key) {
            let Some(node) = self.follow(node, Code::UnsupportedSecurity) else { continue };
            let Some(members) = self.object(&node) else { continue };
            let at = &node.pointer;
            let scheme = SecurityScheme {
                kind: self.string(members, at, "type").unwrap_or_default(),
                scheme: self.string(members, at, "scheme"),
                name: self.string(members, at, "name"),
                location: self.string(members, at, "in"),
                description: self.text(members, at, "description"),
                deprecated: self.boolean(members, at, "deprecated").unwrap_or(false),
                origin: at.clone(),
            };
            schemes.insert(name, in_later_words(scheme));
        }
        schemes
    }

    /// Reads `security`; nothing when it is not stated, which is not the same as an empty list.
    pub(super) fn requirements(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
    ) -> Option<Vec<Requirement<'d>>> {
        self.member(members, at, "security")?;
        let mut requirements = Vec::new();
        for node in self.list(members, at, "security") {
            if let Some(members) = self.object(&node) {
                let schemes = members.keys().map(String::as_str).collect();
                requirements.push(Requirement { origin: node.pointer, schemes });
            }
        }
        Some(requirements)
    }
}
