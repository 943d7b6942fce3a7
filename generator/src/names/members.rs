//! Names of the fields of structs and of the methods that set them.

use super::identifier::{escape, snake, spelled_words, words};
use super::kept::Kept;
use super::scope::Scope;
use crate::ir::{Field, Struct};
use crate::settings::Locked;
use crate::source::Pointer;

/// Methods that a setter of the same name would hide or clash with.
const METHODS: &[&str] = &["new", "clone", "clone_from", "default", "eq", "ne", "fmt", "into", "try_into", "to_owned"];

/// How the usual name of a setter that sends null ends.
const NULL_ENDING: &str = "_null";

/// The names in a struct.
#[derive(Clone, Debug, Default)]
pub struct MemberNames {
    /// The fields, in the order of [`Struct::fields`].
    pub fields: Vec<String>,
    /// The methods that set them, in the same order.
    pub setters: Vec<String>,
    /// The methods that set them to null, in the same order, where these are not called like the field with `_null`.
    pub null_setters: Vec<Option<String>>,
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
    let setters = SetterNames::of(object, type_name, &plain, kept);
    MemberNames {
        fields: plain.into_iter().map(escape).collect(),
        setters: setters.values,
        null_setters: setters.nulls,
        extra,
    }
}

/// The names of the methods that set the fields of a struct.
struct SetterNames {
    values: Vec<String>,
    nulls: Vec<Option<String>>,
}

impl SetterNames {
    /// Names the setters of fields. A setter is called like its field, and one that sends null like its field with `_null`.
    /// Where a field has that name, the method that was there before keeps it, and the other one begins with `set_`.
    fn of(object: &Struct, type_name: &str, fields: &[String], kept: &Kept<'_>) -> Self {
        let mut methods = Scope::new(METHODS.iter().copied());
        let fields: Vec<(&Field, &String)> = object.fields.iter().zip(fields).collect();
        let value_key = |field: &Field| format!("{type_name}.{}", field.wire_name);
        let null_key = |field: &Field| format!("{type_name}.{} = null", field.wire_name);
        let mut claim = |key: String| kept.claim(Locked::Setter, &key, &mut methods);
        let locked_values: Vec<_> = fields.iter().map(|(field, _)| claim(value_key(field))).collect();
        let locked_nulls: Vec<_> = fields.iter().map(|(field, _)| claim(null_key(field))).collect();
        let nulls: Vec<_> = fields
            .iter()
            .zip(locked_nulls)
            .map(|((field, name), locked)| {
                locked.or_else(|| Some(null_name(name)).filter(|name| field.nullable && methods.take(name)))
            })
            .collect();
        let values: Vec<_> = fields
            .iter()
            .zip(locked_values)
            .map(|((_, name), locked)| locked.or_else(|| methods.take(name).then(|| (*name).clone())))
            .collect();
        // What is left gives way to all others.
        let values = fields.iter().zip(values).map(|((field, name), value)| {
            let setter = value.unwrap_or_else(|| methods.claim([format!("set_{name}")]));
            if !field.required || field.read_only {
                let is_certain = setter == **name && !name.ends_with(NULL_ENDING);
                kept.note(Locked::Setter, &value_key(field), &setter, is_certain, &field.origin);
            }
            escape(setter)
        });
        let values = values.collect();
        let nulls = fields.iter().zip(nulls).map(|((field, name), null)| {
            let usual = null_name(name);
            let setter = null.or_else(|| field.nullable.then(|| methods.claim([format!("set_{usual}")])))?;
            let is_usual = setter == usual;
            kept.note(Locked::Setter, &null_key(field), &setter, is_usual, &field.origin);
            (!is_usual).then_some(setter)
        });
        let nulls = nulls.collect();
        Self { values, nulls }
    }
}

/// Returns the usual name of the setter that sends null for a field.
fn null_name(field: &str) -> String {
    format!("{field}{NULL_ENDING}")
}
