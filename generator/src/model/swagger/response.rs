//! Responses with one schema for all media types of their operation.

use serde_json::Value;

use super::media_types::DEFAULT;
use crate::model::node::{Node, Object};
use crate::model::reader::Reader;
use crate::model::{MediaType, Schema, Version};

/// The media type of files if the document names none.
const BYTES: &str = "application/octet-stream";

impl<'d> Reader<'d, '_> {
    /// Returns the content of a response with this `schema`; `object` is the operation.
    pub(in crate::model) fn produced(&mut self, schema: &Node<'d>, object: &Object<'d>) -> Vec<MediaType<'d>> {
        let schema = self.schema(schema);
        let mut media_types = self.media_types(object, "produces");
        let is_file = is_file(&schema);
        if is_file {
            // A file is not JSON, even if the operation produces JSON elsewhere.
            media_types.retain(|(name, _)| !name.to_ascii_lowercase().contains("json"));
        }
        if media_types.is_empty() {
            media_types.push((if is_file { BYTES } else { DEFAULT }, schema.origin.clone()));
        }
        let entry = |(name, origin)| MediaType::new(origin, name, Some(schema.clone()));
        media_types.into_iter().map(entry).collect()
    }

    /// Returns the content of a response without a schema: none, unless its operation produces media types that no
    /// schema could describe, such as images.
    pub(in crate::model) fn produced_without_schema(
        &mut self,
        status: &str,
        object: &Object<'d>,
    ) -> Vec<MediaType<'d>> {
        if self.version != Version::V2_0 || !matches!(status, "200" | "206") || !object.has("produces") {
            return Vec::new();
        }
        let media_types = self.media_types(object, "produces");
        if media_types.iter().any(|(name, _)| name.contains("json") || name.contains('*')) {
            return Vec::new();
        }
        media_types.into_iter().map(|(name, origin)| MediaType::new(origin, name, None)).collect()
    }
}

fn is_file(schema: &Schema<'_>) -> bool {
    schema.keyword("type").and_then(Value::as_str) == Some("file")
}
