//! Which version of the OpenAPI Specification a document is written in.

use serde_json::Value;

use super::reader::Node;
use crate::diagnostics::{Code, Diagnostics};

/// A version of the OpenAPI Specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 3.0.x: schemas in a dialect of its own.
    V3_0,
    /// 3.1.x: schemas in JSON Schema 2020-12.
    V3_1,
    /// 3.2.x: 3.1 with streams, more methods, and parameters that are the whole query.
    V3_2,
}

impl Version {
    /// Reads the member `openapi`. Anything but a version that can be read is reported.
    pub(super) fn read(root: &Node<'_>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Some(version) = root.value.get("openapi") else {
            let (code, message, help) = match root.value.get("swagger") {
                Some(_) => (
                    Code::UnsupportedVersion,
                    "this is a Swagger 2.0 document",
                    "convert it to OpenAPI 3.0 or later, or ask the provider for such a document",
                ),
                None => (
                    Code::MissingVersion,
                    "there is no member `openapi`, so this is not an OpenAPI document",
                    "an OpenAPI document starts with a line such as `openapi: 3.1.0`",
                ),
            };
            diagnostics.report_with_help(code, &root.pointer, message, help);
            return None;
        };
        let text = match version {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let mut parts = text.trim().split('.');
        match (parts.next(), parts.next()) {
            (Some("3"), Some("0")) => Some(Self::V3_0),
            (Some("3"), Some("1")) => Some(Self::V3_1),
            (Some("3"), Some("2")) => Some(Self::V3_2),
            _ => {
                diagnostics.report_with_help(
                    Code::UnsupportedVersion,
                    &root.pointer.join("openapi"),
                    format!("version `{text}` of the OpenAPI Specification cannot be read"),
                    "versions 3.0.x, 3.1.x and 3.2.x can",
                );
                None
            }
        }
    }
}
