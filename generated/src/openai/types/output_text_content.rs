//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Annotation, LogProb};
use apiarist_runtime::object;

object! {
    /// Text of the model.
    pub struct OutputTextContent {
        "type" = "output_text",
        /// The text.
        text: required(String) = "text",
        /// Sources of passages in the text.
        annotations: required(Vec<Annotation>) = "annotations",
        /// How likely each token was.
        logprobs: required(Vec<LogProb>) = "logprobs",
    }
    new(text(String), annotations(Vec<Annotation>), logprobs(Vec<LogProb>))
}
