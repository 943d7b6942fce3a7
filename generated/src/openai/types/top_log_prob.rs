// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// One of the likeliest tokens at a place.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct TopLogProb {
    /// The token.
    pub token: String,
    /// Natural logarithm of its probability.
    pub logprob: f64,
    /// The token as UTF-8 bytes.
    pub bytes: Vec<i64>,
}
