// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// One of the most likely tokens at a position.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new)]
pub struct TopLogProb {
    /// The token.
    pub token: String,
    /// Natural logarithm of the token's probability.
    pub logprob: f64,
    /// UTF-8 bytes of the token.
    pub bytes: Vec<i64>,
}
