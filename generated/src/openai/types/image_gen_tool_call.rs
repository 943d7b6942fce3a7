// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// An image generation call.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "image_generation_call"))]
pub struct ImageGenToolCall {
    /// ID of the item.
    pub id: String,
    /// Status of the item.
    pub status: ImageGenToolCallStatus,
    /// The image, encoded in base64, once it is available.
    #[wire(nullable)]
    pub result: Option<String>,
}

/// Status of the item.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ImageGenToolCallStatus {
    /// `in_progress`
    InProgress,
    /// `completed`
    Completed,
    /// `generating`
    Generating,
    /// `failed`
    Failed,
    /// A value unknown to this version.
    Unknown(String),
}
