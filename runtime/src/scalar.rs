//! How single values are written outside JSON: in paths, queries, headers, forms.

use std::borrow::Cow;

use crate::tables::kept::Kept;

/// The text of a string, number or boolean; nothing for null, arrays and objects.
///
/// A number without a fraction is written without one, however it is held.
pub(crate) fn scalar_text<'v>(value: &'v Kept<'_>) -> Option<Cow<'v, str>> {
    match value {
        Kept::Text(text) => Some(text.as_ref().into()),
        Kept::Bool(true) => Some("true".into()),
        Kept::Bool(false) => Some("false".into()),
        // Negative zero, which is no integer.
        Kept::Float(0.0) => Some("0".into()),
        Kept::Unsigned(_) | Kept::Signed(_) | Kept::Digits(_) | Kept::Float(_) => Some(value.to_string().into()),
        Kept::Null | Kept::List(_) | Kept::Object(_) => None,
    }
}
