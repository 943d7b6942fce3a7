//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// One of the likeliest tokens at a place.
    pub struct TopLogProb {
        /// The token.
        token: required(String) = "token",
        /// Natural logarithm of its probability.
        logprob: required(f64) = "logprob",
        /// The token as UTF-8 bytes.
        bytes: required(Vec<i64>) = "bytes",
    }
    new(token(String), logprob(f64), bytes(Vec<i64>))
}
