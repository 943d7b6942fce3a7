//! Examples that the renderer invented because the document had none.

use serde_json::Value;

/// The strings that the renderer invents for string formats, or without a format.
const TEXTS: [&str; 7] = [
    "<string>",
    "<any>",
    "2023-11-07T05:31:56Z",
    "2023-12-25",
    "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "jsmith@example.com",
    "aSDinaTvuI8gbWludGxpZnk=",
];

/// The number that the renderer invents.
const NUMBER: i64 = 123;

/// Returns `true` if any value in an example was invented.
pub(super) fn is_invented(example: &Value) -> bool {
    match example {
        Value::Object(members) => members.values().any(is_invented),
        Value::Array(elements) => elements.iter().any(is_invented),
        Value::String(text) => TEXTS.contains(&text.as_str()),
        Value::Number(number) => number.as_i64() == Some(NUMBER),
        Value::Bool(_) | Value::Null => false,
    }
}
