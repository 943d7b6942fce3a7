// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::TopLogProb;
use apiarist_runtime::Object;

/// Log probability of a token, with the most likely alternatives.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new)]
pub struct LogProb {
    /// The token.
    pub token: String,
    /// Natural logarithm of the token's probability.
    pub logprob: f64,
    /// UTF-8 bytes of the token.
    pub bytes: Vec<i64>,
    /// The most likely tokens at this position.
    pub top_logprobs: Vec<TopLogProb>,
}
