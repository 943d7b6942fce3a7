// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ComputerScreenshotContent, InputFileContent, InputImageContent, InputTextContent,
    MessagePhase2, MessageRole, MessageStatus, OutputTextContent, ReasoningTextContent,
    RefusalContent, SummaryTextContent, TextContent,
};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// A message in a conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, is("type", "message"))]
#[non_exhaustive]
pub struct Message {
    /// ID of the message.
    pub id: String,
    /// Status of the message.
    pub status: MessageStatus,
    /// Role of the author.
    pub role: MessageRole,
    /// Content of the message.
    pub content: Vec<MessageContentItem>,
    /// Whether an assistant message is intermediate commentary or the final answer.
    pub phase: Option<MessagePhase2>,
}

/// `content` of [`Message`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, tag = "type")]
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
    /// A value that matches no known variant.
    Unknown(Value),
}
