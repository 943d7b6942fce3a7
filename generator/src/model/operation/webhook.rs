//! Webhooks and callbacks: requests that the server sends. Only their bodies are read; a client does not serve them.

use crate::diagnostics::Code;
use crate::model::Schema;
use crate::model::node::{Node, Object};
use crate::model::reader::Reader;

/// A request that the server sends.
#[derive(Clone, Debug)]
pub struct Webhook<'d> {
    /// The name of the webhook or the callback, as the document spells it.
    pub wire_name: String,
    /// The name of its type: that of the webhook, or those of the operation and its callback.
    pub name: String,
    /// The unique key of the request: `webhook created post`, or the route, callback, expression and method, such as
    /// `POST /orders callback paid {$request.body#/url} post`.
    pub key: String,
    /// The schema of its body.
    pub schema: Schema<'d>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `webhooks`, or `x-webhooks` of documents before 3.1.
    pub(in crate::model) fn webhooks(&mut self, object: &Object<'d>) -> Vec<Webhook<'d>> {
        let mut webhooks = Vec::new();
        for key in ["webhooks", "x-webhooks"] {
            for (name, item) in self.map(object, key) {
                if !name.starts_with("x-") {
                    let names = [name, name];
                    self.received(names, &format!("webhook {name}"), item, &mut webhooks);
                }
            }
        }
        webhooks
    }

    /// Reads `callbacks` of the operation with this name and route.
    pub(super) fn callbacks(&mut self, object: &Object<'d>, operation: &str, route: &str) -> Vec<Webhook<'d>> {
        let mut webhooks = Vec::new();
        for (name, callback) in self.map(object, "callbacks") {
            let Some(callback) = self.follow(callback, Code::UnresolvedReference) else { continue };
            let Some(items) = self.object(&callback) else { continue };
            for (expression, item) in items.nodes().filter(|(expression, _)| !expression.starts_with("x-")) {
                let key = format!("{route} callback {name} {expression}");
                let type_name = format!("{operation} {name}");
                self.received([name, &type_name], &key, item, &mut webhooks);
            }
        }
        webhooks
    }

    /// Reads the bodies of the operations in a path item. The names are those of the document and of the type.
    fn received(&mut self, names: [&str; 2], key: &str, item: Node<'d>, webhooks: &mut Vec<Webhook<'d>>) {
        let [wire_name, name] = names;
        let Some(item) = self.follow(item, Code::UnresolvedReference) else { return };
        let Some(object) = &self.object(&item) else { return };
        let operations = object.nodes().filter(|(_, node)| node.value.get("requestBody").is_some());
        let operations: Vec<_> = operations.collect();
        let is_only = operations.len() == 1;
        for (method, node) in operations {
            let operation = node.as_object();
            let Some(body) = operation.and_then(|operation| self.request_body(&operation)) else { continue };
            let key = format!("{key} {method}");
            let name = if is_only { name.to_owned() } else { format!("{name} {method}") };
            let schema = body.content.into_iter().find_map(|content| content.schema);
            let wire_name = wire_name.to_owned();
            webhooks.extend(schema.map(|schema| Webhook { wire_name, name, key, schema }));
        }
    }
}
