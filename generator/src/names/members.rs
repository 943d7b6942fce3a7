//! Names of struct fields and of their setters.
//!
//! ```yaml
//! properties: {type: {type: string}, due: {type: [string, "null"]}, due_null: {type: boolean}}
//! ```
//!
//! ```text
//! fields         r#type   due            due_null
//! setters        r#type   due            set_due_null
//! null setters            due_null
//! ```

use std::{fmt, iter};

use super::identifier::{escape, snake, spelled_words, split_words};
use super::locked::{LockedNames, is_snake};
use super::scope::Scope;
use crate::ir::{Field, Struct};
use crate::settings::Locked;
use crate::source::Pointer;

/// Methods that a setter of the same name would hide or conflict with.
const METHODS: &[&str] = &["new", "clone", "clone_from", "default", "eq", "ne", "fmt", "into", "try_into", "to_owned"];

/// The suffix of a setter that sends null.
const NULL_ENDING: &str = "_null";

/// The names within a struct.
#[derive(Clone, Debug, Default)]
pub struct MemberNames {
    /// The fields, in the order of [`Struct::fields`].
    pub fields: Vec<String>,
    /// The setters, in the same order.
    pub setters: Vec<String>,
    /// The null setters, in the same order; `None` if the name is the field's with `_null`.
    pub null_setters: Vec<Option<String>>,
    /// The field for undeclared properties.
    pub extra: String,
}

impl MemberNames {
    /// Returns the null setter of the field at a position.
    pub fn null_setter(&self, position: usize) -> String {
        let usual = || self.fields.get(position).map_or_else(String::new, |name| null_name(name));
        self.null_setters.get(position).cloned().flatten().unwrap_or_else(usual)
    }
}

/// Returns the names of the fields of a struct called `type_name`. A field that would start with a digit is called
/// `value_…`.
pub(crate) fn member_names(object: &Struct, type_name: &str, origin: &Pointer, lock: &LockedNames<'_>) -> MemberNames {
    let mut scope = Scope::default();
    let drafts = object.fields.iter().map(|field| {
        let name = lock.claim(Locked::Field, format_args!("{type_name}.{}", field.wire_name), &mut scope);
        FieldDraft { field, plain: plain_name(&field.wire_name), name }
    });
    let mut drafts: Vec<FieldDraft<'_>> = drafts.collect();
    // Undeclared properties have no wire name to use as the lock key.
    let has_extra = object.extra.is_some();
    let locked_extra =
        has_extra.then(|| lock.claim(Locked::Field, format_args!("{type_name}{{}}"), &mut scope)).flatten();
    // A field whose wire name is already in Rust style takes precedence.
    for draft in drafts.iter_mut().filter(|draft| draft.name.is_none()) {
        draft.name = (draft.field.wire_name == draft.plain && scope.take(&draft.plain)).then(|| draft.plain.clone());
    }
    let named = drafts.into_iter().map(|FieldDraft { field, plain, name }| {
        let spelled = || snake(&spelled_words(&field.wire_name), "value");
        let name = name.unwrap_or_else(|| scope.claim(iter::once(plain).chain(iter::once_with(spelled))));
        (field, name)
    });
    let named: Vec<(&Field, String)> = named.collect();
    let extra =
        locked_extra.unwrap_or_else(|| scope.claim(["extra", "other", "additional_members"].map(str::to_owned)));
    for (field, name) in &named {
        let key = format_args!("{type_name}.{}", field.wire_name);
        lock.note(Locked::Field, key, name, field.wire_name == *name, &field.origin);
    }
    if has_extra {
        lock.note(Locked::Field, format_args!("{type_name}{{}}"), &extra, false, origin);
    }
    let setters = SetterNames::of(&named, type_name, lock);
    MemberNames {
        fields: named.into_iter().map(|(_, name)| escape(name)).collect(),
        setters: setters.values,
        null_setters: setters.nulls,
        extra,
    }
}

/// A field that is being named.
struct FieldDraft<'o> {
    field: &'o Field,
    /// The name that depends on the wire name alone.
    plain: String,
    name: Option<String>,
}

/// Returns the name of a field without regard to other fields. Most wire names are already in Rust style.
fn plain_name(wire_name: &str) -> String {
    if is_snake(wire_name) { wire_name.to_owned() } else { snake(&split_words(wire_name), "value") }
}

/// The names of the setters of a struct.
struct SetterNames {
    values: Vec<String>,
    nulls: Vec<Option<String>>,
}

impl SetterNames {
    /// Names the setters of fields. A setter has the name of its field, and a null setter has the suffix `_null`. If a
    /// field has that name, the locked setter keeps it, and the other one gets the prefix `set_`.
    fn of(fields: &[(&Field, String)], type_name: &str, lock: &LockedNames<'_>) -> Self {
        let mut methods = Scope::new(METHODS.iter().copied());
        let mut claim = |key: fmt::Arguments<'_>| lock.claim(Locked::Setter, key, &mut methods);
        let locked_values: Vec<_> =
            fields.iter().map(|(field, _)| claim(format_args!("{type_name}.{}", field.wire_name))).collect();
        let locked_nulls: Vec<_> =
            fields.iter().map(|(field, _)| claim(format_args!("{type_name}.{} = null", field.wire_name))).collect();
        let default_null = |name: &str| null_name(&escape(name.to_owned()));
        let nulls: Vec<_> = fields
            .iter()
            .zip(locked_nulls)
            .map(|((field, name), locked)| {
                let default = || may_send_null(field).then(|| default_null(name)).filter(|name| methods.take(name));
                locked.or_else(default)
            })
            .collect();
        let values: Vec<_> = fields
            .iter()
            .zip(locked_values)
            .map(|((_, name), locked)| locked.or_else(|| methods.take(name).then(|| name.clone())))
            .collect();
        // The remaining setters take names that are still free.
        let values = fields.iter().zip(values).map(|((field, name), value)| {
            let setter = value.unwrap_or_else(|| methods.claim([format!("set_{name}")]));
            if has_setter(field) {
                let is_certain = setter == *name && !name.ends_with(NULL_ENDING);
                let key = format_args!("{type_name}.{}", field.wire_name);
                lock.note(Locked::Setter, key, &setter, is_certain, &field.origin);
            }
            escape(setter)
        });
        let values = values.collect();
        let nulls = fields.iter().zip(nulls).map(|((field, name), null)| {
            if null.is_none() && !may_send_null(field) {
                return None;
            }
            let default = default_null(name);
            let setter = null.unwrap_or_else(|| methods.claim([format!("set_{default}")]));
            let is_default = setter == default;
            let key = format_args!("{type_name}.{} = null", field.wire_name);
            lock.note(Locked::Setter, key, &setter, is_default, &field.origin);
            (!is_default).then_some(setter)
        });
        let nulls = nulls.collect();
        Self { values, nulls }
    }
}

/// Returns `true` unless `new` takes the field in requests and responses alike.
fn has_setter(field: &Field) -> bool {
    !field.required || field.read_only
}

/// Returns `true` if a request distinguishes null from an absent field.
fn may_send_null(field: &Field) -> bool {
    field.nullable && has_setter(field)
}

/// Returns the default name of the null setter of a field.
fn null_name(field: &str) -> String {
    format!("{}{NULL_ENDING}", field.trim_start_matches("r#"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::ir::{Documentation, Scalar, Type};
    use crate::settings::NamesLock;

    fn field(name: &str, nullable: bool) -> Field {
        Field {
            origin: Pointer::root(),
            wire_name: name.to_owned(),
            type_: Type::Scalar(Scalar::String),
            required: false,
            nullable,
            read_only: false,
            write_only: false,
            prefix: None,
            documentation: Documentation::default(),
        }
    }

    /// Returns the names of all setters, followed by the null setters, and the lock for the next run.
    fn setters(fields: &[Field], before: &NamesLock) -> (Vec<String>, NamesLock) {
        let lock = LockedNames::new(before);
        let object = Struct { fields: fields.to_vec(), ..Struct::default() };
        let names = member_names(&object, "T", &Pointer::root(), &lock);
        let nulls = (0..fields.len()).filter(|at| fields[*at].nullable).map(|at| names.null_setter(at));
        let all = names.setters.iter().cloned().chain(nulls).collect();
        let mut diagnostics = Diagnostics::new();
        let lock = lock.finish(&mut diagnostics);
        assert!(diagnostics.is_empty());
        (all, lock)
    }

    #[test]
    fn a_setter_keeps_its_name_when_a_field_of_that_name_is_added() {
        let (due, due_null) = (field("due", true), field("due_null", false));
        let (names, lock) = setters(std::slice::from_ref(&due), &NamesLock::default());
        assert_eq!(names, ["due", "due_null"]);
        assert_eq!(setters(&[due, due_null], &lock).0, ["due", "set_due_null", "due_null"]);
    }

    #[test]
    fn a_setter_keeps_its_name_when_null_is_allowed_elsewhere() {
        let due_null = field("due_null", false);
        let (names, lock) = setters(&[field("due", false), due_null.clone()], &NamesLock::default());
        assert_eq!(names, ["due", "due_null"]);
        let (names, lock) = setters(&[field("due", true), due_null.clone()], &lock);
        assert_eq!(names, ["due", "due_null", "set_due_null"]);
        assert_eq!(setters(&[field("due", true), due_null], &lock).0, names);
    }

    #[test]
    fn a_setter_for_null_is_called_like_the_field_in_rust() {
        let names = setters(&[field("type", true), field("self", true), field("new", true)], &NamesLock::default()).0;
        assert_eq!(names, ["r#type", "self_", "set_new", "type_null", "self__null", "new_null"]);
    }
}
