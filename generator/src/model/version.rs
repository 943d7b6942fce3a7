//! Versions of the OpenAPI Specification.

use serde_json::Value;

use super::node::Node;
use crate::diagnostics::{Code, Diagnostics};
use crate::source::Pointer;

/// A version of the OpenAPI Specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// Swagger 2.0: bodies are parameters, and a parameter is its own schema.
    V2_0,
    /// 3.0.x: schemas in their own dialect.
    V3_0,
    /// 3.1.x: schemas in JSON Schema 2020-12.
    V3_1,
    /// 3.2.x: 3.1 with streams, more methods, and parameters that are the whole query.
    V3_2,
}

impl Version {
    /// Reads `openapi`, or `swagger` in older documents. An unsupported version is reported.
    pub(super) fn read(root: &Node<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let stated =
            ["openapi", "swagger", "swaggerVersion"].into_iter().find_map(|key| Some((key, root.value.get(key)?)));
        let Some((key, version)) = stated else {
            diagnostics.report_with_help(
                Code::MissingVersion,
                &root.pointer,
                "not an OpenAPI document: the property `openapi` is missing",
                "add the version of the specification, such as `openapi: 3.1.0`",
            );
            return None;
        };
        let text = match version {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let mut parts = text.trim().split('.');
        match (parts.next(), parts.next()) {
            (Some("2"), Some("0") | None) => Some(Self::V2_0),
            (Some("3"), Some("0")) => Some(Self::V3_0),
            (Some("3"), Some("1")) => Some(Self::V3_1),
            (Some("3"), Some("2")) => Some(Self::V3_2),
            _ => {
                diagnostics.report_with_help(
                    Code::UnsupportedVersion,
                    &root.pointer.join(key),
                    format!("version `{text}` of the OpenAPI Specification is not supported"),
                    "ask the provider for version 2.0, 3.0.x, 3.1.x or 3.2.x, or convert the document",
                );
                None
            }
        }
    }

    /// Returns the location of the component schema of this name.
    pub(super) fn component(self, name: &str) -> Pointer {
        match self {
            Self::V2_0 => Pointer::root().join("definitions").join(name),
            Self::V3_0 | Self::V3_1 | Self::V3_2 => Pointer::root().join("components").join("schemas").join(name),
        }
    }
}
