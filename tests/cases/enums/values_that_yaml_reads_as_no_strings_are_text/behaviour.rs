//! `true` and `2.5` without quotes in a string enum.

use super::types::{Profile, ProfileNewsletter, ProfileVersion};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn unquoted_values_are_sent_as_strings() {
    for newsletter in ["yes", "no", "true", "false"] {
        assert!(!matches!(ProfileNewsletter::from(newsletter), ProfileNewsletter::Unknown(_)), "{newsletter}");
    }
    for version in ["1", "2", "2.5"] {
        assert!(!matches!(ProfileVersion::from(version), ProfileVersion::Unknown(_)), "{version}");
    }
    let _: Profile = round_trip(json!({"newsletter": "true", "version": "2.5"}));
}
