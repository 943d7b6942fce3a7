//! Comparison of bodies that Rust sees as a string or bytes although the document describes their structure: XML, YAML
//! and further media types of a body.
//!
//! ```text
//! application/xml: {required: [name]}          a string in Rust
//! application/xml: {required: [name, age]}     property `age` became required, without an effect on the code
//! ```

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::Value;

use super::bodies::essence;
use crate::diff::comparison::Comparison;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Side};
use crate::source::Pointer;

/// The maximum depth of properties, references and intersections that are compared.
const DEEPEST: usize = 16;

/// The bodies of both sides in all of their media types.
pub(super) struct Contents<'p> {
    pub(super) location: Location<'p>,
    /// The media types as the documents spell them.
    pub(super) media_types: [&'p [String]; 2],
    /// The media types that have a Rust type, without parameters.
    pub(super) typed: HashSet<String>,
}

impl Comparison<'_> {
    /// Compares the schemas of media types that both sides have and that have no Rust type.
    pub(super) fn compare_untyped(&mut self, contents: &Contents<'_>) {
        let [old, new] = contents.media_types;
        let Location { before, after, .. } = contents.location;
        let at = |origin: &Pointer, media_type: &str| origin.join("content").join(media_type).join("schema");
        let typed = |media_types: &[String], origin: &Pointer, side: &Side<'_>| -> Vec<Value> {
            let typed = media_types.iter().filter(|media_type| contents.typed.contains(&essence(media_type)));
            typed.filter_map(|media_type| side.document.value(&at(origin, media_type)).cloned()).collect()
        };
        let (known, found) = (typed(old, before, self.old), typed(new, after, self.new));
        for was in old.iter().filter(|was| !contents.typed.contains(&essence(was))) {
            let Some(is) = new.iter().find(|is| essence(is) == essence(was)) else { continue };
            let (was_at, is_at) = (at(before, was), at(after, is));
            let value = |side: &Side<'_>, pointer: &Pointer| side.document.value(pointer).cloned();
            let (Some(was), Some(is)) = (value(self.old, &was_at), value(self.new, &is_at)) else { continue };
            // The changes are reported with the media type that has a Rust type.
            if was == is || (known.contains(&was) && found.contains(&is)) {
                continue;
            }
            let mut seen = HashSet::new();
            self.compare_raw([was_at, is_at], &contents.location, DEEPEST, &mut seen);
        }
    }

    fn compare_raw(
        &mut self,
        [before, after]: [Pointer; 2],
        location: &Location<'_>,
        depth: usize,
        seen: &mut HashSet<[Pointer; 2]>,
    ) {
        if depth == 0 || !seen.insert([before.clone(), after.clone()]) {
            return;
        }
        let (was, is) = (Raw::of(self.old, &before), Raw::of(self.new, &after));
        if !was.types.is_empty() && !is.types.is_empty() && was.types != is.types {
            let text = |raw: &Raw| raw.types.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ");
            self.add(location.changed(ChangeKind::TypeChanged, "type", &text(&was), &text(&is)));
            return;
        }
        if let (Some(known), Some(found)) = (&was.values, &is.values) {
            known.difference(found).for_each(|value| {
                self.add(location.removed(ChangeKind::EnumValueRemoved, &format!("value `{value}`")));
            });
            found.difference(known).for_each(|value| {
                self.add(location.added(ChangeKind::EnumValueAdded, &format!("value `{value}`")));
            });
        }
        if let (Some(was), Some(is)) = (was.items.clone(), is.items.clone()) {
            let elements = Location { phrase: format!("elements of {}", location.phrase), ..location.clone() };
            self.compare_raw([was, is], &elements, depth - 1, seen);
        }
        self.compare_raw_properties(&was, &is, location, depth, seen);
    }

    fn compare_raw_properties(
        &mut self,
        was: &Raw,
        is: &Raw,
        location: &Location<'_>,
        depth: usize,
        seen: &mut HashSet<[Pointer; 2]>,
    ) {
        for (name, before) in &was.properties {
            let item = format!("property `{name}`");
            let Some(after) = is.properties.get(name) else {
                let change = match was.required.contains(name) {
                    true => location.removed(ChangeKind::RequiredPropertyRemoved, &format!("required {item}")),
                    false => location.removed(ChangeKind::OptionalPropertyRemoved, &format!("optional {item}")),
                };
                self.add(change);
                continue;
            };
            match (was.required.contains(name), is.required.contains(name)) {
                (false, true) => self.add(location.about(ChangeKind::PropertyBecameRequired, &item, "became required")),
                (true, false) => self.add(location.about(ChangeKind::PropertyBecameOptional, &item, "became optional")),
                _ => {}
            }
            let property = Location { phrase: format!("{item} of {}", location.phrase), ..location.clone() };
            self.compare_raw([before.clone(), after.clone()], &property, depth - 1, seen);
        }
        for name in is.properties.keys().filter(|name| !was.properties.contains_key(*name)) {
            let change = match is.required.contains(name) {
                true => location.added(ChangeKind::RequiredPropertyAdded, &format!("required property `{name}`")),
                false => location.added(ChangeKind::OptionalPropertyAdded, &format!("optional property `{name}`")),
            };
            self.add(change);
        }
    }
}

/// The structure of a schema as the document describes it.
#[derive(Default)]
struct Raw {
    types: BTreeSet<String>,
    properties: BTreeMap<String, Pointer>,
    required: BTreeSet<String>,
    values: Option<BTreeSet<String>>,
    items: Option<Pointer>,
}

impl Raw {
    fn of(side: &Side<'_>, at: &Pointer) -> Self {
        let mut raw = Self::default();
        raw.add(side, at, DEEPEST);
        raw
    }

    /// Adds a schema, the target of its `$ref` and the members of its `allOf`.
    fn add(&mut self, side: &Side<'_>, at: &Pointer, depth: usize) {
        let Some(schema) = side.document.value(at).and_then(Value::as_object).filter(|_| depth > 0) else { return };
        let reference = schema.get("$ref").and_then(Value::as_str);
        if let Some(target) = reference.and_then(|reference| side.document.resolve(at, reference).ok()) {
            self.add(side, &target, depth - 1);
        }
        let texts = |key: &str| schema.get(key).and_then(Value::as_array).into_iter().flatten();
        self.types.extend(schema.get("type").and_then(Value::as_str).map(str::to_owned));
        self.types.extend(texts("type").filter_map(Value::as_str).map(str::to_owned));
        self.required.extend(texts("required").filter_map(Value::as_str).map(str::to_owned));
        if schema.contains_key("enum") {
            self.values = Some(texts("enum").map(Value::to_string).collect());
        }
        if schema.contains_key("items") {
            self.items = Some(at.join("items"));
        }
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        self.properties.extend(properties.map(|(name, _)| (name.clone(), at.join("properties").join(name))));
        let members = schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
        (0..members).for_each(|index| self.add(side, &at.join("allOf").index(index), depth - 1));
    }
}
