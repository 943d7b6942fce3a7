//! The tags of the inner union select it.

use super::types::{Search, Tool};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn tags_select_variants_at_both_levels() {
    let tools: Vec<Tool> = round_trip(json!([
        {"type": "function", "name": "f"},
        {"type": "web_search", "query": "q"},
        {"folders": ["a"], "type": "file_search"},
        {"type": "shell"}
    ]));
    assert!(matches!(&tools[0], Tool::Function(function) if function.name == "f"));
    assert!(matches!(&tools[1], Tool::Search(Search::WebSearch(search)) if search.query == "q"));
    assert!(matches!(&tools[2], Tool::Search(Search::FileSearch(search)) if search.folders == ["a"]));
    assert!(matches!(&tools[3], Tool::Unknown(_)));
}
