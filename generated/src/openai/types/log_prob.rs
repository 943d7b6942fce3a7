//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::TopLogProb;
use apiarist_runtime::object;

object! {
    /// How likely a token was, and which others were.
    pub struct LogProb {
        /// The token.
        token: required(String) = "token",
        /// Natural logarithm of its probability.
        logprob: required(f64) = "logprob",
        /// The token as UTF-8 bytes.
        bytes: required(Vec<i64>) = "bytes",
        /// The likeliest tokens at this place.
        top_logprobs: required(Vec<TopLogProb>) = "top_logprobs",
    }
    new(token(String), logprob(f64), bytes(Vec<i64>), top_logprobs(Vec<TopLogProb>))
}
