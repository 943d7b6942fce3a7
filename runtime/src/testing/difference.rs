//! The first difference between two JSON values, for messages about requests that do not match.
//!
//! ```text
//! {"a": [1, 2]}  and  {"a": [1, 3]}    `/a/1`: expected `2`, found `3`
//! ```

use serde_json::Value;

use crate::values::printable::printable;

/// The maximum length of a value in a message; the rest is truncated.
const LONGEST: usize = 80;

/// Returns the pointer and the description of the first difference, or `None` if the values are equal.
pub(super) fn first_difference(expected: &Value, found: &Value) -> Option<String> {
    let mut pointer = String::new();
    let difference = at(expected, found, &mut pointer)?;
    Some(if pointer.is_empty() { difference } else { format!("`{pointer}`: {difference}") })
}

/// Returns the description of the first difference, and appends its location to the pointer.
fn at(expected: &Value, found: &Value, pointer: &mut String) -> Option<String> {
    let length = pointer.len();
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let names = expected.keys().chain(found.keys().filter(|name| !expected.contains_key(*name)));
            for name in names {
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                let difference = match (expected.get(name), found.get(name)) {
                    (Some(expected), Some(found)) => at(expected, found, pointer),
                    (Some(expected), None) => Some(format!("expected {}, found no property", shown(expected))),
                    (None, found) => {
                        Some(format!("expected no property, found {}", shown(found.unwrap_or(&Value::Null))))
                    }
                };
                if difference.is_some() {
                    return difference;
                }
                pointer.truncate(length);
            }
            None
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (position, (expected, found)) in expected.iter().zip(found).enumerate() {
                pointer.push_str(&format!("/{position}"));
                let difference = at(expected, found, pointer);
                if difference.is_some() {
                    return difference;
                }
                pointer.truncate(length);
            }
            None
        }
        (Value::Array(expected), Value::Array(found)) => {
            Some(format!("expected {} elements, found {}", expected.len(), found.len()))
        }
        _ if expected == found => None,
        _ => Some(format!("expected {}, found {}", shown(expected), shown(found))),
    }
}

/// Returns a value in backticks, truncated.
fn shown(value: &Value) -> String {
    format!("`{}`", printable(&value.to_string(), LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn first_difference_has_its_pointer() {
        let rows = [
            (json!({"a": [1, 2]}), json!({"a": [1, 2]}), None),
            (
                json!({"a": [1, {"b/c": 2}]}),
                json!({"a": [1, {"b/c": 3}]}),
                Some("`/a/1/b~1c`: expected `2`, found `3`"),
            ),
            (json!({"a": 1}), json!({}), Some("`/a`: expected `1`, found no property")),
            (json!({}), json!({"a": 1}), Some("`/a`: expected no property, found `1`")),
            (json!([1]), json!([1, 2]), Some("expected 1 elements, found 2")),
            (json!("a"), json!(1), Some("expected `\"a\"`, found `1`")),
        ];
        for (expected, found, difference) in rows {
            assert_eq!(first_difference(&expected, &found).as_deref(), difference);
        }
    }
}
