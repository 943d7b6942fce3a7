//! Tags that are not mapped.

use super::types::Tool;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn unmapped_tag_selects_the_unmapped_variant() {
    let tool: Tool = round_trip(json!({"type": "openai:web_search"}));
    assert!(matches!(tool, Tool::Provider(tool) if tool.r#type == "openai:web_search"));
    let tool: Tool = round_trip(json!({"type": "http", "url": "https://example.com"}));
    assert!(matches!(tool, Tool::Http(tool) if tool.url == "https://example.com"));
}
