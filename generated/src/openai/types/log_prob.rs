// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::TopLogProb;
use apiarist_runtime::Object;

/// How likely a token was, and which others were.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
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
