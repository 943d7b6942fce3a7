//! Deduplication: inline types of equal shape become one.
//!
//! ```yaml
//! # two operations:  404: {properties: {message: {type: string}}}     one type for both: errors of equal shape
//! # two schemas:     agent: {properties: {id: {type: string}}}        one type: the same property with the same shape
//! # one schema:      agent: {…}, customer: {…}                        two types: different properties
//! Copy: {allOf: [{$ref: Pet}]}                                        # an alias of Pet
//! ```
//!
//! Documentation does not affect the shape. Request bodies and successful responses belong to their operations and are
//! never merged.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;

use super::Passes;
use super::type_uses::{rename, replace};
use crate::ir::{Api, NameContext, NameHint, Owner, Role, Scalar, StructForm, Type, TypeId, TypeKind};

/// The shape of a definition, in which classes of equal types replace types.
#[derive(PartialEq, Eq, Hash)]
enum Shape {
    Struct { literals: Vec<(String, String)>, fields: Vec<FieldShape>, extra: Option<Type>, form: StructForm },
    Strings(Vec<String>),
    Integers(Vec<i128>),
    Union { variants: Vec<Type>, property: Option<String> },
    Alias(Type),
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
struct FieldShape {
    wire_name: String,
    type_: String,
    required: bool,
    nullable: bool,
    read_only: bool,
    write_only: bool,
}

impl Passes<'_, '_> {
    /// Merges types of equal shape, and replaces every use of a merged type.
    pub(super) fn merge_equal_types(&mut self) {
        let representatives = self.representatives();
        self.alias_redundant_all_of();
        let draft = &mut self.draft;
        join_contexts(&mut draft.api, &representatives);
        replace(&mut draft.api, &representatives);
        draft.unions.retain(|pending| representatives[pending.id.0] == pending.id);
        for pending in &mut draft.unions {
            pending.mapping.iter_mut().for_each(|(_, type_)| rename(type_, &representatives));
        }
        for (form, component) in &mut draft.forms {
            (*form, *component) = (representatives[form.0], representatives[component.0]);
        }
        draft.replaced_by_files.iter_mut().for_each(|replaced| *replaced = representatives[replaced.0]);
        for (id, _) in representatives.iter().enumerate().filter(|(id, first)| first.0 != *id) {
            // Its kind must not count as a use of other types.
            draft.set_kind(TypeId(id), TypeKind::Alias(Type::Scalar(Scalar::Any)));
            draft.removed.insert(TypeId(id));
        }
    }

    /// Returns for each type the first one equal to it, which most often is itself.
    fn representatives(&self) -> Vec<TypeId> {
        let api = &self.draft.api;
        let mut classes: Vec<usize> = (0..api.types.len()).collect();
        let properties = self.properties_of_unions();
        let mut known: HashMap<(Vec<Role>, Shape), usize> = HashMap::new();
        // Types inside a type have higher ids, so their classes are known by then.
        for id in api.type_ids().collect::<Vec<_>>().into_iter().rev() {
            if let NameHint::Inline(contexts) = &api.definition(id).name
                && let Some(roles) = contexts.first().and_then(foldable_roles)
            {
                let class = known.entry((roles, self.shape(id, &classes, &properties))).or_insert(id.0);
                classes[id.0] = *class;
            }
        }
        for (inline, component) in &self.draft.redundant_all_of {
            let is_inline = matches!(api.definition(*inline).name, NameHint::Inline(_));
            // An `allOf` of many components is compared with each of them.
            let may_be_equal = member_count(api, *inline) == member_count(api, *component);
            if is_inline
                && may_be_equal
                && self.shape(*inline, &classes, &properties) == self.shape(*component, &classes, &properties)
            {
                classes[inline.0] = classes[component.0];
            }
        }
        first_of_class(api, &classes)
    }

    /// Makes components aliases whose `allOf` adds nothing to another component.
    fn alias_redundant_all_of(&mut self) {
        let classes: Vec<usize> = (0..self.draft.api.types.len()).collect();
        let properties = self.properties_of_unions();
        for (redundant, component) in std::mem::take(&mut self.draft.redundant_all_of) {
            let is_component = matches!(self.draft.api.definition(redundant).name, NameHint::Component(_));
            let may_be_equal = member_count(&self.draft.api, redundant) == member_count(&self.draft.api, component);
            if is_component
                && may_be_equal
                && self.shape(redundant, &classes, &properties) == self.shape(component, &classes, &properties)
            {
                self.draft.set_kind(redundant, TypeKind::Alias(Type::Named(component)));
            }
        }
    }

    /// Returns the discriminator properties of unions.
    fn properties_of_unions(&self) -> HashMap<TypeId, String> {
        let properties = self.draft.unions.iter().filter_map(|pending| Some((pending.id, pending.property.clone()?)));
        properties.collect()
    }

    fn shape(&self, id: TypeId, classes: &[usize], properties: &HashMap<TypeId, String>) -> Shape {
        let class = |type_: &Type| classed(type_, classes);
        match &self.draft.api.definition(id).kind {
            TypeKind::Struct(object) => {
                let fields = object.fields.iter().map(|field| FieldShape {
                    wire_name: field.wire_name.clone(),
                    type_: format!("{:?}", class(&field.type_)),
                    required: field.required,
                    nullable: field.nullable,
                    read_only: field.read_only,
                    write_only: field.write_only,
                });
                let mut fields: Vec<FieldShape> = fields.collect();
                fields.sort();
                let literals = object.literals.iter();
                let mut literals: Vec<_> =
                    literals.map(|literal| (literal.wire_name.clone(), literal.value.to_string())).collect();
                literals.sort();
                Shape::Struct { literals, fields, extra: object.extra.as_ref().map(class), form: object.form }
            }
            TypeKind::StringEnum(strings) => {
                Shape::Strings(strings.values.iter().map(|value| value.value.clone()).collect())
            }
            TypeKind::IntegerEnum(integers) => {
                Shape::Integers(integers.values.iter().map(|value| value.value).collect())
            }
            TypeKind::Union(union) => Shape::Union {
                variants: union.variants.iter().map(|variant| class(&variant.type_)).collect(),
                property: properties.get(&id).cloned(),
            },
            TypeKind::Alias(type_) => Shape::Alias(class(type_)),
        }
    }
}

/// Returns the number of properties of a struct; equal structs have equally many.
fn member_count(api: &Api, id: TypeId) -> Option<usize> {
    match &api.definition(id).kind {
        TypeKind::Struct(object) => Some(object.literals.len() + object.fields.len()),
        _ => None,
    }
}

/// Returns the roles in which a type may be merged, or `None` if it belongs to its operation.
fn foldable_roles(context: &NameContext) -> Option<Vec<Role>> {
    match context.roles.as_slice() {
        [.., Role::Error] => Some(vec![Role::Error]),
        [.., Role::Body | Role::Response | Role::Event] => None,
        roles => Some(roles.to_vec()),
    }
}

/// Returns the first type of the class of each type. A component represents itself and comes first.
fn first_of_class(api: &Api, classes: &[usize]) -> Vec<TypeId> {
    let mut first: HashMap<usize, TypeId> = HashMap::new();
    for id in api.type_ids() {
        first.entry(classes[id.0]).or_insert(id);
    }
    classes.iter().enumerate().map(|(id, class)| first.get(class).copied().unwrap_or(TypeId(id))).collect()
}

/// Returns a type with classes in place of types.
fn classed(type_: &Type, classes: &[usize]) -> Type {
    match type_ {
        Type::Named(id) => Type::Named(TypeId(classes[id.0])),
        Type::Array(inner) => Type::Array(Box::new(classed(inner, classes))),
        Type::Tuple(elements) => Type::Tuple(elements.iter().map(|element| classed(element, classes)).collect()),
        Type::Map(inner) => Type::Map(Box::new(classed(inner, classes))),
        Type::Nullable(inner) => Type::Nullable(Box::new(classed(inner, classes))),
        other => other.clone(),
    }
}

/// Joins the contexts of merged types, and drops the statuses of failures where these differ.
fn join_contexts(api: &mut Api, representatives: &[TypeId]) {
    let mut joined: HashMap<TypeId, IndexSet<NameContext>> = HashMap::new();
    for id in api.type_ids() {
        if let NameHint::Inline(contexts) = &api.definition(id).name {
            let all = joined.entry(representatives[id.0]).or_default();
            for context in contexts {
                let owner = match context.owner {
                    Owner::Type(owner) => Owner::Type(representatives[owner.0]),
                    operation @ Owner::Operation(_) => operation,
                };
                let context = NameContext { owner, roles: context.roles.clone() };
                all.insert(context);
            }
        }
    }
    let mut failures: HashMap<Owner, HashSet<TypeId>> = HashMap::new();
    for (id, contexts) in &joined {
        for context in contexts.iter().filter(|context| context.roles.last() == Some(&Role::Error)) {
            failures.entry(context.owner).or_default().insert(*id);
        }
    }
    for (id, contexts) in joined {
        let mut contexts: Vec<NameContext> = contexts.into_iter().collect();
        // If an operation fails with only one shape, its status adds nothing.
        let is_only = |context: &NameContext| failures.get(&context.owner).is_some_and(|shapes| shapes.len() == 1);
        let differ = contexts.iter().all(is_only) || contexts.iter().any(|context| context.roles != contexts[0].roles);
        for context in &mut contexts {
            match context.roles.as_slice() {
                // A success is named after its operation alone.
                [Role::Variant(_), Role::Response] => context.roles = vec![Role::Response],
                [Role::Variant(_), Role::Error] if differ => context.roles = vec![Role::Error],
                _ => {}
            }
        }
        let mut seen = HashSet::new();
        contexts.retain(|context| seen.insert(context.clone()));
        if let NameHint::Inline(own) = &mut api.types[id.0].name {
            *own = contexts;
        }
    }
}
