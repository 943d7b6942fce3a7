// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{Filters, RankingOptions};
use apiarist_runtime::{Maybe, Object};

/// A tool that searches stored files.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("type", "file_search"))]
pub struct FileSearchTool {
    /// IDs of the vector stores to search.
    pub vector_store_ids: Vec<String>,
    /// Maximum number of results.
    pub max_num_results: Option<i64>,
    /// Ranking options.
    pub ranking_options: Option<RankingOptions>,
    /// Filter for the files to search.
    pub filters: Maybe<Filters>,
}
