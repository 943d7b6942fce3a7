//! A mapping to a schema that the union does not list.

use super::types::{Device, Page, PageOne, PageOther};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn schema_of_the_mapping_is_selected_by_its_tag() {
    let page: Page = round_trip(json!({"one": {"type": "group", "name": "a"}, "other": {"type": "tablet"}}));
    assert!(matches!(page.one, Some(PageOne::Group(group)) if group.name.as_deref() == Some("a")));
    assert!(matches!(page.other, Some(PageOther::Device(Device::Tablet(_)))));
    let page: Page = round_trip(json!({"one": {"type": "user", "name": "a"}}));
    assert!(matches!(page.one, Some(PageOne::User(_))));
}
