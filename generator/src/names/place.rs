//! Where types stand that the document does not name, as text: what the lock of names knows them by.

use crate::ir::{Api, NameContext, NameHint, Owner, Role};

/// How many types may stand inside each other before the outer ones are no longer told.
const DEEPEST: usize = 32;

/// A place such as `Conversation.agent`, `listPets response[]` or `GET /pets error|not found`.
pub(crate) fn place(api: &Api, context: &NameContext) -> String {
    let mut text = String::new();
    write(api, context, DEEPEST, &mut text);
    text
}

fn write(api: &Api, context: &NameContext, depth: usize, text: &mut String) {
    match context.owner {
        Owner::Type(id) => match &api.definition(id).name {
            NameHint::Component(name) => text.push_str(name),
            NameHint::Inline(contexts) => match contexts.first().filter(|_| depth > 0) {
                Some(outer) => write(api, outer, depth - 1, text),
                None => text.push('…'),
            },
        },
        Owner::Operation(id) => {
            if let Some(operation) = api.operations.get(id.0) {
                match &operation.id {
                    Some(id) => text.push_str(id),
                    None => text.push_str(&format!("{} {}", operation.method, operation.path)),
                }
            }
        }
    }
    for role in &context.roles {
        match role {
            Role::Member(name) => text.push_str(&format!(".{name}")),
            Role::Element => text.push_str("[]"),
            Role::Value => text.push_str("{}"),
            Role::Variant(name) => text.push_str(&format!("|{name}")),
            Role::Body => text.push_str(" request"),
            Role::Response => text.push_str(" response"),
            Role::Error => text.push_str(" error"),
            Role::Event => text.push_str(" event"),
        }
    }
}
