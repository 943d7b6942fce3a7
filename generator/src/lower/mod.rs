//! From the document's vocabulary to the intermediate representation; the only stage that knows both.
//!
//! Components get their place in the arena first, in document order, so that a reference has somewhere to
//! point while what it refers to is still being read. What can only be decided when all types are known
//! comes after: which value leads to which variant of a union (`plan.rs`), and which equal shapes are one
//! type (`fold.rs`).

mod deprecation;
mod documentation;
mod operation;
mod overrides;
mod pagination;
mod passes;
mod schema;
mod security;
mod server;
mod union;

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{
    Api, Definition, GroupId, NameContext, NameHint, Owner, Role, Type, TypeId, TypeKind, Union, UnionPlan, Variant,
};
use crate::model::{DistinctKeys, Model, Schema, Tag};
use crate::settings::{PaginationSettings, Settings};
use crate::source::Pointer;
use operation::stream_rules::EventChoices;
use operation::style::ParameterChoices;
use overrides::security::SecurityOverrides;
use overrides::types::Choices;

/// Lowers a whole document. What cannot be expressed is reported and replaced, piece by piece.
pub fn lower(model: &Model<'_>, settings: &Settings, diagnostics: &mut Diagnostics) -> Api {
    let mut lowering = Lowering::new(model, settings, diagnostics);
    lowering.information();
    lowering.security_schemes();
    lowering.unused_schemes();
    lowering.mark_envelopes();
    lowering.components();
    lowering.operations();
    lowering.waived_security();
    lowering.webhooks();
    lowering.finish()
}

/// A type, and whether null is allowed beside it.
#[derive(Clone, Debug, PartialEq)]
struct Lowered {
    type_: Type,
    nullable: bool,
}

impl Lowered {
    fn new(type_: Type, nullable: bool) -> Self {
        // Null is one of the values of a type that allows any.
        Self { nullable: nullable && type_ != Type::Any, type_ }
    }

    /// The type with its null, for places that have no other way to tell of it.
    fn into_type(self) -> Type {
        if self.nullable { Type::Nullable(Box::new(self.type_)) } else { self.type_ }
    }
}

/// Where a type that needs a definition goes.
#[derive(Clone, Debug)]
enum Target {
    /// Into the place that was kept for a component.
    Component(TypeId),
    /// Into a new place.
    Inline(NameContext),
}

impl Target {
    fn inline(owner: Owner, role: Role) -> Self {
        Self::Inline(NameContext { owner, roles: vec![role] })
    }

    /// The target of something inside what this is the target of, when that has no definition of its own.
    fn within(&self, role: Role) -> Self {
        match self {
            Self::Component(id) => Self::inline(Owner::Type(*id), role),
            Self::Inline(context) => {
                let mut context = context.clone();
                context.roles.push(role);
                Self::Inline(context)
            }
        }
    }
}

/// A union whose variants are known and whose plan is not.
#[derive(Debug)]
struct PendingUnion {
    id: TypeId,
    /// The member that the document's discriminator names.
    property: Option<String>,
    /// The values that the document maps to types.
    mapping: Vec<(String, Type)>,
    /// What each variant is called by in a mapping: the component that the document lists, which is not the type of
    /// the variant when it was joined with something beside the union.
    listed: Vec<Option<TypeId>>,
    /// The type of values without the member, or with a value that leads nowhere.
    default: Option<Type>,
    /// Whether the members are the children of one parent, which share its description of the tag.
    is_family: bool,
}

/// The state of one lowering.
struct Lowering<'m, 'd, 'x> {
    model: &'m Model<'d>,
    diagnostics: &'x mut Diagnostics,
    /// The keys of types that the document names.
    keys: DistinctKeys,
    /// The types that people chose.
    choices: Choices<'x>,
    /// What relative URLs of servers are seen from, if people said so.
    base_url: Option<&'x str>,
    /// How people said that parameters are sent.
    parameter_choices: ParameterChoices<'x>,
    /// What people said of the words of streams.
    event_choices: EventChoices<'x>,
    /// Which security schemes the settings name for operations.
    security_overrides: SecurityOverrides<'x>,
    /// How people said that pages follow each other.
    pagination: &'x PaginationSettings,
    api: Api,
    /// The groups of the API by name.
    groups: HashMap<String, GroupId>,
    /// The tags that the document describes, the first of each name.
    tags: HashMap<&'d str, &'m Tag<'d>>,
    /// Whether the document states anywhere which security calls need.
    states_security: bool,
    /// The places kept for the schemas that references can point at.
    components: HashMap<Pointer, TypeId>,
    unions: Vec<PendingUnion>,
    /// The components that others extend by `allOf` and tell apart by a discriminator.
    parents: HashSet<Pointer>,
    /// The components that extend such.
    heirs: HashSet<Pointer>,
    /// `event` and `data` of envelopes that are read by their fields, by where these properties are declared.
    event_fields: HashSet<Pointer>,
    /// Members that are required and that no schema describes.
    undeclared: Vec<(TypeId, String)>,
    /// Inline types that say again, by `allOf`, what components say.
    restated: Vec<(TypeId, TypeId)>,
    /// The types that are just being made of several schemas, by where these stand: what is joined may lead back to
    /// itself, and is the same type then.
    joining: Vec<(Vec<Pointer>, TypeId)>,
    /// The elements of the lists that are just being made of several schemas, by where these stand.
    joining_lists: Vec<Vec<Pointer>>,
    /// How many members of unions have been joined with what stands beside their union.
    joins: usize,
    /// Multipart forms that were made of components.
    forms: Vec<(TypeId, TypeId)>,
    /// Types in the place of which forms have files.
    files: Vec<TypeId>,
    /// The unions that are just being made forms: one that leads back to itself is not entered again.
    splitting: Vec<&'m Pointer>,
}

impl<'m, 'd, 'x> Lowering<'m, 'd, 'x> {
    fn new(model: &'m Model<'d>, settings: &'x Settings, diagnostics: &'x mut Diagnostics) -> Self {
        Self {
            model,
            diagnostics,
            keys: DistinctKeys::default(),
            choices: Choices::new(&settings.types),
            base_url: settings.client.base_url.as_deref(),
            parameter_choices: ParameterChoices::new(&settings.parameters),
            event_choices: EventChoices::new(&settings.events),
            security_overrides: SecurityOverrides::new(&settings.security),
            pagination: &settings.pagination,
            api: Api::default(),
            components: HashMap::new(),
            unions: Vec::new(),
            parents: HashSet::new(),
            heirs: HashSet::new(),
            event_fields: HashSet::new(),
            undeclared: Vec::new(),
            restated: Vec::new(),
            groups: HashMap::new(),
            tags: model.tags.iter().rev().map(|tag| (tag.name, tag)).collect(),
            states_security: model.security.is_some()
                || model.operations.iter().any(|operation| operation.security.is_some()),
            joining: Vec::new(),
            joining_lists: Vec::new(),
            joins: 0,
            forms: Vec::new(),
            files: Vec::new(),
            splitting: Vec::new(),
        }
    }

    /// What `info` and `servers` say.
    fn information(&mut self) {
        let model = self.model;
        self.api.title = model.title.as_deref().unwrap_or("API").to_owned();
        self.api.version = model.api_version.as_deref().unwrap_or_default().to_owned();
        self.api.documentation.description = model.description.as_deref().map(str::to_owned);
        let documentation_url = model.documentation_url.filter(|url| server::is_absolute(url));
        self.api.documentation_url = documentation_url.map(str::to_owned);
        self.servers();
    }

    /// Keeps a place for every schema that has a name or is referred to, then fills these places.
    fn components(&mut self) {
        let model = self.model;
        let mut schemas: Vec<(&'m Schema<'d>, TypeId)> = Vec::new();
        let named = model.schemas.iter().map(|(name, schema)| (*name, *name, schema));
        let hoisted = model.hoisted.values().map(|it| (it.name.as_str(), it.key.as_str(), &it.schema));
        for (name, key, schema) in named.chain(hoisted) {
            // A type that people chose is defined elsewhere.
            if !self.choose_component(name, schema) {
                schemas.push((schema, self.keep_place(schema, name, key)));
            }
        }
        self.parents();
        schemas.retain(|(schema, _)| !self.parents.contains(&schema.origin));
        for (schema, id) in schemas {
            let lowered = self.schema(schema, &Target::Component(id));
            if lowered.type_ != Type::Named(id) {
                self.api.types[id.0].kind = TypeKind::Alias(lowered.type_);
            }
        }
    }

    fn keep_place(&mut self, schema: &Schema<'d>, name: &str, key: &str) -> TypeId {
        let id = self.define_component(schema, name.to_owned(), key.to_owned());
        self.components.insert(schema.origin.clone(), id);
        id
    }

    /// Adds the definition of a type that has a name, and a key that no other one has.
    fn define_component(&mut self, schema: &Schema<'d>, name: String, key: String) -> TypeId {
        let id = self.define(schema, NameHint::Component(name));
        self.api.types[id.0].key = Some(self.keys.claim(key));
        id
    }

    /// Adds a definition whose kind is still to be said.
    fn define(&mut self, schema: &Schema<'d>, name: NameHint) -> TypeId {
        self.api.types.push(Definition {
            origin: schema.origin.clone(),
            name,
            key: None,
            documentation: documentation::of_schema(schema),
            kind: TypeKind::Alias(Type::Any),
        });
        TypeId(self.api.types.len() - 1)
    }

    /// The place of a definition: the one kept for a component, or else a new one.
    fn place(&mut self, schema: &Schema<'d>, target: &Target) -> TypeId {
        match target {
            Target::Component(id) => *id,
            Target::Inline(context) => self.define(schema, NameHint::Inline(vec![context.clone()])),
        }
    }

    /// Makes a union at `id` whose variants only the shape of a value tells apart.
    fn shaped_union(&mut self, id: TypeId, variants: Vec<Variant>) {
        self.api.types[id.0].kind = TypeKind::Union(Union { variants, plan: UnionPlan::Shaped(Vec::new()) });
        self.unions.push(PendingUnion {
            id,
            property: None,
            mapping: Vec::new(),
            listed: Vec::new(),
            default: None,
            is_family: false,
        });
    }

    /// The type that is just being made of the same schemas.
    fn joined(&self, schemas: &[Pointer]) -> Option<TypeId> {
        let same = |others: &[Pointer]| {
            schemas.iter().all(|schema| others.contains(schema)) && others.iter().all(|other| schemas.contains(other))
        };
        self.joining.iter().find(|(others, _)| same(others)).map(|(_, id)| *id)
    }

    /// Reports that the reference of a schema leads nowhere; `consequence` says what becomes of it.
    fn report_unresolved(&mut self, holder: &Schema<'d>, consequence: &str) {
        if let Some(Err(error)) = holder.reference.as_ref().map(|reference| &reference.target) {
            self.diagnostics.report_unresolved(Code::UnresolvedReference, &holder.origin, error, consequence);
        }
    }

    fn report(&mut self, code: Code, at: &Pointer, message: impl Into<String>) {
        self.diagnostics.report(code, at, message);
    }
}
