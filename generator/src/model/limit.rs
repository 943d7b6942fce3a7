//! Limits: keywords that bound a number, a length or a count.

use serde_json::{Map, Value};

use super::reader::Reader;
use crate::diagnostics::Code;
use crate::source::Pointer;

/// Keywords whose values are numbers of any kind (JSON Schema 2020-12 validation, section 6.2). In the dialect of
/// OpenAPI 3.0 the exclusive bounds are truth values.
const BOUNDS: [&str; 5] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/// Keywords whose values are numbers of things.
const COUNTS: [&str; 8] =
    ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"];

/// A limit as text, when it is one.
///
/// Numbers in quotes count, and whole numbers lose a fraction of zero. A count cannot be negative.
pub(super) fn limit(key: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    if let Ok(whole) = text.parse::<i128>() {
        return (whole >= 0 || BOUNDS.contains(&key)).then(|| whole.to_string());
    }
    let number: f64 = text.parse().ok().filter(|number: &f64| number.is_finite())?;
    let is_whole = number.fract() == 0.0 && number.abs() < 1e15;
    match (is_whole, BOUNDS.contains(&key)) {
        (true, is_bound) => (number >= 0.0 || is_bound).then(|| format!("{number:.0}")),
        (false, true) => Some(text),
        (false, false) => None,
    }
}

impl<'d> Reader<'d, '_> {
    /// Reports limits that are none, or that are written as something else than a number.
    pub(super) fn check_limits(&mut self, members: &'d Map<String, Value>, at: &Pointer) {
        for key in BOUNDS.iter().chain(&COUNTS) {
            let Some(value) = members.get(*key).filter(|value| !value.is_null()) else { continue };
            if value.is_boolean() && key.starts_with("exclusive") {
                continue;
            }
            match limit(key, value) {
                Some(_) if value.is_number() => {}
                Some(read) => {
                    let message = format!("`{key}` must be a number; it is read as {read}");
                    self.diagnostics.report(Code::MisshapenKeyword, &at.join(key), message);
                }
                None => {
                    let message =
                        format!("`{value}` is no value for `{key}`; the limit is left out of the documentation");
                    self.diagnostics.report(Code::InvalidLimit, &at.join(key), message);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn limits_are_read_as_numbers() {
        let read = |key: &str, value: Value| limit(key, &value);
        assert_eq!(read("maxLength", json!(1e10)).as_deref(), Some("10000000000"));
        assert_eq!(read("minimum", json!("-3")).as_deref(), Some("-3"));
        assert_eq!(read("maximum", json!(u64::MAX)).as_deref(), Some("18446744073709551615"));
        assert_eq!(read("multipleOf", json!(0.01)).as_deref(), Some("0.01"));
        assert_eq!(read("maxLength", json!(-1)), None);
        assert_eq!(read("maxItems", json!(1.5)), None);
        assert_eq!(read("maximum", json!("1e400")), None);
        assert_eq!(read("maximum", json!([1])), None);
    }
}
