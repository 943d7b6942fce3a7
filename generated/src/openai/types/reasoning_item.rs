// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ReasoningTextContent, SummaryTextContent};
use apiarist_runtime::{Maybe, Object};

/// The model's reasoning before its response.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "reasoning"))]
pub struct ReasoningItem {
    /// ID of the item.
    pub id: String,
    /// The encrypted reasoning. Returned only if requested with `include`.
    pub encrypted_content: Maybe<String>,
    /// Summaries of the reasoning.
    pub summary: Vec<SummaryTextContent>,
    /// The reasoning itself.
    pub content: Option<Vec<ReasoningTextContent>>,
    /// Status of the item.
    pub status: Option<ReasoningItemStatus>,
}

/// Status of the item.
pub type ReasoningItemStatus = super::shared::Status;
