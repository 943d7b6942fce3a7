//! Variants with different patterns, one of which also accepts null.

use super::types::Wallet;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn null_selects_the_nullable_variant() {
    assert!(matches!(round_trip(json!({"address": null})), Wallet::Ethereum(_)));
    assert!(matches!(round_trip(json!({"address": "0x12"})), Wallet::Ethereum(_)));
    assert!(matches!(round_trip(json!({"address": "sol_12"})), Wallet::Solana(_)));
}
