// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Additional data to include with items.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IncludeEnum {
    /// `file_search_call.results`
    #[wire("file_search_call.results")]
    FileSearchCallResults,
    /// `web_search_call.results`
    #[wire("web_search_call.results")]
    WebSearchCallResults,
    /// `web_search_call.action.sources`
    #[wire("web_search_call.action.sources")]
    WebSearchCallActionSources,
    /// `message.input_image.image_url`
    #[wire("message.input_image.image_url")]
    MessageInputImageImageUrl,
    /// `computer_call_output.output.image_url`
    #[wire("computer_call_output.output.image_url")]
    ComputerCallOutputOutputImageUrl,
    /// `code_interpreter_call.outputs`
    #[wire("code_interpreter_call.outputs")]
    CodeInterpreterCallOutputs,
    /// `reasoning.encrypted_content`
    #[wire("reasoning.encrypted_content")]
    ReasoningEncryptedContent,
    /// `message.output_text.logprobs`
    #[wire("message.output_text.logprobs")]
    MessageOutputTextLogprobs,
    /// A value unknown to this version.
    Unknown(String),
}
