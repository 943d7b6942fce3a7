//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::VectorStoreFileAttributes;
use apiarist_runtime::{Maybe, list, object, string_enum};

/// A search in stored files.
#[derive(Clone, Debug, PartialEq)]
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
object!(FileSearchToolCall {
    "type" = "file_search_call",
    id: required("id"),
    status: required("status"),
    queries: required("queries"),
    results: maybe("results"),
});

impl FileSearchToolCall {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        status: FileSearchToolCallStatus,
        queries: impl IntoIterator<Item: Into<String>>,
    ) -> Self {
        Self {
            id: id.into(),
            status,
            queries: list(queries),
            results: Maybe::Absent,
        }
    }

    pub fn results(
        mut self,
        results: impl IntoIterator<Item: Into<FileSearchToolCallResult>>,
    ) -> Self {
        self.results = Maybe::Value(list(results));
        self
    }
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileSearchToolCallStatus {
    InProgress,
    Searching,
    Completed,
    Incomplete,
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(FileSearchToolCallStatus {
    InProgress: "in_progress",
    Searching: "searching",
    Completed: "completed",
    Incomplete: "incomplete",
    Failed: "failed",
});

#[derive(Clone, Debug, Default, PartialEq)]
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
object!(FileSearchToolCallResult {
    file_id: optional("file_id"),
    text: optional("text"),
    filename: optional("filename"),
    attributes: maybe("attributes"),
    score: optional("score"),
});

impl FileSearchToolCallResult {
    pub fn file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Some(file_id.into());
        self
    }

    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    pub fn filename(mut self, filename: impl Into<String>) -> Self {
        self.filename = Some(filename.into());
        self
    }

    pub fn attributes(mut self, attributes: VectorStoreFileAttributes) -> Self {
        self.attributes = Maybe::Value(attributes);
        self
    }

    pub fn score(mut self, score: f64) -> Self {
        self.score = Some(score);
        self
    }
}
