//! Parameters that are their own schemas.

use crate::model::Schema;
use crate::model::node::Object;
use crate::model::reader::Reader;

/// Returns `true` if a parameter with this `in` is the body of the request or a part of it.
pub(in crate::model) fn is_in_body(location: &str) -> bool {
    matches!(location, "body" | "formData")
}

/// Returns `true` if a parameter describes its value by its own keywords, without `schema` or `content`.
pub(in crate::model) fn describes_itself(object: &Object<'_>) -> bool {
    let says = |key: &str| object.get(key).is_some_and(|value| !value.is_null());
    !says("schema") && !says("content") && ["type", "enum", "items"].into_iter().any(says)
}

impl<'d> Reader<'d, '_> {
    /// Reads `type`, `format`, `items` and the like of a parameter itself.
    ///
    /// The documentation of a form parameter belongs to the property of the form. All other parameters document
    /// themselves next to the schema.
    pub(in crate::model) fn parameter_as_schema(&mut self, object: &Object<'d>, location: &str) -> Schema<'d> {
        let is_member = location == "formData";
        self.schema_keywords(object, |key| match key {
            "name" | "in" | "required" => false,
            "description" | "deprecated" => is_member,
            _ => true,
        })
    }
}
