// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ComputerScreenshotContent, InputFileContent, InputImageContent, InputTextContent,
    MessagePhase2, MessageRole, MessageStatus, OutputTextContent, ReasoningTextContent,
    RefusalContent, SummaryTextContent, TextContent,
};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "message"))]
#[non_exhaustive]
pub struct Message {
    /// Identifier of the message.
    pub id: String,
    /// How far the message is.
    pub status: MessageStatus,
    /// Who speaks.
    pub role: MessageRole,
    /// What the message is made of.
    pub content: Vec<MessageContentItem>,
    /// Whether an assistant's message is a remark on the way or the final answer.
    pub phase: Option<MessagePhase2>,
}

/// `content` of [`Message`].
#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum MessageContentItem {
    #[wire("input_text")]
    InputText(InputTextContent),
    #[wire("output_text")]
    OutputText(OutputTextContent),
    #[wire("text")]
    Text(TextContent),
    #[wire("summary_text")]
    SummaryText(SummaryTextContent),
    #[wire("reasoning_text")]
    ReasoningText(ReasoningTextContent),
    #[wire("refusal")]
    Refusal(RefusalContent),
    #[wire("input_image")]
    InputImage(InputImageContent),
    #[wire("computer_screenshot")]
    ComputerScreenshot(ComputerScreenshotContent),
    #[wire("input_file")]
    InputFile(InputFileContent),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
