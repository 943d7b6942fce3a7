//! Rewrites of a document that keep its meaning: a comparison with the original must report no change on the wire.
//!
//! ```text
//! enum: [a, b]                       values in another order: enum: [b, a]
//! schema: {type: string}             primitives hoisted: schema: {$ref: '#/components/schemas/Zz1'}
//! ```

mod components;
mod nodes;
mod order;
mod spelling;
mod text;

use serde_json::Value;

/// A rewrite that keeps the meaning of a document.
#[derive(Clone, Copy, Debug)]
pub struct Rewrite {
    /// The name in reports.
    pub name: &'static str,
    /// Rewrites a document; does nothing if the rewrite does not apply.
    pub apply: fn(&mut Value),
}

macro_rules! rewrites {
    ($($name:literal $apply:path)*) => {
        &[$(Rewrite { name: $name, apply: $apply }),*]
    };
}

/// All rewrites, in groups. The rewrites of a group can be applied together, one after the other.
pub const GROUPS: &[&[Rewrite]] = &[
    rewrites! {
        "order of maps" order::maps
        "order of paths" order::paths
        "order of media types" order::media_types
        "order of properties" order::properties
        "order of required" order::required
        "order of enum values" order::values
        "order of unions" order::unions
        "order of allOf" order::intersections
        "order of parameters" order::parameters
        "order of tags" order::tags
    },
    rewrites! {
        "descriptions" text::descriptions
        "extensions" text::extensions
        "examples" text::examples
        "path parameters at operations" spelling::path_parameters
        "security at operations" spelling::security
        "slash at the end of servers" spelling::server_slash
        "defaults written out" spelling::defaults
        "unused components added" components::unused_added
    },
    rewrites! {
        "null among types" spelling::null_types
        "enum of one as constant" spelling::constants
        "allOf of one added" spelling::sole_all_of_added
    },
    rewrites! {
        "null in unions" spelling::null_unions
        "constant as enum of one" spelling::enums_of_one
        "allOf of one merged" spelling::sole_all_of_merged
    },
    rewrites! {
        "parameters hoisted" components::parameters_hoisted
        "responses hoisted" components::responses_hoisted
        "bodies hoisted" components::bodies_hoisted
        "objects hoisted" components::objects_hoisted
        "primitives hoisted" components::primitives_hoisted
    },
    rewrites! {
        "primitives inlined" components::primitives_inlined
        "objects inlined" components::objects_inlined
        "bodies inlined" components::bodies_inlined
        "responses inlined" components::responses_inlined
        "parameters inlined" components::parameters_inlined
    },
];

/// Returns `true` if a document refers to no other file, so that its tree can be rewritten on its own.
pub fn is_whole(root: &Value) -> bool {
    nodes::references(root).iter().all(|reference| reference.starts_with('#'))
}

/// Rewrites a document, and returns the changes that `compare` finds, each after the name of the rewrite. `compare`
/// returns `None` if the rewritten document has no client.
///
/// The rewrites of a group are applied together. If there are changes, each is applied alone, to name the cause.
pub fn false_changes(root: &Value, compare: impl Fn(&Value) -> Option<Vec<String>>) -> Vec<String> {
    let changes = |rewrites: &[Rewrite]| {
        let mut rewritten = root.clone();
        rewrites.iter().for_each(|rewrite| (rewrite.apply)(&mut rewritten));
        compare(&rewritten).unwrap_or_else(|| vec!["the rewritten document has no client".to_owned()])
    };
    let mut found = Vec::new();
    for group in GROUPS {
        let together = changes(group);
        if together.is_empty() {
            continue;
        }
        let count_before = found.len();
        for rewrite in *group {
            let alone = changes(std::slice::from_ref(rewrite));
            found.extend(alone.into_iter().map(|change| format!("{}: {change}", rewrite.name)));
        }
        if found.len() == count_before {
            let names: Vec<&str> = group.iter().map(|rewrite| rewrite.name).collect();
            found.extend(together.into_iter().map(|change| format!("{}: {change}", names.join(", "))));
        }
    }
    found
}
