//! `collectionFormat`: the serialization of arrays, as `style` and `explode` of OpenAPI 3.

use crate::diagnostics::Code;
use crate::model::node::Object;
use crate::model::reader::Reader;
use crate::model::{Schema, Types};

/// The style of arrays separated by tabs, which OpenAPI 3 lacks.
pub(crate) const TAB_DELIMITED: &str = "tabDelimited";

/// `style` and `explode`.
type Style = (Option<&'static str>, Option<bool>);

impl<'d> Reader<'d, '_> {
    /// Returns the style of an array parameter, or `None` if it is not an array.
    pub(in crate::model) fn collection_style(
        &mut self,
        object: &Object<'d>,
        location: &str,
        schema: &Schema<'d>,
    ) -> Style {
        if !schema.types.contains(Types::ARRAY) {
            return (None, None);
        }
        if schema.items.as_ref().is_some_and(|items| items.types.contains(Types::ARRAY)) {
            let message = "`collectionFormat` cannot serialize nested arrays; the inner arrays are sent as JSON";
            self.diagnostics.report(Code::UnsupportedStyle, &object.at.join("items"), message);
        }
        let format = self.string(object, "collectionFormat").unwrap_or("csv");
        let found = match (location, format) {
            // The array is the whole body, or one file for each element.
            ("body", _) => Some((None, None)),
            ("formData", _) if is_list_of_files(schema) => Some((None, None)),
            ("query" | "formData", "csv") => Some((Some("form"), Some(false))),
            ("query" | "formData", "multi") => Some((Some("form"), Some(true))),
            ("path" | "header", "csv") => Some((Some("simple"), Some(false))),
            (_, "ssv") => Some((Some("spaceDelimited"), Some(false))),
            (_, "tsv") => Some((Some(TAB_DELIMITED), Some(false))),
            (_, "pipes") => Some((Some("pipeDelimited"), Some(false))),
            _ => None,
        };
        if let Some(style) = found {
            return style;
        }
        let message = format!("`collectionFormat: {format}` is not supported in `{location}`; `csv` is used");
        self.diagnostics.report(Code::UnsupportedStyle, &object.at, message);
        (Some(if matches!(location, "query" | "formData") { "form" } else { "simple" }), Some(false))
    }
}

fn is_list_of_files(schema: &Schema<'_>) -> bool {
    schema.items.as_ref().is_some_and(|items| items.format == Some("binary"))
}
