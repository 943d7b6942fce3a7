// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{FileDetailEnum, PromptCacheBreakpointParam};
use apiarist_runtime::{Maybe, Object};

/// File input for the model, as inline content, a URL, or a stored file.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "input_file"))]
pub struct InputFileContentParam {
    /// ID of a stored file.
    pub file_id: Maybe<String>,
    /// Name of the file.
    pub filename: Maybe<String>,
    /// Content of the file, encoded in base64.
    pub file_data: Maybe<String>,
    /// URL of the file.
    pub file_url: Maybe<String>,
    /// Level of detail of the pages.
    pub detail: Option<FileDetailEnum>,
    /// Prompt cache breakpoint after this part.
    pub prompt_cache_breakpoint: Maybe<PromptCacheBreakpointParam>,
}
