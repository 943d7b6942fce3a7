//! What schemas say about the shape of values, in a form in which many can be compared.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Lowering;
use super::schema::Part;
use crate::model::Schema;

/// Keywords that say nothing about the shape of values.
const ANNOTATIONS: [&str; 6] = ["title", "description", "default", "example", "examples", "deprecated"];

/// What a part says about the shape of values, word for word.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Shape {
    /// What a reference leads to.
    Reference(String),
    /// Keywords as JSON, in the order of their names.
    Own(String),
}

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// Whether two schemas say the same, word for word.
    pub(super) fn is_same(&self, one: &'m Schema<'d>, other: &'m Schema<'d>) -> bool {
        self.shapes(one).is_some_and(|shapes| Some(shapes) == self.shapes(other))
    }

    /// The shapes of the parts of a schema; `None` where one of them is like no other.
    pub(super) fn shapes(&self, schema: &'m Schema<'d>) -> Option<Vec<Shape>> {
        self.parts(schema).iter().map(Part::shape).collect()
    }
}

impl Part<'_, '_> {
    /// What the part says about the shape of values; `None` where it is like no other.
    pub(super) fn shape(&self) -> Option<Shape> {
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
    let keywords = keywords.into_iter().flatten();
    let shape = keywords.filter(|(name, _)| !ANNOTATIONS.contains(&name.as_str()));
    let ordered: BTreeMap<&str, String> = shape.map(|(name, value)| (name.as_str(), canonical(value))).collect();
    format!("{ordered:?}")
}

/// A value as text that is equal for objects whose members stand in another order.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let ordered: BTreeMap<&str, String> =
                members.iter().map(|(name, value)| (name.as_str(), canonical(value))).collect();
            format!("{ordered:?}")
        }
        Value::Array(elements) => format!("{:?}", elements.iter().map(canonical).collect::<Vec<_>>()),
        scalar => scalar.to_string(),
    }
}
