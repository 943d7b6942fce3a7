//! The error of a text that is not a known value of an enum.

use std::fmt;

/// The maximum number of known values in a message.
const LISTED: usize = 20;

/// The maximum number of characters of the text in a message.
const SHOWN: usize = 60;

/// A text that is not a known value of an enum.
///
/// Only parsing returns this error. Decoding a response and converting with `From` preserve unknown values.
///
/// ```
/// # use apiarist_runtime::StringEnum;
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
/// enum Order {
///     #[wire("asc")]
///     Asc,
///     #[wire("desc")]
///     Desc,
///     Unknown(String),
/// }
///
/// let error = "ascending".parse::<Order>().unwrap_err();
/// assert_eq!(error.to_string(), r#"expected one of "asc", "desc"; found "ascending""#);
/// assert_eq!(error.text(), "ascending");
/// assert_eq!(error.known(), ["asc", "desc"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    text: String,
    known: Vec<String>,
}

impl UnknownValue {
    pub(crate) fn new(text: &str, known: Vec<String>) -> Self {
        Self { text: text.to_owned(), known }
    }

    /// Returns the text that was parsed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the known values, in the order of the enum.
    pub fn known(&self) -> &[String] {
        &self.known
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.known.as_slice() {
            [] => formatter.write_str("expected no value, because the enum has none")?,
            [only] => write!(formatter, "expected {only:?}")?,
            known => {
                let listed: Vec<String> = known.iter().take(LISTED).map(|value| format!("{value:?}")).collect();
                write!(formatter, "expected one of {}", listed.join(", "))?;
                let more = known.len().saturating_sub(LISTED);
                if more > 0 {
                    write!(formatter, " and {more} more")?;
                }
            }
        }
        let mut shown: String = self.text.chars().take(SHOWN).collect();
        if shown.len() < self.text.len() {
            shown.push('…');
        }
        write!(formatter, "; found {shown:?}")
    }
}

impl std::error::Error for UnknownValue {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_is_short_for_long_enums_and_texts() {
        let known = |count: usize| (0..count).map(|at| at.to_string()).collect();
        for (count, expected) in [
            (0, "expected no value, because the enum has none; found"),
            (1, r#"expected "0"; found"#),
            (2, r#"expected one of "0", "1"; found"#),
            (600, r#""18", "19" and 580 more; found"#),
        ] {
            let message = UnknownValue::new(&"é\n".repeat(500), known(count)).to_string();
            assert!(message.contains(expected), "{message}");
            assert!(message.len() < 500 && message.ends_with("…\"") && !message.contains('\n'), "{message}");
        }
    }
}
