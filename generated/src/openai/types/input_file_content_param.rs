//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FileDetailEnum, PromptCacheBreakpointParam};
use apiarist_runtime::object;

object! {
    /// A file for the model, by content, address or stored file.
    pub struct InputFileContentParam {
        "type" = "input_file",
        /// Identifier of a stored file.
        file_id: maybe(String) = "file_id",
        /// Name of the file.
        filename: maybe(String) = "filename",
        /// Content of the file in base64.
        file_data: maybe(String) = "file_data",
        /// Address of the file.
        file_url: maybe(String) = "file_url",
        /// How closely the model looks at the pages.
        detail: optional(FileDetailEnum) = "detail",
        /// Lets the prompt cache end at this part.
        prompt_cache_breakpoint: maybe(PromptCacheBreakpointParam) = "prompt_cache_breakpoint",
    }
    new()
}
