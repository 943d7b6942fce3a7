// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{HybridSearchOptions, RankerVersionType};
use apiarist_runtime::Object;

/// How to order results of a search.
#[derive(Clone, Debug, Default, PartialEq, Object)]
#[object(new)]
pub struct RankingOptions {
    /// Ranker to use.
    pub ranker: Option<RankerVersionType>,
    /// Lowest score to keep, from 0 to 1.
    pub score_threshold: Option<f64>,
    /// How to weigh meaning against words.
    pub hybrid_search: Option<HybridSearchOptions>,
}
