//! Schemas: a type for each, and whether it is nullable.
//!
//! ```yaml
//! {type: integer, format: int32}                              # i32
//! {type: object, properties: {id: {type: string}}}            # a struct
//! {$ref: Pet}                                                 # the type of the component
//! {allOf: [{$ref: Pet}, {…}]}                                 # several parts: all_of.rs
//! {oneOf: [{$ref: Cat}, {$ref: Dog}]}                         # lower/union/
//! {}                                                          # any JSON value
//! ```

pub(super) mod all_of;
mod array;
mod components;
pub(super) mod conditional;
pub(super) mod enumeration;
mod fallback;
pub(super) mod lowering;
pub(super) mod null;
pub(super) mod object;
pub(super) mod parts;
mod reference;
mod scalar;
pub(super) mod shape;
pub(super) mod types;

use crate::diagnostics::Code;
use crate::ir::{Role, Scalar, Type, Variant};
use crate::lower::draft::Target;
use crate::lower::union::members::common_format;
use crate::model::{Schema, Types};
use enumeration::enumeration_values;
use lowering::Lowered;
use lowering::SchemaLowering;
use parts::Part;
use types::{integer_type, is_integer, stated_types, string, type_name};

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Lowers a schema.
    pub(super) fn schema(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        if let Some(overridden) = self.type_override(schema) {
            return overridden;
        }
        let parts = self.parts(schema);
        let nullable = self.is_nullable(schema);
        let lowered = match parts.as_slice() {
            [] => Lowered::new(self.inferred(&[schema], target), false),
            // A subtype that adds nothing to its parent is not another name for it.
            [Part::Reference(holder)] if !self.components.subtypes.contains(&schema.origin) => self.reference(holder),
            [Part::Own(own) | Part::Members(own)] => self.own(own, target),
            _ => self.intersection(schema, &parts, target),
        };
        self.note_fallback(&[schema], &lowered.type_);
        Lowered::new(lowered.type_, nullable)
    }

    /// Lowers a schema without its `$ref` and `allOf`.
    pub(super) fn own(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        if schema.never {
            self.report(
                Code::NeverSchema,
                &schema.origin,
                "this schema rejects every value; any JSON value is accepted instead",
            );
            return Lowered::new(Type::Scalar(Scalar::Any), false);
        }
        if schema.constant.is_some() || schema.enumeration.is_some() {
            if !is_list_of_listed(schema) {
                return self.enumeration(schema, target);
            }
            let element = match &schema.items {
                Some(items) if items.enumeration.is_some() || items.constant.is_some() => {
                    return Lowered::new(self.array(schema, target), schema.nullable);
                }
                _ => self.enumeration(schema, &target.within(Role::Element)),
            };
            return Lowered::new(Type::Array(Box::new(element.type_)), schema.nullable);
        }
        if self.is_union(schema) {
            return self.union(schema, target);
        }
        match (common_format(schema), stated_types(schema)) {
            (Some(formatted), types) if types.iter().count() == 1 => {
                Lowered::new(self.type_stated(formatted, types, target), schema.nullable)
            }
            _ => self.stated(schema, target),
        }
    }

    /// Lowers a schema by its types and the keywords of each type.
    pub(super) fn stated(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        let nullable = schema.nullable;
        let types: Vec<Types> = stated_types(schema).iter().collect();
        let type_ = match types.as_slice() {
            [] => Type::Scalar(Scalar::Any),
            [one] => self.type_stated(schema, *one, target),
            [Types::INTEGER, Types::NUMBER] => self.type_stated(schema, Types::NUMBER, target),
            several => self.type_union(schema, several, target),
        };
        Lowered::new(type_, nullable)
    }

    /// Returns the type of a schema's values of one JSON type.
    pub(super) fn type_stated(&mut self, schema: &'m Schema<'d>, types: Types, target: &Target) -> Type {
        if let Some(overridden) = self.format_override(schema, types) {
            return overridden;
        }
        match types {
            Types::BOOLEAN => Type::Scalar(Scalar::Boolean),
            Types::INTEGER => Type::Scalar(Scalar::Integer(integer_type(schema))),
            Types::NUMBER if is_integer(schema) => Type::Scalar(Scalar::Integer(integer_type(schema))),
            Types::NUMBER => Type::Scalar(Scalar::Number),
            Types::STRING => string(schema),
            Types::ARRAY => self.array(schema, target),
            Types::OBJECT => self.object(schema, &[schema], target),
            _ => Type::Scalar(Scalar::Any),
        }
    }

    /// Turns a schema with several types into a union of these types.
    fn type_union(&mut self, schema: &'m Schema<'d>, types: &[Types], target: &Target) -> Type {
        let id = self.draft.place(schema, target);
        let owner = Target::Component(id);
        let mut variants = Vec::new();
        for &one in types {
            let name = type_name(one);
            let type_ = self.type_stated(schema, one, &owner.within(Role::Variant(name.to_owned())));
            variants.push(Variant {
                origin: schema.origin.clone(),
                type_,
                names: Vec::new(),
                documentation: Default::default(),
            });
        }
        self.draft.set_union_by_shape(id, variants);
        Type::Named(id)
    }
}

/// Returns `true` if the `enum` of an array schema lists elements instead of arrays.
fn is_list_of_listed(schema: &Schema<'_>) -> bool {
    let values = enumeration_values(schema);
    stated_types(schema) == Types::ARRAY && values.iter().all(|value| !value.is_array())
}
