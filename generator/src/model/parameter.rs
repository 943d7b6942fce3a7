//! Parameters.

use serde_json::{Map, Value};

use super::reader::{Node, Reader};
use super::{MediaType, Schema, Text};
use crate::diagnostics::Code;
use crate::source::Pointer;

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// `name`.
    pub name: &'d str,
    /// `in` as the document spells it.
    pub location: &'d str,
    /// `required`.
    pub required: bool,
    /// `style`.
    pub style: Option<&'d str>,
    /// `explode`.
    pub explode: Option<bool>,
    /// `schema`.
    pub schema: Option<Schema<'d>>,
    /// `content`, which stands in the place of a schema.
    pub content: Vec<MediaType<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `deprecated`.
    pub deprecated: bool,
}

impl<'d> Reader<'d, '_> {
    /// Reads `parameters`; of two with one name in one place the first stays.
    pub(super) fn parameters(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Parameter<'d>> {
        let mut parameters: Vec<Parameter<'d>> = Vec::new();
        for node in self.list(members, at, "parameters") {
            let origin = node.pointer.clone();
            let Some(node) = self.follow(node, Code::UnresolvedParameter) else { continue };
            let Some(parameter) = self.parameter(&node) else { continue };
            if parameters.iter().any(|other| (other.name, other.location) == (parameter.name, parameter.location)) {
                self.diagnostics.report(
                    Code::DuplicateParameter,
                    &origin,
                    format!(
                        "the {} parameter `{}` stands here twice; the first counts",
                        parameter.location, parameter.name
                    ),
                );
                continue;
            }
            parameters.push(parameter);
        }
        parameters
    }

    fn parameter(&mut self, node: &Node<'d>) -> Option<Parameter<'d>> {
        let at = &node.pointer;
        let members = self.object(node)?;
        let (Some(name), Some(location)) = (self.string(members, at, "name"), self.string(members, at, "in")) else {
            self.diagnostics.report(
                Code::UnsupportedParameter,
                at,
                "a parameter needs the members `name` and `in`; this one is left out",
            );
            return None;
        };
        let schema = self.member(members, at, "schema");
        Some(Parameter {
            origin: at.clone(),
            name,
            location,
            required: self.boolean(members, at, "required").unwrap_or(false),
            style: self.string(members, at, "style"),
            explode: self.boolean(members, at, "explode"),
            schema: schema.map(|schema| self.schema(&schema)),
            content: self.content(members, at),
            description: self.text(members, at, "description"),
            deprecated: self.boolean(members, at, "deprecated").unwrap_or(false),
        })
    }
}
