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

use super::identifier::{escape, snake, spelled_words, split_words};
use super::locked::LockedNames;
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
        let key = format!("{type_name}.{}", field.wire_name);
        FieldDraft { field, name: lock.claim(Locked::Field, &key, &mut scope), key }
    });
    let mut drafts: Vec<FieldDraft<'_>> = drafts.collect();
    // Undeclared properties have no wire name to use as the lock key.
    let extra_key = object.extra.as_ref().map(|_| format!("{type_name}{{}}"));
    let locked_extra = extra_key.as_ref().and_then(|key| lock.claim(Locked::Field, key, &mut scope));
    // A field whose wire name is already in Rust style takes precedence.
    for draft in drafts.iter_mut().filter(|draft| draft.name.is_none()) {
        let name = snake(&split_words(&draft.field.wire_name), "value");
        draft.name = Some(name).filter(|name| draft.field.wire_name == *name && scope.take(name));
    }
    let mut named: Vec<(&Field, String, String)> = Vec::new();
    for FieldDraft { field, key, name } in drafts {
        let spellings = || [split_words(&field.wire_name), spelled_words(&field.wire_name)];
        let name = name.unwrap_or_else(|| scope.claim(spellings().map(|words| snake(&words, "value"))));
        named.push((field, key, name));
    }
    let extra =
        locked_extra.unwrap_or_else(|| scope.claim(["extra", "other", "additional_members"].map(str::to_owned)));
    for (field, key, name) in &named {
        lock.note(Locked::Field, key, name, field.wire_name == *name, &field.origin);
    }
    let plain: Vec<String> = named.into_iter().map(|(_, _, name)| name).collect();
    if let Some(key) = &extra_key {
        lock.note(Locked::Field, key, &extra, false, origin);
    }
    let setters = SetterNames::of(object, type_name, &plain, lock);
    MemberNames {
        fields: plain.into_iter().map(escape).collect(),
        setters: setters.values,
        null_setters: setters.nulls,
        extra,
    }
}

/// A field that is being named.
struct FieldDraft<'o> {
    field: &'o Field,
    /// The key in the lock.
    key: String,
    name: Option<String>,
}

/// The names of the setters of a struct.
struct SetterNames {
    values: Vec<String>,
    nulls: Vec<Option<String>>,
}

impl SetterNames {
    /// Names the setters of fields. A setter has the name of its field, and a null setter has the suffix `_null`. If a
    /// field has that name, the locked setter keeps it, and the other one gets the prefix `set_`.
    fn of(object: &Struct, type_name: &str, fields: &[String], lock: &LockedNames<'_>) -> Self {
        let mut methods = Scope::new(METHODS.iter().copied());
        let fields: Vec<(&Field, &String)> = object.fields.iter().zip(fields).collect();
        let value_key = |field: &Field| format!("{type_name}.{}", field.wire_name);
        let null_key = |field: &Field| format!("{type_name}.{} = null", field.wire_name);
        let mut claim = |key: String| lock.claim(Locked::Setter, &key, &mut methods);
        let locked_values: Vec<_> = fields.iter().map(|(field, _)| claim(value_key(field))).collect();
        let locked_nulls: Vec<_> = fields.iter().map(|(field, _)| claim(null_key(field))).collect();
        let nulls: Vec<_> = fields
            .iter()
            .zip(locked_nulls)
            .map(|((field, name), locked)| {
                locked.or_else(|| {
                    Some(null_name(&escape((*name).clone()))).filter(|name| may_send_null(field) && methods.take(name))
                })
            })
            .collect();
        let values: Vec<_> = fields
            .iter()
            .zip(locked_values)
            .map(|((_, name), locked)| locked.or_else(|| methods.take(name).then(|| (*name).clone())))
            .collect();
        // The remaining setters take names that are still free.
        let values = fields.iter().zip(values).map(|((field, name), value)| {
            let setter = value.unwrap_or_else(|| methods.claim([format!("set_{name}")]));
            if has_setter(field) {
                let is_certain = setter == **name && !name.ends_with(NULL_ENDING);
                lock.note(Locked::Setter, &value_key(field), &setter, is_certain, &field.origin);
            }
            escape(setter)
        });
        let values = values.collect();
        let nulls = fields.iter().zip(nulls).map(|((field, name), null)| {
            let usual = null_name(&escape((*name).clone()));
            let setter = null.or_else(|| may_send_null(field).then(|| methods.claim([format!("set_{usual}")])))?;
            let is_default = setter == usual;
            lock.note(Locked::Setter, &null_key(field), &setter, is_default, &field.origin);
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
