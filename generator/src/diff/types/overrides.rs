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
        if !(is_within(known, &before) || is_within(found, &after)) {
            let definitions = [std::slice::from_ref(known), std::slice::from_ref(found)];
            self.compare_properties_of([&[before], &[after]], definitions, location, DEEPEST);
        }
    }

    /// Compares the properties that the schemas of a location mention, together with those of the definitions.
    fn compare_properties_of(
        &mut self,
        [before, after]: [&[Pointer]; 2],
        [known, found]: [&[Pointer]; 2],
        location: &Location<'_>,
        depth: usize,
    ) {
        if depth == 0 {
            return;
        }
        let (was, is) = (Raw::of(self.old, before, Follow::None), Raw::of(self.new, after, Follow::None));
        if was.properties.is_empty() && is.properties.is_empty() && was.items.is_empty() && is.items.is_empty() {
            return;
        }
        let (old, new) = (Raw::of(self.old, known, Follow::All), Raw::of(self.new, found, Follow::All));
        let names =
            was.properties.keys().chain(is.properties.keys().filter(|name| !was.properties.contains_key(*name)));
        for name in names {
            let schemas = [was.property(name), is.property(name)];
            let definitions = [old.property(name), new.property(name)];
            let property = location.at(schemas).within(&format!("property {}", code_span(name)));
            let all = |at: usize| [schemas[at], definitions[at]].concat();
            let both = [Raw::of(self.old, &all(0), Follow::None), Raw::of(self.new, &all(1), Follow::None)];
            self.compare_undocumented([&both[0], &both[1]], &property);
            self.compare_properties_of(schemas, definitions, &property, depth - 1);
        }
        let schemas = [was.items.as_slice(), &is.items];
        let definitions = [old.items.as_slice(), &new.items];
        self.compare_properties_of(schemas, definitions, &location.at(schemas).within("elements"), depth - 1);
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
