// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{FileInputDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::{Maybe, Object};

/// File input for the model, as inline content, a URL, or a stored file.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "input_file"))]
pub struct InputFileContent {
    /// ID of a stored file.
    pub file_id: Maybe<String>,
    /// Name of the file.
    pub filename: Option<String>,
    /// Content of the file, encoded in base64.
    pub file_data: Option<String>,
    /// Prompt cache breakpoint after this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
    /// URL of the file.
    pub file_url: Option<String>,
    /// Level of detail of the pages.
    pub detail: Option<FileInputDetail>,
}
