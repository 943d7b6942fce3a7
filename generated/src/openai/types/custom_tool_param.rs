//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CallableToolAllowedCaller, CustomGrammarFormatParam, CustomTextFormatParam};
use apiarist_runtime::{object, tagged_union};

object! {
    /// A tool that takes free text.
    pub struct CustomToolParam {
        "type" = "custom",
        /// Name of the tool.
        name: required(String) = "name",
        /// What the tool is for.
        description: optional(String) = "description",
        /// What the text must look like; anything if left out.
        format: optional(CustomToolParamFormat) = "format",
        /// Whether the tool is only loaded when a search finds it.
        defer_loading: optional(bool) = "defer_loading",
        /// Who may call the tool: the model, its programs, or both.
        allowed_callers: maybe(Vec<CallableToolAllowedCaller>) = "allowed_callers",
    }
    new(name(String))
}

tagged_union! {
    /// What the text must look like; anything if left out.
    pub enum CustomToolParamFormat by "type" {
        Text(CustomTextFormatParam) = "text",
        Grammar(CustomGrammarFormatParam) = "grammar",
    }
}
