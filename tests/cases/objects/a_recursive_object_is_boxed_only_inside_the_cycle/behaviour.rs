//! Trees.

use super::types::Node;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn a_tree_is_read() {
    let author = json!({"name": "Ada"});
    let node: Node = round_trip(json!({
        "title": "root",
        "author": author,
        "children": [{"title": "leaf", "children": [], "author": author}],
        "parent": {"title": "above", "children": [], "author": author},
        "link": {"target": {"title": "far", "children": [], "author": author}}
    }));
    assert_eq!(node.children[0].title, "leaf");
    assert_eq!(node.parent.expect("it has a parent").title, "above");
    assert_eq!(node.link.expect("it has a link").target.title, "far");
    assert_eq!(node.author.name, "Ada");
}
