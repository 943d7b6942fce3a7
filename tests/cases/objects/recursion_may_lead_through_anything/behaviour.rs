//! Recursion through every kind of type.

use super::types::{Node, Tree};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn trees_of_every_kind_round_trip() {
    let tree: Tree = round_trip(json!({
        "parent": {"left": {"children": [{}, {"parent": {}}]}}, "grid": [[{}], []], "by_name": {"a": {"by_name": {}}},
        "leaf": {"tree": {"leaf": {"tree": {}}}}, "node": ["a", {"again": ["b", {"tree": {}}]}, []], "labels": ["x", "y"]
    }));
    let Some(Node::Nodes(nodes)) = tree.node.map(|node| *node) else { panic!("it is a list of nodes") };
    assert_eq!(nodes.len(), 3);
    assert_eq!(nodes[0], Node::String("a".to_owned()));
}
