//! Limits: keywords that bound a number, a length or a count.

use std::ops::RangeInclusive;

use serde_json::Value;

use crate::diagnostics::Code;
use crate::model::node::{Node, Object};
use crate::model::reader::Reader;

/// Keywords whose values are numbers of any kind (JSON Schema 2020-12 validation, section 6.2). In the dialect of
/// OpenAPI 3.0 the exclusive bounds are booleans.
const BOUNDS: [&str; 5] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/// Keywords whose values are counts.
const COUNTS: [&str; 8] =
    ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"];

/// Returns a limit as text, or `None` if the value is not a number.
///
/// Quoted numbers are accepted, and integers lose a fraction of zero. A count cannot be negative.
pub(in crate::model) fn limit(key: &str, value: &Value) -> Option<String> {
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

/// Returns a limit with its digits as written: `18446744073709551616` and `0.10000000000000000000001` digit by digit,
/// `1e30` unchanged. Returns `None` for a negative or fractional count.
pub(super) fn exact_limit(key: &str, text: &str) -> Option<String> {
    let text = text.trim_start_matches('+');
    if text.contains(['e', 'E']) {
        return limit(key, &Value::String(text.to_owned()));
    }
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    let is_count = !text.starts_with('-') && !text.contains('.');
    (is_count || BOUNDS.contains(&key)).then(|| text.to_owned())
}

/// A range of integers, by the smallest type that contains it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Integers {
    /// The range of `i64`, which is the default.
    #[default]
    Signed64,
    /// The range of `u64`: no value is negative, and some are beyond `i64`.
    Unsigned64,
    /// Values that only `i128` can represent.
    Signed128,
}

impl<'d> Reader<'d, '_> {
    /// Returns the range of integers that the limits of a schema allow. Only limits beyond `i64` change the default.
    pub(super) fn integers(&self, object: &Object<'d>) -> Integers {
        let bound = |key: &str| {
            let value = object.get(key)?;
            self.bound(&object.child(key, value))
        };
        let least = bound("minimum").max(bound("exclusiveMinimum").map(|bound| bound.saturating_add(1)));
        let most = [bound("maximum"), bound("exclusiveMaximum").map(|bound| bound.saturating_sub(1))];
        let most = most.into_iter().flatten().min();
        let fits = |range: RangeInclusive<i128>| [least, most].iter().flatten().all(|bound| range.contains(bound));
        if fits(i64::MIN.into()..=i64::MAX.into()) {
            Integers::Signed64
        } else if least.is_some_and(|least| least >= 0) && fits(0..=u64::MAX.into()) {
            Integers::Unsigned64
        } else {
            Integers::Signed128
        }
    }

    /// Returns the integer of a limit. A 64-bit bound that was rounded to a float, such as 9223372036854776000, is
    /// restored.
    fn bound(&self, node: &Node<'d>) -> Option<i128> {
        let bound = match node.value {
            Value::String(text) => text.trim().parse().ok()?,
            _ => self.exact_integer(node)?,
        };
        let limits = [i128::from(i64::MIN), i64::MAX.into(), u64::MAX.into()];
        let rounded = limits.into_iter().find(|limit| bound as f64 == *limit as f64 && (bound - limit).abs() > 1);
        Some(rounded.unwrap_or(bound))
    }

    /// Returns the exact integer of a number, or the nearest `i128` if it is out of range.
    pub(super) fn exact_integer(&self, node: &Node<'d>) -> Option<i128> {
        let Value::Number(number) = node.value else { return None };
        if let Some(integer) = number.as_i128() {
            return Some(integer);
        }
        let float = number.as_f64().filter(|float| float.fract() == 0.0)?;
        let text = || self.source_text(node)?.parse().ok();
        text().or(Some(float as i128))
    }

    /// Returns the limits with more digits than a float can represent.
    pub(super) fn exact_limits(&self, object: &Object<'d>) -> Vec<(&'static str, &'d str)> {
        let exact = |key: &&'static str| {
            let value = object.get(key)?;
            // The text of a number is needed only if a float has rounded it.
            let is_rounded = value.is_f64() && value.to_string().bytes().filter(u8::is_ascii_digit).count() > 15;
            let node = object.child(key, value);
            let text = is_rounded.then(|| self.source_text(&node)).flatten()?;
            Some((*key, text))
        };
        BOUNDS.iter().chain(&COUNTS).filter_map(exact).collect()
    }

    /// Reports limits that are invalid or not written as numbers.
    pub(super) fn check_limits(&mut self, object: &Object<'d>) {
        for key in BOUNDS.iter().chain(&COUNTS) {
            let Some(value) = object.get(key).filter(|value| !value.is_null()) else { continue };
            if value.is_boolean() && key.starts_with("exclusive") {
                continue;
            }
            match limit(key, value) {
                Some(_) if value.is_number() => {}
                Some(read) => {
                    let message = format!("`{key}` must be a number; it is read as {read}");
                    self.diagnostics.report(Code::MalformedKeyword, &object.at.join(key), message);
                }
                None => {
                    let message = format!("`{value}` is not a valid value for `{key}`; the limit is ignored");
                    self.diagnostics.report(Code::InvalidLimit, &object.at.join(key), message);
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

    #[test]
    fn limits_with_many_digits_stay_as_written() {
        for (text, read) in [
            ("18446744073709551616", "18446744073709551616"),
            ("-18446744073709551617", "-18446744073709551617"),
            ("+340282366920938463463374607431768211456", "340282366920938463463374607431768211456"),
            ("18446744073709551616.0", "18446744073709551616"),
            ("0.12345678901234567890", "0.1234567890123456789"),
            ("1e30", "1e30"),
        ] {
            assert_eq!(exact_limit("maximum", text).as_deref(), Some(read));
        }
        assert_eq!(exact_limit("maxLength", "-18446744073709551616"), None);
        assert_eq!(exact_limit("maxLength", "18446744073709551616").as_deref(), Some("18446744073709551616"));
        assert_eq!(exact_limit("maxItems", "1.00000000000000000001"), None);
    }
}
