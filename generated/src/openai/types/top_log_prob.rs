//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{list, object};

/// One of the likeliest tokens at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct TopLogProb {
    /// The token.
    pub token: String,
    /// Natural logarithm of its probability.
    pub logprob: f64,
    /// The token as UTF-8 bytes.
    pub bytes: Vec<i64>,
}
object!(TopLogProb {
    token: required("token"),
    logprob: required("logprob"),
    bytes: required("bytes"),
});

impl TopLogProb {
    /// With what is required.
    pub fn new(
        token: impl Into<String>,
        logprob: f64,
        bytes: impl IntoIterator<Item: Into<i64>>,
    ) -> Self {
        Self {
            token: token.into(),
            logprob,
            bytes: list(bytes),
        }
    }
}
