//! What schemas say about the shape of values, in a form in which many can be compared.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value};

use super::lowering::SchemaLowering;
use super::parts::Part;
use crate::model::Schema;

/// Keywords that say nothing about the shape of values.
const ANNOTATIONS: [&str; 6] = ["title", "description", "default", "example", "examples", "deprecated"];

/// What a part says about the shape of values, word for word.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// What a reference leads to.
    Reference(String),
    /// Keywords as JSON, in the order of their names.
    Own(String),
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Whether two schemas say the same, word for word.
    pub(crate) fn is_same(&self, one: &'m Schema<'d>, other: &'m Schema<'d>) -> bool {
        self.shapes(one).is_some_and(|shapes| Some(shapes) == self.shapes(other))
    }

    /// The shapes of the parts of a schema; `None` where one of them is like no other.
    pub(crate) fn shapes(&self, schema: &'m Schema<'d>) -> Option<Vec<Shape>> {
        self.parts(schema).iter().map(Part::shape).collect()
    }
}

impl Part<'_, '_> {
    /// What the part says about the shape of values; `None` where it is like no other.
    pub(crate) fn shape(&self) -> Option<Shape> {
        match self {
            Part::Reference(holder) => {
                Some(Shape::Reference(format!("{:?}", holder.reference.as_ref().map(|reference| &reference.target))))
            }
            Part::Own(schema) => Some(Shape::Own(own_shape(schema.keywords))),
            Part::Members(_) => None,
        }
    }
}

fn own_shape(keywords: Option<&Map<String, Value>>) -> String {
    let mut shape = String::new();
    let keywords = keywords.into_iter().flatten();
    write_members(&mut shape, keywords.filter(|(name, _)| !ANNOTATIONS.contains(&name.as_str())));
    shape
}

/// Writes a value as text that is equal for objects whose members are in another order.
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
        own_shape(value.as_object())
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
