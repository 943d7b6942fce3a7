//! A required property that only a condition describes.

use super::types::{Parcel, ParcelCountry};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn conditional_property_is_one_field() {
    let parcel: Parcel = round_trip(json!({"country": "US", "state": "NY"}));
    assert_eq!(parcel.country, ParcelCountry::Us);
    let parcel: Parcel = round_trip(json!({"country": "CA"}));
    assert_eq!(parcel.country.as_str(), "CA");
}
