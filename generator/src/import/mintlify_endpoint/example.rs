//! Examples that the renderer made up where the document had none: they are evidence of nothing.

use serde_json::Value;

/// The texts that stand for a text of some format, or of none.
const TEXTS: [&str; 7] = [
    "<string>",
    "<any>",
    "2023-11-07T05:31:56Z",
    "2023-12-25",
    "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "jsmith@example.com",
    "aSDinaTvuI8gbWludGxpZnk=",
];

/// The number that stands for any.
const NUMBER: i64 = 123;

/// Whether any value in an example was made up.
pub(super) fn is_invented(example: &Value) -> bool {
    match example {
        Value::Object(members) => members.values().any(is_invented),
        Value::Array(elements) => elements.iter().any(is_invented),
        Value::String(text) => TEXTS.contains(&text.as_str()),
        Value::Number(number) => number.as_i64() == Some(NUMBER),
        Value::Bool(_) | Value::Null => false,
    }
}
