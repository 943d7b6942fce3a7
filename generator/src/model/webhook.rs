//! Webhooks and callbacks: requests that the server sends. Only what they carry is read; a client does not serve them.

use serde_json::{Map, Value};

use super::Schema;
use super::reader::{Node, Reader};
use crate::diagnostics::Code;
use crate::source::Pointer;

/// What a request of the server carries.
#[derive(Clone, Debug)]
pub struct Webhook<'d> {
    /// What it is called: the name of the webhook, or those of the operation and its callback.
    pub name: String,
    /// What tells it from all others: `webhook created post`, or the route, callback, expression and method, such as
    /// `POST /orders callback paid {$request.body#/url} post`.
    pub key: String,
    /// The schema of its body.
    pub schema: Schema<'d>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `webhooks`, or `x-webhooks` as documents before 3.1 have it.
    pub(super) fn webhooks(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Webhook<'d>> {
        let mut webhooks = Vec::new();
        for key in ["webhooks", "x-webhooks"] {
            for (name, item) in self.map(members, at, key) {
                if !name.starts_with("x-") {
                    self.received(name, &format!("webhook {name}"), item, &mut webhooks);
                }
            }
        }
        webhooks
    }

    /// Reads `callbacks` of the operation that is called `operation` and has this route.
    pub(super) fn callbacks(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
        operation: &str,
        route: &str,
    ) -> Vec<Webhook<'d>> {
        let mut webhooks = Vec::new();
        for (name, callback) in self.map(members, at, "callbacks") {
            let Some(callback) = self.follow(callback, Code::UnresolvedReference) else { continue };
            let Some(items) = self.object(&callback) else { continue };
            for (expression, item) in items.iter().filter(|(expression, _)| !expression.starts_with("x-")) {
                let key = format!("{route} callback {name} {expression}");
                let name = format!("{operation} {name}");
                self.received(&name, &key, callback.child(expression, item), &mut webhooks);
            }
        }
        webhooks
    }

    /// Reads the bodies of the operations in a path item.
    fn received(&mut self, name: &str, key: &str, item: Node<'d>, webhooks: &mut Vec<Webhook<'d>>) {
        let Some(item) = self.follow(item, Code::UnresolvedReference) else { return };
        let Some(members) = self.object(&item) else { return };
        let operations: Vec<_> = members.iter().filter(|(_, value)| value.get("requestBody").is_some()).collect();
        let is_only = operations.len() == 1;
        for (method, value) in operations {
            let node = item.child(method, value);
            let Some(body) = value.as_object().and_then(|operation| self.request_body(operation, &node.pointer)) else {
                continue;
            };
            let key = format!("{key} {method}");
            let name = if is_only { name.to_owned() } else { format!("{name} {method}") };
            let schema = body.content.into_iter().find_map(|content| content.schema);
            webhooks.extend(schema.map(|schema| Webhook { name, key, schema }));
        }
    }
}
