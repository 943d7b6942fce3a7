//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Annotation, LogProb};
use apiarist_runtime::{list, object};

/// Text of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputTextContent {
    /// The text.
    pub text: String,
    /// Sources of passages in the text.
    pub annotations: Vec<Annotation>,
    /// How likely each token was.
    pub logprobs: Vec<LogProb>,
}
object!(OutputTextContent {
    "type" = "output_text",
    text: required("text"),
    annotations: required("annotations"),
    logprobs: required("logprobs"),
});

impl OutputTextContent {
    /// With what is required.
    pub fn new(
        text: impl Into<String>,
        annotations: impl IntoIterator<Item: Into<Annotation>>,
        logprobs: impl IntoIterator<Item: Into<LogProb>>,
    ) -> Self {
        Self {
            text: text.into(),
            annotations: list(annotations),
            logprobs: list(logprobs),
        }
    }
}
