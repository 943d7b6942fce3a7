//! Names of the fields of structs and of the methods that set them.

use super::identifier::{escape, snake, spelled_words, words};
use super::scope::Scope;
use crate::ir::Struct;

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

/// Names the members of a struct. A field that would start with a digit is called `value_…`.
pub(crate) fn member_names(object: &Struct) -> MemberNames {
    let mut scope = Scope::default();
    let wanted: Vec<String> = object.fields.iter().map(|field| snake(&words(&field.wire_name), "value")).collect();
    // Who is spelled like a name of Rust already has the first right to it.
    let exact: Vec<bool> =
        object.fields.iter().zip(&wanted).map(|(field, name)| field.wire_name == *name && scope.take(name)).collect();
    let plain: Vec<String> = object
        .fields
        .iter()
        .zip(wanted)
        .zip(exact)
        .map(|((field, name), is_exact)| {
            let spelled = snake(&spelled_words(&field.wire_name), "value");
            if is_exact { name } else { scope.claim([name, spelled]) }
        })
        .collect();
    let extra = scope.claim(["extra", "other", "additional_members"].map(str::to_owned));
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
