//! Webhooks and callbacks: the types of what the server sends by itself.

use crate::ir::Type;
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::Webhook;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Lowers what webhooks and callbacks carry, so that a program can read what it receives.
    pub(crate) fn webhooks(&mut self) {
        let model = self.model;
        let callbacks = model.operations.iter().flat_map(|operation| &operation.callbacks);
        for webhook in model.webhooks.iter().chain(callbacks) {
            let type_ = self.webhook(webhook);
            self.draft.api.received.push(type_);
        }
    }

    /// A schema that has no name is called after the webhook.
    fn webhook(&mut self, webhook: &'m Webhook<'d>) -> Type {
        let schema = &webhook.schema;
        if self.target(schema).is_some() {
            return self.reference(schema).type_;
        }
        let id = self.draft.define_component(schema, webhook.name.clone(), webhook.key.clone());
        let lowered = self.schema(schema, &Target::Component(id));
        self.draft.set_alias(id, lowered.type_);
        Type::Named(id)
    }
}
