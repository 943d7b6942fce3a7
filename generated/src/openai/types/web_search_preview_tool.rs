//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApproximateLocation, SearchContentType, SearchContextSize};
use apiarist_runtime::{object, string_enum};

object! {
    /// Searches the web, in its first version.
    pub struct WebSearchPreviewTool {
        /// Name of the tool, with or without a version. Default: `"web_search_preview"`.
        r#type: required(WebSearchPreviewToolType) = "type",
        /// Roughly where the user is.
        user_location: maybe(ApproximateLocation) = "user_location",
        /// How much of what was found the model reads.
        search_context_size: optional(SearchContextSize) = "search_context_size",
        /// What to search for.
        search_content_types: optional(Vec<SearchContentType>) = "search_content_types",
    }
    new(r#type(WebSearchPreviewToolType))
}

string_enum! {
    /// Name of the tool, with or without a version. Default: `"web_search_preview"`.
    pub enum WebSearchPreviewToolType {
        Preview = "web_search_preview",
        Preview2025_03_11 = "web_search_preview_2025_03_11",
    }
}
