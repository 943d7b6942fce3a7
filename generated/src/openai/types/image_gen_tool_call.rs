//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

object! {
    /// The making of an image.
    pub struct ImageGenToolCall {
        "type" = "image_generation_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// How far the item is.
        status: required(ImageGenToolCallStatus) = "status",
        /// The image in base64, once it is there.
        result: nullable(String) = "result",
    }
    new(id(String), status(ImageGenToolCallStatus), result(Option<String>))
}

string_enum! {
    /// How far the item is.
    pub enum ImageGenToolCallStatus {
        InProgress = "in_progress",
        Completed = "completed",
        Generating = "generating",
        Failed = "failed",
    }
}
