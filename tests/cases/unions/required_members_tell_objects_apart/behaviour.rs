//! The variant with the most matching required properties wins.

use super::types::Payment;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn most_specific_variant_is_selected() {
    let payment: Payment = round_trip(json!({"number": "4111", "name": "Ada"}));
    assert!(matches!(payment, Payment::Card(_)));
    let payment: Payment = round_trip(json!({"token": "t", "number": "4111"}));
    assert!(matches!(payment, Payment::StoredCard(_)));
    let payment: Payment = round_trip(json!({"iban": "DE02"}));
    assert!(matches!(payment, Payment::Transfer(_)));
    let payment: Payment = round_trip(json!({"cash": true}));
    assert!(matches!(payment, Payment::Unknown(_)));
}
