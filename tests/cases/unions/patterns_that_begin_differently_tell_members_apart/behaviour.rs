//! Variants that differ only in the prefix of a string.

use super::types::Signature;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn prefix_selects_the_variant_and_others_use_the_one_without() {
    let signature: Signature = round_trip(json!({"address": "0x742d35Cc6634C0532925a3b844Bc454e4438f44e"}));
    assert!(matches!(signature, Signature::Ethereum(_)));
    let signature: Signature = round_trip(json!({"address": "HN7cABqLq46Es1jh92dQQisAq662SmxELLLsHHe4YWrH"}));
    assert!(matches!(signature, Signature::Solana(_)));
}
