//! An operation from the view of pagination: its parameters, and the properties of its response.

use serde_json::Value;

use crate::ir::{
    Api, BodyContent, Operation, Outcome, Parameter, ParameterLocation, ParameterStyle, Payload, Scalar, Struct, Type,
    TypeKind,
};
use crate::model::{self, Model};
use crate::source::Pointer;

/// The maximum number of aliases that are followed.
const LONGEST_CHAIN: usize = 32;

/// An operation that may have pages.
#[derive(Clone, Copy)]
pub(super) struct Page<'a, 'd> {
    pub(super) api: &'a Api,
    pub(super) model: &'a Model<'d>,
    pub(super) operation: &'a Operation,
    pub(super) described: &'a model::Operation<'d>,
}

impl<'a> Page<'a, '_> {
    /// Returns the type of its response, if that is the same JSON for every status with a body.
    pub(super) fn response(&self) -> Option<&'a Type> {
        let payload = match &self.operation.success {
            Outcome::One(payload) => payload,
            Outcome::ByStatus(id) => {
                let rows = self.api.status_enums.get(id.0)?.rows.iter().map(|row| &row.payload);
                let mut answers = rows.filter(|payload| **payload != Payload::None);
                answers.next().filter(|_| answers.next().is_none())?
            }
        };
        match payload {
            Payload::Json(type_) => Some(type_),
            _ => None,
        }
    }

    /// Returns a type without aliases and null.
    pub(super) fn resolved(&self, type_: &'a Type) -> &'a Type {
        let mut at = type_;
        for _ in 0..LONGEST_CHAIN {
            at = match at {
                Type::Nullable(inner) => inner,
                Type::Custom(custom) => &custom.stands_for,
                Type::Named(id) => match &self.api.definition(*id).kind {
                    TypeKind::Alias(next) => next,
                    _ => return at,
                },
                _ => return at,
            };
        }
        at
    }

    /// Returns the fields of a type that is a struct.
    pub(super) fn members(&self, type_: &'a Type) -> Option<&'a Struct> {
        match self.resolved(type_) {
            Type::Named(id) => match &self.api.definition(*id).kind {
                TypeKind::Struct(object) => Some(object),
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns the type at a JSON pointer within a type, or `None` if the document does not define it.
    pub(super) fn member(&self, type_: &'a Type, pointer: &str) -> Option<&'a Type> {
        let mut at = type_;
        for token in pointer.split('/').skip(1) {
            let name = token.replace("~1", "/").replace("~0", "~");
            at = match self.resolved(at) {
                Type::Scalar(Scalar::Any) => return Some(&Type::Scalar(Scalar::Any)),
                Type::Map(value) => value,
                other => {
                    let object = self.members(other)?;
                    match object.fields.iter().find(|field| field.wire_name == name) {
                        Some(field) => &field.type_,
                        None => object.extra.as_ref()?,
                    }
                }
            };
        }
        Some(at)
    }

    /// Returns `true` if all variants of a type have a scalar field of this name.
    pub(super) fn has_scalar(&self, type_: &'a Type, name: &str) -> bool {
        if let Type::Named(id) = self.resolved(type_)
            && let TypeKind::Union(union) = &self.api.definition(*id).kind
        {
            let is_flat = |type_| self.members(type_).is_some();
            return !union.variants.is_empty()
                && union.variants.iter().all(|v| is_flat(&v.type_) && self.has_scalar(&v.type_, name));
        }
        let field = self.members(type_).and_then(|object| object.fields.iter().find(|field| field.wire_name == name));
        field.is_some_and(|field| self.is_scalar(&field.type_))
    }

    /// Returns the element type of an array.
    pub(super) fn elements(&self, type_: &'a Type) -> Option<&'a Type> {
        match self.resolved(type_) {
            Type::Array(element) => Some(element),
            _ => None,
        }
    }

    /// Returns `true` if values of a type can be sent in a query: strings and numbers.
    pub(super) fn is_scalar(&self, type_: &'a Type) -> bool {
        match self.resolved(type_) {
            Type::Scalar(scalar) => scalar.is_string() || scalar.is_number() || *scalar == Scalar::Any,
            Type::Named(id) => match &self.api.definition(*id).kind {
                TypeKind::StringEnum(_) | TypeKind::IntegerEnum(_) => true,
                TypeKind::Union(union) => union.variants.iter().all(|variant| {
                    matches!(
                        self.resolved(&variant.type_),
                        Type::Scalar(Scalar::String | Scalar::Integer(_) | Scalar::Number | Scalar::Uuid)
                    )
                }),
                _ => false,
            },
            _ => false,
        }
    }

    /// Returns `true` if values of a type are numbers.
    pub(super) fn is_number(&self, type_: &'a Type) -> bool {
        matches!(self.resolved(type_), Type::Scalar(scalar) if scalar.is_number())
    }

    /// Returns the parameters of its query, and properties of objects that are separate parameters there.
    pub(super) fn query(&self) -> impl Iterator<Item = (String, &'a Type)> + use<'a, '_> {
        let page = *self;
        self.operation
            .parameters
            .iter()
            .filter(|p| p.location == ParameterLocation::Query)
            .flat_map(move |parameter| page.names_in_query(parameter))
    }

    fn names_in_query(self, parameter: &'a Parameter) -> Vec<(String, &'a Type)> {
        let members = self.members(&parameter.type_).map(|object| object.fields.iter());
        match (parameter.style, members) {
            (ParameterStyle::DeepObject, Some(fields)) => {
                let name = |member: &str| format!("{}[{member}]", parameter.wire_name);
                fields.map(|field| (name(&field.wire_name), &field.type_)).collect()
            }
            (ParameterStyle::Form, Some(fields)) => {
                fields.map(|field| (field.wire_name.clone(), &field.type_)).collect()
            }
            _ => vec![(parameter.wire_name.clone(), &parameter.type_)],
        }
    }

    /// Returns the type of a query parameter, or of a property of the body if it is a JSON pointer.
    pub(super) fn parameter(&self, parameter: &str) -> Option<&'a Type> {
        if parameter.starts_with('/') {
            let body = self.operation.bodies.first()?;
            let BodyContent::Json(type_) = &body.content else { return None };
            return self.member(type_, parameter);
        }
        self.query().find(|(name, _)| name == parameter).map(|(_, type_)| type_)
    }

    /// Returns the document's query parameter of this name.
    pub(super) fn described_parameter(&self, parameter: &str) -> Option<&'a model::Parameter<'_>> {
        self.described.parameters.iter().find(|other| other.name == parameter && other.location == "query")
    }

    /// Returns an integer keyword of a parameter, such as its `default`.
    pub(super) fn keyword(&self, parameter: &str, keyword: &str) -> Option<u64> {
        let schema = self.described_parameter(parameter)?.schema.as_ref()?;
        let referred = || {
            let target: &Pointer = schema.reference.as_ref()?.target.as_ref().ok()?;
            self.model.schema(target)?.keyword(keyword)
        };
        match schema.keyword(keyword).or_else(referred)? {
            Value::Number(number) => number.as_u64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        }
    }
}
