//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::TopLogProb;
use apiarist_runtime::{list, object};

/// How likely a token was, and which others were.
#[derive(Clone, Debug, PartialEq)]
pub struct LogProb {
    /// The token.
    pub token: String,
    /// Natural logarithm of its probability.
    pub logprob: f64,
    /// The token as UTF-8 bytes.
    pub bytes: Vec<i64>,
    /// The likeliest tokens at this place.
    pub top_logprobs: Vec<TopLogProb>,
}
object!(LogProb {
    token: required("token"),
    logprob: required("logprob"),
    bytes: required("bytes"),
    top_logprobs: required("top_logprobs"),
});

impl LogProb {
    /// With what is required.
    pub fn new(
        token: impl Into<String>,
        logprob: f64,
        bytes: impl IntoIterator<Item: Into<i64>>,
        top_logprobs: impl IntoIterator<Item: Into<TopLogProb>>,
    ) -> Self {
        Self {
            token: token.into(),
            logprob,
            bytes: list(bytes),
            top_logprobs: list(top_logprobs),
        }
    }
}
