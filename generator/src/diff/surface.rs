//! The final check: every changed line of the public surface must be reported.

use std::collections::BTreeMap;

use super::change::{Change, Subject, Topic};
use super::comparison::Comparison;
use super::report::Declaration;
use super::{ChangeKind, Effect, EffectKind, Side};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Type, TypeId, TypeKind};
use crate::outline::type_text_with;

impl Comparison<'_> {
    /// Compares the public surfaces item by item, and reports changed items that no other change explains.
    pub(super) fn compare_surfaces(&mut self) {
        let renamed = self.renamed_items();
        // The old lines use the new names of types, so that a renamed type changes no other item.
        let before = declarations(self.old, &|id| self.old_spelling(id, 0));
        let after = declarations(self.new, &|id| self.new_spelling(id, 0));
        let mut reported: HashSet<String> = self.changes.iter().flat_map(|change| change.items.clone()).collect();
        // If an alias has a different target, the items that use it are spelled differently.
        reported.extend(self.reported_status_enums(&reported));
        for (name, was) in &before {
            let name_now = renamed.get(name).unwrap_or(name);
            let now = after.get(name_now);
            let is_changed = self.rust.add([name, name_now], was, now.unwrap_or(&Declaration::default()));
            let effect = match now {
                Some(_) if !is_changed => continue,
                Some(_) => Effect::new(EffectKind::Retyped, format!("`{name_now}` changed")),
                None => Effect::new(EffectKind::Removed, format!("`{name_now}` removed")),
            };
            if !reported.contains(name) && !reported.contains(name_now) {
                self.unexplained(name_now, effect);
            }
        }
        let known: HashSet<&String> = before.keys().map(|name| renamed.get(name).unwrap_or(name)).collect();
        for (name, is) in after.iter().filter(|(name, _)| !known.contains(name)) {
            self.rust.add([name, name], &Declaration::default(), is);
            if !reported.contains(name) {
                self.unexplained(name, Effect::new(EffectKind::Added, format!("`{name}` added")));
            }
        }
    }

    /// Returns the new names of types and methods that both sides have.
    fn renamed_items(&self) -> HashMap<String, String> {
        let types = self.old.api.type_ids();
        let types = types
            .filter_map(|id| Some((self.old.name(id).to_owned(), self.new.name(self.matched_type(id)?).to_owned())));
        let is_pair =
            |change: &&Change| change.topic == Topic::Operation && change.before.is_some() && change.after.is_some();
        let methods = self.changes.iter().filter(is_pair).filter_map(|change| match change.items.as_slice() {
            [old, new, ..] => Some((old.clone(), new.clone())),
            _ => None,
        });
        types.chain(methods).filter(|(was, is)| was != is).collect()
    }

    /// Returns the spelling of a type of the new client. An alias is spelled as its target, because programs can use
    /// either.
    fn new_spelling(&self, id: TypeId, depth: usize) -> String {
        match alias_target(self.new, id, depth) {
            Some(target) => type_text_with(target, &|id| self.new_spelling(id, depth + 1)),
            None => self.new.name(id).to_owned(),
        }
    }

    /// Returns the spelling of a type of the old client as the new client spells it.
    fn old_spelling(&self, id: TypeId, depth: usize) -> String {
        match (self.matched_type(id), alias_target(self.old, id, depth)) {
            (Some(new), _) => self.new_spelling(new, depth),
            (None, Some(target)) => type_text_with(target, &|id| self.old_spelling(id, depth + 1)),
            (None, None) => self.old.name(id).to_owned(),
        }
    }

    /// Returns the status enums of operations that are reported.
    fn reported_status_enums(&self, reported: &HashSet<String>) -> Vec<String> {
        let mut names = Vec::new();
        for side in [self.old, self.new] {
            for (id, status_enum) in side.api.numbered_status_enums() {
                if reported.contains(&side.method(status_enum.operation)) {
                    names.push(side.names.status_enum(id).type_name.clone());
                }
            }
        }
        names
    }

    fn unexplained(&mut self, name: &str, effect: Effect) {
        let mut subject = Subject::api();
        subject.label = name.into();
        subject.items = vec![name.to_owned()];
        let message = format!("public surface of `{name}` changed");
        self.add(Change::new(ChangeKind::Surface, &subject, message).causes([effect]));
    }
}

/// Returns the target of an alias. `depth` is the number of aliases around it; deeper ones are spelled by name.
fn alias_target<'s>(side: &'s Side<'_>, id: TypeId, depth: usize) -> Option<&'s Type> {
    const DEEPEST: usize = 8;
    match &side.api.definition(id).kind {
        TypeKind::Alias(target) if !side.graph.is_newtype(id) && depth < DEEPEST => Some(target),
        _ => None,
    }
}

/// Returns the declaration of each item, by name. `type_name` returns the name of a type by which lines are compared.
fn declarations(side: &Side<'_>, type_name: &dyn Fn(TypeId) -> String) -> BTreeMap<String, Declaration> {
    let mut found: BTreeMap<String, Declaration> = BTreeMap::new();
    let texts = side.surface(&|id| side.name(id).to_owned());
    for (item, text) in side.surface(type_name).into_iter().zip(texts) {
        let declaration = found.entry(item.name).or_default();
        if item.lines != text.lines {
            declaration.text.get_or_insert_with(|| declaration.meaning.clone());
        }
        if let Some(known) = &mut declaration.text {
            known.push_str(&text.lines);
        }
        // Most names have one item, whose lines need not be copied.
        if declaration.meaning.is_empty() {
            declaration.meaning = item.lines;
        } else {
            declaration.meaning.push_str(&item.lines);
        }
    }
    found
}
