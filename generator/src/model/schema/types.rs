//! `type`: the JSON types that a schema accepts, and names that are not one of the seven.

use bitflags::bitflags;
use serde_json::Value;

use crate::diagnostics::Code;
use crate::model::Version;
use crate::model::node::Node;
use crate::model::reader::Reader;
use crate::source::Pointer;

bitflags! {
    /// The types that a schema accepts (JSON Schema 2020-12 validation, section 6.1.1); empty if it has no `type`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Types: u8 {
        /// `null`.
        const NULL = 1;
        /// `boolean`.
        const BOOLEAN = 1 << 1;
        /// `integer`.
        const INTEGER = 1 << 2;
        /// `number`.
        const NUMBER = 1 << 3;
        /// `string`.
        const STRING = 1 << 4;
        /// `array`.
        const ARRAY = 1 << 5;
        /// `object`.
        const OBJECT = 1 << 6;
    }
}

/// The meaning of a type name: its types and the format that it implies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::model) struct NamedType {
    pub(in crate::model) types: Types,
    pub(in crate::model) format: Option<&'static str>,
}

impl From<Types> for NamedType {
    fn from(types: Types) -> Self {
        Self { types, format: None }
    }
}

impl<'d> Reader<'d, '_> {
    /// Reads `type`, a name or an array of names.
    pub(in crate::model) fn types(&mut self, node: &Node<'d>) -> NamedType {
        match node.value {
            Value::String(name) => self.type_named(name, &node.pointer),
            Value::Array(names) => {
                let mut all = NamedType::default();
                for (index, name) in names.iter().enumerate() {
                    let one = self.types(&Node { value: name, pointer: node.pointer.index(index) });
                    all = NamedType { types: all.types | one.types, format: all.format.or(one.format) };
                }
                all
            }
            Value::Null => NamedType { types: Types::NULL, format: None },
            other => self.wrong_type(&node.pointer, "a string or an array", other).unwrap_or_default(),
        }
    }

    fn type_named(&mut self, name: &str, at: &Pointer) -> NamedType {
        if let Some(types) = standard(name) {
            return NamedType { types, format: None };
        }
        match meant(name) {
            // Only Swagger 2.0 defines this type.
            Some(named) if name == "file" && self.version == Version::V2_0 => named,
            Some(named) => {
                let message = format!("unknown type `{name}`; it is read as {}", describe(named));
                self.diagnostics.report(Code::MisspelledType, at, message);
                named
            }
            None => {
                self.diagnostics.report_with_help(
                    Code::UnknownType,
                    at,
                    format!("unknown type `{name}`; any value is accepted"),
                    "use null, boolean, integer, number, string, array or object",
                );
                NamedType::default()
            }
        }
    }
}

fn standard(name: &str) -> Option<Types> {
    Some(match name {
        "null" => Types::NULL,
        "boolean" => Types::BOOLEAN,
        "integer" => Types::INTEGER,
        "number" => Types::NUMBER,
        "string" => Types::STRING,
        "array" => Types::ARRAY,
        "object" => Types::OBJECT,
        _ => return None,
    })
}

/// Returns the meaning of an unknown type name if it is unambiguous. Both numbers of seconds and strings are called
/// timestamps, and decimals are sent as numbers and as strings, so these names stay unknown.
pub(in crate::model) fn meant(name: &str) -> Option<NamedType> {
    let name = name.trim().to_ascii_lowercase();
    if let Some(types) = standard(&name) {
        return Some(NamedType { types, format: None });
    }
    if name.contains(['|', ',']) {
        let all: Option<Vec<NamedType>> = name.split(['|', ',']).map(meant).collect();
        let types = all?.iter().fold(Types::empty(), |all, one| all | one.types);
        return Some(NamedType { types, format: None });
    }
    let (types, format) = match name.as_str() {
        "any" | "mixed" | "anytype" | "*" => (Types::empty(), None),
        "none" | "nil" => (Types::NULL, None),
        "bool" => (Types::BOOLEAN, None),
        "int" | "long" | "int64" | "bigint" => (Types::INTEGER, Some("int64")),
        "int32" | "short" => (Types::INTEGER, Some("int32")),
        "float" | "double" | "numeric" => (Types::NUMBER, None),
        "str" | "text" | "char" | "varchar" | "password" | "email" | "uri" | "url" | "hostname" => {
            (Types::STRING, None)
        }
        "file" | "binary" => (Types::STRING, Some("binary")),
        "byte" | "base64" => (Types::STRING, Some("byte")),
        "uuid" | "guid" => (Types::STRING, Some("uuid")),
        "date" => (Types::STRING, Some("date")),
        "datetime" | "date-time" => (Types::STRING, Some("date-time")),
        "list" | "set" => (Types::ARRAY, None),
        "map" | "dict" | "dictionary" | "hash" | "hashmap" => (Types::OBJECT, None),
        _ => return None,
    };
    Some(NamedType { types, format })
}

/// Returns a description of a type, such as `` `string` with format `date` ``.
pub(in crate::model) fn describe(named: NamedType) -> String {
    let names: Vec<String> = named.types.iter_names().map(|(name, _)| format!("`{}`", name.to_lowercase())).collect();
    let names = if names.is_empty() { "any value".to_owned() } else { names.join(" or ") };
    match named.format {
        Some(format) => format!("{names} with format `{format}`"),
        None => names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_read_as_what_is_meant() {
        let types = |name: &str| meant(name).map(|named| (named.types, named.format));
        assert_eq!(types("String"), Some((Types::STRING, None)));
        assert_eq!(types("datetime"), Some((Types::STRING, Some("date-time"))));
        assert_eq!(types("string|null"), Some((Types::STRING | Types::NULL, None)));
        assert_eq!(types("any"), Some((Types::empty(), None)));
        for name in ["timestamp", "decimal", "enum", "Pet", "string|Pet", ""] {
            assert_eq!(types(name), None, "{name}");
        }
    }
}
