//! Versions that YAML parses as numbers.

use super::types::{Version, VersionEither, VersionNullable, VersionNumber, VersionSame};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn values_keep_their_source_text() {
    for text in ["1.10", "1.0", "2.50", "1e3", "0x10", "0o17", "+7", ".5", "True", "1_000", "2024-01-01", "yes"] {
        assert!(!matches!(VersionNumber::from(text), VersionNumber::Unknown(_)), "{text}");
    }
    assert!(matches!(VersionNumber::from("1.1"), VersionNumber::Unknown(_)));
    assert!(!matches!(VersionSame::from("1.0"), VersionSame::Unknown(_)));
    assert!(!matches!(VersionNullable::from("1.0"), VersionNullable::Unknown(_)));
    assert!(!matches!(VersionEither::from("3.10"), VersionEither::Unknown(_)));
}

#[test]
fn unquoted_required_names_match_their_properties() {
    let version: Version = round_trip(json!({"number": "1.10", "1.30": "x", "fixed": "1.10"}));
    assert_eq!(version.value_1_30, "x");
}
