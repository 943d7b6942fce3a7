//! `properties`, `required` and `additionalProperties`.

use serde_json::Value;

use crate::diagnostics::Code;
use crate::hash::{IndexMap, IndexSet};
use crate::model::Schema;
use crate::model::node::{Node, Object};
use crate::model::reader::Reader;
use crate::source::Pointer;

/// The rule for properties that an object does not declare.
#[derive(Clone, Debug)]
pub enum AdditionalProperties<'d> {
    /// Any property is allowed.
    Any,
    /// No other property is allowed.
    Closed,
    /// Other properties have this schema.
    Schema(Box<Schema<'d>>),
}

impl<'d> Reader<'d, '_> {
    /// Reads `properties`. An array of schemas with names is read as an object.
    pub(in crate::model) fn properties(&mut self, node: &Node<'d>) -> IndexMap<&'d str, Schema<'d>> {
        let mut nodes: Vec<(&'d str, Node<'d>)> = Vec::new();
        match node.value {
            Value::Object(_) => nodes.extend(node.as_object().iter().flat_map(Object::nodes)),
            Value::Array(elements) if elements.iter().all(|element| named(element).is_some()) => {
                let message =
                    "`properties` must be an object; the array is read as one, keyed by the names of its elements";
                self.diagnostics.report(Code::MalformedKeyword, &node.pointer, message);
                for (index, element) in elements.iter().enumerate() {
                    let Some((name, value, is_inner)) = named(element) else { continue };
                    let element = node.child(&index.to_string(), value);
                    nodes.push((name, if is_inner { element.child(name, value) } else { element }));
                }
            }
            other => drop(self.wrong_type::<()>(&node.pointer, "an object", other)),
        }
        nodes.into_iter().map(|(name, node)| (name, self.schema(&node))).collect()
    }

    /// Reads the names in `required`, and the properties with a boolean `required` of their own (JSON Schema draft 3).
    pub(in crate::model) fn required(&mut self, object: &Object<'d>) -> IndexSet<&'d str> {
        let mut names = IndexSet::default();
        let node = object.get("required").map(|value| object.child("required", value));
        match node.as_ref().map(|node| node.value) {
            None | Some(Value::Null) => {}
            Some(Value::Bool(_)) => self.report_misplaced_required(&object.at),
            Some(Value::String(name)) => {
                if name == "true" || name == "false" {
                    self.report_misplaced_required(&object.at);
                } else {
                    let message =
                        format!("`required` must be an array; it is read as an array with the single name `{name}`");
                    self.diagnostics.report(Code::MalformedKeyword, &object.at.join("required"), message);
                    names.insert(name.as_str());
                }
            }
            Some(_) => {
                for node in self.list(object, "required") {
                    match node.value {
                        Value::String(name) => drop(names.insert(name.as_str())),
                        _ => names.extend(self.unquoted(&node)),
                    }
                }
            }
        }
        for (name, property) in object.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let flag = property.get("required");
            if flag.is_some_and(|flag| flag == true || flag == "true") {
                names.insert(name);
            }
        }
        names
    }

    /// Reports a boolean `required`. The parent reads that of a property; elsewhere it has no meaning.
    fn report_misplaced_required(&mut self, at: &Pointer) {
        let is_property = at.parent().and_then(Pointer::last) == Some("properties");
        let message = if is_property {
            "`required` must be an array of names in the parent; this property is added to it"
        } else {
            "`required` must be an array of property names; the boolean is ignored"
        };
        self.diagnostics.report(Code::MisplacedRequired, &at.join("required"), message);
    }

    /// Reads `additionalProperties` or `unevaluatedProperties`.
    pub(super) fn additional_properties(&mut self, node: &Node<'d>) -> AdditionalProperties<'d> {
        match node.value {
            Value::Bool(true) => AdditionalProperties::Any,
            Value::Bool(false) => AdditionalProperties::Closed,
            Value::Object(members) if members.is_empty() => AdditionalProperties::Any,
            Value::String(text) if text == "true" || text == "false" => {
                let message = format!("`{text}` must not be quoted; it is read as a boolean");
                self.diagnostics.report(Code::MalformedKeyword, &node.pointer, message);
                if text == "true" { AdditionalProperties::Any } else { AdditionalProperties::Closed }
            }
            _ => AdditionalProperties::Schema(Box::new(self.schema(node))),
        }
    }
}

/// Returns the name and the schema of an element of such an array: the name is a sibling of the schema, or the
/// only key around it.
fn named(element: &Value) -> Option<(&str, &Value, bool)> {
    let members = element.as_object()?;
    if let Some(Value::String(name)) = members.get("name") {
        return Some((name, element, false));
    }
    let mut members = members.iter();
    match (members.next(), members.next()) {
        (Some((name, value)), None) if value.is_object() => Some((name, value, true)),
        _ => None,
    }
}
