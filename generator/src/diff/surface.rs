//! The last net: no line of the public surface changes without an entry.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::change::{Change, Subject};
use super::comparison::Comparison;
use super::{Effect, EffectKind, Kind};
use crate::ir::OperationId;

impl Comparison<'_> {
    /// Compares the public surfaces item by item, and tells of items that changed and that no change is about.
    pub(super) fn compare_surfaces(&mut self) {
        let renamed: HashMap<&str, &str> = self
            .old
            .api
            .type_ids()
            .filter_map(|id| Some((self.old.name(id), self.new.name(self.matched_type(id)?))))
            .filter(|(was, is)| was != is)
            .collect();
        let (before, after) = (items(&self.old.surface()), items(&self.new.surface()));
        let mut told: HashSet<String> = self.changes.iter().flat_map(|change| change.items.clone()).collect();
        // Where an alias holds another type, what uses it is written otherwise.
        told.extend(self.methods_told(&told));
        for (name, lines) in &before {
            let name_now = renamed.get(name.as_str()).map_or(name.as_str(), |name| *name);
            let mut was: Vec<String> = lines.iter().map(|line| renamed_line(line, &renamed)).collect();
            was.sort();
            let effect = match after.get(name_now) {
                Some(is) if *is == was => continue,
                Some(_) => Effect::new(EffectKind::Retyped, format!("`{name_now}` is otherwise")),
                None => Effect::new(EffectKind::Gone, format!("`{name_now}` is gone")),
            };
            if !told.contains(name) && !told.contains(name_now) {
                self.unexplained(name_now, effect);
            }
        }
        let known: HashSet<&str> =
            before.keys().map(|name| renamed.get(name.as_str()).map_or(name.as_str(), |name| *name)).collect();
        for name in after.keys().filter(|name| !known.contains(name.as_str()) && !told.contains(*name)) {
            self.unexplained(name, Effect::new(EffectKind::Added, format!("`{name}` is new")));
        }
    }

    /// The enums by status of operations that are told of.
    fn methods_told(&self, told: &HashSet<String>) -> Vec<String> {
        let mut names = Vec::new();
        for side in [self.old, self.new] {
            for (at, status_enum) in side.api.status_enums.iter().enumerate() {
                let is_told = |id: &OperationId| told.contains(&side.method(*id));
                if status_enum.operations.iter().any(is_told) {
                    names.push(side.names.status_enum(crate::ir::StatusEnumId(at)).type_name.clone());
                }
            }
        }
        names
    }

    fn unexplained(&mut self, name: &str, effect: Effect) {
        let mut subject = Subject::api();
        subject.label = name.into();
        subject.items = vec![name.to_owned()];
        let message = format!("`{name}` of the generated code is otherwise");
        self.add(Change::new(Kind::Surface, &subject, message).causes([effect]));
    }
}

/// The items of a surface with their lines: types by their names, methods by group and name.
fn items(surface: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut name, mut group) = (String::new(), String::new());
    for line in surface.lines().filter(|line| !line.is_empty()) {
        if !line.starts_with(' ') {
            let (head, rest) = line.split_once(' ').unwrap_or((line, ""));
            group = head.strip_suffix(':').unwrap_or_default().to_owned();
            name = match head {
                "client" => "client".to_owned(),
                _ if !group.is_empty() => group.clone(),
                _ => rest.split(' ').next().unwrap_or_default().to_owned(),
            };
        } else if !group.is_empty() && !line.starts_with("     ") {
            // Another way to send a body belongs to the method above it.
            if !line.ends_with("[the same]") {
                name = format!("{group}().{}", line.trim().split('(').next().unwrap_or_default());
            }
        }
        found.entry(name.clone()).or_default().push(line.to_owned());
    }
    // Fields, variants and setters may stand in any order.
    found.values_mut().for_each(|lines| lines.sort());
    found
}

/// A line with the new names of types in the place of the old ones: not in the name that the line is about, nor in texts
/// and notes.
fn renamed_line(line: &str, renamed: &HashMap<&str, &str>) -> String {
    if renamed.is_empty() {
        return line.to_owned();
    }
    let indentation = line.len() - line.trim_start().len();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let named = if indentation == 0 { 0 } else { line.trim_start().find(|c| !is_word(c)).unwrap_or_default() };
    let (head, tail) = line.split_at_checked(indentation + named).unwrap_or((line, ""));
    let (mut out, mut word) = (head.to_owned(), String::new());
    let mut is_text = false;
    for c in tail.chars().chain(['\n']) {
        if is_word(c) {
            word.push(c);
            continue;
        }
        out.push_str(renamed.get(word.as_str()).filter(|_| !is_text).copied().unwrap_or(&word));
        word.clear();
        is_text = (is_text && c != '"' && c != ']') || (!is_text && (c == '"' || c == '['));
        out.push(c);
    }
    out.trim_end_matches('\n').to_owned()
}
