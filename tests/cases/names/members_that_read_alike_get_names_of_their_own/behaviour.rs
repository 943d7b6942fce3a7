//! Properties whose names differ only in punctuation.

use super::types::TwinsType;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn similar_properties_have_distinct_fields() {
    let twins: TwinsType = round_trip(json!({
        "userId": "a", "user_id": "b", "USER-ID": "c", "+1": 1, "-1": -1, "@type": "d", "$ref": "e", "type": "f",
        "2fa": true, "größe": 1.5, "名前": "g", "": "h", "a.b/c~d": "i", "HTTPStatusCode": 200, "extra": "j",
        "another": "k"
    }));
    assert_eq!(twins.http_status_code, Some(200));
    assert_eq!(twins.extra.as_deref(), Some("j"));
    assert_eq!(twins.other.keys().collect::<Vec<_>>(), ["another"]);
}
