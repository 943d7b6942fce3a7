//! `enum` and `default`: values that stand in a schema, and whether they are values of it.

use std::collections::HashSet;

use serde_json::Value;

use super::reader::{Node, Reader};
use super::{Schema, Types};
use crate::diagnostics::Code;
use crate::source::Pointer;

impl<'d> Reader<'d, '_> {
    /// Reads `enum`. A list without values would forbid all, which nobody means.
    pub(super) fn enumeration(&mut self, node: &Node<'d>) -> Option<&'d [Value]> {
        let at = &node.pointer;
        let values = match node.value {
            Value::Array(values) => values.as_slice(),
            Value::Object(_) => return self.wrong_type(at, "a list", node.value),
            only => {
                let message = format!("`enum` must be a list; it is read as one with the only value `{only}`");
                self.diagnostics.report(Code::MisshapenKeyword, at, message);
                std::slice::from_ref(only)
            }
        };
        if values.is_empty() {
            let message = "`enum` lists no value; it is left out, and all values of the type are accepted";
            self.diagnostics.report(Code::EmptyEnum, at, message);
            return None;
        }
        let mut seen = HashSet::new();
        for (index, value) in values.iter().enumerate() {
            if !seen.insert(value.to_string()) {
                let message = format!("`enum` lists {value} twice; it is one value");
                self.diagnostics.report(Code::DuplicateEnumValue, &at.index(index), message);
            }
        }
        Some(values)
    }

    /// Reports values of an enumeration that are not of the type that the schema states.
    pub(super) fn check_enumeration(&mut self, schema: &Schema<'d>) {
        let Some(values) = schema.enumeration else { return };
        let stated = schema.types.difference(Types::NULL);
        if stated.is_empty() {
            return;
        }
        let Some(odd) = values.iter().find(|value| !value.is_null() && !is_of(value, stated)) else { return };
        let message = if looks_like(odd, stated) {
            format!("{odd} stands in quotes, but `type` says otherwise; what is in them is taken to be meant")
        } else if stated == Types::STRING && is_plain(odd) {
            format!("{odd} is no string, as `type` says; the text `{odd}` is taken to be meant")
        } else if stated == Types::ARRAY {
            format!("{odd} is no list, as `type` says; it is taken to be a value of the list's elements")
        } else {
            format!("{odd} is not of the type that `type` says; the values are believed")
        };
        self.diagnostics.report(Code::EnumOfAnotherType, &schema.origin.join("enum"), message);
    }

    /// Reports a default that is not of the type that the schema states. Null says that there is none.
    pub(super) fn check_default(&mut self, schema: &Schema<'d>) {
        let Some(value) = schema.keyword("default").filter(|value| !value.is_null()) else { return };
        if !schema.types.is_empty() && !is_of(value, schema.types) {
            let at: Pointer = schema.origin.join("default");
            let message = "the default is not of the type that `type` says; it is left out of the documentation";
            self.diagnostics.report(Code::InvalidDefault, &at, message);
        }
    }
}

impl<'d> Schema<'d> {
    /// `default`, if it is of the type that the schema states.
    pub fn default_value(&self) -> Option<&'d Value> {
        self.keyword("default").filter(|value| self.types.is_empty() || is_of(value, self.types))
    }
}

/// Whether a text is spelled like a value of this type.
fn looks_like(value: &Value, stated: Types) -> bool {
    value.as_str().is_some_and(|text| match stated {
        Types::INTEGER => text.parse::<i64>().is_ok(),
        Types::NUMBER => text.parse::<f64>().is_ok(),
        Types::BOOLEAN => text == "true" || text == "false",
        _ => false,
    })
}

/// Whether a value is of one of these types.
pub(super) fn is_of(value: &Value, types: Types) -> bool {
    types.intersects(match value {
        Value::Null => Types::NULL,
        Value::Bool(_) => Types::BOOLEAN,
        Value::Number(number) if number.as_f64().is_some_and(|number| number.fract() == 0.0) => {
            Types::INTEGER | Types::NUMBER
        }
        Value::Number(_) => Types::NUMBER,
        Value::String(_) => Types::STRING,
        Value::Array(_) => Types::ARRAY,
        Value::Object(_) => Types::OBJECT,
    })
}

/// Whether a value is a number or a truth value, as YAML reads words that are not quoted.
fn is_plain(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Bool(_))
}
