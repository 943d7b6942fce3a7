// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// The making of an image.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "image_generation_call"))]
pub struct ImageGenToolCall {
    /// Identifier of the item.
    pub id: String,
    /// How far the item is.
    pub status: ImageGenToolCallStatus,
    /// The image in base64, once it is there.
    #[wire(nullable)]
    pub result: Option<String>,
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ImageGenToolCallStatus {
    /// `in_progress`
    #[wire("in_progress")]
    InProgress,
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `generating`
    #[wire("generating")]
    Generating,
    /// `failed`
    #[wire("failed")]
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
