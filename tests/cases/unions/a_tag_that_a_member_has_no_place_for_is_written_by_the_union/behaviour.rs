//! Tags that variants do not write themselves.

use super::types::{Card, Cash, Payment, Refund, Transfer};
use apiarist_tests::wire::round_trip;
use serde_json::{json, to_value};

#[test]
fn variant_type_alone_does_not_write_a_tag() {
    let card: Card = round_trip(json!({"number": "4242"}));
    assert_eq!(card, Card::new("4242"));
}

#[test]
fn each_union_writes_its_own_tag() {
    let payment: Payment = round_trip(json!({"type": "card", "number": "4242"}));
    assert_eq!(payment, Payment::Card(Card::new("4242")));
    let refund: Refund = round_trip(json!({"type": "back_to_card", "number": "4242"}));
    assert!(matches!(refund, Refund::BackToCard(card) if card.number == "4242"));
}

#[test]
fn constant_overrides_the_mapping_and_is_always_written() {
    let refund: Refund = round_trip(json!({"type": "cash", "sum": 1.5}));
    let Refund::Cash(cash) = refund else { panic!("it is cash") };
    let alone: Cash = round_trip(json!({"sum": 1.5}));
    assert_eq!(alone.sum, cash.sum);
    assert_eq!(to_value(Refund::Cash(alone)).expect("it can be written"), json!({"type": "cash", "sum": 1.5}));
}

#[test]
fn variant_type_alone_keeps_any_tag() {
    let transfer: Transfer = round_trip(json!({"type": "sepa", "iban": "DE00"}));
    assert_eq!(transfer.r#type, "sepa");
}
