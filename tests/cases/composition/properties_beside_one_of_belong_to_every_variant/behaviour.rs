//! Properties that all variants share.

use super::types::Rule;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn every_variant_has_the_shared_properties() {
    let rule: Rule = round_trip(json!({"id": "r1", "action": "block"}));
    assert!(matches!(rule, Rule::Block(block) if block.id == "r1"));
    let rule: Rule = round_trip(json!({"action": "redirect", "url": "u", "id": "r2"}));
    assert!(matches!(rule, Rule::Redirect(redirect) if redirect.id == "r2" && redirect.url == "u"));
    let rule: Rule = round_trip(json!({"id": "r3", "action": "delay"}));
    assert!(matches!(rule, Rule::Unknown(_)));
}
