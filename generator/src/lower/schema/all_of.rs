//! Intersections: `allOf`, siblings of `$ref`, and properties that several schemas declare.
//!
//! ```yaml
//! allOf: [{$ref: Pet}, {properties: {lives: {type: integer}}}]    # a struct with the properties of Pet and `lives`
//! allOf: [{enum: [a, b, c]}, {enum: [b, c, d]}]                   # an enum of b and c
//! allOf: [{enum: [a, b, c]}, {oneOf: [{const: b}, {const: c}]}]   # the same
//! allOf: [{oneOf: [{$ref: Cat}, {$ref: Dog}]}, {properties: …}]   # a union; Cat and Dog are joined with the properties
//! allOf: [{type: number}, {type: integer}]                        # an integer
//! allOf: [{type: string}, {type: object}]                         # no value is possible: reported, any JSON value
//! ```

use serde_json::Value;

use super::enumeration::{described_integers, enumeration_values, integers, strings};
use super::lowering::Lowered;
use super::lowering::SchemaLowering;
use super::parts::Part;
use super::parts::members_only;
use super::parts::states_format_only;
use super::types::stated_types;
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Role, Scalar, Type, TypeId};
use crate::lower::draft::Target;
use crate::lower::union::members::flatten;
use crate::model::{Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type of values that match all parts; `schema` contains them.
    pub(crate) fn intersection(&mut self, schema: &'m Schema<'d>, parts: &[Part<'m, 'd>], target: &Target) -> Lowered {
        let mut own = Vec::new();
        let mut seen = HashSet::from_iter([&schema.origin]);
        self.expand(parts, &mut own, &mut seen);
        for part in &mut own {
            if let Part::Own(union) = *part
                && self.is_already_chosen(union, &seen)
            {
                *part = Part::Members(union);
            }
        }
        let listed = self.without_listed_unions(&mut own);
        let is_union = |part: &Part<'m, 'd>| matches!(part, Part::Own(own) if self.is_union(own));
        let union = own.iter().position(is_union);
        if let Some(at) = union {
            let Part::Own(union) = own[at] else { return Lowered::new(Type::Scalar(Scalar::Any), false) };
            own[at] = Part::Members(union);
            if let Some(Part::Own(other)) = own.iter().find(|part| is_union(part)) {
                let origin = other.origin.clone();
                self.report(Code::AllOfConflict, &origin, "`allOf` can contain only one union; this one is ignored");
            }
            return self.union_with_members(schema, union, &members_only(&own), target);
        }
        let schemas: Vec<&'m Schema<'d>> = own.iter().filter_map(|part| part.own()).collect();
        if schemas.iter().all(|schema| states_format_only(schema)) {
            return Lowered::new(self.inferred(&schemas, target), false);
        }
        if schemas.iter().all(|schema| is_object(schema)) {
            let type_ = self.object(schema, &schemas, target);
            if let Type::Named(id) = type_ {
                self.remember_redundant_all_of(id, parts);
            }
            return Lowered::new(type_, false);
        }
        self.scalar_intersection(schema, &schemas, &listed, target)
    }

    /// Removes unions of listed values from the parts if another part is an enum, and returns the values of each union.
    fn without_listed_unions(&self, own: &mut Vec<Part<'m, 'd>>) -> Vec<Vec<&'d Value>> {
        let is_enum = |part: &Part<'m, 'd>| matches!(part, Part::Own(own) if is_list(own) && !own.has_union());
        let mut listed = Vec::new();
        if own.iter().any(is_enum) {
            own.retain(|part| {
                let values = part.own().and_then(|union| self.listed_by_union(union));
                let is_other = values.is_none();
                listed.extend(values);
                is_other
            });
        }
        listed
    }

    /// Returns the values that the members of a union list, or `None` if a member lists none.
    fn listed_by_union(&self, union: &'m Schema<'d>) -> Option<Vec<&'d Value>> {
        if !union.has_union() || !union.properties.is_empty() {
            return None;
        }
        let mut members = Vec::new();
        flatten(if union.one_of.is_empty() { &union.any_of } else { &union.one_of }, &mut members);
        let values = members.into_iter().map(|member| {
            let values = enumeration_values(self.resolve(member)?);
            (!values.is_empty()).then_some(values)
        });
        values.collect::<Option<Vec<_>>>().map(|values| values.concat())
    }

    /// Returns `true` if a member of a union is joined with that union, as are the subtypes of a parent that lists
    /// them: the member is known then.
    fn is_already_chosen(&self, union: &Schema<'d>, joined: &HashSet<&'m Pointer>) -> bool {
        let mut members = union.one_of.iter().chain(&union.any_of);
        members.any(|member| self.target(member).is_some_and(|target| joined.contains(&target.origin)))
    }

    /// Replaces references with their targets, each once.
    pub(crate) fn expand(
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
                        "`allOf` refers to the schema that contains it; this reference is ignored",
                    );
                }
                Some(_) => {}
                None => self.report_unresolved(holder, "the reference is ignored"),
            }
        }
    }

    /// Returns `true` if a reference is inside its own target.
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

    /// Intersects schemas that are not objects: returns the common values of enums, or else the most specific schema of
    /// the common type.
    fn scalar_intersection(
        &mut self,
        schema: &'m Schema<'d>,
        schemas: &[&'m Schema<'d>],
        listed: &[Vec<&'d Value>],
        target: &Target,
    ) -> Lowered {
        let types = schemas.iter().map(|schema| stated_types(schema)).filter(|types| !types.is_empty());
        let common = types.fold(Types::all(), |common, types| common & widen(types));
        let elements: Vec<&'m Schema<'d>> = schemas.iter().filter_map(|schema| schema.items.as_deref()).collect();
        if common == Types::ARRAY && elements.len() > 1 {
            return Lowered::new(self.joined_list(schema, &elements, target), false);
        }
        if common.is_empty() {
            let message = "no value can match the types of all schemas in `allOf`; any JSON value is accepted";
            self.report(Code::AllOfConflict, &schema.origin, message);
            return Lowered::new(Type::Scalar(Scalar::Any), false);
        }
        let lists: Vec<&'m Schema<'d>> = schemas.iter().filter(|schema| is_list(schema)).copied().collect();
        if !lists.is_empty() {
            return self.common_values(schema, &lists, listed, common, target);
        }
        let decisive = schemas.iter().find(|schema| schema.items.is_some() || schema.format.is_some());
        match (decisive.or_else(|| schemas.first()), narrowest(common)) {
            (Some(decisive), Some(types)) if types != Types::OBJECT => {
                Lowered::new(self.type_stated(decisive, types, target), false)
            }
            (Some(decisive), _) => self.own(decisive, target),
            (None, _) => Lowered::new(Type::Scalar(Scalar::Any), false),
        }
    }

    /// Returns the type of the values that all enums and unions list and that have a common type.
    fn common_values(
        &mut self,
        schema: &'m Schema<'d>,
        lists: &[&'m Schema<'d>],
        listed: &[Vec<&'d Value>],
        common: Types,
        target: &Target,
    ) -> Lowered {
        let Some(shortest) = lists.iter().copied().min_by_key(|list| enumeration_values(list).len()) else {
            return Lowered::new(Type::Scalar(Scalar::Any), false);
        };
        let all: Vec<&'d Value> = enumeration_values(shortest).into_iter().filter(|value| !value.is_null()).collect();
        let others = lists.iter().filter(|list| list.origin != shortest.origin);
        let others = others.map(|list| enumeration_values(list)).chain(listed.iter().cloned());
        let by_text = |values: Vec<&'d Value>| values.into_iter().map(|value| (comparable(value), value)).collect();
        let others: Vec<HashMap<String, &'d Value>> = others.map(by_text).collect();
        let is_common = |value: &&'d Value| {
            let is_whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
            let is_of_type = !shortest.types.is_empty()
                || common.intersects(type_of(value))
                || (is_whole && common.contains(Types::INTEGER));
            is_of_type && others.iter().all(|other| other.contains_key(&comparable(value)))
        };
        // The integer is preferred to `1.0`, whichever list is the shortest.
        let whole = |value: &'d Value| {
            let mut spellings = others.iter().filter_map(|other| other.get(&comparable(value)).copied());
            let is_whole = |value: &&'d Value| type_of(value) == Types::INTEGER;
            if value.is_f64() { spellings.find(is_whole).unwrap_or(value) } else { value }
        };
        let values: Vec<&'d Value> = all.iter().copied().filter(is_common).map(whole).collect();
        if values == all {
            return self.own(shortest, target);
        }
        if values.is_empty() {
            let message = "no value is in the `enum` of all schemas in `allOf`; any value of their type is accepted";
            self.report(Code::AllOfConflict, &schema.origin, message);
            let types = narrowest(common).or_else(|| all.first().map(|value| type_of(value)));
            let type_ = types.map_or(Type::Scalar(Scalar::Any), |types| self.type_stated(shortest, types, target));
            return Lowered::new(type_, false);
        }
        if let Some(strings) = strings(shortest, &values) {
            return Lowered::new(self.string_enumeration(schema, strings, target), false);
        }
        match integers(shortest, &values) {
            Some(integers) => {
                let values = described_integers(schema, shortest, integers);
                Lowered::new(self.integer_enumeration(schema, values, target), false)
            }
            None => self.own(shortest, target),
        }
    }

    /// Returns the type of arrays whose elements match all of `elements`; `schema` contains them.
    fn joined_list(&mut self, schema: &'m Schema<'d>, elements: &[&'m Schema<'d>], target: &Target) -> Type {
        let origins: Vec<Pointer> = elements.iter().map(|element| element.origin.clone()).collect();
        if self.in_progress.arrays.contains(&origins) {
            let message =
                "the elements of this array refer to the array itself; any JSON value is accepted as an element";
            self.report(Code::ReferenceCycle, &schema.origin, message);
            return Type::Scalar(Scalar::Any);
        }
        self.in_progress.arrays.push(origins);
        let element = self.declarations(elements, &target.within(Role::Element));
        self.in_progress.arrays.pop();
        Type::Array(Box::new(element.into_type()))
    }

    /// Records the components that may be equal to a type made by `allOf`.
    fn remember_redundant_all_of(&mut self, id: TypeId, parts: &[Part<'m, 'd>]) {
        for part in parts {
            let Part::Reference(holder) = part else { continue };
            let component = self.target(holder).and_then(|target| self.components.ids.get(&target.origin));
            if let Some(component) = component.filter(|component| **component != id) {
                self.draft.redundant_all_of.push((id, *component));
            }
        }
    }
}

/// Returns `true` if a schema lists its values.
fn is_list(schema: &Schema<'_>) -> bool {
    schema.enumeration.is_some() || schema.constant.is_some()
}

/// Returns the only type that values can have, or the wider of integer and number.
fn narrowest(types: Types) -> Option<Types> {
    match types {
        Types::BOOLEAN | Types::INTEGER | Types::NUMBER | Types::STRING | Types::ARRAY | Types::OBJECT => Some(types),
        types if types == Types::INTEGER | Types::NUMBER => Some(Types::NUMBER),
        _ => None,
    }
}

/// Returns the type of a value.
fn type_of(value: &Value) -> Types {
    match value {
        Value::Null => Types::NULL,
        Value::Bool(_) => Types::BOOLEAN,
        Value::Number(number) if number.is_f64() => Types::NUMBER,
        Value::Number(_) => Types::INTEGER,
        Value::String(_) => Types::STRING,
        Value::Array(_) => Types::ARRAY,
        Value::Object(_) => Types::OBJECT,
    }
}

/// Returns a value as a string that is equal for equal values: `1.0` is `1`.
fn comparable(value: &Value) -> String {
    match (value.as_i64(), value.as_f64()) {
        (None, Some(number)) => number.to_string(),
        _ => value.to_string(),
    }
}

/// Adds `integer` to sets with `number`: every integer is a number.
fn widen(types: Types) -> Types {
    if types.contains(Types::NUMBER) { types | Types::INTEGER } else { types }
}

/// Returns `true` if a schema accepts objects or does not restrict the type.
pub(crate) fn is_object(schema: &Schema<'_>) -> bool {
    schema.enumeration.is_none()
        && schema.constant.is_none()
        && !schema.never
        && (stated_types(schema) == Types::OBJECT || stated_types(schema).is_empty())
}
