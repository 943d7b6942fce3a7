//! The meaning of unquoted scalars: the core schema of YAML 1.2 (section 10.3.2), which includes the literals of JSON.

use serde_json::{Number, Value};

/// The meaning of a plain scalar.
#[derive(Debug, PartialEq)]
pub(in crate::source) enum Meaning {
    /// A string.
    Text,
    /// Null, a boolean or a number.
    Value(Value),
    /// An infinity or NaN.
    NonFinite,
}

/// Returns the meaning of a plain scalar.
///
/// Two deviations from the core schema avoid loss: integers with leading zeros are strings, and integers beyond 64 bits
/// are floats.
pub(in crate::source) fn meaning(text: &str) -> Meaning {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Meaning::Value(Value::Null),
        "true" | "True" | "TRUE" => Meaning::Value(Value::Bool(true)),
        "false" | "False" | "FALSE" => Meaning::Value(Value::Bool(false)),
        ".nan" | ".NaN" | ".NAN" => Meaning::NonFinite,
        _ if text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.')) => number(text),
        _ => Meaning::Text,
    }
}

fn number(text: &str) -> Meaning {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return Meaning::NonFinite;
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let all_digits = !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits {
        if unsigned.len() > 1 && unsigned.starts_with('0') {
            return Meaning::Text;
        }
        // Negative zero stays a float, because an integer would lose its sign.
        if text != "-0" {
            if let Ok(whole) = text.parse::<i64>() {
                return Meaning::Value(whole.into());
            }
            if let Ok(whole) = text.parse::<u64>() {
                return Meaning::Value(whole.into());
            }
        }
    } else if !is_float(unsigned) {
        return Meaning::Text;
    }
    let float = text.parse::<f64>().ok().and_then(Number::from_f64);
    float.map_or(Meaning::NonFinite, |number| Meaning::Value(number.into()))
}

fn radix(digits: &str, radix: u32) -> Meaning {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Meaning::Text;
    }
    u64::from_str_radix(digits, radix).map_or(Meaning::Text, |whole| Meaning::Value(whole.into()))
}

/// Returns `true` for `.5`, `1.` and `1.5`, optionally with an exponent.
fn is_float(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
    is_digits(whole)
        && is_digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|exponent| !exponent.is_empty() && is_digits(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn value(value: Value) -> Meaning {
        Meaning::Value(value)
    }

    #[test]
    fn the_words_of_the_core_schema_are_understood() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(meaning(text), value(json!(null)), "{text:?}");
        }
        for text in ["true", "True", "TRUE"] {
            assert_eq!(meaning(text), value(json!(true)), "{text:?}");
        }
        for text in ["false", "False", "FALSE"] {
            assert_eq!(meaning(text), value(json!(false)), "{text:?}");
        }
    }

    #[test]
    fn whole_numbers_are_exact_as_far_as_64_bits_go() {
        for (text, expected) in [
            ("0", json!(0)),
            ("-7", json!(-7)),
            ("+7", json!(7)),
            ("0x1F", json!(31)),
            ("0o17", json!(15)),
            ("-9223372036854775808", json!(i64::MIN)),
            ("18446744073709551615", json!(u64::MAX)),
            ("18446744073709551616", json!(18446744073709551616.0)),
        ] {
            assert_eq!(meaning(text), value(expected), "{text:?}");
        }
    }

    #[test]
    fn floats_have_a_point_or_an_exponent() {
        for (text, expected) in
            [("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("1e3", 1000.0), ("6.02E+23", 6.02e23), ("-0", -0.0)]
        {
            assert_eq!(meaning(text), value(json!(expected)), "{text:?}");
        }
    }

    #[test]
    fn numbers_that_json_cannot_say_are_told_apart() {
        for text in [".inf", "-.INF", "+.Inf", ".nan", "1e999"] {
            assert_eq!(meaning(text), Meaning::NonFinite, "{text:?}");
        }
    }

    #[test]
    fn everything_else_is_text() {
        let texts = [
            "yes",
            "no",
            "on",
            "off",
            "nULL",
            "2024-01-31",
            "2024-01-31T10:00:00Z",
            "1_000",
            "0123",
            "00",
            "-",
            "+",
            ".",
            "-.",
            "1e",
            "e5",
            "1.2.3",
            "0x",
            "0xg",
            "0o9",
            "12:30",
            "1 2",
            "infinity",
            "nan",
            "+-1",
            "1e1.5",
            "٣",
        ];
        for text in texts {
            assert_eq!(meaning(text), Meaning::Text, "{text:?}");
        }
    }
}
