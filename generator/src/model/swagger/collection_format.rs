//! `collectionFormat`: how lists are written, in the words of later versions.

use crate::diagnostics::Code;
use crate::model::node::Object;
use crate::model::reader::Reader;
use crate::model::{Schema, Types};

/// What lists with tabs between have as their style, which no later version has.
pub(crate) const TAB_DELIMITED: &str = "tabDelimited";

/// `style` and `explode`.
type Style = (Option<&'static str>, Option<bool>);

impl<'d> Reader<'d, '_> {
    /// The style of a list; nothing for what is no list.
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
            let message = "lists in lists have no style of their own; the inner ones are sent as JSON text";
            self.diagnostics.report(Code::UnsupportedStyle, &object.at.join("items"), message);
        }
        let format = self.string(object, "collectionFormat").unwrap_or("csv");
        let found = match (location, format) {
            // The list is the whole body or one file each.
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
        let message = format!("lists cannot be written as `{format}` in `{location}`; this one is written with commas");
        self.diagnostics.report(Code::UnsupportedStyle, &object.at, message);
        (Some(if matches!(location, "query" | "formData") { "form" } else { "simple" }), Some(false))
    }
}

fn is_list_of_files(schema: &Schema<'_>) -> bool {
    schema.items.as_ref().is_some_and(|items| items.format == Some("binary"))
}
