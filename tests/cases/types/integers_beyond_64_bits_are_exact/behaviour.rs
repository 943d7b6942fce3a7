//! Integers that do not fit an `i64` or an `f64`.

use super::types::{Counter, CounterFloatCode, CounterSignedCode, CounterUnsignedCode, CounterWideCode};

const LARGEST: &str = "18446744073709551615";

#[test]
fn every_digit_round_trips() {
    let text = format!(
        "{{\"version\":9999999999,\"revision\":{LARGEST},\"unsigned\":{LARGEST},\"positive\":{LARGEST},\"signed\":{LARGEST},\"wide\":1{LARGEST},\
         \"unsigned_code\":{LARGEST},\"signed_code\":-1,\"wide_code\":18446744073709551616,\
         \"id\":9007199254740993,\"size\":{LARGEST}}}"
    );
    let counter: Counter = serde_json::from_str(&text).expect("it is a counter");
    assert_eq!((counter.unsigned, counter.signed), (Some(u64::MAX), Some(i128::from(u64::MAX))));
    assert_eq!((counter.id, counter.size), (Some(9_007_199_254_740_993_i64), Some(u64::MAX)));
    assert_eq!(counter.unsigned_code, Some(CounterUnsignedCode::from(u64::MAX)));
    assert!(!matches!(counter.wide_code, Some(CounterWideCode::Unknown(_))));
    assert_eq!(serde_json::to_string(&counter).expect("it is JSON"), text);
}

#[test]
fn enum_of_integral_floats_is_an_integer_enum() {
    let counter: Counter =
        serde_json::from_str(r#"{"float_code":1.0,"signed_code":0.0,"wide_code":1e0}"#).expect("it is a counter");
    assert_eq!(counter.float_code.map(|code: CounterFloatCode| code.as_i64()), Some(1));
    assert_eq!(counter.signed_code.map(|code: CounterSignedCode| code.as_i128()), Some(0));
    assert_eq!(counter.wide_code.map(|code| code.as_i128()), Some(1));
}

#[test]
fn integers_within_64_bits_keep_their_type() {
    let _: fn(Counter) -> Option<i64> = |counter| counter.rounded;
    let _: fn(Counter) -> Option<f64> = |counter| counter.price;
}
