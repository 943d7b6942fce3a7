// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::VectorStoreFileAttributes;
use apiarist_runtime::{Maybe, Object, StringEnum};

/// A search of stored files.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("type", "file_search_call"))]
pub struct FileSearchToolCall {
    /// ID of the item.
    pub id: String,
    /// Status of the item.
    pub status: FileSearchToolCallStatus,
    /// Search queries.
    pub queries: Vec<String>,
    /// Search results. Returned only if requested with `include`.
    pub results: Maybe<Vec<FileSearchToolCallResult>>,
}

/// Status of the item.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FileSearchToolCallStatus {
    /// `in_progress`
    InProgress,
    /// `searching`
    Searching,
    /// `completed`
    Completed,
    /// `incomplete`
    Incomplete,
    /// `failed`
    Failed,
    /// A value unknown to this version.
    Unknown(String),
}

/// `results` of [`FileSearchToolCall`].
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, new)]
pub struct FileSearchToolCallResult {
    /// ID of the file.
    pub file_id: Option<String>,
    /// Matching text in the file.
    pub text: Option<String>,
    /// Name of the file.
    pub filename: Option<String>,
    /// Attributes of the file.
    pub attributes: Maybe<VectorStoreFileAttributes>,
    /// Relevance score of the text, from 0 to 1.
    pub score: Option<f64>,
}
