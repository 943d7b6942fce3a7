//! Derives from the settings are added to the types that support them, without duplicates.

use super::types::{Address, Cost, Crate, Order, OrderState, Price};
use std::collections::BTreeSet;

#[test]
fn structs_without_floats_are_ordered() {
    let orders: BTreeSet<Order> = [Order::new(2, OrderState::New), Order::new(1, OrderState::Paid)].into();
    assert_eq!(orders.first().map(|order| order.number), Some(1));
}

#[test]
fn type_has_only_its_own_extra_derives() {
    assert_eq!(Address::default(), Address::new(""));
    assert!(Price::new(0.5) < Price::new(1.5));
}

#[test]
fn contained_types_have_the_required_derives() {
    assert!(Crate::new([Cost::new(0.5)]) < Crate::new([Cost::new(1.5)]));
}
