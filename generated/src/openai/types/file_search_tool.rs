//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Filters, RankingOptions};
use apiarist_runtime::{Maybe, list, object};

/// Searches stored files.
#[derive(Clone, Debug, PartialEq)]
pub struct FileSearchTool {
    /// Stores to search.
    pub vector_store_ids: Vec<String>,
    /// How many results to use.
    pub max_num_results: Option<i64>,
    /// How to order results.
    pub ranking_options: Option<RankingOptions>,
    /// Which files to search.
    pub filters: Maybe<Filters>,
}
object!(FileSearchTool {
    "type" = "file_search",
    vector_store_ids: required("vector_store_ids"),
    max_num_results: optional("max_num_results"),
    ranking_options: optional("ranking_options"),
    filters: maybe("filters"),
});

impl FileSearchTool {
    /// With what is required.
    pub fn new(vector_store_ids: impl IntoIterator<Item: Into<String>>) -> Self {
        Self {
            vector_store_ids: list(vector_store_ids),
            max_num_results: None,
            ranking_options: None,
            filters: Maybe::Absent,
        }
    }

    pub fn max_num_results(mut self, max_num_results: i64) -> Self {
        self.max_num_results = Some(max_num_results);
        self
    }

    pub fn ranking_options(mut self, ranking_options: RankingOptions) -> Self {
        self.ranking_options = Some(ranking_options);
        self
    }

    pub fn filters(mut self, filters: Filters) -> Self {
        self.filters = Maybe::Value(filters);
        self
    }
}
