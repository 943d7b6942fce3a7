//! `patternProperties`, alone and with other properties.

use super::types::{Customer, Labels, Order, Prices};
use apiarist_tests::wire::{decode, encode, round_trip};
use serde_json::json;

#[test]
fn pattern_without_properties_is_a_map() {
    let prices: Prices = round_trip(json!({"EUR": 1.5, "CHF": 1.25}));
    assert_eq!(prices["CHF"], 1.25);
}

#[test]
fn pattern_with_properties_types_the_extra_map() {
    let order: Order = round_trip(json!({"id": "o1", "x-source": "shop"}));
    assert_eq!(order.extra["x-source"], "shop");
    let labels: Labels = round_trip(json!({"color": "red", "size": 3}));
    assert_eq!(labels.extra["size"], 3);
}

#[test]
fn closed_object_drops_other_properties() {
    let customer: Customer = decode(json!({"name": "Ada", "age": 36, "shoe": 41}));
    assert_eq!(encode(&customer), json!({"name": "Ada", "age": 36}));
}
