//! A variant with several tags.

use super::types::{Search, WebSearchType};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn tag_value_is_kept() {
    let search: Search = round_trip(json!({"type": "web_search_preview", "location": "here"}));
    assert!(matches!(search, Search::Web(search) if search.r#type == WebSearchType::WebSearchPreview));
    let search: Search = round_trip(json!({"type": "web_search"}));
    assert!(matches!(search, Search::Web(search) if search.r#type == WebSearchType::WebSearch));
    let search: Search = round_trip(json!({"type": "file_search"}));
    assert!(matches!(search, Search::FileSearch(_)));
}
