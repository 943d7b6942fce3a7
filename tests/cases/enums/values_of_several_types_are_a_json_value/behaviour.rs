//! Enum values of several types.

use super::types::{Settings, SettingsTheme};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn each_value_round_trips() {
    for retention in [json!(30), json!("forever"), json!({"days": 3})] {
        let settings: Settings = round_trip(json!({"retention": retention, "theme": "dark"}));
        assert_eq!(settings.retention, retention);
        assert_eq!(settings.theme, SettingsTheme::Dark);
    }
}
