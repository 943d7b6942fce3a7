//! Tags that only one member can have.

use super::types::Tool;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn a_tag_that_is_not_mapped_is_kept_by_the_member_that_may_have_any() {
    let tool: Tool = round_trip(json!({"type": "openai:web_search"}));
    assert!(matches!(tool, Tool::ProviderTool(tool) if tool.r#type == "openai:web_search"));
    let tool: Tool = round_trip(json!({"type": "http", "url": "https://example.com"}));
    assert!(matches!(tool, Tool::Http(tool) if tool.url == "https://example.com"));
}
