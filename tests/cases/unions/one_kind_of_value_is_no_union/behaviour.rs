//! Variants of one JSON type, and variants of several.

use super::types::{Item, Order, OrderItems, OrderLabels, OrderModel};
use apiarist_runtime::Maybe;
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn one_kind_is_a_type_and_two_kinds_are_two_variants() {
    let item = json!({"sku": "a"});
    let order: Order = round_trip(json!({"alone": item, "twice": item, "perhaps": null, "model": "large"}));
    assert_eq!((order.alone, order.twice), (Some(Item::new("a")), Some(Item::new("a"))));
    assert_eq!((order.perhaps, order.model), (Maybe::Null, Some(OrderModel::Large)));
    let order: Order = round_trip(json!({"items": [item], "labels": {"colour": "red"}, "model": "huge"}));
    assert!(matches!(&order.items, Some(OrderItems::Items(items)) if items.len() == 1), "{:?}", order.items);
    assert!(matches!(order.labels, Some(OrderLabels::Object(_))), "{:?}", order.labels);
    assert_eq!(encode(&order)["model"], "huge");
    let order: Order = round_trip(json!({"items": item, "labels": ["red"], "dates": "soon"}));
    assert!(matches!(order.items, Some(OrderItems::Item(_))), "{:?}", order.items);
    assert!(matches!(order.labels, Some(OrderLabels::Strings(_))), "{:?}", order.labels);
}
