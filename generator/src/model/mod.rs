//! The document as typed nodes. Every component and every operation is read by itself, so that one broken part does not
//! affect the others.
//!
//! All versions are read into one shape: `nullable: true` and a type array with `null` both become [`Schema`], a body
//! parameter of Swagger 2.0 becomes [`RequestBody`], and each node keeps the [`Pointer`] of its source. Nodes borrow
//! from the document.

#[cfg(test)]
mod agreement;
mod deprecation;
mod depth_limit;
mod distinct;
mod example;
mod keywords;
mod node;
mod operation;
mod reader;
mod ref_targets;
mod schema;
mod security;
mod server;
mod swagger;
mod tag;
mod version;

pub use distinct::DistinctKeys;
pub use keywords::Keywords;
pub use operation::encoding::{Encoding, PartHeader};
pub use operation::header::Header;
pub use operation::media_type::{MediaType, RequestBody};
pub(crate) use operation::media_type::{is_media_type, is_token};
pub use operation::pagination::PaginationExtension;
pub use operation::parameter::Parameter;
pub use operation::response::Response;
pub use operation::webhook::Webhook;
pub use operation::{Operation, sent_method};
pub use ref_targets::RefTarget;
pub use schema::Schema;
pub use schema::discriminator::{Discriminator, MappingTarget};
pub use schema::limit::Integers;
pub use schema::properties::AdditionalProperties;
pub use schema::reference::Reference;
pub use schema::types::Types;
pub use security::{Requirement, SecurityScheme};
pub use server::{Server, ServerVariable};
pub(crate) use swagger::TAB_DELIMITED;
pub use tag::Tag;
pub use version::Version;

use std::borrow::Cow;

use crate::diagnostics::Diagnostics;
use crate::hash::{HashMap, IndexMap};
use crate::source::{Document, Pointer};
use node::Node;
use reader::Reader;

/// Prose of the document. A number or boolean in place of a string is read as a string.
pub type Text<'d> = Cow<'d, str>;

/// A document whose parts have been read.
#[derive(Debug)]
pub struct Model<'d> {
    /// The version of the OpenAPI Specification.
    pub version: Version,
    /// `info.title`.
    pub title: Option<Text<'d>>,
    /// `info.version`.
    pub api_version: Option<Text<'d>>,
    /// `info.description`.
    pub description: Option<Text<'d>>,
    /// `servers`.
    pub servers: Vec<Server<'d>>,
    /// `externalDocs.url`.
    pub documentation_url: Option<&'d str>,
    /// `tags`.
    pub tags: Vec<Tag<'d>>,
    /// `security`, if present.
    pub security: Option<Vec<Requirement<'d>>>,
    /// `components.securitySchemes`.
    pub security_schemes: IndexMap<&'d str, SecurityScheme<'d>>,
    /// `components.schemas`.
    pub schemas: IndexMap<&'d str, Schema<'d>>,
    /// Schemas outside the components that a reference refers to, by their location.
    pub ref_targets: IndexMap<Pointer, RefTarget<'d>>,
    /// The names of component schemas by their location, which may be in another file.
    components: HashMap<Pointer, &'d str>,
    /// All operations in document order.
    pub operations: Vec<Operation<'d>>,
    /// The requests of `webhooks`.
    pub webhooks: Vec<Webhook<'d>>,
    /// The pagination extension of the whole document.
    pub pagination: Option<PaginationExtension<'d>>,
    /// The document itself, for examples, which are looked up when needed.
    document: &'d Document,
}

impl<'d> Model<'d> {
    /// Reads a document. Returns `None` if it is not an OpenAPI document of a supported version. Every other error is
    /// reported, and the part with the error is dropped or replaced.
    pub fn read(document: &'d Document, diagnostics: &mut Diagnostics) -> Option<Self> {
        let root = Node { value: document.root(), pointer: Pointer::root() };
        let version = Version::read(&root, diagnostics)?;
        let mut reader = Reader::new(document, version, diagnostics);
        let object = &reader.object(&root)?;
        let info = object.member("info");
        let info = info.and_then(|info| reader.object(&info));
        let mut text = |key| info.as_ref().and_then(|info| reader.text(info, key));
        let (title, api_version, description) = (text("title"), text("version"), text("description"));
        reader.check_dialect(object, "jsonSchemaDialect");
        let (components, schemas, security_schemes) = match version {
            Version::V2_0 => (Some(root.clone()), "definitions", "securityDefinitions"),
            Version::V3_0 | Version::V3_1 | Version::V3_2 => {
                (object.member("components"), "schemas", "securitySchemes")
            }
        };
        let documentation_url = object.get("externalDocs").and_then(|docs| docs.get("url")?.as_str());
        let placed = reader.place_components(components.as_ref(), schemas);
        let mut model = Self {
            version,
            title,
            api_version,
            description,
            documentation_url,
            servers: reader.root_servers(object),
            tags: reader.tags(object),
            security: reader.requirements(object),
            security_schemes: reader.security_schemes(components.as_ref(), security_schemes),
            schemas: placed.iter().map(|(name, node)| (*name, reader.schema(node))).collect(),
            operations: reader.operations(object, version),
            webhooks: reader.webhooks(object),
            pagination: PaginationExtension::read(object),
            ref_targets: reader.ref_target_schemas(),
            components: reader.components,
            document,
        };
        model.cut_chains();
        Some(model)
    }

    /// Returns the schema at a location, or `None` if none was read there.
    pub fn schema(&self, at: &Pointer) -> Option<&Schema<'d>> {
        match self.components.get(at) {
            Some(name) => self.schemas.get(name),
            None => self.ref_targets.get(at).map(|target| &target.schema),
        }
    }
}
