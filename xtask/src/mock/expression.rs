//! Values as expressions of Rust, for what methods take.

use apiarist::Client;
use apiarist::ir::{BodyContent, Integer, Struct, Type, TypeId, TypeKind};
use apiarist::names::TypeMembers;
use serde_json::Value;

/// Writes arguments for the methods of a client.
pub struct Expressions<'c> {
    client: &'c Client,
}

impl<'c> Expressions<'c> {
    /// For this client.
    pub fn new(client: &'c Client) -> Self {
        Self { client }
    }

    /// A value for a parameter: texts and structs are taken by reference, scalars by value, lists as what gives elements.
    pub fn argument(&self, type_: &Type, value: &Value) -> String {
        match self.resolved(type_) {
            Type::String => format!("&{}", read(Some("String"), value)),
            Type::Boolean | Type::Integer(_) | Type::Number => read(None, value),
            Type::Array(element) => read(Some(&format!("Vec<{}>", self.type_(element))), value),
            Type::Named(id) if self.is_value_enum(*id) => read(None, value),
            _ => format!("&{}", read(None, value)),
        }
    }

    /// A value for the body of a request.
    pub fn body(&self, content: &BodyContent, value: &Value) -> String {
        match content {
            BodyContent::Json(type_) => match self.resolved(type_) {
                Type::Boolean | Type::Integer(_) | Type::Number => read(None, value),
                Type::String => format!("&{}", read(Some("String"), value)),
                Type::Array(element) => format!("&{}", read(Some(&format!("Vec<{}>", self.type_(element))), value)),
                _ => format!("&{}", read(None, value)),
            },
            BodyContent::Form(..) => format!("&{}", read(None, value)),
            BodyContent::Multipart(id, _) => self.form(*id, value),
            BodyContent::Text => format!("{:?}", value.as_str().unwrap_or("text")),
            BodyContent::Bytes => "b\"bytes\".to_vec()".to_owned(),
        }
    }

    /// A multipart form, which cannot be read from JSON: a file for each that it has, and what the value says.
    fn form(&self, id: TypeId, value: &Value) -> String {
        let TypeKind::Struct(object) = &self.client.api().definition(id).kind else { return "()".to_owned() };
        let fields: Vec<String> = self.form_fields(id, object, value);
        format!("&client::types::{} {{ {} }}", self.client.names().type_(id).name, fields.join(", "))
    }

    fn form_fields(&self, id: TypeId, object: &Struct, value: &Value) -> Vec<String> {
        let TypeMembers::Struct(names) = &self.client.names().type_(id).members else { return Vec::new() };
        let fields = object.fields.iter().zip(&names.fields).map(|(field, name)| {
            let given = value.get(&field.wire_name).filter(|value| !value.is_null());
            let content = match self.resolved(&field.type_) {
                Type::File => Some("file()".to_owned()),
                Type::Array(element) if *self.resolved(element) == Type::File => Some("vec![file()]".to_owned()),
                _ => given.map(|value| read(None, value)),
            };
            let is_given = field.required && !field.nullable;
            match content {
                Some(content) if is_given => format!("{name}: {content}"),
                Some(content) if given.is_some() => format!("{name}: Some({content})"),
                _ => format!("{name}: None"),
            }
        });
        fields.collect()
    }

    fn is_value_enum(&self, id: TypeId) -> bool {
        matches!(self.client.api().definition(id).kind, TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_))
    }

    /// What a type is when aliases are looked through, as far as they are not types of their own.
    fn resolved<'t>(&'t self, type_: &'t Type) -> &'t Type {
        let mut at = type_;
        for _ in 0..64 {
            match at {
                Type::Named(id) => match &self.client.api().definition(*id).kind {
                    TypeKind::Alias(next) => at = next,
                    _ => break,
                },
                _ => break,
            }
        }
        at
    }

    /// The path of a type.
    fn type_(&self, type_: &Type) -> String {
        match type_ {
            Type::Any => "Value".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::Integer(Integer::I32) => "i32".to_owned(),
            Type::Integer(Integer::I64) => "i64".to_owned(),
            Type::Integer(Integer::U64) => "u64".to_owned(),
            Type::Number => "f64".to_owned(),
            Type::String => "String".to_owned(),
            Type::DateTime => "apiarist_runtime::DateTime".to_owned(),
            Type::Date => "apiarist_runtime::Date".to_owned(),
            Type::Uuid => "apiarist_runtime::Uuid".to_owned(),
            Type::Base64 => "apiarist_runtime::Base64".to_owned(),
            Type::File => "FilePart".to_owned(),
            Type::Array(element) => format!("Vec<{}>", self.type_(element)),
            Type::Tuple(elements) => {
                format!("({})", elements.iter().map(|element| self.type_(element)).collect::<Vec<_>>().join(", "))
            }
            Type::Map(value) => format!("std::collections::BTreeMap<String, {}>", self.type_(value)),
            Type::Nullable(inner) => format!("Option<{}>", self.type_(inner)),
            Type::Custom(custom) => custom.path.clone(),
            Type::Named(id) => format!("client::types::{}", self.client.names().type_(*id).name),
        }
    }
}

/// Reads a value as a type, or as what is asked for.
fn read(type_: Option<&str>, value: &Value) -> String {
    let type_ = type_.map(|type_| format!("::<{type_}>")).unwrap_or_default();
    format!("read{type_}({:?})?", value.to_string())
}
