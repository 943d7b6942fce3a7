//! Parameters.

use crate::diagnostics::Code;
use crate::hash::HashSet;
use crate::model::deprecation::deprecation_message;
use crate::model::node::{Node, Object};
use crate::model::reader::Reader;
use crate::model::swagger::{describes_itself, is_in_body};
use crate::model::{MediaType, Schema, Text, Version};
use crate::source::Pointer;

/// The extension of a header collection; its value is the prefix of the header names.
pub(super) const HEADER_PREFIX: &str = "x-ms-header-collection-prefix";

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter<'d> {
    /// Its location.
    pub origin: Pointer,
    /// `name`.
    pub name: &'d str,
    /// `in` as spelled in the document.
    pub location: &'d str,
    /// `required`.
    pub required: bool,
    /// `style`.
    pub style: Option<&'d str>,
    /// `explode`.
    pub explode: Option<bool>,
    /// `allowReserved`, or `x-ms-skip-url-encoding`.
    pub allow_reserved: bool,
    /// `x-ms-header-collection-prefix`: the prefix of the header names of a collection.
    pub header_prefix: Option<&'d str>,
    /// `schema`.
    pub schema: Option<Schema<'d>>,
    /// `content`, which replaces a schema.
    pub content: Vec<MediaType<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// The explanation of its deprecation, from an extension.
    pub deprecation_message: Option<&'d str>,
}

impl<'d> Parameter<'d> {
    /// Creates a required string parameter that the document does not describe. Its location is that of the
    /// requirement.
    pub(in crate::model) fn text(at: &Pointer, name: &'d str, location: &'d str) -> Self {
        Self {
            origin: at.clone(),
            name,
            location,
            required: true,
            style: None,
            explode: None,
            allow_reserved: false,
            header_prefix: None,
            schema: None,
            content: Vec::new(),
            description: None,
            deprecated: false,
            deprecation_message: None,
        }
    }

    /// Returns the key of the parameter: its location and its name. All bodies share one key. Of parameters with the
    /// same key only one is used.
    pub(in crate::model) fn key(&self) -> (&'d str, &'d str) {
        (self.location, if self.location == "body" { "" } else { self.name })
    }
}

impl<'d> Reader<'d, '_> {
    /// Reads `parameters`. Of those with the same name and location, the first is used.
    pub(in crate::model) fn parameters(&mut self, object: &Object<'d>) -> Vec<Parameter<'d>> {
        let mut parameters: Vec<Parameter<'d>> = Vec::new();
        let mut seen = HashSet::default();
        for node in self.list(object, "parameters") {
            let origin = node.pointer.clone();
            let chain = self.chain(node, Code::UnresolvedParameter);
            let Some((node, references)) = chain.nodes.split_last().filter(|_| chain.is_complete) else { continue };
            let Some(mut parameter) = self.parameter(node) else { continue };
            // Siblings of a reference override its target (OpenAPI 3.1.1 section 4.8.23.1).
            let nearest = references.iter().find_map(|reference| self.text(&reference.as_object()?, "description"));
            parameter.description = nearest.or(parameter.description);
            if !seen.insert(parameter.key()) {
                self.diagnostics.report(
                    Code::DuplicateParameter,
                    &origin,
                    format!("duplicate {} parameter `{}`; the first one is used", parameter.location, parameter.name),
                );
                continue;
            }
            parameters.push(parameter);
        }
        parameters
    }

    fn parameter(&mut self, node: &Node<'d>) -> Option<Parameter<'d>> {
        let at = &node.pointer;
        let object = &self.object(node)?;
        let location = self.string(object, "in");
        // The name of a body has no meaning.
        let name = self.string(object, "name").or(location.filter(|location| *location == "body"));
        let (Some(name), Some(location)) = (name, location) else {
            self.diagnostics.report(
                Code::UnsupportedParameter,
                at,
                "a parameter must have `name` and `in`; this one is dropped",
            );
            return None;
        };
        let schema = object.member("schema").map(|schema| self.schema(&schema));
        let (mut style, mut explode) = (self.string(object, "style"), self.boolean(object, "explode"));
        let is_older = is_in_body(location) || (schema.is_none() && describes_itself(object));
        if is_older && self.version != Version::V2_0 {
            let message =
                format!("the {location} parameter `{name}` is described as in Swagger 2.0; it is read that way");
            self.diagnostics.report(Code::VersionMismatch, at, message);
        }
        let content = self.content(object);
        let fault = match (&schema, content.as_slice()) {
            (Some(_), [_, ..]) => Some("has both `schema` and `content`; `schema` is used"),
            (None, [_, _, ..]) => Some("has several media types; the first one is used"),
            (None, []) if !is_older => Some("has neither `schema` nor `content`; it is read as a string"),
            _ => None,
        };
        if let Some(fault) = fault {
            self.diagnostics.report(Code::ParameterSchema, at, format!("the parameter `{name}` {fault}"));
        }
        let schema = match schema {
            None if is_older || self.version == Version::V2_0 => {
                let schema = self.parameter_as_schema(object, location);
                if self.version == Version::V2_0 || object.has("collectionFormat") {
                    (style, explode) = self.collection_style(object, location, &schema);
                }
                Some(schema)
            }
            schema => schema,
        };
        Some(Parameter {
            origin: at.clone(),
            name,
            location,
            required: self.boolean(object, "required").unwrap_or(false),
            style,
            explode,
            allow_reserved: ["allowReserved", "x-ms-skip-url-encoding"]
                .into_iter()
                .any(|key| self.boolean(object, key).unwrap_or(false)),
            header_prefix: self.string(object, HEADER_PREFIX),
            schema,
            content,
            description: self.text(object, "description"),
            deprecated: self.boolean(object, "deprecated").unwrap_or(false),
            deprecation_message: deprecation_message(|key| object.get(key)),
        })
    }
}
