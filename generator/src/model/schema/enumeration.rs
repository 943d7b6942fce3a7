//! `enum`, `const` and `default`: values in a schema, and whether they match its type.

use serde_json::{Number, Value};

use crate::diagnostics::Code;
use crate::hash::HashSet;
use crate::model::node::Node;
use crate::model::reader::Reader;
use crate::model::{Schema, Types};
use crate::source::Pointer;

impl<'d> Reader<'d, '_> {
    /// Reads `enum`. An empty array would forbid all values, so it is reported and ignored.
    pub(in crate::model) fn enumeration(&mut self, node: &Node<'d>) -> Option<&'d [Value]> {
        let at = &node.pointer;
        let values = match node.value {
            Value::Array(values) => values.as_slice(),
            Value::Object(_) => return self.wrong_type(at, "an array", node.value),
            only => {
                let message = format!("`enum` must be an array; it is read as an array with the single value `{only}`");
                self.diagnostics.report(Code::MalformedKeyword, at, message);
                std::slice::from_ref(only)
            }
        };
        if values.is_empty() {
            let message = "`enum` is empty; it is ignored, and any value of the type is accepted";
            self.diagnostics.report(Code::EmptyEnum, at, message);
            return None;
        }
        Some(values)
    }

    /// Converts the enum values, the constant and the default of a schema to its type: `1.10` under `type: string` is
    /// the string `1.10`, and `1.0` under `type: integer` is 1. A constant `1.0` without a type or under `type: number`
    /// is 1 as well, because JSON has only one kind of number.
    pub(super) fn settle_values(&mut self, schema: &mut Schema<'d>) {
        let stated = schema.types.difference(Types::NULL);
        if stated.is_empty() || stated == Types::NUMBER {
            let whole = schema.constant.filter(|value| is_of(value, Types::INTEGER));
            let whole = whole.and_then(|value| self.settled(value, Types::INTEGER, || schema.origin.join("const")));
            if let Some(whole) = whole.filter(Value::is_number) {
                schema.constant = self.document.keep(vec![whole]).first();
            }
        }
        if !matches!(stated, Types::STRING | Types::INTEGER) {
            return;
        }
        if let Some(values) = schema.enumeration {
            let at = schema.origin.join("enum");
            let settled: Vec<Option<Value>> =
                (0..).zip(values).map(|(index, value)| self.settled(value, stated, || at.index(index))).collect();
            if let Some(first) = settled.iter().position(Option::is_some) {
                if let (Types::STRING, Some(Some(Value::String(text)))) = (stated, settled.get(first)) {
                    let message = format!("`{text}` must be quoted because `type` is `string`; it is read as a string");
                    self.diagnostics.report(Code::EnumTypeMismatch, &at, message);
                }
                let values = settled.into_iter().zip(values);
                let values = values.map(|(settled, value)| settled.unwrap_or_else(|| value.clone())).collect();
                schema.enumeration = Some(self.document.keep(values));
            }
        }
        for (key, place) in [("const", &mut schema.constant), ("default", &mut schema.default)] {
            let settled = place.and_then(|value| self.settled(value, stated, || schema.origin.join(key)));
            if let Some(settled) = settled {
                *place = self.document.keep(vec![settled]).first();
            }
        }
    }

    /// Returns the value of this type that a number or boolean represents, or `None` if it needs no conversion.
    fn settled(&self, value: &'d Value, stated: Types, at: impl FnOnce() -> Pointer) -> Option<Value> {
        match value {
            Value::Number(_) | Value::Bool(_) if stated == Types::STRING => {
                let text = self.source_text(&Node { value, pointer: at() });
                Some(text.map_or_else(|| value.to_string(), str::to_owned).into())
            }
            Value::Number(number) if stated == Types::INTEGER && number.is_f64() => {
                let integer = self.exact_integer(&Node { value, pointer: at() })?;
                // Beyond 64 bits the tree holds no exact number, so a string of digits represents it.
                Some(Number::from_i128(integer).map_or_else(|| integer.to_string().into(), Value::Number))
            }
            _ => None,
        }
    }

    /// Reports duplicate values.
    pub(super) fn check_duplicates(&mut self, schema: &Schema<'d>) {
        let mut seen: HashSet<String> = HashSet::default();
        for (index, value) in schema.enumeration.into_iter().flatten().enumerate() {
            if !seen.insert(value.to_string()) {
                let message = format!("duplicate value {value} in `enum`; the duplicate is ignored");
                let at = schema.origin.join("enum").index(index);
                self.diagnostics.report(Code::DuplicateEnumValue, &at, message);
            }
        }
    }

    /// Reports enum values that do not match the type of the schema.
    pub(super) fn check_enumeration(&mut self, schema: &Schema<'d>) {
        let Some(values) = schema.enumeration else { return };
        let stated = schema.types.difference(Types::NULL);
        if stated.is_empty() {
            return;
        }
        let is_odd = |value: &&Value| !value.is_null() && !is_of(value, stated) && !is_wide(value, stated);
        let Some(odd) = values.iter().find(is_odd) else { return };
        let message = if looks_like(odd, stated) {
            format!("{odd} must not be quoted because of `type`; the quotes are ignored")
        } else if stated == Types::ARRAY {
            format!("`type` is `array`, but {odd} is not an array; `enum` is applied to the elements")
        } else {
            format!("{odd} does not match `type`; the type is taken from the values")
        };
        self.diagnostics.report(Code::EnumTypeMismatch, &schema.origin.join("enum"), message);
    }

    /// Reports a default that does not match the type of the schema. Null means that there is no default.
    pub(super) fn check_default(&mut self, schema: &Schema<'d>) {
        let Some(value) = schema.default.filter(|value| !value.is_null()) else { return };
        if !schema.types.is_empty() && !is_of(value, schema.types) && !is_wide(value, schema.types) {
            let at: Pointer = schema.origin.join("default");
            let message = "`default` does not match `type`; it is ignored";
            self.diagnostics.report(Code::InvalidDefault, &at, message);
        }
    }
}

impl<'d> Schema<'d> {
    /// Returns the `default` if it matches the type of the schema.
    pub fn default_value(&self) -> Option<&'d Value> {
        self.default.filter(|value| self.types.is_empty() || is_of(value, self.types))
    }
}

/// Returns `true` if a string is spelled like a value of this type.
fn looks_like(value: &Value, stated: Types) -> bool {
    value.as_str().is_some_and(|text| match stated {
        Types::INTEGER => text.parse::<i128>().is_ok(),
        Types::NUMBER => text.parse::<f64>().is_ok(),
        Types::BOOLEAN => text == "true" || text == "false",
        _ => false,
    })
}

/// Returns `true` if a value has one of these types.
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

/// Returns `true` if a value is an integer beyond 64 bits, which the tree holds as a string of digits.
fn is_wide(value: &Value, types: Types) -> bool {
    types.contains(Types::INTEGER)
        && value.as_str().is_some_and(|text| text.parse::<i128>().is_ok_and(is_beyond_64_bits))
}

fn is_beyond_64_bits(integer: i128) -> bool {
    i64::try_from(integer).is_err() && u64::try_from(integer).is_err()
}
