// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{HybridSearchOptions, RankerVersionType};
use apiarist_runtime::Object;

/// Options for ranking search results.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, new)]
pub struct RankingOptions {
    /// Ranker to use.
    pub ranker: Option<RankerVersionType>,
    /// Minimum score of results, from 0 to 1.
    pub score_threshold: Option<f64>,
    /// Weights of semantic and keyword matches.
    pub hybrid_search: Option<HybridSearchOptions>,
}
