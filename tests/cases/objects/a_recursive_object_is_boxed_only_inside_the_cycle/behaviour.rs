//! Recursive types.

use super::types::Node;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn tree_is_decoded() {
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

#[test]
fn tree_of_120_levels_is_decoded_on_a_stack_of_two_mebibytes() {
    let decode = || {
        let open = r#"{"title":"a","children":[],"author":{"name":"Ada"},"parent":"#;
        let text = format!("{}null{}", open.repeat(120), "}".repeat(120));
        assert!(serde_json::from_str::<Node>(&text).unwrap().parent.is_some());
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(decode).unwrap().join().unwrap();
}
