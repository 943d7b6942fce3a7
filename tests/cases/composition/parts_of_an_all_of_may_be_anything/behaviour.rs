//! Every kind of schema in `allOf`.

use super::types::{Kind, Parcel, ParcelChoice, ParcelNarrow};
use apiarist_runtime::Maybe;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn properties_of_nested_parts_are_in_one_struct() {
    let parcel: Parcel = round_trip(json!({"size": 3, "name": "a", "kind": "box", "note": "b", "count": 2}));
    assert_eq!((parcel.size, parcel.name.as_str(), parcel.kind, parcel.count), (3, "a", Kind::Box, Some(2)));
    assert!(serde_json::from_value::<Parcel>(json!({"name": "a", "kind": "box"})).is_err(), "the size is required");
}

#[test]
fn parts_can_be_strings_and_enums() {
    let parcel: Parcel =
        round_trip(json!({"size": 1, "name": "", "kind": "letter", "code": "abc", "mood": null, "narrow": "flat"}));
    assert_eq!((parcel.mood, parcel.second), (Maybe::Null, Maybe::Absent));
    assert_eq!((parcel.code.as_deref(), parcel.narrow), (Some("abc"), Some(ParcelNarrow::Flat)));
}

#[test]
fn union_of_parts_has_the_properties_of_all() {
    let parcel: Parcel = round_trip(json!({
        "size": 1, "name": "", "kind": "box", "choice": {"id": "1", "rail": "ICE"},
        "tree": {"name": "root", "children": [{"name": "leaf"}]}
    }));
    let Some(ParcelChoice::Rail(rail)) = parcel.choice else { panic!("it goes by rail") };
    assert_eq!((rail.id.as_str(), rail.rail.as_str()), ("1", "ICE"));
    let children = parcel.tree.and_then(|tree| tree.children).unwrap_or_default();
    assert_eq!(children[0].name.as_deref(), Some("leaf"));
}
