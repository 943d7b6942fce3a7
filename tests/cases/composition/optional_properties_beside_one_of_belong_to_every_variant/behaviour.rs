//! Properties next to `oneOf`, none of which is required, and a union with one member.

use super::types::Rule;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn every_variant_has_the_properties() {
    let block = json!({"action": "block", "label": "spam", "event": {"kind": "created", "at": 1}});
    assert!(matches!(round_trip(block), Rule::Block(rule) if rule.label.as_deref() == Some("spam")));
    let redirect = json!({"action": "redirect", "url": "/", "label": "old"});
    assert!(matches!(round_trip(redirect), Rule::Redirect(rule) if rule.label.as_deref() == Some("old")));
}
