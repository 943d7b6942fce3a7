//! Unions: `oneOf` and `anyOf`, unless a simpler type suffices.
//!
//! ```yaml
//! anyOf: [{type: string, enum: [a]}, {type: string}]             # an enum: enums are open anyway
//! oneOf: [{$ref: Pet}, {type: 'null'}]                           # a nullable Pet
//! anyOf: [{required: [a]}, {required: [b]}]                      # no union: only limits which properties are present
//! {properties: {id: …}, oneOf: [{$ref: Cat}, {$ref: Dog}]}       # a union whose variants all have `id`, too
//! ```
//!
//! `dispatch.rs` decides later how values are dispatched to variants.

mod by_constant;
mod by_enum;
mod by_pattern;
mod cycles;
mod discriminator;
pub(super) mod dispatch;
mod inheritance;
pub(super) mod members;
mod required_siblings;
mod simple;
mod tag;

use super::schema::conditional::has_conditional_members;
use super::schema::object::literal;
use crate::diagnostics::Code;
use crate::hash::HashSet;
use crate::ir::{NameHint, Role, Scalar, Type, TypeId, Variant};
use crate::lower::documentation;
use crate::lower::draft::PendingUnion;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::Lowered;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::parts::Part;
use crate::lower::schema::types::stated_types;
use crate::lower::schema::types::type_name;
use crate::model::{Discriminator, MappingTarget, Schema, Types};
use crate::source::Pointer;
use members::{flatten, is_shapeless};

/// The maximum number of variants that are joined with siblings of their union. The number doubles with each level of
/// nested unions; no real document is near the limit.
pub(super) const MOST_JOINS: usize = 10_000;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Lowers a schema with `oneOf` or `anyOf`, including properties that all variants share.
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
            let message = "a schema cannot have both `oneOf` and `anyOf`; `anyOf` is ignored";
            self.report(Code::UnsupportedKeyword, &union.origin.join("anyOf"), message);
        }
        let listed = if union.one_of.is_empty() { &union.any_of } else { &union.one_of };
        let mut members = Vec::new();
        flatten(listed, &mut members);
        let nullable = members.iter().any(|member| self.is_nullable(member)) || union.nullable;
        members.retain(|member| !self.is_only_null(member));
        if members.is_empty() {
            return Lowered::new(Type::Scalar(Scalar::Any), nullable);
        }
        let mut referred = HashSet::default();
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
        let (mut variants, mut listed, mut seen) = (Vec::new(), Vec::new(), HashSet::default());
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
                "combining `allOf` and unions requires more than {MOST_JOINS} schemas; any JSON value is accepted"
            );
            self.report(Code::AllOfConflict, &member.origin, message);
            return Lowered::new(Type::Scalar(Scalar::Any), false);
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

    /// Returns the type of a mapping's target, or reports that the schema does not exist and returns `None`.
    pub(super) fn mapped_type(&mut self, target: &MappingTarget) -> Option<Type> {
        let id = self.components.ids.get(&target.target).copied();
        let type_ = id.map(Type::Named).or_else(|| self.component_override(&target.target));
        if type_.is_none() {
            let message = format!("cannot find a schema at `{}`; this discriminator mapping is ignored", target.target);
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
