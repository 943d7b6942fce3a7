//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ComputerScreenshotContent, InputFileContent, InputImageContent, InputTextContent,
    MessagePhase2, MessageRole, MessageStatus, OutputTextContent, ReasoningTextContent,
    RefusalContent, SummaryTextContent, TextContent,
};
use apiarist_runtime::{object, tagged_union};

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

tagged_union! {
    pub enum MessageContentItem by "type" {
        InputText(InputTextContent) = "input_text",
        OutputText(OutputTextContent) = "output_text",
        Text(TextContent) = "text",
        SummaryText(SummaryTextContent) = "summary_text",
        ReasoningText(ReasoningTextContent) = "reasoning_text",
        Refusal(RefusalContent) = "refusal",
        InputImage(InputImageContent) = "input_image",
        ComputerScreenshot(ComputerScreenshotContent) = "computer_screenshot",
        InputFile(InputFileContent) = "input_file",
    }
}
