//! Constraints on properties that a location adds to those of the type that it uses.
//!
//! ```text
//! pet: {allOf: [{$ref: Pet}, {properties: {name: {maxLength: 9}}}]}    the type is Pet
//! pet: {allOf: [{$ref: Pet}, {properties: {name: {maxLength: 5}}}]}    `maxLength` of property `name` of `pet` changed
//! ```

use serde_json::Value;

use crate::code_span::code_span;
use crate::diff::Side;
use crate::diff::comparison::Comparison;
use crate::diff::location::Location;
use crate::diff::raw::{DEEPEST, Follow, Raw};
use crate::ir::{Type, TypeId};
use crate::source::Pointer;

impl Comparison<'_> {
    /// Compares the constraints on properties at a location whose type was made from another schema.
    pub(super) fn compare_overrides(&mut self, old: &Type, new: &Type, location: &Location<'_>) {
        let (before, after) = (schema_at(self.old, location.before), schema_at(self.new, location.after));
        let Some((known, found)) = held(old).zip(held(new)) else { return };
        let (known, found) = (&self.old.api.definition(known).origin, &self.new.api.definition(found).origin);
        // The changes of schemas that repeat the definition are reported with the definition.
        let is_repeated = |side: &Side<'_>, origin, at| side.document.value(origin) == side.document.value(at);
        let are_repeated = is_repeated(self.old, known, &before) && is_repeated(self.new, found, &after);
        if !(is_within(known, &before) || is_within(found, &after) || are_repeated) {
            self.compare_properties_of([&[before], &[after]], location, DEEPEST);
        }
    }

    fn compare_properties_of(&mut self, schemas: [&[Pointer]; 2], location: &Location<'_>, depth: usize) {
        let [old, new] = schemas;
        let (was, is) = (Raw::of(self.old, old, Follow::None), Raw::of(self.new, new, Follow::None));
        let names =
            was.properties.keys().chain(is.properties.keys().filter(|name| !was.properties.contains_key(*name)));
        for name in names.filter(|_| depth > 0) {
            let schemas = [was.property(name), is.property(name)];
            let property = location.at(schemas).within(&format!("property {}", code_span(name)));
            let (was, is) = (Raw::of(self.old, schemas[0], Follow::None), Raw::of(self.new, schemas[1], Follow::None));
            self.compare_undocumented([&was, &is], &property);
            self.compare_properties_of(schemas, &property, depth - 1);
        }
        if !(was.items.is_empty() && is.items.is_empty()) && depth > 0 {
            let schemas = [was.items.as_slice(), &is.items];
            self.compare_properties_of(schemas, &location.at(schemas).within("elements"), depth - 1);
        }
    }
}

/// Returns the definition in a type, or `None` if there is none or several.
fn held(type_: &Type) -> Option<TypeId> {
    match type_ {
        Type::Named(id) => Some(*id),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => held(inner),
        Type::Scalar(_) | Type::Tuple(_) | Type::Custom(_) => None,
    }
}

/// Returns the schema of a parameter, header, body or response, or the schema itself.
fn schema_at(side: &Side<'_>, at: &Pointer) -> Pointer {
    let Some(holder) = side.document.value(at).and_then(Value::as_object) else { return at.clone() };
    let content = holder.get("content").and_then(Value::as_object).and_then(|content| {
        let is_json = |media_type: &&String| media_type.contains("json");
        content.keys().find(is_json).or_else(|| content.keys().next())
    });
    match content {
        Some(media_type) => at.join("content").join(media_type).join("schema"),
        None if holder.contains_key("schema") => at.join("schema"),
        None => at.clone(),
    }
}

/// Returns `true` if a location is the same as another or inside it.
fn is_within(inner: &Pointer, outer: &Pointer) -> bool {
    let mut at = Some(inner);
    while let Some(pointer) = at {
        if pointer == outer {
            return true;
        }
        at = pointer.parent();
    }
    false
}
