//! Lock keys of types that the document does not name: their locations as text.
//!
//! ```text
//! paths: {/pets: {get: {responses: {200: an array of objects}}}}     `GET /pets response[]`
//! components: {schemas: {Owner: {properties: {pet: an object}}}}     `Owner.pet`
//! ```

use crate::hash::HashMap;
use crate::ir::{Api, IdVec, NameContext, NameHint, Owner, Role, TypeId};

/// Returns the keys of each type, by id. Types with the same key are numbered in the order of their locations as text.
pub(crate) fn lock_keys(api: &Api) -> IdVec<TypeId, Vec<String>> {
    let mut counts: HashMap<String, usize> = HashMap::default();
    let mut numbered = |place: String| {
        let count = counts.entry(place.clone()).or_default();
        *count += 1;
        if *count == 1 { place } else { format!("{place} #{count}") }
    };
    let mut ids: Vec<TypeId> = api.type_ids().collect();
    ids.sort_by_cached_key(|id| api.definition(*id).origin.to_string());
    let mut keys = IdVec::filled(Vec::new(), ids.len());
    for id in ids {
        let definition = api.definition(id);
        keys[id] = match &definition.name {
            // A form derived from a component; the component's key belongs to the JSON type.
            NameHint::Component(name) if definition.key.is_none() => vec![numbered(format!("{name} form"))],
            NameHint::Component(_) => Vec::new(),
            NameHint::Inline(contexts) => contexts.iter().map(|context| numbered(place(api, context))).collect(),
        };
    }
    keys
}

/// The maximum nesting of types in a key; outer types beyond it are omitted.
const DEEPEST: usize = 32;

/// Returns a key such as `Conversation.agent`, `GET /pets response[]` or `GET /pets error|not found`.
fn place(api: &Api, context: &NameContext) -> String {
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
            text.push_str(&api.operation(id).route);
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
