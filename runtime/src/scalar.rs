//! How single values are written outside JSON: in paths, queries, headers, forms.

use std::borrow::Cow;

use serde_json::Value;

/// The text of a string, number or boolean; nothing for null, arrays and objects.
///
/// A number without a fraction is written without one, however it is held.
pub(crate) fn scalar_text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(text.into()),
        Value::Bool(true) => Some("true".into()),
        Value::Bool(false) => Some("false".into()),
        Value::Number(number) => Some(match number.as_f64() {
            // Below 2^53 every integral float is exactly that integer.
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 9e15 => {
                format!("{}", float as i64).into()
            }
            _ => number.to_string().into(),
        }),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
