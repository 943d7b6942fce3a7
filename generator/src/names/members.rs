//! Names of the fields of structs and of the methods that set them.

use super::identifier::{escape, snake, spelled_words, words};
use super::kept::Kept;
use super::scope::Scope;
use crate::ir::Struct;
use crate::settings::Locked;
use crate::source::Pointer;

/// Methods that a setter of the same name would hide or clash with.
const METHODS: &[&str] = &["new", "clone", "clone_from", "default", "eq", "ne", "fmt", "into", "try_into", "to_owned"];

/// The names in a struct.
#[derive(Clone, Debug, Default)]
pub struct MemberNames {
    /// The fields, in the order of [`Struct::fields`].
    pub fields: Vec<String>,
    /// The methods that set them, in the same order.
    pub setters: Vec<String>,
    /// The field of members that the document does not name.
    pub extra: String,
}

/// Names the members of a struct called `type_name`. A field that would start with a digit is called `value_…`.
pub(crate) fn member_names(object: &Struct, type_name: &str, origin: &Pointer, kept: &Kept<'_>) -> MemberNames {
    let mut scope = Scope::default();
    let keys: Vec<String> = object.fields.iter().map(|field| format!("{type_name}.{}", field.wire_name)).collect();
    // What the document does not name has no name on the wire that the lock could know it by.
    let extra_key = object.extra.as_ref().map(|_| format!("{type_name}{{}}"));
    let locked: Vec<Option<String>> = keys.iter().map(|key| kept.claim(Locked::Field, key, &mut scope)).collect();
    let locked_extra = extra_key.as_ref().and_then(|key| kept.claim(Locked::Field, key, &mut scope));
    let wanted: Vec<String> = object.fields.iter().map(|field| snake(&words(&field.wire_name), "value")).collect();
    // Who is spelled like a name of Rust already has the first right to it.
    let exact: Vec<bool> = object
        .fields
        .iter()
        .zip(&wanted)
        .zip(&locked)
        .map(|((field, name), locked)| locked.is_none() && field.wire_name == *name && scope.take(name))
        .collect();
    let plain: Vec<String> = object
        .fields
        .iter()
        .zip(wanted)
        .zip(exact)
        .zip(locked)
        .map(|(((field, name), is_exact), locked)| {
            let spelled = snake(&spelled_words(&field.wire_name), "value");
            locked.unwrap_or_else(|| if is_exact { name } else { scope.claim([name, spelled]) })
        })
        .collect();
    let extra =
        locked_extra.unwrap_or_else(|| scope.claim(["extra", "other", "additional_members"].map(str::to_owned)));
    for ((field, name), key) in object.fields.iter().zip(&plain).zip(&keys) {
        kept.note(Locked::Field, key, name, field.wire_name == *name, &field.origin);
    }
    if let Some(key) = &extra_key {
        kept.note(Locked::Field, key, &extra, false, origin);
    }
    let setters =
        plain
            .iter()
            .map(|name| {
                if METHODS.contains(&name.as_str()) {
                    scope.claim([format!("set_{name}")])
                } else {
                    escape(name.clone())
                }
            })
            .collect();
    MemberNames { fields: plain.into_iter().map(escape).collect(), setters, extra }
}
