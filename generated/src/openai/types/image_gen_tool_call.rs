//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

/// The making of an image.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageGenToolCall {
    /// Identifier of the item.
    pub id: String,
    /// How far the item is.
    pub status: ImageGenToolCallStatus,
    /// The image in base64, once it is there.
    pub result: Option<String>,
}
object!(ImageGenToolCall {
    "type" = "image_generation_call",
    id: required("id"),
    status: required("status"),
    result: nullable("result"),
});

impl ImageGenToolCall {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        status: ImageGenToolCallStatus,
        result: Option<String>,
    ) -> Self {
        Self {
            id: id.into(),
            status,
            result,
        }
    }
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ImageGenToolCallStatus {
    InProgress,
    Completed,
    Generating,
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ImageGenToolCallStatus {
    InProgress: "in_progress",
    Completed: "completed",
    Generating: "generating",
    Failed: "failed",
});
