//! Webhooks and callbacks: the types that the server sends by itself.

use crate::ir::{self, Type};
use crate::lower::draft::Target;
use crate::lower::schema::lowering::SchemaLowering;
use crate::model::Webhook;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Lowers the bodies of webhooks and callbacks.
    pub(crate) fn webhooks(&mut self) {
        let model = self.model;
        let callbacks = model.operations.iter().flat_map(|operation| {
            operation.callbacks.iter().map(|callback| (Some(operation.route.to_string()), callback))
        });
        for (caller, webhook) in model.webhooks.iter().map(|webhook| (None, webhook)).chain(callbacks) {
            let (origin, key) = (webhook.schema.origin.clone(), webhook.key.clone());
            let type_ = self.webhook(webhook);
            let name = webhook.wire_name.clone();
            self.draft.api.received.push(ir::Webhook { origin, name, caller, key, type_ });
        }
    }

    /// Lowers the body of a webhook. An unnamed schema is named after the webhook.
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
