//! Serialization of scalars outside JSON: in paths, queries, headers and forms.

use std::borrow::Cow;

use crate::tables::content::Content;

/// Returns the text of a string, number or boolean. Returns `None` for null, arrays and objects.
///
/// A number without a fraction is written as an integer, however it is stored.
pub(crate) fn scalar_text<'v>(value: &'v Content<'_>) -> Option<Cow<'v, str>> {
    match value {
        Content::Text(text) => Some(text.as_ref().into()),
        Content::Bool(true) => Some("true".into()),
        Content::Bool(false) => Some("false".into()),
        // Also matches negative zero, which is not an integer.
        Content::Float(0.0) => Some("0".into()),
        Content::Unsigned(_) | Content::Signed(_) | Content::Digits(_) | Content::Float(_) => {
            Some(value.to_string().into())
        }
        Content::Null | Content::List(_) | Content::Object(_) => None,
    }
}
