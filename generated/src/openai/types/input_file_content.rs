// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FileInputDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::{Maybe, Object};

/// A file for the model, by content, address or stored file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "input_file"))]
pub struct InputFileContent {
    /// Identifier of a stored file.
    pub file_id: Maybe<String>,
    /// Name of the file.
    pub filename: Option<String>,
    /// Content of the file in base64.
    pub file_data: Option<String>,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Option<PromptCacheBreakpointConfig>,
    /// Address of the file.
    pub file_url: Option<String>,
    /// How closely the model looks at the pages.
    pub detail: Option<FileInputDetail>,
}
