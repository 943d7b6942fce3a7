//! Deduplication: the error bodies that an operation repeats under several statuses become one type.
//!
//! ```yaml
//! # GET /pets   404: {properties: {message: {type: string}}}
//! #             409: {properties: {message: {type: string}}}     one type: `ListPetsError`
//! # GET /pets/1 404: {properties: {message: {type: string}}}     its own type: `GetPetError`
//! Copy: {allOf: [{$ref: Pet}]}                                  # an alias of Pet
//! ```
//!
//! Documentation does not affect the shape. Types of different schemas or operations are never merged: a change of one
//! of them must not change or rename the type of another.

use std::collections::BTreeMap;

use super::Passes;
use crate::hash::{HashMap, HashSet, IndexSet};
use crate::ir::{
    Api, NameContext, NameHint, OperationId, Owner, Role, Scalar, StructForm, Type, TypeId, TypeKind, rename, replace,
};

/// The shape of a definition, in which classes of equal types replace types.
#[derive(PartialEq, Eq, Hash)]
enum Shape {
    Struct { literals: Vec<(String, String)>, fields: Vec<FieldShape>, extra: Option<Type>, form: StructForm },
    Strings(Vec<String>),
    Integers(Vec<i128>),
    Union { variants: Vec<Type>, property: Option<String> },
    Alias(Type),
}

/// The start of a path of roles that ends at a type.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum PathStart {
    /// The error bodies of an operation.
    Operation(OperationId),
    /// The type whose path has this number.
    Path(usize),
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
        draft.replaced_in_forms.iter_mut().for_each(|replaced| *replaced = representatives[replaced.0]);
        for (id, _) in representatives.iter().enumerate().filter(|(id, first)| first.0 != *id) {
            // Its kind must not count as a use of other types.
            draft.set_kind(TypeId(id), TypeKind::Alias(Type::Scalar(Scalar::Any)));
            draft.removed.insert(TypeId(id));
        }
    }

    /// Returns for each type the first type equal to it, which is usually the type itself.
    fn representatives(&self) -> Vec<TypeId> {
        let api = &self.draft.api;
        let mut classes: Vec<usize> = (0..api.types.len()).collect();
        let properties = self.properties_of_unions();
        let mut known: HashMap<(usize, Shape), usize> = HashMap::default();
        let paths = self.repeated_paths();
        // Types inside a type have higher ids, so their classes are known by then.
        for id in api.type_ids().collect::<Vec<_>>().into_iter().rev() {
            if let Some(path) = paths[id.0] {
                let class = known.entry((path, self.shape(id, &classes, &properties))).or_insert(id.0);
                classes[id.0] = *class;
            }
        }
        for (inline, component) in self.inline_copies() {
            if self.shape(inline, &classes, &properties) == self.shape(component, &classes, &properties) {
                classes[inline.0] = classes[component.0];
            }
        }
        first_of_class(api, &classes)
    }

    /// Returns the inline types that may be equal to a component in their `allOf`, each with that component. The types
    /// inside of both are listed before them, because they may be copies, too.
    fn inline_copies(&self) -> Vec<(TypeId, TypeId)> {
        let api = &self.draft.api;
        let is_inline = |id: &TypeId| matches!(api.definition(*id).name, NameHint::Inline(_));
        let mut originals: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        for (inline, component) in self.draft.redundant_all_of.iter().filter(|(redundant, _)| is_inline(redundant)) {
            // An `allOf` of many components is compared with each of them.
            if member_count(api, *inline) == member_count(api, *component) {
                originals.entry(*inline).or_default().push(*component);
            }
        }
        let mut pairs = Vec::new();
        let mut seen = HashSet::default();
        for start in originals.keys() {
            let mut walk = vec![(*start, false)];
            while let Some((inline, is_finished)) = walk.pop() {
                let Some(components) = originals.get(&inline) else { continue };
                if is_finished {
                    pairs.extend(components.iter().map(|component| (inline, *component)));
                } else if seen.insert(inline) {
                    walk.push((inline, true));
                    let inner = components.iter().chain([&inline]).flat_map(|id| held_types(api, *id));
                    walk.extend(inner.map(|id| (id, false)));
                }
            }
        }
        pairs
    }

    /// Returns the number of each type's path, for types that one operation may repeat: types in its error bodies,
    /// regardless of the status.
    fn repeated_paths(&self) -> Vec<Option<usize>> {
        let mut numbers: HashMap<(PathStart, &[Role]), usize> = HashMap::default();
        let mut paths: Vec<Option<usize>> = Vec::with_capacity(self.draft.api.types.len());
        for definition in &self.draft.api.types {
            let context = match &definition.name {
                NameHint::Component(_) => None,
                NameHint::Inline(contexts) => contexts.first(),
            };
            let path = context.and_then(|context| match (context.owner, context.roles.as_slice()) {
                (Owner::Operation(operation), [Role::Variant(_), roles @ ..]) if roles.contains(&Role::Error) => {
                    Some((PathStart::Operation(operation), roles))
                }
                (Owner::Operation(_), _) => None,
                // The owner of a type has a lower id.
                (Owner::Type(owner), roles) => {
                    let outer = paths.get(owner.0).copied().flatten()?;
                    Some((PathStart::Path(outer), roles))
                }
            });
            let count = numbers.len();
            paths.push(path.map(|path| *numbers.entry(path).or_insert(count)));
        }
        paths
    }

    /// Makes components aliases if their `allOf` adds nothing to another component.
    fn alias_redundant_all_of(&mut self) {
        let classes: Vec<usize> = (0..self.draft.api.types.len()).collect();
        let properties = self.properties_of_unions();
        let mut redundant = std::mem::take(&mut self.draft.redundant_all_of);
        redundant.sort_by(|(one, _), (other, _)| self.component_key(*one).cmp(self.component_key(*other)));
        let mut aliases: BTreeMap<TypeId, TypeId> = BTreeMap::new();
        // The component at the end of the aliases that lead from each one.
        let mut ends: HashMap<TypeId, TypeId> = HashMap::default();
        for (redundant, component) in redundant {
            let is_component = matches!(self.draft.api.definition(redundant).name, NameHint::Component(_));
            let may_be_equal = member_count(&self.draft.api, redundant) == member_count(&self.draft.api, component);
            if !is_component || !may_be_equal || aliases.contains_key(&redundant) {
                continue;
            }
            // Of components that extend each other, the last one keeps its properties.
            let end = end_of(component, &mut ends);
            if end != redundant
                && self.shape(redundant, &classes, &properties) == self.shape(component, &classes, &properties)
            {
                aliases.insert(redundant, component);
                ends.insert(redundant, end);
            }
        }
        for (redundant, component) in aliases {
            self.draft.set_kind(redundant, TypeKind::Alias(Type::Named(component)));
        }
    }

    fn component_key(&self, id: TypeId) -> &str {
        self.draft.api.definition(id).key.as_deref().unwrap_or_default()
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

/// Returns the number of properties of a struct, which is equal for equal structs.
fn member_count(api: &Api, id: TypeId) -> Option<usize> {
    match &api.definition(id).kind {
        TypeKind::Struct(object) => Some(object.literals.len() + object.fields.len()),
        _ => None,
    }
}

/// Returns the last component of a chain of aliases, and shortens the chain for later calls.
fn end_of(component: TypeId, ends: &mut HashMap<TypeId, TypeId>) -> TypeId {
    let mut end = component;
    let mut passed = Vec::new();
    while let Some(next) = ends.get(&end).copied() {
        passed.push(end);
        end = next;
    }
    ends.extend(passed.into_iter().map(|id| (id, end)));
    end
}

/// Returns the types of a struct's properties, including those inside arrays, maps and nullable types.
fn held_types(api: &Api, id: TypeId) -> Vec<TypeId> {
    let TypeKind::Struct(object) = &api.definition(id).kind else { return Vec::new() };
    let mut held = Vec::new();
    let types = object.fields.iter().map(|field| &field.type_).chain(&object.extra);
    types.for_each(|type_| type_.for_each_named(&mut |id| held.push(id)));
    held
}

/// Returns the first type in the class of each type. A component represents its own class.
fn first_of_class(api: &Api, classes: &[usize]) -> Vec<TypeId> {
    let mut first: HashMap<usize, TypeId> = HashMap::default();
    for id in api.type_ids() {
        first.entry(classes[id.0]).or_insert(id);
    }
    classes.iter().enumerate().map(|(id, class)| first.get(class).copied().unwrap_or(TypeId(id))).collect()
}

/// Replaces the types in a type with their classes.
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

/// Joins the contexts of merged types, and drops statuses that do not distinguish them.
fn join_contexts(api: &mut Api, representatives: &[TypeId]) {
    let mut joined: HashMap<TypeId, IndexSet<NameContext>> = HashMap::default();
    for id in api.type_ids() {
        if let NameHint::Inline(contexts) = &api.definition(id).name {
            let all = joined.entry(representatives[id.0]).or_default();
            for context in contexts {
                let owner = match context.owner {
                    Owner::Type(owner) => Owner::Type(representatives[owner.0]),
                    operation @ Owner::Operation(_) => operation,
                };
                all.insert(NameContext { owner, roles: context.roles.clone() });
            }
        }
    }
    let mut statuses_of_types: HashMap<(Owner, Role), HashSet<Vec<&str>>> = HashMap::default();
    for contexts in joined.values() {
        if let Some(body) = contexts.first().and_then(body_of) {
            let statuses = contexts.iter().filter_map(status_of).collect();
            statuses_of_types.entry(body).or_default().insert(statuses);
        }
    }
    // If all types of an operation's successes, or of its failures, have the same statuses, these add nothing to a name.
    let same: HashSet<(Owner, Role)> =
        statuses_of_types.into_iter().filter(|(_, statuses)| statuses.len() == 1).map(|(body, _)| body).collect();
    for (id, contexts) in joined {
        let without_status = |mut context: NameContext| {
            if body_of(&context).is_some_and(|body| same.contains(&body)) {
                context.roles.remove(0);
            }
            context
        };
        let contexts: IndexSet<NameContext> = contexts.into_iter().map(without_status).collect();
        if let NameHint::Inline(own) = &mut api.types[id.0].name {
            *own = contexts.into_iter().collect();
        }
    }
}

/// Returns the operation and the role of the response that has a type, or `None` for a type in another location.
fn body_of(context: &NameContext) -> Option<(Owner, Role)> {
    match context.roles.as_slice() {
        [Role::Variant(_), body @ (Role::Response | Role::Error), ..] => Some((context.owner, body.clone())),
        _ => None,
    }
}

/// Returns the status of the response that has a type, as a phrase.
fn status_of(context: &NameContext) -> Option<&str> {
    match context.roles.as_slice() {
        [Role::Variant(status), Role::Response | Role::Error, ..] => Some(status),
        _ => None,
    }
}
