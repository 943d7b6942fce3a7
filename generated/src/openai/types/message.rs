//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ComputerScreenshotContent, InputFileContent, InputImageContent, InputTextContent,
    MessagePhase2, MessageRole, MessageStatus, OutputTextContent, ReasoningTextContent,
    RefusalContent, SummaryTextContent, TextContent,
};
use apiarist_runtime::{Value, object, tagged_union};

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq)]
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
object!(Message {
    "type" = "message",
    id: required("id"),
    status: required("status"),
    role: required("role"),
    content: required("content"),
    phase: optional("phase"),
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MessageContentItem {
    InputText(InputTextContent),
    OutputText(OutputTextContent),
    Text(TextContent),
    SummaryText(SummaryTextContent),
    ReasoningText(ReasoningTextContent),
    Refusal(RefusalContent),
    InputImage(InputImageContent),
    ComputerScreenshot(ComputerScreenshotContent),
    InputFile(InputFileContent),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(MessageContentItem by "type" {
    InputText: "input_text",
    OutputText: "output_text",
    Text: "text",
    SummaryText: "summary_text",
    ReasoningText: "reasoning_text",
    Refusal: "refusal",
    InputImage: "input_image",
    ComputerScreenshot: "computer_screenshot",
    InputFile: "input_file",
});
