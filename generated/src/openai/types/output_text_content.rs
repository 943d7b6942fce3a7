// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Annotation, LogProb};
use apiarist_runtime::Object;

/// Text of the model.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("type", "output_text"))]
pub struct OutputTextContent {
    /// The text.
    pub text: String,
    /// Sources of passages in the text.
    pub annotations: Vec<Annotation>,
    /// How likely each token was.
    pub logprobs: Vec<LogProb>,
}
