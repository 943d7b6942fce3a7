//! Discriminators: the member that tells the members of a union apart.

use serde_json::Value;

use crate::diagnostics::Code;
use crate::model::Version;
use crate::model::node::Node;
use crate::model::reader::Reader;
use crate::source::Pointer;

/// What tells the members of a union apart.
#[derive(Clone, Debug)]
pub struct Discriminator<'d> {
    /// The name of the member that does.
    pub property: &'d str,
    /// Its values, and where the schema of each stands.
    pub mapping: Vec<(&'d str, MappingTarget)>,
    /// Where the schema stands for values without the member, or with one that leads nowhere (OpenAPI 3.2).
    pub default: Option<MappingTarget>,
}

/// Where a value of a mapping leads.
#[derive(Clone, Debug)]
pub struct MappingTarget {
    /// Where the value stands.
    pub origin: Pointer,
    /// Where it points, when that is inside the document.
    pub target: Pointer,
}

impl<'d> Reader<'d, '_> {
    /// Reads `discriminator`.
    pub(in crate::model) fn discriminator(&mut self, node: &Node<'d>) -> Option<Discriminator<'d>> {
        let at = &node.pointer;
        if let Value::String(property) = node.value {
            if self.version != Version::V2_0 {
                let message = format!("`discriminator` must be an object; `{property}` is read as its `propertyName`");
                self.diagnostics.report(Code::MisshapenKeyword, at, message);
            }
            return Some(Discriminator { property, mapping: Vec::new(), default: None });
        }
        let object = &self.object(node)?;
        let Some(property) = self.string(object, "propertyName") else {
            let message =
                "a discriminator needs `propertyName`; the members of the union are told apart by their shape";
            self.diagnostics.report(Code::InvalidDiscriminator, at, message);
            return None;
        };
        let mut mapping = Vec::new();
        for (value, target) in self.map(object, "mapping") {
            mapping.extend(self.mapping_target(&target).map(|target| (value, target)));
        }
        let default = object.member("defaultMapping").and_then(|node| self.mapping_target(&node));
        Some(Discriminator { property, mapping, default })
    }

    /// Where a value of a mapping points: a reference, or the bare name of a component (OpenAPI 3.1 section 4.8.25.3).
    fn mapping_target(&mut self, node: &Node<'d>) -> Option<MappingTarget> {
        let text = match (node.value, node.value.get("$ref")) {
            (Value::String(text), _) => text,
            (_, Some(Value::String(text))) => {
                let message = format!("a mapping leads to a text, not to an object; `{text}` is read as that");
                self.diagnostics.report(Code::MisshapenKeyword, &node.pointer, message);
                text
            }
            (Value::Null, _) => return None,
            _ => self.unquoted(node)?,
        };
        let target = self.mapped(&node.pointer, text);
        Some(MappingTarget { origin: node.pointer.clone(), target })
    }

    /// The place of the component that a mapping gives by its name, or by the file that it once stood in.
    fn mapped(&mut self, from: &Pointer, text: &str) -> Pointer {
        if let Some(place) = self.component_called(text) {
            return place;
        }
        let target = self.reference(from, text).target;
        let file = text.rsplit('/').next().unwrap_or(text);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let named = || [file, stem].into_iter().find_map(|name| self.component_called(name));
        target.ok().or_else(named).unwrap_or_else(|| self.version.component(text))
    }
}
