//! The schemas that references can point at: each gets its definition before any of them is lowered.

use super::SchemaLowering;
use crate::ir::TypeId;
use crate::lower::draft::Target;
use crate::model::Schema;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Reserves a definition for every schema that has a name or is the target of a reference, then fills them in document
    /// order.
    pub(crate) fn components(&mut self) {
        let model = self.model;
        let mut schemas: Vec<(&'m Schema<'d>, TypeId)> = Vec::new();
        let named = model.schemas.iter().map(|(name, schema)| (*name, *name, schema));
        let ref_targets = model.ref_targets.values().map(|it| (it.name.as_str(), it.key.as_str(), &it.schema));
        for (name, key, schema) in named.chain(ref_targets) {
            // An overridden type is defined elsewhere.
            if !self.override_component(name, schema) {
                let id = self.draft.define_component(schema, name.to_owned(), key.to_owned());
                self.components.ids.insert(schema.origin.clone(), id);
                schemas.push((schema, id));
            }
        }
        self.parents();
        schemas.retain(|(schema, _)| !self.components.parents.contains(&schema.origin));
        for (schema, id) in schemas {
            let lowered = self.schema(schema, &Target::Component(id));
            self.draft.set_alias(id, lowered.type_);
        }
    }
}
