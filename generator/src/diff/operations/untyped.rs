//! Comparison of bodies that Rust sees as a string or bytes although the document describes their structure: XML, YAML
//! and further media types of a body.
//!
//! ```text
//! application/xml: {required: [name]}          a string in Rust
//! application/xml: {required: [name, age]}     property `age` became required, without an effect on the code
//! ```

use std::collections::BTreeSet;

use serde_json::Value;

use super::bodies::essence;
use crate::code_span::code_span;
use crate::diff::comparison::Comparison;
use crate::diff::location::Location;
use crate::diff::raw::{DEEPEST, Follow, Raw};
use crate::diff::{ChangeKind, Side};
use crate::hash::HashSet;
use crate::source::Pointer;

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
            let mut seen = HashSet::default();
            self.compare_raw([vec![was_at], vec![is_at]], &contents.location, DEEPEST, &mut seen);
        }
    }

    /// Compares two intersections of schemas.
    fn compare_raw(
        &mut self,
        at: [Vec<Pointer>; 2],
        location: &Location<'_>,
        depth: usize,
        seen: &mut HashSet<[Vec<Pointer>; 2]>,
    ) {
        if depth == 0 || !seen.insert(at.clone()) {
            return;
        }
        let [before, after] = at;
        let location = &location.at([&before, &after]);
        let (was, is) = (Raw::of(self.old, &before, Follow::All), Raw::of(self.new, &after, Follow::All));
        if !was.types.is_empty() && !is.types.is_empty() && was.types != is.types {
            let text = |raw: &Raw| raw.types.iter().map(|name| code_span(name)).collect::<Vec<_>>().join(" or ");
            self.add(location.changed(types_kind(&was.types, &is.types), "type", &text(&was), &text(&is)));
            return;
        }
        match (was.is_nullable, is.is_nullable) {
            (true, false) => self.add(location.change(ChangeKind::ValueBecameNotNullable, " became non-nullable")),
            (false, true) => self.add(location.change(ChangeKind::ValueBecameNullable, " became nullable")),
            (true, true) | (false, false) => {}
        }
        self.compare_values(&was, &is, location);
        self.compare_undocumented([&was, &is], location);
        if !was.items.is_empty() && !is.items.is_empty() {
            self.compare_raw([was.items.clone(), is.items.clone()], &location.within("elements"), depth - 1, seen);
        }
        if !was.additional.is_empty() && !is.additional.is_empty() {
            let at = [was.additional.clone(), is.additional.clone()];
            self.compare_raw(at, &location.within("additional properties"), depth - 1, seen);
        }
        self.compare_raw_members(&was, &is, location);
        self.compare_raw_properties(&was, &is, location, depth, seen);
    }

    /// Compares the members of unions by their descriptions.
    fn compare_raw_members(&mut self, was: &Raw, is: &Raw, location: &Location<'_>) {
        match (was.members.is_empty(), is.members.is_empty()) {
            (true, true) => return,
            (true, false) => return self.add(location.change(ChangeKind::UnionAdded, " became a union")),
            (false, true) => return self.add(location.change(ChangeKind::UnionRemoved, " is no longer a union")),
            (false, false) => {}
        }
        let described = |side: &Side<'_>, raw: &Raw| -> BTreeSet<String> {
            raw.members.iter().map(|at| Raw::of(side, std::slice::from_ref(at), Follow::All).described()).collect()
        };
        let (known, found) = (described(self.old, was), described(self.new, is));
        for member in known.difference(&found) {
            self.add(location.removed(ChangeKind::UnionVariantRemoved, &format!("member {member}")));
        }
        for member in found.difference(&known) {
            self.add(location.added(ChangeKind::UnionVariantAdded, &format!("member {member}")));
        }
    }

    /// Compares constraints that no doc comment states.
    pub(in crate::diff) fn compare_undocumented(&mut self, [was, is]: [&Raw; 2], location: &Location<'_>) {
        let count_before = self.changes.len();
        let is_integer = |raw: &Raw| raw.types.iter().eq(["integer"]);
        self.constraints(&was.constraints, &is.constraints, is_integer(was) && is_integer(is), location);
        self.changes.iter_mut().skip(count_before).for_each(|change| change.effects.clear());
    }

    /// Compares the marks of a property.
    fn compare_marks(&mut self, [before, after]: [&[Pointer]; 2], location: &Location<'_>) {
        let (was, is) = (Raw::of(self.old, before, Follow::All), Raw::of(self.new, after, Follow::All));
        let marks = [
            (was.read_only, is.read_only, ChangeKind::PropertyBecameReadOnly, " became read-only"),
            (is.read_only, was.read_only, ChangeKind::PropertyBecameNotReadOnly, " is no longer read-only"),
            (was.write_only, is.write_only, ChangeKind::PropertyBecameWriteOnly, " became write-only"),
            (is.write_only, was.write_only, ChangeKind::PropertyBecameNotWriteOnly, " is no longer write-only"),
            (was.deprecated, is.deprecated, ChangeKind::Deprecated, " became deprecated"),
            (is.deprecated, was.deprecated, ChangeKind::Reactivated, " is no longer deprecated"),
        ];
        for (_, _, kind, text) in marks.into_iter().filter(|(without, with, ..)| !without && *with) {
            self.add(location.change(kind, text));
        }
    }

    fn compare_values(&mut self, was: &Raw, is: &Raw, location: &Location<'_>) {
        match (&was.values, &is.values) {
            (Some(known), Some(found)) => {
                known.difference(found).for_each(|value| {
                    self.add(location.removed(ChangeKind::EnumValueRemoved, &format!("value {}", code_span(value))));
                });
                found.difference(known).for_each(|value| {
                    self.add(location.added(ChangeKind::EnumValueAdded, &format!("value {}", code_span(value))));
                });
            }
            (Some(_), None) => self.add(location.removed(ChangeKind::EnumRemoved, "`enum`")),
            (None, Some(_)) => self.add(location.added(ChangeKind::EnumAdded, "`enum`")),
            (None, None) => {}
        }
    }

    fn compare_raw_properties(
        &mut self,
        was: &Raw,
        is: &Raw,
        location: &Location<'_>,
        depth: usize,
        seen: &mut HashSet<[Vec<Pointer>; 2]>,
    ) {
        for (name, before) in &was.properties {
            let item = format!("property {}", code_span(name));
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
            self.compare_marks([before, after], &location.within(&item));
            self.compare_raw([before.clone(), after.clone()], &location.within(&item), depth - 1, seen);
        }
        for name in is.properties.keys().filter(|name| !was.properties.contains_key(*name)) {
            let change =
                match is.required.contains(name) {
                    true => location
                        .added(ChangeKind::RequiredPropertyAdded, &format!("required property {}", code_span(name))),
                    false => location
                        .added(ChangeKind::OptionalPropertyAdded, &format!("optional property {}", code_span(name))),
                };
            self.add(change);
        }
    }
}

/// Returns the kind of change from one set of JSON types to another. Every integer is a number.
fn types_kind(was: &BTreeSet<String>, is: &BTreeSet<String>) -> ChangeKind {
    let includes = |wide: &BTreeSet<String>, narrow: &BTreeSet<String>| {
        narrow.iter().all(|name| wide.contains(name) || (name == "integer" && wide.contains("number")))
    };
    match (includes(is, was), includes(was, is)) {
        (true, _) => ChangeKind::TypeWidened,
        (false, true) => ChangeKind::TypeNarrowed,
        (false, false) => ChangeKind::TypeChanged,
    }
}
