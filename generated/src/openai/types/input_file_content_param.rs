// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FileDetailEnum, PromptCacheBreakpointParam};
use apiarist_runtime::{Maybe, Object};

/// A file for the model, by content, address or stored file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "input_file"))]
pub struct InputFileContentParam {
    /// Identifier of a stored file.
    pub file_id: Maybe<String>,
    /// Name of the file.
    pub filename: Maybe<String>,
    /// Content of the file in base64.
    pub file_data: Maybe<String>,
    /// Address of the file.
    pub file_url: Maybe<String>,
    /// How closely the model looks at the pages.
    pub detail: Option<FileDetailEnum>,
    /// Lets the prompt cache end at this part.
    pub prompt_cache_breakpoint: Maybe<PromptCacheBreakpointParam>,
}
