//! Inheritance: schemas with a discriminator that others extend by `allOf`.
//!
//! ```yaml
//! Pet: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
//! Cat: {allOf: [{$ref: Pet}, {properties: {lives: {type: integer}}}]}
//! Dog: {allOf: [{$ref: Pet}, {properties: {tricks: {type: integer}}}]}
//! # Pet: a union of Cat, Dog and PetBase. Each is a struct with the properties of Pet.
//! # With `mapping: {cat: Cat, dog: Dog}` a value is always one of the subtypes, and there is no PetBase.
//! ```
//!
//! Wherever a parent is used, a value may be any of its subtypes (OpenAPI 3.0 section 4.7.24).

use crate::hash::{HashMap, HashSet};
use crate::ir::{NameHint, Type, TypeId, Variant};
use crate::lower::documentation;
use crate::lower::draft::PendingUnion;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::parts::Part;
use crate::model::Schema;
use crate::source::Pointer;

/// Extensions with which a subtype defines its own value of the discriminator.
const VALUE_EXTENSIONS: [&str; 2] = ["x-ms-discriminator-value", "x-discriminator-value"];

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Finds the parents among the components, and makes each a union of its subtypes.
    pub(crate) fn parents(&mut self) {
        let model = self.model;
        let mut children: HashMap<&'m Pointer, Vec<&'m Schema<'d>>> = HashMap::default();
        for schema in model.schemas.values() {
            for parent in schema.all_of.iter().filter_map(|member| self.target(member)) {
                if parent.origin != schema.origin {
                    children.entry(&parent.origin).or_default().push(schema);
                }
            }
        }
        // The order of components has no meaning, but that of the variants decides how a value is decoded by shape.
        children.values_mut().for_each(|children| children.sort_by_cached_key(|child| child.origin.to_string()));
        let is_parent = |schema: &&'m Schema<'d>| schema.discriminator.is_some() && !schema.has_union();
        let mut families = Vec::new();
        for parent in model.schemas.values().filter(is_parent) {
            let subtypes = self.subtypes(parent, &children);
            if !subtypes.is_empty() {
                self.components.subtypes.extend(subtypes.iter().map(|subtype| subtype.origin.clone()));
                families.push((parent, subtypes));
            }
        }
        let mut own = HashMap::default();
        for (parent, subtypes) in &families {
            self.components.parents.insert(parent.origin.clone());
            if self.is_concrete(parent, subtypes) {
                own.extend(self.own_struct(parent).map(|id| (parent.origin.clone(), id)));
            }
        }
        for (parent, subtypes) in families {
            self.family(parent, &subtypes, &own);
        }
    }

    /// Returns the direct and indirect subtypes of a parent, each once, nearest first. A subtype that adds nothing and
    /// has no value of its own is only an alias of the parent.
    fn subtypes(
        &self,
        parent: &'m Schema<'d>,
        children: &HashMap<&'m Pointer, Vec<&'m Schema<'d>>>,
    ) -> Vec<&'m Schema<'d>> {
        let mut subtypes: Vec<&'m Schema<'d>> = Vec::new();
        let mapping = parent.discriminator.iter().flat_map(|discriminator| &discriminator.mapping);
        let mapped: HashSet<&Pointer> = mapping.map(|(_, leads)| &leads.target).collect();
        let mut seen = HashSet::from_iter([&parent.origin]);
        let mut open = vec![parent];
        let mut next = 0;
        while let Some(schema) = open.get(next) {
            next += 1;
            for child in children.get(&schema.origin).into_iter().flatten() {
                let adds = self.parts(child).len() > 1 || mapped.contains(&child.origin) || own_value(child).is_some();
                if adds && seen.insert(&child.origin) {
                    subtypes.push(child);
                    open.push(child);
                }
            }
        }
        subtypes
    }

    fn is_mapped(&self, parent: &Schema<'d>, schema: &Schema<'d>) -> bool {
        let mut mapped = parent.discriminator.iter().flat_map(|discriminator| &discriminator.mapping);
        mapped.any(|(_, leads)| leads.target == schema.origin)
    }

    /// Returns `true` if a value may be an instance of the parent itself. If the subtypes have values of their own, the
    /// parent needs one, too.
    fn is_concrete(&self, parent: &Schema<'d>, subtypes: &[&'m Schema<'d>]) -> bool {
        let has_mapping = parent.discriminator.as_ref().is_some_and(|discriminator| !discriminator.mapping.is_empty());
        let has_values = has_mapping || subtypes.iter().any(|subtype| own_value(subtype).is_some());
        !has_values || self.is_mapped(parent, parent) || own_value(parent).is_some()
    }

    /// Makes a struct of the parent's own properties.
    fn own_struct(&mut self, parent: &'m Schema<'d>) -> Option<TypeId> {
        let component = *self.components.ids.get(&parent.origin)?;
        let definition = self.draft.api.definition(component);
        let NameHint::Component(name) = &definition.name else { return None };
        let key = format!("{} base", definition.key.as_deref().unwrap_or(name));
        let id = self.draft.define_component(parent, format!("{name}Base"), key);
        let parts = self.parts(parent);
        let target = Target::Component(id);
        let lowered = match parts.as_slice() {
            [Part::Own(own)] => self.own(own, &target),
            _ => self.intersection(parent, &parts, &target),
        };
        self.draft.set_alias(id, lowered.type_);
        Some(id)
    }

    /// Makes a parent a union of its subtypes. `own` holds the structs of the parents that have one.
    fn family(&mut self, parent: &'m Schema<'d>, subtypes: &[&'m Schema<'d>], own: &HashMap<Pointer, TypeId>) {
        let Some(&id) = self.components.ids.get(&parent.origin) else { return };
        let Some(discriminator) = &parent.discriminator else { return };
        let mut mapping = self.mapping(discriminator);
        let (mut variants, mut listed) = (Vec::new(), Vec::new());
        for subtype in subtypes.iter().copied().chain([parent]) {
            let Some(&component) = self.components.ids.get(&subtype.origin) else {
                variants.extend(self.type_override(subtype).map(|overridden| variant(subtype, overridden.type_)));
                listed.resize(variants.len(), None);
                continue;
            };
            let type_ = match (own.get(&subtype.origin), self.components.parents.contains(&subtype.origin)) {
                (Some(own), _) => *own,
                (None, true) => continue,
                (None, false) => component,
            };
            mapping.extend(own_value(subtype).map(|value| (value.to_owned(), Type::Named(component))));
            listed.push(Some(component));
            variants.push(variant(subtype, Type::Named(type_)));
        }
        let property = Some(discriminator.property.to_owned());
        let default = discriminator.default.as_ref().and_then(|leads| self.mapped_type(leads));
        self.draft.set_union(variants, PendingUnion { id, property, mapping, listed, default, is_family: true });
    }
}

fn variant(schema: &Schema<'_>, type_: Type) -> Variant {
    Variant { origin: schema.origin.clone(), type_, names: Vec::new(), documentation: documentation::of_schema(schema) }
}

/// Returns the value of the discriminator that a subtype defines itself.
fn own_value<'d>(schema: &Schema<'d>) -> Option<&'d str> {
    let mut extensions = VALUE_EXTENSIONS.into_iter().filter_map(|extension| schema.keyword(extension));
    // The extension may be a sibling of the properties that a subtype adds.
    let mut inner = schema.all_of.iter().filter(|member| member.reference.is_none());
    extensions.find_map(|value| value.as_str()).or_else(|| inner.find_map(own_value))
}
