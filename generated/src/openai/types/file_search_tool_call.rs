// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::VectorStoreFileAttributes;
use apiarist_runtime::{Maybe, Object, StringEnum};

/// A search in stored files.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("type", "file_search_call"))]
pub struct FileSearchToolCall {
    /// Identifier of the item.
    pub id: String,
    /// How far the item is.
    pub status: FileSearchToolCallStatus,
    /// What was searched for.
    pub queries: Vec<String>,
    /// What was found; sent when asked for with `include`.
    pub results: Maybe<Vec<FileSearchToolCallResult>>,
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum FileSearchToolCallStatus {
    /// `in_progress`
    #[wire("in_progress")]
    InProgress,
    /// `searching`
    #[wire("searching")]
    Searching,
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `incomplete`
    #[wire("incomplete")]
    Incomplete,
    /// `failed`
    #[wire("failed")]
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}

/// `results` of [`FileSearchToolCall`].
#[derive(Clone, Debug, Default, PartialEq, Object)]
#[object(new)]
pub struct FileSearchToolCallResult {
    /// Identifier of the file.
    pub file_id: Option<String>,
    /// Text found in the file.
    pub text: Option<String>,
    /// Name of the file.
    pub filename: Option<String>,
    /// Values stored with the file.
    pub attributes: Maybe<VectorStoreFileAttributes>,
    /// How well the text fits, from 0 to 1.
    pub score: Option<f64>,
}
