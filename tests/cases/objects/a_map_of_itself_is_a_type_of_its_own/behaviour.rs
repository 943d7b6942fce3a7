//! Recursive maps.

use super::types::{Path, Tree};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn recursive_map_is_decoded_at_any_depth() {
    let tree: Tree = round_trip(json!({"home": {"ada": {}, "bob": {"mail": {}}}}));
    assert!(tree["home"]["bob"].contains_key("mail"));
    let path: Path = round_trip(json!([[], [[]]]));
    assert_eq!(path.len(), 2);
}
