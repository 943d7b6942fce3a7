//! 128-bit integers in unions, and numbers that match no variant.

use super::types::{Deposit, Entry, Holding, Money, Remark};

const LARGEST: i128 = i128::MAX;

#[test]
fn every_digit_round_trips_before_and_after_a_tag() {
    for text in [
        format!(r#"[{{"kind":"deposit","money":{{"units":{LARGEST}}}}}]"#),
        format!(r#"[{{"money":{{"units":{LARGEST}}},"kind":"deposit"}}]"#),
        format!(r#"[{{"money":{{"units":{LARGEST}.0}},"kind":"deposit"}}]"#),
    ] {
        let holding: Holding = serde_json::from_str(&text).expect("it is a holding");
        let Holding::Entries(entries) = &holding else { panic!("{holding:?}") };
        assert_eq!(*entries, [Entry::Deposit(Deposit::new(Money::new(LARGEST)))]);
        let written = serde_json::to_string(&holding).expect("it is JSON");
        assert_eq!(written, format!(r#"[{{"kind":"deposit","money":{{"units":{LARGEST}}}}}]"#));
    }
}

#[test]
fn number_matching_no_variant_is_unknown() {
    for number in ["1e20", "36893488147419103232", "18446744073709551615", "0.5"] {
        let remark: Remark = serde_json::from_str(number).expect("it is a remark");
        assert!(matches!(remark, Remark::Unknown(_)), "{number}: {remark:?}");
        let holding: Holding = serde_json::from_str(number).expect("it is a holding");
        assert!(matches!(holding, Holding::Unknown(_)), "{number}: {holding:?}");
    }
}
