//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ComputerScreenshotContent, InputFileContent, InputImageContent, InputTextContent,
    MessagePhase2, MessageRole, MessageStatus, OutputTextContent, ReasoningTextContent,
    RefusalContent, SummaryTextContent, TextContent,
};
use apiarist_runtime::{Value, object, tagged_union};

object! {
    /// A message of a conversation.
    pub struct Message {
        "type" = "message",
        /// Identifier of the message.
        id: required(String) = "id",
        /// How far the message is.
        status: required(MessageStatus) = "status",
        /// Who speaks.
        role: required(MessageRole) = "role",
        /// What the message is made of.
        content: required(Vec<MessageContentItem>) = "content",
        /// Whether an assistant's message is a remark on the way or the final answer.
        phase: optional(MessagePhase2) = "phase",
    }
}

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
