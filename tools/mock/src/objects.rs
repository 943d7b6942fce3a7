//! Edits all objects of a JSON value.

use serde_json::{Map, Value};

/// Edits every object of a value, each before the objects in it. `edit` returns `true` if it changed the object; the
/// result is `true` if any object was changed.
pub fn edit_objects(value: &mut Value, edit: &mut impl FnMut(&mut Map<String, Value>) -> bool) -> bool {
    let mut is_changed = false;
    match value {
        Value::Object(members) => {
            is_changed |= edit(members);
            members.values_mut().for_each(|member| is_changed |= edit_objects(member, edit));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| is_changed |= edit_objects(element, edit)),
        _ => {}
    }
    is_changed
}
