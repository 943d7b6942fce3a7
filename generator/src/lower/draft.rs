//! The mutable API: definitions whose kind is not known yet, and the facts that passes need to finish it.
//!
//! ```text
//! Node:  {properties: {next: {$ref: Node}}}     reserve Node → id 0
//!                                               lower Node   → a struct whose field refers to id 0
//!                                               set_kind(id 0, the struct)
//! ```
//!
//! Lowering only adds to a draft. Passes may change all of it, and [`DraftApi::freeze`] ends that: later stages get an [`Api`].

use super::documentation;
use crate::hash::HashSet;
use crate::ir::{
    Api, Definition, NameContext, NameHint, Owner, Role, Scalar, Type, TypeId, TypeKind, Union, UnionDispatch, Variant,
};
use crate::model::{DistinctKeys, Schema};

/// An API to which lowering adds items and which passes change.
#[derive(Default)]
pub(super) struct DraftApi {
    pub(super) api: Api,
    /// The keys of types that the document names.
    keys: DistinctKeys,
    /// The unions without a dispatch.
    pub(super) unions: Vec<PendingUnion>,
    /// Required properties that no schema describes, with their structs.
    pub(super) undeclared_required: Vec<(TypeId, String)>,
    /// Types made by `allOf` that may be equal to a component in it, each with that component.
    pub(super) redundant_all_of: Vec<(TypeId, TypeId)>,
    /// Multipart forms, each with the component that it was made from.
    pub(super) forms: Vec<(TypeId, TypeId)>,
    /// Types of properties that a form replaces with file parts or with a literal.
    pub(super) replaced_in_forms: Vec<TypeId>,
    /// The types that are dropped when the draft is frozen.
    pub(super) removed: HashSet<TypeId>,
}

/// A union whose variants are known but whose dispatch is not.
#[derive(Debug)]
pub(super) struct PendingUnion {
    pub(super) id: TypeId,
    /// The property that the document's discriminator names.
    pub(super) property: Option<String>,
    /// The discriminator's mapping, with each target resolved to a type.
    pub(super) mapping: Vec<(String, Type)>,
    /// The component that the document lists for each variant. It differs from the type of a variant that was joined with
    /// siblings of the union.
    pub(super) listed: Vec<Option<TypeId>>,
    /// The type of values whose tag is absent or unknown.
    pub(super) default: Option<Type>,
    /// Whether the variants are the subtypes of one parent, which share its description of the tag.
    pub(super) is_family: bool,
}

impl PendingUnion {
    /// Creates a union whose variants are distinguished only by the shape of a value.
    fn by_shape(id: TypeId) -> Self {
        Self { id, property: None, mapping: Vec::new(), listed: Vec::new(), default: None, is_family: false }
    }
}

/// The target of a schema's definition, if its type needs one.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// The definition that was reserved for a component.
    Component(TypeId),
    /// A new definition.
    Inline(NameContext),
}

impl Target {
    pub(super) fn inline(owner: Owner, role: Role) -> Self {
        Self::Inline(NameContext { owner, roles: vec![role] })
    }

    /// Returns the target of a schema inside this one whose type has no definition of its own.
    pub(super) fn within(&self, role: Role) -> Self {
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

impl DraftApi {
    /// Adds the definition of a type that has a name, under a key that no other type has.
    pub(super) fn define_component(&mut self, schema: &Schema<'_>, name: String, key: String) -> TypeId {
        let id = self.define(schema, NameHint::Component(name));
        self.api.types[id.0].key = Some(self.keys.claim(key));
        id
    }

    /// Adds a definition whose kind [`Self::set_kind`] sets later.
    fn define(&mut self, schema: &Schema<'_>, name: NameHint) -> TypeId {
        self.api.types.push(Definition {
            origin: schema.origin.clone(),
            name,
            key: None,
            documentation: documentation::of_schema(schema),
            kind: TypeKind::Alias(Type::Scalar(Scalar::Any)),
        });
        TypeId(self.api.types.len() - 1)
    }

    /// Returns the definition of a target: the one reserved for a component, or else a new one.
    pub(super) fn place(&mut self, schema: &Schema<'_>, target: &Target) -> TypeId {
        match target {
            Target::Component(id) => *id,
            Target::Inline(context) => self.define(schema, NameHint::Inline(vec![context.clone()])),
        }
    }

    pub(super) fn set_kind(&mut self, id: TypeId, kind: TypeKind) {
        self.api.types[id.0].kind = kind;
    }

    /// Records whether the document accepts values that an enum does not list.
    pub(super) fn set_open(&mut self, type_: &Type, is_open: bool) {
        let Type::Named(id) = type_ else { return };
        match &mut self.api.types[id.0].kind {
            TypeKind::StringEnum(values) => values.is_open = is_open,
            TypeKind::IntegerEnum(values) => values.is_open = is_open,
            _ => {}
        }
    }

    /// Makes `id` an alias of a type, unless it is that type.
    pub(super) fn set_alias(&mut self, id: TypeId, type_: Type) {
        if type_ != Type::Named(id) {
            self.set_kind(id, TypeKind::Alias(type_));
        }
    }

    /// Makes `id` a union whose dispatch a pass determines.
    pub(super) fn set_union(&mut self, variants: Vec<Variant>, pending: PendingUnion) {
        self.set_kind(pending.id, TypeKind::Union(Union { variants, dispatch: UnionDispatch::ByShape(Vec::new()) }));
        self.unions.push(pending);
    }

    /// Makes `id` a union whose variants are distinguished only by the shape of a value.
    pub(super) fn set_union_by_shape(&mut self, id: TypeId, variants: Vec<Variant>) {
        self.set_union(variants, PendingUnion::by_shape(id));
    }

    /// Returns the finished API, which cannot be changed.
    pub(super) fn freeze(self) -> Api {
        self.api
    }
}
