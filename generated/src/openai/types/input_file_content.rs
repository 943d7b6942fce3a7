//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FileInputDetail, PromptCacheBreakpointConfig};
use apiarist_runtime::object;

object! {
    /// A file for the model, by content, address or stored file.
    pub struct InputFileContent {
        "type" = "input_file",
        /// Identifier of a stored file.
        file_id: maybe(String) = "file_id",
        /// Name of the file.
        filename: optional(String) = "filename",
        /// Content of the file in base64.
        file_data: optional(String) = "file_data",
        /// Lets the prompt cache end at this part.
        prompt_cache_breakpoint: optional(PromptCacheBreakpointConfig) = "prompt_cache_breakpoint",
        /// Address of the file.
        file_url: optional(String) = "file_url",
        /// How closely the model looks at the pages.
        detail: optional(FileInputDetail) = "detail",
    }
    new()
}
