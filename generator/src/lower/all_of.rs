//! Several schemas that a value must agree with at once.

use std::collections::HashSet;

use super::conditional::has_conditional_members;
use super::enumeration::enumeration_values;
use super::schema::{Part, stated_types};
use super::{Lowered, Lowering, Target};
use crate::diagnostics::Code;
use crate::ir::{Role, Type, TypeId};
use crate::model::{Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// The type of values that agree with all parts; `schema` is where they stand together.
    pub(super) fn intersection(&mut self, schema: &'m Schema<'d>, parts: &[Part<'m, 'd>], target: &Target) -> Lowered {
        let mut own = Vec::new();
        let mut seen = HashSet::from([&schema.origin]);
        self.expand(parts, &mut own, &mut seen);
        for part in &mut own {
            if let Part::Own(union) = *part
                && self.is_already_chosen(union, &seen)
            {
                *part = Part::Members(union);
            }
        }
        let is_union = |part: &Part<'m, 'd>| matches!(part, Part::Own(own) if self.is_union(own));
        let union = own.iter().position(is_union);
        if let Some(at) = union {
            let Part::Own(union) = own[at] else { return Lowered::new(Type::Any, false) };
            own[at] = Part::Members(union);
            if let Some(Part::Own(other)) = own.iter().find(|part| is_union(part)) {
                let origin = other.origin.clone();
                self.report(
                    Code::AllOfConflict,
                    &origin,
                    "only one union can be joined with other schemas; this one is left out",
                );
            }
            return self.union_with_members(schema, union, &members_only(&own), target);
        }
        let schemas: Vec<&'m Schema<'d>> = own.iter().filter_map(|part| part.own()).collect();
        if schemas.iter().all(|schema| is_object(schema)) {
            let type_ = self.object(schema, &schemas, target);
            if let Type::Named(id) = type_ {
                self.remember_restated(id, parts);
            }
            return Lowered::new(type_, false);
        }
        self.scalar_intersection(schema, &schemas, target)
    }

    /// Whether one of the members of a union is joined with it, as the children of a parent that lists them are: then
    /// the choice has been made.
    fn is_already_chosen(&self, union: &Schema<'d>, joined: &HashSet<&'m Pointer>) -> bool {
        let mut members = union.one_of.iter().chain(&union.any_of);
        members.any(|member| self.target(member).is_some_and(|target| joined.contains(&target.origin)))
    }

    /// Replaces references by what they point at, each once.
    pub(super) fn expand(
        &mut self,
        parts: &[Part<'m, 'd>],
        own: &mut Vec<Part<'m, 'd>>,
        seen: &mut HashSet<&'m Pointer>,
    ) {
        for part in parts {
            let Part::Reference(holder) = part else {
                own.push(*part);
                continue;
            };
            match self.target(holder) {
                Some(target) if seen.insert(&target.origin) => {
                    let parts = self.parts(target);
                    self.expand(&parts, own, seen);
                }
                Some(target) if self.is_own_ancestor(target, holder) => {
                    self.report(
                        Code::ReferenceCycle,
                        &holder.origin,
                        "`allOf` leads back to where it stands; this member is left out",
                    );
                }
                Some(_) => {}
                None => self.report_unresolved(holder, "this member is left out"),
            }
        }
    }

    /// Whether a reference stands inside what it points at.
    fn is_own_ancestor(&self, target: &Schema<'d>, holder: &Schema<'d>) -> bool {
        let mut at = Some(&holder.origin);
        while let Some(pointer) = at {
            if *pointer == target.origin {
                return true;
            }
            at = pointer.parent();
        }
        false
    }

    /// Values that are no objects: what says most decides, the others must not say otherwise.
    fn scalar_intersection(&mut self, schema: &'m Schema<'d>, schemas: &[&'m Schema<'d>], target: &Target) -> Lowered {
        let types = schemas.iter().map(|schema| stated_types(schema)).filter(|types| !types.is_empty());
        let common = types.fold(Types::all(), |common, types| common & widen(types));
        let elements: Vec<&'m Schema<'d>> = schemas.iter().filter_map(|schema| schema.items.as_deref()).collect();
        if common == Types::ARRAY && elements.len() > 1 {
            return Lowered::new(self.joined_list(schema, &elements, target), false);
        }
        // Of several lists of values the shortest: one narrows the other.
        let decisive = schemas
            .iter()
            .filter(|schema| schema.enumeration.is_some() || schema.constant.is_some())
            .min_by_key(|schema| enumeration_values(schema).len())
            .or_else(|| schemas.iter().find(|schema| schema.items.is_some() || schema.format.is_some()))
            .or_else(|| schemas.first());
        match decisive {
            Some(decisive) if !common.is_empty() => self.own(decisive, target),
            _ => {
                let message = "no value can be of all these types; any JSON value is accepted in their place";
                self.report(Code::AllOfConflict, &schema.origin, message);
                Lowered::new(Type::Any, false)
            }
        }
    }

    /// The type of lists whose elements agree with all of `elements`; `schema` is where they stand together.
    fn joined_list(&mut self, schema: &'m Schema<'d>, elements: &[&'m Schema<'d>], target: &Target) -> Type {
        let origins: Vec<Pointer> = elements.iter().map(|element| element.origin.clone()).collect();
        if self.joining_lists.contains(&origins) {
            let message = "the elements of this list lead back to it; any JSON value is accepted in their place";
            self.report(Code::ReferenceCycle, &schema.origin, message);
            return Type::Any;
        }
        self.joining_lists.push(origins);
        let element = self.declarations(elements, &target.within(Role::Element));
        self.joining_lists.pop();
        Type::Array(Box::new(element.into_type()))
    }

    /// Notes the components that an inline type may only be saying again.
    fn remember_restated(&mut self, id: TypeId, parts: &[Part<'m, 'd>]) {
        for part in parts {
            let Part::Reference(holder) = part else { continue };
            let component = self.target(holder).and_then(|target| self.components.get(&target.origin));
            if let Some(component) = component.filter(|component| **component != id) {
                self.restated.push((id, *component));
            }
        }
    }
}

impl<'m, 'd> Part<'m, 'd> {
    /// The schema that speaks, unless that is another one.
    pub(super) fn own(&self) -> Option<&'m Schema<'d>> {
        match self {
            Part::Own(schema) | Part::Members(schema) => Some(schema),
            Part::Reference(_) => None,
        }
    }
}

/// The same parts, with only what they say about members.
pub(super) fn members_only<'m, 'd>(parts: &[Part<'m, 'd>]) -> Vec<Part<'m, 'd>> {
    let says = |schema: &&Schema<'d>| {
        !schema.properties.is_empty() || !schema.required.is_empty() || has_conditional_members(schema)
    };
    parts.iter().filter_map(Part::own).filter(says).map(Part::Members).collect()
}

/// Every number is a number, also a whole one.
fn widen(types: Types) -> Types {
    if types.contains(Types::NUMBER) { types | Types::INTEGER } else { types }
}

/// Whether a schema is about objects and says nothing else.
pub(super) fn is_object(schema: &Schema<'_>) -> bool {
    schema.enumeration.is_none()
        && schema.constant.is_none()
        && !schema.never
        && (stated_types(schema) == Types::OBJECT || stated_types(schema).is_empty())
}
