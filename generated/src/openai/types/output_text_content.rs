// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{Annotation, LogProb};
use apiarist_runtime::Object;

/// Text output from the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("type", "output_text"))]
pub struct OutputTextContent {
    /// The text.
    pub text: String,
    /// Sources cited in the text.
    pub annotations: Vec<Annotation>,
    /// Log probabilities of the tokens.
    pub logprobs: Vec<LogProb>,
}
