//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{HybridSearchOptions, RankerVersionType};
use apiarist_runtime::object;

object! {
    /// How to order results of a search.
    pub struct RankingOptions {
        /// Ranker to use.
        ranker: optional(RankerVersionType) = "ranker",
        /// Lowest score to keep, from 0 to 1.
        score_threshold: optional(f64) = "score_threshold",
        /// How to weigh meaning against words.
        hybrid_search: optional(HybridSearchOptions) = "hybrid_search",
    }
    new()
}
