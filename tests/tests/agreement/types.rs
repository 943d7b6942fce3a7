//! Types of a client as a program writes them.

use apiarist::Client;
use apiarist::ir::{Field, Graph, Integer, Outcome, Payload, Presence, Struct, StructForm, Type, TypeId, TypeKind};

/// Writes the types of one client.
pub struct Types<'c> {
    pub client: &'c Client,
    pub graph: Graph,
}

impl Types<'_> {
    /// The path of a type.
    pub fn path(&self, type_: &Type) -> String {
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
            Type::File => "apiarist_runtime::FilePart".to_owned(),
            Type::Array(element) => format!("Vec<{}>", self.path(element)),
            Type::Tuple(elements) => {
                let elements: Vec<String> = elements.iter().map(|element| self.path(element)).collect();
                format!("({})", elements.join(", "))
            }
            Type::Map(value) => format!("std::collections::BTreeMap<String, {}>", self.path(value)),
            Type::Nullable(inner) => format!("Option<{}>", self.path(inner)),
            Type::Custom(custom) => custom.path.clone(),
            Type::Named(id) => format!("types::{}", self.client.names().type_(*id).name),
        }
    }

    /// What a type is when aliases are looked through that are no types of their own.
    pub fn resolved<'t>(&'t self, type_: &'t Type) -> &'t Type {
        match type_ {
            Type::Named(id) => match &self.client.api().definition(*id).kind {
                TypeKind::Alias(next) if !self.graph.is_recursive_alias(*id) => self.resolved(next),
                _ => type_,
            },
            _ => type_,
        }
    }

    /// A type inside another one, behind a pointer where that would hold itself.
    pub fn held(&self, owner: TypeId, type_: &Type) -> String {
        let path = self.path(type_);
        if self.is_boxed(owner, type_) { format!("Box<{path}>") } else { path }
    }

    fn is_boxed(&self, owner: TypeId, type_: &Type) -> bool {
        match type_ {
            Type::Named(held) => self.graph.is_boxed(owner, *held),
            Type::Nullable(inner) => self.is_boxed(owner, inner),
            Type::Tuple(elements) => elements.iter().any(|element| self.is_boxed(owner, element)),
            _ => false,
        }
    }

    /// When a field is there; a part of a form is never null.
    pub fn presence(&self, id: TypeId, object: &Struct, field: &Field) -> Presence {
        match (object.form, field.presence(self.graph.usage(id))) {
            (StructForm::Multipart, Presence::Nullable | Presence::Maybe) => Presence::Optional,
            (_, presence) => presence,
        }
    }

    /// The type of a field.
    pub fn field(&self, id: TypeId, object: &Struct, field: &Field) -> String {
        let held = self.held(id, &field.type_);
        match self.presence(id, object, field) {
            Presence::Required => held,
            Presence::Nullable | Presence::Optional => format!("Option<{held}>"),
            Presence::Maybe => format!("apiarist_runtime::Maybe<{held}>"),
        }
    }

    /// What a call answers with; nothing where that has no type that programs name.
    pub fn outcome(&self, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::One(payload) => self.payload(payload),
            Outcome::ByStatus(id) => Some(format!("operations::{}", self.client.names().status_enum(*id).type_name)),
        }
    }

    /// What the body of a response becomes.
    pub fn payload(&self, payload: &Payload) -> Option<String> {
        match payload {
            Payload::None => Some("()".to_owned()),
            Payload::Text => Some("String".to_owned()),
            Payload::Binary => Some("apiarist_runtime::Bytes".to_owned()),
            Payload::Json(type_) => Some(self.path(type_)),
            Payload::Events(_) => None,
        }
    }
}
