//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FileInputDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::{Maybe, object};

/// A file for the model, by content, address or stored file.
#[derive(Clone, Debug, Default, PartialEq)]
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
object!(InputFileContent {
    "type" = "input_file",
    file_id: maybe("file_id"),
    filename: optional("filename"),
    file_data: optional("file_data"),
    prompt_cache_breakpoint: optional("prompt_cache_breakpoint"),
    file_url: optional("file_url"),
    detail: optional("detail"),
});

impl InputFileContent {
    pub fn file_id(mut self, file_id: impl Into<String>) -> Self {
        self.file_id = Maybe::Value(file_id.into());
        self
    }

    pub fn filename(mut self, filename: impl Into<String>) -> Self {
        self.filename = Some(filename.into());
        self
    }

    pub fn file_data(mut self, file_data: impl Into<String>) -> Self {
        self.file_data = Some(file_data.into());
        self
    }

    pub fn prompt_cache_breakpoint(
        mut self,
        prompt_cache_breakpoint: PromptCacheBreakpointConfig,
    ) -> Self {
        self.prompt_cache_breakpoint = Some(prompt_cache_breakpoint);
        self
    }

    pub fn file_url(mut self, file_url: impl Into<String>) -> Self {
        self.file_url = Some(file_url.into());
        self
    }

    pub fn detail(mut self, detail: FileInputDetail) -> Self {
        self.detail = Some(detail);
        self
    }
}
