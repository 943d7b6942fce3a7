//! The components of two documents: equal components are merged, conflicting ones are renamed.

use serde_json::{Map, Value};

use super::piece::{Piece, operations_mut};
use crate::diagnostics::{Code, Diagnostics};
use crate::hash::{HashMap, HashSet};
use crate::source::Pointer;

/// The containers of components in Swagger 2.0. Later versions have one for each kind below `components`.
const SWAGGER: [&str; 4] = ["definitions", "parameters", "responses", "securityDefinitions"];

/// The key of a component: the location of its container, and its name.
type Key = (Vec<String>, String);

/// New names by the keys of components.
type Renames = HashMap<Key, String>;

/// Renames the components of a piece that conflict with those of the document, and adds all of them to it.
pub(super) fn join(base: &mut Map<String, Value>, piece: &mut Piece, diagnostics: &mut Diagnostics) {
    let renames = renames(base, &piece.tree);
    let mut sorted: Vec<(&Key, &String)> = renames.iter().collect();
    sorted.sort();
    for ((place, old), new) in sorted {
        let message = format!("an earlier page defines `{old}` differently; this one is renamed to `{new}`");
        let at = place.iter().fold(Pointer::root(), |at, step| at.join(step)).join(old);
        diagnostics.report_elsewhere(Code::ConflictingComponent, message, Some(piece.excerpt(&at)));
    }
    let components = components(&piece.tree);
    let mut added: Vec<(Vec<String>, String, Value)> = Vec::new();
    for (place, name, value) in components {
        let mut value = value.clone();
        rewrite(&mut value, &renames);
        let key = (place, name.to_owned());
        let name = renames.get(&key).cloned().unwrap_or(key.1);
        added.push((key.0, name, value));
    }
    if !renames.is_empty() {
        rename_security(&mut piece.tree, &renames);
        for root in ["paths", "webhooks"] {
            if let Some(value) = piece.tree.get_mut(root) {
                rewrite(value, &renames);
            }
        }
    }
    for (place, name, value) in added {
        if let Some(kind) = entry(base, &place) {
            kind.entry(name).or_insert(value);
        }
    }
}

/// Returns the new names for components that conflict with those of another document.
fn renames(base: &Map<String, Value>, piece: &Map<String, Value>) -> Renames {
    let known: HashMap<Key, &Value> =
        components(base).map(|(place, name, value)| ((place, name.to_owned()), value)).collect();
    let mut shared = Vec::new();
    let mut clashing = HashSet::default();
    for (place, name, value) in components(piece) {
        let key = (place, name.to_owned());
        match known.get(&key) {
            Some(other) if *other == value => shared.push((key, value)),
            Some(_) => {
                clashing.insert(key);
            }
            None => {}
        }
    }
    // A component that references a conflicting component conflicts as well, even if its text is the same.
    loop {
        let before = clashing.len();
        let found = shared.iter().filter(|(key, value)| !clashing.contains(key) && refers(value, &clashing));
        let found: Vec<Key> = found.map(|(key, _)| key.clone()).collect();
        clashing.extend(found);
        if clashing.len() == before {
            break;
        }
    }
    if clashing.is_empty() {
        return Renames::default();
    }
    let values: Vec<(Key, &Value)> = components(piece)
        .map(|(place, name, value)| ((place, name.to_owned()), value))
        .filter(|(key, _)| clashing.contains(key))
        .collect();
    let own: HashSet<Key> = components(piece).map(|(place, name, _)| (place, name.to_owned())).collect();
    let mut number = 2_usize;
    loop {
        let renames: Renames = clashing.iter().map(|key| (key.clone(), format!("{}{number}", key.1))).collect();
        let fits = values.iter().all(|(key, value)| {
            let new = (key.0.clone(), renames.get(key).cloned().unwrap_or_default());
            let mut renamed = (*value).clone();
            rewrite(&mut renamed, &renames);
            !own.contains(&new) && known.get(&new).is_none_or(|other| **other == renamed)
        });
        if fits {
            return renames;
        }
        number += 1;
    }
}

/// Returns every component with its container and name.
fn components(tree: &Map<String, Value>) -> impl Iterator<Item = (Vec<String>, &str, &Value)> {
    let later = tree.get("components").and_then(Value::as_object).into_iter().flatten();
    let later = later.map(|(kind, members)| (vec!["components".to_owned(), kind.clone()], members));
    let swagger = tree.contains_key("swagger").then_some(SWAGGER).into_iter().flatten();
    let swagger = swagger.filter_map(|kind| Some((vec![kind.to_owned()], tree.get(kind)?)));
    later.chain(swagger).flat_map(|(place, members)| {
        let members = members.as_object().into_iter().flatten();
        members.map(move |(name, value)| (place.clone(), name.as_str(), value))
    })
}

/// Returns the components of a kind, creating the container if it is missing.
fn entry<'t>(tree: &'t mut Map<String, Value>, place: &[String]) -> Option<&'t mut Map<String, Value>> {
    let (first, rest) = place.split_first()?;
    let mut at = tree.entry(first.clone()).or_insert_with(|| Value::Object(Map::new()));
    for step in rest {
        at = at.as_object_mut()?.entry(step.clone()).or_insert_with(|| Value::Object(Map::new()));
    }
    at.as_object_mut()
}

/// Returns the component that a reference refers to, with the remaining tokens of the pointer.
fn target(reference: &str) -> Option<(Key, Vec<String>)> {
    let pointer = Pointer::parse_fragment(reference)?;
    let tokens = pointer.tokens();
    let length = if tokens.first() == Some(&"components") { 3 } else { 2 };
    let (place, rest) = tokens.split_at_checked(length)?;
    let (name, place) = place.split_last()?;
    let texts = |tokens: &[&str]| tokens.iter().map(|token| (*token).to_owned()).collect();
    Some(((texts(place), (*name).to_owned()), texts(rest)))
}

fn refers(value: &Value, keys: &HashSet<Key>) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(key, member)| match member {
            Value::String(text) if key == "$ref" => target(text).is_some_and(|(found, _)| keys.contains(&found)),
            Value::Object(mapping) if key == "mapping" => mapping.values().any(|mapped| {
                mapped.as_str().and_then(mapped_component).is_some_and(|found| keys.contains(&found))
                    || refers(mapped, keys)
            }),
            other => refers(other, keys),
        }),
        Value::Array(elements) => elements.iter().any(|element| refers(element, keys)),
        _ => false,
    }
}

/// Returns the component that a value of a discriminator's mapping refers to, by reference or by name.
fn mapped_component(text: &str) -> Option<Key> {
    let by_name = || (vec!["components".to_owned(), "schemas".to_owned()], text.to_owned());
    target(text).map(|(key, _)| key).or_else(|| (!text.contains('/')).then(by_name))
}

/// Replaces the names in all references.
fn rewrite(value: &mut Value, renames: &Renames) {
    if renames.is_empty() {
        return;
    }
    match value {
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                match member {
                    Value::String(text) if key == "$ref" => rewrite_reference(text, renames),
                    Value::Object(mapping) if key == "mapping" => {
                        for mapped in mapping.values_mut() {
                            match mapped {
                                Value::String(text) => rewrite_mapped(text, renames),
                                other => rewrite(other, renames),
                            }
                        }
                    }
                    other => rewrite(other, renames),
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| rewrite(element, renames)),
        _ => {}
    }
}

fn rewrite_reference(text: &mut String, renames: &Renames) {
    let Some((key, rest)) = target(text) else { return };
    if let Some(new) = renames.get(&key) {
        let steps = key.0.iter().chain([new]).chain(&rest);
        *text = steps.fold(Pointer::root(), |at, step| at.join(step)).to_string();
    }
}

fn rewrite_mapped(text: &mut String, renames: &Renames) {
    if target(text).is_some() {
        rewrite_reference(text, renames);
    } else if let Some(new) = mapped_component(text).and_then(|key| renames.get(&key)) {
        text.clone_from(new);
    }
}

/// Replaces the names of security schemes in the requirements.
fn rename_security(tree: &mut Map<String, Value>, renames: &Renames) {
    let new_name = |old: &str| {
        let places =
            [vec!["components".to_owned(), "securitySchemes".to_owned()], vec!["securityDefinitions".to_owned()]];
        places.into_iter().find_map(|place| renames.get(&(place, old.to_owned())).cloned())
    };
    let rename = |holder: &mut Map<String, Value>| {
        let requirements = holder.get_mut("security").and_then(Value::as_array_mut).into_iter().flatten();
        for requirement in requirements.filter_map(Value::as_object_mut) {
            let renamed = std::mem::take(requirement).into_iter();
            *requirement = renamed.map(|(name, scopes)| (new_name(&name).unwrap_or(name), scopes)).collect();
        }
    };
    rename(tree);
    operations_mut(tree).for_each(rename);
}
