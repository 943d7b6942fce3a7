//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Filters, RankingOptions};
use apiarist_runtime::object;

object! {
    /// Searches stored files.
    pub struct FileSearchTool {
        "type" = "file_search",
        /// Stores to search.
        vector_store_ids: required(Vec<String>) = "vector_store_ids",
        /// How many results to use.
        max_num_results: optional(i64) = "max_num_results",
        /// How to order results.
        ranking_options: optional(RankingOptions) = "ranking_options",
        /// Which files to search.
        filters: maybe(Filters) = "filters",
    }
    new(vector_store_ids(Vec<String>))
}
