//! Required properties that no schema describes.

use super::Passes;
use crate::diagnostics::Code;
use crate::hash::{HashSet, IndexMap};
use crate::ir::{Field, Scalar, Type, TypeId, TypeKind};

impl Passes<'_, '_> {
    /// Reports required properties that no schema describes and that are not tags of unions.
    pub(super) fn report_undeclared_required(&mut self) {
        let mut undeclared: IndexMap<TypeId, HashSet<String>> = IndexMap::default();
        for (id, name) in std::mem::take(&mut self.draft.undeclared_required) {
            undeclared.entry(id).or_default().insert(name);
        }
        for (id, names) in undeclared {
            let TypeKind::Struct(object) = &self.draft.api.definition(id).kind else { continue };
            let is_undeclared =
                |field: &&Field| field.type_ == Type::Scalar(Scalar::Any) && names.contains(&field.wire_name);
            let fields = object.fields.iter().filter(is_undeclared);
            let found: Vec<_> = fields.map(|field| (field.origin.clone(), field.wire_name.clone())).collect();
            for (origin, name) in found {
                let message =
                    format!("the required property `{name}` is not described; it is added and accepts any value");
                self.report(Code::UndeclaredRequiredProperty, &origin, message);
            }
        }
    }
}
