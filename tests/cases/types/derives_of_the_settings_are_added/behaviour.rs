//! Derives of the settings are added to the types that can have them, and none is doubled.

use super::types::{Address, Cost, Crate, Order, OrderState, Price};
use std::collections::BTreeSet;

#[test]
fn structs_without_floats_have_an_order() {
    let orders: BTreeSet<Order> = [Order::new(2, OrderState::New), Order::new(1, OrderState::Paid)].into();
    assert_eq!(orders.first().map(|order| order.number), Some(1));
}

#[test]
fn a_type_has_the_derives_that_it_is_given_alone() {
    assert_eq!(Address::default(), Address::new(""));
    assert!(Price::new(0.5) < Price::new(1.5));
}

#[test]
fn the_types_in_a_type_have_the_derives_that_it_needs() {
    assert!(Crate::new([Cost::new(0.5)]) < Crate::new([Cost::new(1.5)]));
}
