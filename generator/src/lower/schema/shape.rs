//! Comparable shapes of schemas: their keywords in a canonical order, without annotations.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::lowering::SchemaLowering;
use super::parts::Part;
use crate::model::{Keywords, Schema};

/// Keywords that do not affect the shape of values.
const ANNOTATIONS: [&str; 6] = ["title", "description", "default", "example", "examples", "deprecated"];

/// The shape of a part, compared literally.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// The target of a reference.
    Reference(String),
    /// Keywords as JSON, in the order of their names.
    Own(String),
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns `true` if two schemas are literally equal, except for annotations and order.
    pub(crate) fn is_same(&self, one: &'m Schema<'d>, other: &'m Schema<'d>) -> bool {
        self.shapes(one).is_some_and(|shapes| Some(shapes) == self.shapes(other))
    }

    /// Returns the shapes of the parts of a schema, or `None` if one of them cannot be compared.
    pub(crate) fn shapes(&self, schema: &'m Schema<'d>) -> Option<Vec<Shape>> {
        self.parts(schema).iter().map(Part::shape).collect()
    }
}

impl Part<'_, '_> {
    /// Returns the shape of a part, or `None` if it cannot be compared.
    pub(crate) fn shape(&self) -> Option<Shape> {
        match self {
            Part::Reference(holder) => {
                Some(Shape::Reference(format!("{:?}", holder.reference.as_ref().map(|reference| &reference.target))))
            }
            Part::Own(schema) => Some(Shape::Own(own_shape(schema.keywords.iter().flat_map(Keywords::iter)))),
            Part::Members(_) => None,
        }
    }
}

fn own_shape<'v>(keywords: impl Iterator<Item = (&'v String, &'v Value)>) -> String {
    let mut shape = String::new();
    write_members(&mut shape, keywords.filter(|(name, _)| !ANNOTATIONS.contains(&name.as_str())));
    shape
}

/// Writes a value in a canonical form, which does not depend on the order of properties.
fn write_canonical(out: &mut String, value: &Value) {
    match value {
        Value::Object(members) => write_members(out, members.iter()),
        Value::Array(elements) => {
            out.push('[');
            for element in elements {
                write_canonical(out, element);
                out.push(',');
            }
            out.push(']');
        }
        // Writing to a string cannot fail.
        scalar => drop(write!(out, "{scalar}")),
    }
}

fn write_members<'v>(out: &mut String, members: impl Iterator<Item = (&'v String, &'v Value)>) {
    let ordered: BTreeMap<&String, &Value> = members.collect();
    out.push('{');
    for (name, value) in ordered {
        let _ = write!(out, "{name:?}:");
        write_canonical(out, value);
        out.push(',');
    }
    out.push('}');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn shape(value: &Value) -> String {
        own_shape(value.as_object().into_iter().flatten())
    }

    #[test]
    fn a_shape_does_not_depend_on_order_or_annotations() {
        let one = json!({"type": "object", "title": "A", "properties": {"a": {"enum": ["x", 1]}, "b": true}});
        let other = json!({"properties": {"b": true, "a": {"enum": ["x", 1]}}, "type": "object"});
        assert_eq!(shape(&one), shape(&other));
        assert_ne!(shape(&json!({"enum": ["1"]})), shape(&json!({"enum": [1]})));
        assert_ne!(shape(&json!({"enum": ["a,b"]})), shape(&json!({"enum": ["a", "b"]})));
    }

    #[test]
    fn a_shape_is_as_long_as_what_it_is_made_of() {
        let mut value = json!({"type": "string"});
        for _ in 0..60 {
            value = json!({"properties": {"inner": value}});
        }
        let length = shape(&value).len();
        assert!(length < 4 * value.to_string().len(), "{length}");
    }
}
