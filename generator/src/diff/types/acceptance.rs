//! Whether the values of one type are values of another, as far as their structure shows.
//!
//! ```text
//! integer                 {oneOf: [string, number]}                         accepted: integers are numbers
//! {name: string}          {oneOf: [{required: [tag]}, {required: [id]}]}    not accepted: neither property is given
//! ```

use super::{Shape, Side};
use crate::diff::comparison::Comparison;
use crate::ir::{Struct, Type, TypeKind};

impl Comparison<'_> {
    /// Returns `true` if a union has a member that accepts the values of a type. The sides are those of the union and of
    /// the type.
    pub(super) fn accepts(&self, [side, other]: [&Side<'_>; 2], union: &Type, values: &Type) -> bool {
        let Type::Named(id) = union else { return false };
        let TypeKind::Union(union) = &side.api.definition(*id).kind else { return false };
        union.variants.iter().any(|variant| self.is_accepted([side, other], &variant.type_, values))
    }

    fn is_accepted(&self, [side, other]: [&Side<'_>; 2], wide: &Type, narrow: &Type) -> bool {
        if let (Type::Named(wide), Type::Named(narrow)) = (wide, narrow)
            && (self.are_matched(*narrow, *wide) || self.are_matched(*wide, *narrow))
        {
            return true;
        }
        match (Shape::of(side, wide), Shape::of(other, narrow)) {
            (Shape::Any, _) | (Shape::Map, Shape::Object) => true,
            (Shape::Text, Shape::Texts) | (Shape::Integer, Shape::Integers) => true,
            (Shape::Number, Shape::Integer | Shape::Integers) => true,
            (Shape::Object, Shape::Object) => match (as_struct(side, wide), as_struct(other, narrow)) {
                (Some(wide), Some(narrow)) => is_accepted_object([side, other], wide, narrow),
                _ => false,
            },
            (wide, narrow) => wide == narrow,
        }
    }
}

/// Returns `true` if objects have every property that is required, with a value that may be accepted.
fn is_accepted_object([side, other]: [&Side<'_>; 2], wide: &Struct, narrow: &Struct) -> bool {
    let given = |name: &str| narrow.fields.iter().find(|field| field.wire_name == name && field.required);
    let constant = |name: &str| narrow.literals.iter().find(|literal| literal.wire_name == name);
    let has_field = wide.fields.iter().filter(|field| field.required).all(|field| {
        let is_alike = |other_type: &Type| Shape::of(side, &field.type_) == Shape::of(other, other_type);
        constant(&field.wire_name).is_some() || given(&field.wire_name).is_some_and(|given| is_alike(&given.type_))
    });
    let has_literal = wide.literals.iter().all(|literal| match constant(&literal.wire_name) {
        Some(own) => own.value == literal.value,
        None => given(&literal.wire_name).is_some(),
    });
    has_field && has_literal
}

fn as_struct<'s>(side: &'s Side<'_>, type_: &Type) -> Option<&'s Struct> {
    match side.resolved(type_) {
        Type::Nullable(inner) => as_struct(side, inner),
        Type::Named(id) => match &side.api.definition(*id).kind {
            TypeKind::Struct(object) => Some(object),
            _ => None,
        },
        _ => None,
    }
}
