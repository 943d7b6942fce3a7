//! Webhooks and callbacks: the types of what the server sends by itself.

use crate::ir::{Type, TypeKind};
use crate::lower::{Lowering, Target};
use crate::model::Webhook;

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// Lowers what webhooks and callbacks carry, so that a program can read what it receives.
    pub(crate) fn webhooks(&mut self) {
        let model = self.model;
        let callbacks = model.operations.iter().flat_map(|operation| &operation.callbacks);
        for webhook in model.webhooks.iter().chain(callbacks) {
            let type_ = self.webhook(webhook);
            self.api.received.push(type_);
        }
    }

    /// A schema that has no name is called after the webhook.
    fn webhook(&mut self, webhook: &'m Webhook<'d>) -> Type {
        let schema = &webhook.schema;
        if self.target(schema).is_some() {
            return self.reference(schema).type_;
        }
        let id = self.define_component(schema, webhook.name.clone(), webhook.key.clone());
        let lowered = self.schema(schema, &Target::Component(id));
        if lowered.type_ != Type::Named(id) {
            self.api.types[id.0].kind = TypeKind::Alias(lowered.type_);
        }
        Type::Named(id)
    }
}
