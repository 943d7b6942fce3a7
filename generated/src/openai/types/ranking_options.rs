//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{HybridSearchOptions, RankerVersionType};
use apiarist_runtime::object;

/// How to order results of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankingOptions {
    /// Ranker to use.
    pub ranker: Option<RankerVersionType>,
    /// Lowest score to keep, from 0 to 1.
    pub score_threshold: Option<f64>,
    /// How to weigh meaning against words.
    pub hybrid_search: Option<HybridSearchOptions>,
}
object!(RankingOptions {
    ranker: optional("ranker"),
    score_threshold: optional("score_threshold"),
    hybrid_search: optional("hybrid_search"),
});

impl RankingOptions {
    pub fn ranker(mut self, ranker: RankerVersionType) -> Self {
        self.ranker = Some(ranker);
        self
    }

    pub fn score_threshold(mut self, score_threshold: f64) -> Self {
        self.score_threshold = Some(score_threshold);
        self
    }

    pub fn hybrid_search(mut self, hybrid_search: HybridSearchOptions) -> Self {
        self.hybrid_search = Some(hybrid_search);
        self
    }
}
