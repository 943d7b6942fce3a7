//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApproximateLocation, SearchContentType, SearchContextSize};
use apiarist_runtime::{Maybe, list, object, string_enum};

/// Searches the web, in its first version.
#[derive(Clone, Debug, PartialEq)]
pub struct WebSearchPreviewTool {
    /// Name of the tool, with or without a version.
    ///
    /// Default: `"web_search_preview"`.
    pub r#type: WebSearchPreviewToolType,
    /// Roughly where the user is.
    pub user_location: Maybe<ApproximateLocation>,
    /// How much of what was found the model reads.
    pub search_context_size: Option<SearchContextSize>,
    /// What to search for.
    pub search_content_types: Option<Vec<SearchContentType>>,
}
object!(WebSearchPreviewTool {
    r#type: required("type"),
    user_location: maybe("user_location"),
    search_context_size: optional("search_context_size"),
    search_content_types: optional("search_content_types"),
});

impl WebSearchPreviewTool {
    /// With what is required.
    pub fn new(r#type: WebSearchPreviewToolType) -> Self {
        Self {
            r#type,
            user_location: Maybe::Absent,
            search_context_size: None,
            search_content_types: None,
        }
    }

    pub fn user_location(mut self, user_location: ApproximateLocation) -> Self {
        self.user_location = Maybe::Value(user_location);
        self
    }

    pub fn search_context_size(mut self, search_context_size: SearchContextSize) -> Self {
        self.search_context_size = Some(search_context_size);
        self
    }

    pub fn search_content_types(
        mut self,
        search_content_types: impl IntoIterator<Item: Into<SearchContentType>>,
    ) -> Self {
        self.search_content_types = Some(list(search_content_types));
        self
    }
}

/// Name of the tool, with or without a version.
///
/// Default: `"web_search_preview"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebSearchPreviewToolType {
    Preview,
    Preview2025_03_11,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(WebSearchPreviewToolType {
    Preview: "web_search_preview",
    Preview2025_03_11: "web_search_preview_2025_03_11",
});
