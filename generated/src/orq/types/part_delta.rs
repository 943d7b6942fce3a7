//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DataPart, FilePartType, ReasoningPart, TextPart};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// A part of a reply, or the next piece of it, told apart by `kind`.
    pub enum PartDelta by "kind" {
        Text(TextPart) = "text",
        Reasoning(ReasoningPart) = "reasoning",
        File(FilePartType) = "file",
        Data(DataPart) = "data",
    }
}
