//! `collectionFormat`: how lists are written, in the words of later versions.

use serde_json::{Map, Value};

use crate::diagnostics::Code;
use crate::model::reader::Reader;
use crate::model::{Schema, Types};
use crate::source::Pointer;

/// `style` and `explode`.
type Style = (Option<&'static str>, Option<bool>);

impl<'d> Reader<'d, '_> {
    /// The style of a list; nothing for what is no list.
    pub(in crate::model) fn collection_style(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
        location: &str,
        schema: &Schema<'d>,
    ) -> Style {
        if !schema.types.contains(Types::ARRAY) {
            return (None, None);
        }
        if schema.items.as_ref().is_some_and(|items| items.types.contains(Types::ARRAY)) {
            let message = "lists in lists have no style of their own; the inner ones are sent as JSON text";
            self.diagnostics.report(Code::UnsupportedStyle, &at.join("items"), message);
        }
        let format = self.string(members, at, "collectionFormat").unwrap_or("csv");
        let found = match (location, format) {
            ("query", "csv") => Some((Some("form"), Some(false))),
            ("query", "ssv") => Some((Some("spaceDelimited"), Some(false))),
            ("query", "pipes") => Some((Some("pipeDelimited"), Some(false))),
            ("query" | "formData", "multi") => Some((Some("form"), Some(true))),
            ("path" | "header", "csv") => Some((Some("simple"), Some(false))),
            // The list is the whole body or one file each.
            ("body", _) => Some((None, None)),
            _ => None,
        };
        if let Some(style) = found {
            return style;
        }
        let (style, written) = match location {
            "query" => ((Some("form"), Some(false)), "with commas"),
            "formData" => ((Some("form"), Some(true)), "as one member for each element"),
            _ => ((Some("simple"), Some(false)), "with commas"),
        };
        let message = format!("lists cannot be written as `{format}` in `{location}`; this one is written {written}");
        self.diagnostics.report(Code::UnsupportedStyle, at, message);
        style
    }
}
