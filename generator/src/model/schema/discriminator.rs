//! Discriminators: the property that selects a variant of a union.

use serde_json::Value;

use crate::diagnostics::Code;
use crate::model::Version;
use crate::model::node::Node;
use crate::model::reader::Reader;
use crate::source::Pointer;

/// The discriminator of a union.
#[derive(Clone, Debug)]
pub struct Discriminator<'d> {
    /// The name of the property.
    pub property: &'d str,
    /// Its values, with the location of the schema of each.
    pub mapping: Vec<(&'d str, MappingTarget)>,
    /// The location of the schema for values without the property or with an unmapped value (OpenAPI 3.2).
    pub default: Option<MappingTarget>,
}

/// An entry of a mapping.
#[derive(Clone, Debug)]
pub struct MappingTarget {
    /// Its location.
    pub origin: Pointer,
    /// Its target, or `None` if it is outside the document.
    pub target: Pointer,
}

impl<'d> Reader<'d, '_> {
    /// Reads `discriminator`.
    pub(in crate::model) fn discriminator(&mut self, node: &Node<'d>) -> Option<Discriminator<'d>> {
        let at = &node.pointer;
        if let Value::String(property) = node.value {
            if self.version != Version::V2_0 {
                let message = format!("`discriminator` must be an object; `{property}` is read as its `propertyName`");
                self.diagnostics.report(Code::MalformedKeyword, at, message);
            }
            return Some(Discriminator { property, mapping: Vec::new(), default: None });
        }
        let object = &self.object(node)?;
        let Some(property) = self.string(object, "propertyName") else {
            let message = "`discriminator` has no `propertyName`; the variants of the union are decoded by shape";
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

    /// Resolves a value of a mapping: a reference, or the name of a component (OpenAPI 3.1 section 4.8.25.3).
    fn mapping_target(&mut self, node: &Node<'d>) -> Option<MappingTarget> {
        let text = match (node.value, node.value.get("$ref")) {
            (Value::String(text), _) => text,
            (_, Some(Value::String(text))) => {
                let message = format!("a mapping value must be a string; found an object, which is read as `{text}`");
                self.diagnostics.report(Code::MalformedKeyword, &node.pointer, message);
                text
            }
            (Value::Null, _) => return None,
            _ => self.unquoted(node)?,
        };
        let target = self.mapped(&node.pointer, text);
        Some(MappingTarget { origin: node.pointer.clone(), target })
    }

    /// Returns the location of the component that a mapping names by its key, or by the file that once contained it.
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
