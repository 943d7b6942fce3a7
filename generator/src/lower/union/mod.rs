//! Unions: `oneOf` and `anyOf`, except where a simpler type suffices.
//!
//! ```yaml
//! anyOf: [{type: string, enum: [a]}, {type: string}]             # an enum: enums are open anyway
//! oneOf: [{$ref: Pet}, {type: 'null'}]                           # a nullable Pet
//! anyOf: [{required: [a]}, {required: [b]}]                      # no union: only limits which properties are present
//! {properties: {id: …}, oneOf: [{$ref: Cat}, {$ref: Dog}]}       # a union whose variants all have `id`, too
//! ```
//!
//! `dispatch.rs` works out later how a value finds its variant.

mod by_constant;
mod by_enum;
mod by_pattern;
mod cycles;
mod discriminator;
pub(super) mod dispatch;
mod inheritance;
mod required_siblings;
mod tag;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::Value;

use super::schema::conditional::has_conditional_members;
use super::schema::enumeration::{enumeration_values, integer, strings};
use super::schema::object::literal;
use super::schema::{Part, integer_type, stated_types, type_name};
use crate::diagnostics::Code;
use crate::ir::{Documentation, EnumerationValue, Integer, NameHint, Role, Type, TypeId, Variant};
use crate::lower::documentation;
use crate::lower::draft::PendingUnion;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::Lowered;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{Discriminator, MappingTarget, Schema, Types};
use crate::source::Pointer;

/// The most variants that may be joined with siblings of their union. Unions of unions that are joined with something
/// double with every level; no real document comes near.
pub(super) const MOST_JOINS: usize = 10_000;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns `true` if a schema chooses between shapes. Members that only limit values or list required properties
    /// do not: `{type: string, anyOf: [{format: ipv4}, {format: ipv6}]}` is a string.
    pub(super) fn is_union(&self, schema: &Schema<'d>) -> bool {
        let mut members = Vec::new();
        flatten(&schema.one_of, &mut members);
        flatten(&schema.any_of, &mut members);
        !members.iter().all(|member| is_constraint(member))
    }

    /// Lowers a schema with `oneOf` or `anyOf`, and perhaps properties that all variants share.
    pub(super) fn union(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        let has_members =
            !schema.properties.is_empty() || !schema.required.is_empty() || has_conditional_members(schema);
        let siblings = if has_members { vec![Part::Members(schema)] } else { Vec::new() };
        self.union_with_members(schema, schema, &siblings, target)
    }

    /// Lowers `union`, each of whose variants is joined with `siblings`; `schema` contains all of them.
    pub(super) fn union_with_members(
        &mut self,
        schema: &'m Schema<'d>,
        union: &'m Schema<'d>,
        siblings: &[Part<'m, 'd>],
        target: &Target,
    ) -> Lowered {
        if !union.one_of.is_empty() && !union.any_of.is_empty() {
            let message = "`anyOf` beside `oneOf` is left out; values are read by `oneOf`";
            self.report(Code::UnsupportedKeyword, &union.origin.join("anyOf"), message);
        }
        let listed = if union.one_of.is_empty() { &union.any_of } else { &union.one_of };
        let mut members = Vec::new();
        flatten(listed, &mut members);
        let nullable = members.iter().any(|member| self.is_nullable(member)) || union.nullable;
        members.retain(|member| !self.is_only_null(member));
        if members.is_empty() {
            return Lowered::new(Type::Any, nullable);
        }
        let mut referred = HashSet::new();
        members.retain(|member| match (self.parts(member).as_slice(), self.target(member)) {
            ([Part::Reference(_)], Some(target)) => referred.insert(&target.origin),
            _ => true,
        });
        let property = union.discriminator.as_ref().or(schema.discriminator.as_ref()).map(|tag| tag.property);
        let adds = members.iter().any(|member| self.adds_to(siblings, member, property));
        let siblings = if adds { siblings } else { &[] };
        let leads_elsewhere = |member: &Schema<'d>| {
            let discriminator = union.discriminator.as_ref().or(schema.discriminator.as_ref());
            let mut mapped = discriminator.into_iter().flat_map(|discriminator| &discriminator.mapping);
            mapped.any(|(_, leads)| self.target(member).is_none_or(|target| target.origin != leads.target))
        };
        let is_whole = !matches!(members.as_slice(), [only] if leads_elsewhere(only));
        if siblings.is_empty() && is_whole {
            if let [only] = members.as_slice() {
                return Lowered::new(self.schema(only, target).type_, nullable);
            }
            if let Some(type_) = self.simple_union(schema, stated_types(union), &members, target) {
                return Lowered::new(type_, nullable);
            }
        }
        let type_ = self.variants(schema, union, &members, siblings, target);
        Lowered::new(type_, nullable)
    }

    /// Returns the type of a union that needs none, since its members are all strings, all numbers or all booleans.
    /// Members without a type have those of the union.
    fn simple_union(
        &mut self,
        schema: &'m Schema<'d>,
        union_types: Types,
        members: &[&'m Schema<'d>],
        target: &Target,
    ) -> Option<Type> {
        let resolve = |member: &&'m Schema<'d>| if is_shapeless(member) { Some(*member) } else { self.resolve(member) };
        let resolved: Vec<&'m Schema<'d>> = members.iter().map(resolve).collect::<Option<_>>()?;
        let types = |member: &&'m Schema<'d>| {
            scalar_type(member, if is_shapeless(member) { union_types } else { member.types })
        };
        let types: Vec<Types> = resolved.iter().map(types).collect::<Option<_>>()?;
        let listed = |schema: &Schema<'d>| schema.enumeration.is_some() || schema.constant.is_some();
        if types.iter().all(|types| *types == Types::STRING) {
            let enumerations: Vec<usize> = (0..members.len()).filter(|&at| listed(resolved[at])).collect();
            return match enumerations.as_slice() {
                [] => Some(Type::String),
                [only] if members[*only].reference.is_some() => Some(self.schema(members[*only], target).type_),
                several => {
                    let mut all = IndexMap::new();
                    for &at in several {
                        all.extend(described_strings(resolved[at])?);
                    }
                    Some(self.string_enumeration(schema, all, target))
                }
            };
        }
        if types.iter().all(|types| *types == Types::INTEGER) && resolved.iter().any(|schema| listed(schema)) {
            let enumerations: Vec<usize> = (0..members.len()).filter(|&at| listed(resolved[at])).collect();
            return match enumerations.as_slice() {
                [only] if members[*only].reference.is_some() => Some(self.schema(members[*only], target).type_),
                several => {
                    let values =
                        several.iter().map(|&at| described_integers(resolved[at])).collect::<Option<Vec<_>>>()?;
                    Some(self.integer_enumeration(schema, values.into_iter().flatten(), target))
                }
            };
        }
        if types.iter().all(|types| *types == Types::BOOLEAN) {
            return Some(Type::Boolean);
        }
        let is_number = |types: &Types| matches!(*types, Types::INTEGER | Types::NUMBER);
        if types.iter().all(is_number) && !resolved.iter().any(|schema| listed(schema)) {
            let integers = resolved.iter().map(|schema| integer_type(schema));
            let whole = types.iter().all(|types| *types == Types::INTEGER);
            return Some(if whole { Type::Integer(Integer::of_all(integers)) } else { Type::Number });
        }
        None
    }

    /// Returns `true` if a schema accepts null and nothing else, itself or by reference.
    pub(super) fn is_only_null(&self, schema: &Schema<'d>) -> bool {
        self.finds_only_null(schema, &mut HashMap::new())
    }

    /// `known` caches results; a schema that refers to itself is not null by that.
    fn finds_only_null<'s>(&'s self, schema: &'s Schema<'d>, known: &mut HashMap<&'s Pointer, bool>) -> bool {
        if !schema.leads_on() || is_null(schema) {
            return is_null(schema);
        }
        if let Some(known) = known.get(&schema.origin) {
            return *known;
        }
        known.insert(&schema.origin, false);
        let members = if schema.one_of.is_empty() { &schema.any_of } else { &schema.one_of };
        let found = self.target(schema).is_some_and(|target| self.finds_only_null(target, known))
            || schema.all_of.iter().any(|member| self.finds_only_null(member, known))
            || (!members.is_empty() && members.iter().all(|member| self.finds_only_null(member, known)));
        known.insert(&schema.origin, found);
        found
    }

    /// Follows references while nothing is beside them. Returns `None` for a schema of several parts or one with a
    /// type override.
    pub(super) fn resolve(&self, member: &'m Schema<'d>) -> Option<&'m Schema<'d>> {
        /// Longer chains are reported as cycles where they are lowered.
        const LONGEST: usize = 16;
        let mut at = member;
        for _ in 0..LONGEST {
            if self.is_overridden(at) {
                return None;
            }
            match self.parts(at).as_slice() {
                [Part::Own(own)] => return Some(own),
                [Part::Reference(holder)] => at = self.target(holder)?,
                _ => return None,
            }
        }
        None
    }

    fn variants(
        &mut self,
        schema: &'m Schema<'d>,
        union: &'m Schema<'d>,
        members: &[&'m Schema<'d>],
        siblings: &[Part<'m, 'd>],
        target: &Target,
    ) -> Type {
        let mut joined: Vec<Pointer> = siblings.iter().filter_map(Part::own).map(|part| part.origin.clone()).collect();
        joined.push(union.origin.clone());
        if let Some(id) = self.in_progress.same(&joined) {
            return Type::Named(id);
        }
        let id = self.draft.place(schema, target);
        self.in_progress.types.push((joined, id));
        let owner = Target::Component(id);
        let discriminator = union.discriminator.as_ref().or(schema.discriminator.as_ref());
        let property = discriminator.map(|discriminator| discriminator.property);
        let (mut variants, mut listed, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (index, member) in members.iter().enumerate() {
            let label = self.label(member, property).unwrap_or_else(|| (index + 1).to_string());
            let target = owner.within(Role::Variant(label));
            let inherits = is_shapeless(member) && siblings.is_empty() && !stated_types(union).is_empty();
            let lowered = match inherits {
                true => self.stated(union, &target),
                false => self.member(member, siblings, property, &target),
            };
            if !seen.insert(lowered.type_.clone()) {
                continue;
            }
            listed.push(self.component_of(member));
            variants.push(Variant {
                origin: member.origin.clone(),
                type_: lowered.type_,
                names: member
                    .title
                    .iter()
                    .filter(|_| member.reference.is_none())
                    .map(|title| title.to_string())
                    .collect(),
                documentation: documentation::of_schema(member),
            });
        }
        self.in_progress.types.pop();
        let mapping = discriminator.map(|discriminator| self.mapping(discriminator));
        let default = discriminator.and_then(|discriminator| self.mapped_type(discriminator.default.as_ref()?));
        let pending = PendingUnion {
            id,
            property: property.map(str::to_owned),
            mapping: mapping.unwrap_or_default(),
            listed,
            default,
            is_family: false,
        };
        self.draft.set_union(variants, pending);
        Type::Named(id)
    }

    /// Lowers a variant, joined with the siblings of its union.
    fn member(
        &mut self,
        member: &'m Schema<'d>,
        siblings: &[Part<'m, 'd>],
        tag: Option<&str>,
        target: &Target,
    ) -> Lowered {
        if !self.adds_to(siblings, member, tag) {
            return self.schema(member, target);
        }
        self.in_progress.joins += 1;
        if self.in_progress.joins > MOST_JOINS {
            let message = format!(
                "more than {MOST_JOINS} pairs of schemas would have to be joined; any JSON value is accepted in their place"
            );
            self.report(Code::AllOfConflict, &member.origin, message);
            return Lowered::new(Type::Any, false);
        }
        let mut parts = siblings.to_vec();
        parts.extend(self.parts(member));
        let lowered = self.intersection(member, &parts, target);
        self.note_fallback(&[member], &lowered.type_);
        lowered
    }

    /// Returns the discriminator's mapping with each target resolved to a type.
    pub(super) fn mapping(&mut self, discriminator: &Discriminator<'d>) -> Vec<(String, Type)> {
        let mut mapping = Vec::new();
        for (value, target) in &discriminator.mapping {
            mapping.extend(self.mapped_type(target).map(|type_| ((*value).to_owned(), type_)));
        }
        mapping
    }

    /// Returns the type of a mapping's target, or `None`, reported, if there is no such schema.
    pub(super) fn mapped_type(&mut self, target: &MappingTarget) -> Option<Type> {
        let id = self.components.ids.get(&target.target).copied();
        let type_ = id.map(Type::Named).or_else(|| self.component_override(&target.target));
        if type_.is_none() {
            let message = format!(
                "nothing that can be read stands at `{}`; the discriminator leads nowhere there",
                target.target
            );
            self.report(Code::UnresolvedReference, &target.origin, message);
        }
        type_
    }

    /// Returns the component that a member refers to.
    pub(super) fn component_of(&self, member: &Schema<'d>) -> Option<TypeId> {
        self.components.ids.get(&self.target(member)?.origin).copied()
    }

    /// Returns a name for a variant without one: its component, its title, its tag, or its type.
    pub(super) fn label(&self, member: &'m Schema<'d>, property: Option<&str>) -> Option<String> {
        if let Some(id) = self.component_of(member)
            && let NameHint::Component(name) = &self.draft.api.definition(id).name
        {
            return Some(name.clone());
        }
        if let Some(title) = &member.title {
            return Some(title.to_string());
        }
        let tag = |name: &str| literal(&[member.properties.get(name)?])?.as_str().map(str::to_owned);
        let tags = property.into_iter().chain(["type", "kind", "object", "event"]);
        if let Some(tag) = tags.into_iter().find_map(tag) {
            return Some(tag);
        }
        match stated_types(member) {
            Types::OBJECT => member.required.first().map(|name| (*name).to_owned()),
            types if types.iter().count() == 1 => Some(type_name(types).to_owned()),
            _ => None,
        }
    }
}

/// Collects the members of a union, and those of unions without a discriminator directly inside it.
pub(super) fn flatten<'m, 'd>(listed: &'m [Schema<'d>], members: &mut Vec<&'m Schema<'d>>) {
    for member in listed {
        let inner = if member.one_of.is_empty() { &member.any_of } else { &member.one_of };
        let is_plain = member.reference.is_none()
            && member.all_of.is_empty()
            && member.properties.is_empty()
            && member.discriminator.is_none()
            && member.title.is_none()
            && (member.one_of.is_empty() || member.any_of.is_empty());
        if !inner.is_empty() && is_plain {
            flatten(inner, members);
        } else {
            members.push(member);
        }
    }
}

/// Returns `true` if a schema itself accepts null and nothing else.
pub(super) fn is_null(schema: &Schema<'_>) -> bool {
    if schema.types == Types::NULL {
        return true;
    }
    let values = enumeration_values(schema);
    !values.is_empty() && values.iter().all(|value| value.is_null())
}

/// Returns `true` if a member does not restrict the types of values.
fn is_shapeless(schema: &Schema<'_>) -> bool {
    schema.reference.is_none() && schema.all_of.is_empty() && !schema.has_shape()
}

/// Returns the first member of a union if all members only state the same format.
pub(super) fn common_format<'m, 'd>(schema: &'m Schema<'d>) -> Option<&'m Schema<'d>> {
    let mut members = Vec::new();
    flatten(&schema.one_of, &mut members);
    flatten(&schema.any_of, &mut members);
    let first = *members.first()?;
    let is_same = |member: &&Schema<'d>| is_shapeless(member) && member.format == first.format;
    (schema.format.is_none() && first.format.is_some() && members.iter().all(is_same)).then_some(first)
}

/// Returns `true` if a member does not describe a shape, but at most which properties are required or forbidden.
fn is_constraint(schema: &Schema<'_>) -> bool {
    is_shapeless(schema) || requires_only(schema)
}

fn requires_only(schema: &Schema<'_>) -> bool {
    schema.reference.is_none()
        && schema.all_of.is_empty()
        && schema.one_of.is_empty()
        && schema.any_of.is_empty()
        && schema.properties.values().all(|property| !property.has_shape() && property.reference.is_none())
        && schema.items.is_none()
        && schema.enumeration.is_none()
        && schema.constant.is_none()
        && matches!(schema.types, Types::OBJECT) | schema.types.is_empty()
        && (!schema.required.is_empty() || schema.keyword("not").is_some())
}

/// Returns the type of a member that is a string or a number.
fn scalar_type(schema: &Schema<'_>, types: Types) -> Option<Types> {
    let values = enumeration_values(schema);
    match types.difference(Types::NULL) {
        types if types.is_empty() && !values.is_empty() && values.iter().all(|value| value.is_string()) => {
            Some(Types::STRING)
        }
        types if types.is_empty() && !values.is_empty() && values.iter().all(|value| value.is_i64()) => {
            Some(Types::INTEGER)
        }
        types if types.is_empty() && !values.is_empty() && values.iter().all(|value| value.is_boolean()) => {
            Some(Types::BOOLEAN)
        }
        types @ (Types::STRING | Types::INTEGER | Types::NUMBER | Types::BOOLEAN) if !schema.has_union() => Some(types),
        _ => None,
    }
}

impl Schema<'_> {
    /// Returns `true` if a schema refers to others.
    pub(super) fn leads_on(&self) -> bool {
        self.reference.is_some() || self.has_union() || !self.all_of.is_empty()
    }

    pub(super) fn has_union(&self) -> bool {
        !self.one_of.is_empty() || !self.any_of.is_empty()
    }
}

/// Returns the integers that a member lists. Its own documentation describes its only integer.
fn described_integers(schema: &Schema<'_>) -> Option<Vec<EnumerationValue<i128>>> {
    let values = enumeration_values(schema);
    let is_only = values.len() == 1;
    let text = |text: &Option<Cow<'_, str>>| text.as_deref().filter(|_| is_only).map(str::to_owned);
    let value = |value: &Value| {
        let documentation = if is_only { documentation::of_value(schema) } else { Documentation::default() };
        Some(EnumerationValue { value: integer(schema, value)?, name: text(&schema.title), documentation })
    };
    values.into_iter().filter(|value| !value.is_null()).map(value).collect()
}

/// Returns the strings that a member lists. Its own documentation describes its only string.
fn described_strings(schema: &Schema<'_>) -> Option<IndexMap<String, Documentation>> {
    let values = enumeration_values(schema);
    let values: Vec<_> = values.into_iter().filter(|value| !value.is_null()).collect();
    let mut strings = strings(schema, &values)?;
    if let [(_, described)] = strings.iter_mut().collect::<Vec<_>>().as_mut_slice() {
        **described = documentation::of_value(schema);
    }
    Some(strings)
}
