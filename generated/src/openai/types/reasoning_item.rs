// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ReasoningTextContent, Status, SummaryTextContent};
use apiarist_runtime::{Maybe, Object};

/// What the model thought before it answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "reasoning"))]
pub struct ReasoningItem {
    /// Identifier of the item.
    pub id: String,
    /// The thoughts in encrypted form; sent when asked for with `include`.
    pub encrypted_content: Maybe<String>,
    /// Summaries of the thoughts.
    pub summary: Vec<SummaryTextContent>,
    /// The thoughts themselves.
    pub content: Option<Vec<ReasoningTextContent>>,
    /// How far the item is.
    pub status: Option<Status>,
}
