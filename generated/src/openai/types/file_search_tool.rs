// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Filters, RankingOptions};
use apiarist_runtime::{Maybe, Object};

/// Searches stored files.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("type", "file_search"))]
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
