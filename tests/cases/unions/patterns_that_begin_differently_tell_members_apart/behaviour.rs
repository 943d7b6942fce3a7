//! Members that differ in nothing but how one text begins.

use super::types::Signature;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn a_text_that_begins_so_decides_and_any_other_leads_to_the_member_that_says_nothing() {
    let signature: Signature = round_trip(json!({"address": "0x742d35Cc6634C0532925a3b844Bc454e4438f44e"}));
    assert!(matches!(signature, Signature::Ethereum(_)));
    let signature: Signature = round_trip(json!({"address": "HN7cABqLq46Es1jh92dQQisAq662SmxELLLsHHe4YWrH"}));
    assert!(matches!(signature, Signature::Solana(_)));
}
