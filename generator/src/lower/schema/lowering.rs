//! The state of schema lowering, and its result.

use crate::diagnostics::{Code, Diagnostics};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Scalar, Type, TypeId};
use crate::lower::draft::DraftApi;
use crate::lower::overrides::types::TypeOverrides;
use crate::model::{Model, Schema};
use crate::source::Pointer;

/// A type, and whether null is also allowed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lowered {
    pub(crate) type_: Type,
    pub(crate) nullable: bool,
}

impl Lowered {
    pub(crate) fn new(type_: Type, nullable: bool) -> Self {
        // `Type::Scalar(Scalar::Any)` already includes null.
        Self { nullable: nullable && type_ != Type::Scalar(Scalar::Any), type_ }
    }

    /// Returns the type including its null, for locations without a field for it.
    pub(crate) fn into_type(self) -> Type {
        if self.nullable { Type::Nullable(Box::new(self.type_)) } else { self.type_ }
    }
}

/// The lowering of the document's schemas to types of a draft.
pub(crate) struct SchemaLowering<'m, 'd, 'x> {
    pub(crate) model: &'m Model<'d>,
    pub(crate) draft: DraftApi,
    pub(crate) types: TypeOverrides<'x>,
    pub(crate) components: Components,
    pub(crate) in_progress: InProgress<'m>,
    pub(crate) diagnostics: &'x mut Diagnostics,
}

/// Facts about the document's schemas that are known before any of them is lowered.
#[derive(Default)]
pub(crate) struct Components {
    /// The definitions reserved for the schemas that references can point at.
    pub(crate) ids: HashMap<Pointer, TypeId>,
    /// The components with a discriminator that others extend by `allOf`.
    pub(crate) parents: HashSet<Pointer>,
    /// The components that extend a parent.
    pub(crate) subtypes: HashSet<Pointer>,
    /// The declarations of `event` and `data` in envelopes whose events are read by their fields.
    pub(crate) event_fields: HashSet<Pointer>,
}

/// The schemas that are being joined with others, to detect cycles.
#[derive(Default)]
pub(crate) struct InProgress<'m> {
    /// The types made of several schemas, each with their locations.
    pub(crate) types: Vec<(Vec<Pointer>, TypeId)>,
    /// The locations of the schemas whose elements are joined.
    pub(crate) arrays: Vec<Vec<Pointer>>,
    /// The unions that are becoming unions of forms.
    pub(crate) form_unions: Vec<&'m Pointer>,
    /// The number of variants that were joined with the siblings of their union, which is limited.
    pub(crate) joins: usize,
}

impl InProgress<'_> {
    /// Returns the type that is being made of the same schemas.
    pub(crate) fn same(&self, schemas: &[Pointer]) -> Option<TypeId> {
        let same = |others: &[Pointer]| {
            schemas.iter().all(|schema| others.contains(schema)) && others.iter().all(|other| schemas.contains(other))
        };
        self.types.iter().find(|(others, _)| same(others)).map(|(_, id)| *id)
    }
}

impl<'m, 'd, 'x> SchemaLowering<'m, 'd, 'x> {
    pub(crate) fn new(
        model: &'m Model<'d>,
        draft: DraftApi,
        types: TypeOverrides<'x>,
        diagnostics: &'x mut Diagnostics,
    ) -> Self {
        let (components, in_progress) = (Components::default(), InProgress::default());
        Self { model, draft, types, components, in_progress, diagnostics }
    }

    /// Reports an unresolved reference; `consequence` ends the message.
    pub(super) fn report_unresolved(&mut self, holder: &Schema<'d>, consequence: &str) {
        if let Some(Err(error)) = holder.reference.as_ref().map(|reference| &reference.target) {
            self.diagnostics.report_unresolved(Code::UnresolvedReference, &holder.origin, error, consequence);
        }
    }

    pub(crate) fn report(&mut self, code: Code, at: &Pointer, message: impl Into<String>) {
        self.diagnostics.report(code, at, message);
    }
}
