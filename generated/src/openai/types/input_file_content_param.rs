//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FileDetailEnum, PromptCacheBreakpointParam};
use apiarist_runtime::{Maybe, object};

/// A file for the model, by content, address or stored file.
#[derive(Clone, Debug, Default, PartialEq)]
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
object!(InputFileContentParam {
    "type" = "input_file",
    file_id: maybe("file_id"),
    filename: maybe("filename"),
    file_data: maybe("file_data"),
    file_url: maybe("file_url"),
    detail: optional("detail"),
    prompt_cache_breakpoint: maybe("prompt_cache_breakpoint"),
});

impl InputFileContentParam {
    pub fn file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Maybe::Value(file_id.into());
        self
    }

    pub fn filename(mut self, filename: impl Into<String>) -> Self {
        self.filename = Maybe::Value(filename.into());
        self
    }

    pub fn file_data(mut self, file_data: impl Into<String>) -> Self {
        self.file_data = Maybe::Value(file_data.into());
        self
    }

    pub fn file_url(mut self, file_url: impl Into<String>) -> Self {
        self.file_url = Maybe::Value(file_url.into());
        self
    }

    pub fn detail(mut self, detail: FileDetailEnum) -> Self {
        self.detail = Some(detail);
        self
    }

    pub fn prompt_cache_breakpoint(
        mut self,
        prompt_cache_breakpoint: PromptCacheBreakpointParam,
    ) -> Self {
        self.prompt_cache_breakpoint = Maybe::Value(prompt_cache_breakpoint);
        self
    }
}
