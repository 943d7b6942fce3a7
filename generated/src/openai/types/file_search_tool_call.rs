//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::VectorStoreFileAttributes;
use apiarist_runtime::{object, string_enum};

object! {
    /// A search in stored files.
    pub struct FileSearchToolCall {
        "type" = "file_search_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// How far the item is.
        status: required(FileSearchToolCallStatus) = "status",
        /// What was searched for.
        queries: required(Vec<String>) = "queries",
        /// What was found; sent when asked for with `include`.
        results: maybe(Vec<FileSearchToolCallResult>) = "results",
    }
    new(id(String), status(FileSearchToolCallStatus), queries(Vec<String>))
}

string_enum! {
    /// How far the item is.
    pub enum FileSearchToolCallStatus {
        InProgress = "in_progress",
        Searching = "searching",
        Completed = "completed",
        Incomplete = "incomplete",
        Failed = "failed",
    }
}

object! {
    pub struct FileSearchToolCallResult {
        /// Identifier of the file.
        file_id: optional(String) = "file_id",
        /// Text found in the file.
        text: optional(String) = "text",
        /// Name of the file.
        filename: optional(String) = "filename",
        /// Values stored with the file.
        attributes: maybe(VectorStoreFileAttributes) = "attributes",
        /// How well the text fits, from 0 to 1.
        score: optional(f64) = "score",
    }
    new()
}
