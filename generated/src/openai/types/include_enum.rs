//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Further data to send with items.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum IncludeEnum {
    #[wire("file_search_call.results")]
    FileSearchCallResults,
    #[wire("web_search_call.results")]
    WebSearchCallResults,
    #[wire("web_search_call.action.sources")]
    WebSearchCallActionSources,
    #[wire("message.input_image.image_url")]
    MessageInputImageImageUrl,
    #[wire("computer_call_output.output.image_url")]
    ComputerCallOutputOutputImageUrl,
    #[wire("code_interpreter_call.outputs")]
    CodeInterpreterCallOutputs,
    #[wire("reasoning.encrypted_content")]
    ReasoningEncryptedContent,
    #[wire("message.output_text.logprobs")]
    MessageOutputTextLogprobs,
    /// A value that this version does not know.
    Unknown(String),
}
