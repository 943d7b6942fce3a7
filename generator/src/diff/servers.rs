//! Comparison of the API as a whole: its title, version and servers.

use std::collections::VecDeque;

use super::change::{Change, Subject};
use super::comparison::Comparison;
use super::location::Location;
use super::{ChangeKind, Effect, EffectKind};
use crate::code_span::code_span;
use crate::hash::{HashMap, HashSet};
use crate::ir::{Server, ServerVariable};
use crate::source::Pointer;

impl Comparison<'_> {
    pub(super) fn compare_information(&mut self) {
        let (old, new) = (self.old.api, self.new.api);
        let at = Pointer::root().join("info");
        let mut subject = Subject::api();
        (subject.before, subject.after) = (Some(at.clone()), Some(at.clone()));
        let (was, is) = (self.old.names.client(), self.new.names.client());
        let renamed = (was != is).then(|| {
            let text = format!(
                "the client name changed from `{was}` to `{is}` in the user agent, errors and environment variables"
            );
            Effect::new(EffectKind::Behavior, text)
        });
        if old.title != new.title || renamed.is_some() {
            let message = format!("title changed from {} to {}", code_span(&old.title), code_span(&new.title));
            let documented = Effect::new(EffectKind::Documentation, "doc comments changed");
            self.add(Change::new(ChangeKind::TitleChanged, &subject, message).causes([renamed.unwrap_or(documented)]));
        }
        if old.version != new.version {
            let message = format!("version changed from {} to {}", code_span(&old.version), code_span(&new.version));
            self.add(Change::new(ChangeKind::VersionChanged, &subject, message));
        }
        let location = Location::new(&subject, "the API", [&at, &at]);
        self.compare_documentation(&location, &old.documentation, &new.documentation);
        self.compare_servers();
    }

    fn compare_servers(&mut self) {
        let at = Pointer::root().join("servers");
        let mut subject = Subject::api();
        (subject.before, subject.after) = (Some(at.clone()), Some(at));
        let (old, new): (Vec<&Server>, Vec<&Server>) =
            (self.old.api.absolute_servers().collect(), self.new.api.absolute_servers().collect());
        let (was_names, is_names) = (&self.old.names.servers().variants, &self.new.names.servers().variants);
        let is_moved = match (old.first(), new.first()) {
            (Some(was), Some(is)) => template(&was.url) != template(&is.url),
            (was, is) => was.is_some() != is.is_some(),
        };
        if is_moved {
            let url = |server: Option<&&Server>| server.map_or("none".to_owned(), |it| code_span(&it.url));
            let message = format!("default server changed from {} to {}", url(old.first()), url(new.first()));
            let effect = Effect::new(EffectKind::Behavior, "requests go to the new server unless the program sets one");
            self.add(Change::new(ChangeKind::ServerMoved, &subject, message).causes([effect]));
        }
        if let (Some(was), Some(is), true) = (old.first(), new.first(), is_moved) {
            self.compare_variables(was, is, &subject);
        }
        let (had, has) = (self.old.api.has_server_choice(), self.new.api.has_server_choice());
        let mut free: HashMap<String, VecDeque<usize>> = HashMap::default();
        for (at, is) in new.iter().enumerate() {
            free.entry(template(&is.url)).or_default().push_back(at);
        }
        for (at, was) in old.iter().enumerate() {
            let found = free.get_mut(&template(&was.url)).and_then(|alike| {
                let equal = alike.iter().position(|at| new.get(*at) == Some(was));
                alike.remove(equal.unwrap_or_default())
            });
            let name = was_names.get(at).cloned().unwrap_or_default();
            match found.and_then(|at| Some((new.get(at)?, is_names.get(at)?))) {
                Some((is, is_name)) => {
                    if name != *is_name && had && has {
                        let text = format!("`Server::{name}` renamed to `Server::{is_name}`");
                        let message = format!("server {} renamed in Rust", code_span(&is.url));
                        let change = Change::new(ChangeKind::ServerRenamed, &subject, message);
                        self.add(change.causes([Effect::new(EffectKind::Renamed, text)]));
                    }
                    self.compare_variables(was, is, &subject);
                }
                None if at > 0 || !is_moved => {
                    let effect = had.then(|| Effect::new(EffectKind::Removed, format!("`Server::{name}` removed")));
                    let message = format!("server {} removed", code_span(&was.url));
                    self.add(Change::new(ChangeKind::ServerRemoved, &subject, message).causes(effect));
                }
                None => {
                    let effect = had.then(|| Effect::new(EffectKind::Removed, format!("`Server::{name}` removed")));
                    self.attach_effect_to_move(effect);
                }
            }
        }
        self.servers_added(&old, &new, is_moved, &subject);
    }

    fn servers_added(&mut self, old: &[&Server], new: &[&Server], is_moved: bool, subject: &Subject) {
        let has = self.new.api.has_server_choice();
        let is_names = &self.new.names.servers().variants;
        let known: HashSet<String> = old.iter().map(|was| template(&was.url)).collect();
        for (at, is) in new.iter().enumerate() {
            if !known.contains(&template(&is.url)) {
                let name = is_names.get(at).cloned().unwrap_or_default();
                let effect = has.then(|| Effect::new(EffectKind::Added, format!("`Server::{name}` added")));
                if at == 0 && is_moved {
                    self.attach_effect_to_move(effect);
                    continue;
                }
                let message = format!("server {} added", code_span(&is.url));
                self.add(Change::new(ChangeKind::ServerAdded, subject, message).causes(effect));
            }
        }
    }

    /// Adds the effect on the variant of the first server to its move.
    fn attach_effect_to_move(&mut self, effect: Option<Effect>) {
        if let Some(change) = self.changes.iter_mut().rev().find(|change| change.kind == ChangeKind::ServerMoved) {
            change.effects.extend(effect);
        }
    }

    fn compare_variables(&mut self, was: &Server, is: &Server, subject: &Subject) {
        let by_name = |server: &'_ Server| -> HashMap<String, ServerVariable> {
            server.variables.iter().rev().map(|variable| (variable.name.clone(), variable.clone())).collect()
        };
        let (known, found) = (by_name(was), by_name(is));
        let setter = |name: &str| format!("`Client::builder().{name}(…)`");
        let mut add = |kind, message: String, effect: Option<Effect>| {
            self.add(Change::new(kind, subject, message).causes(effect));
        };
        for variable in &was.variables {
            let name = &variable.name;
            let Some(found) = found.get(name) else {
                let effect = Effect::new(EffectKind::Removed, format!("{} removed", setter(name)));
                add(
                    ChangeKind::ServerVariableRemoved,
                    format!("variable {} removed from server {}", code_span(name), code_span(&is.url)),
                    Some(effect),
                );
                continue;
            };
            if found.default != variable.default {
                let message = format!(
                    "default of server variable {} changed from {} to {}",
                    code_span(name),
                    code_span(&variable.default),
                    code_span(&found.default)
                );
                let effect =
                    Effect::new(EffectKind::Behavior, "requests use the new default unless the program sets a value");
                add(ChangeKind::ServerVariableDefaultChanged, message, Some(effect));
            }
            for (kind, message, effect) in value_changes(variable, found, &setter(name)) {
                add(kind, message, Some(Effect::new(EffectKind::Behavior, effect)));
            }
        }
        for variable in is.variables.iter().filter(|variable| !known.contains_key(&variable.name)) {
            let name = &variable.name;
            let effect = Effect::new(EffectKind::Added, format!("{} added", setter(name)));
            add(
                ChangeKind::ServerVariableAdded,
                format!("variable {} added to server {}", code_span(name), code_span(&is.url)),
                Some(effect),
            );
        }
    }
}

/// Returns the changes of the values of a server variable, each with its message and its effect on the setter. A variable
/// without values accepts any.
fn value_changes(was: &ServerVariable, is: &ServerVariable, setter: &str) -> Vec<(ChangeKind, String, String)> {
    let name = code_span(&was.name);
    let removed = |item: &str, value: &str| {
        let message = format!("{item} removed from server variable {name}");
        (ChangeKind::ServerVariableValueRemoved, message, format!("{setter} rejects {value}"))
    };
    let added = |item: &str, value: &str| {
        let message = format!("{item} added to server variable {name}");
        (ChangeKind::ServerVariableValueAdded, message, format!("{setter} accepts {value}"))
    };
    match (was.values.is_empty(), is.values.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => vec![removed("other values", "other values")],
        (false, true) => vec![added("other values", "other values")],
        (false, false) => {
            let (known, found): (HashSet<&String>, HashSet<&String>) =
                (was.values.iter().collect(), is.values.iter().collect());
            let quoted = |value: &String| code_span(value);
            let gone = was.values.iter().filter(|value| !found.contains(value)).map(quoted);
            let came = is.values.iter().filter(|value| !known.contains(value)).map(quoted);
            let gone = gone.map(|value| removed(&format!("value {value}"), &value));
            gone.chain(came.map(|value| added(&format!("value {value}"), &value))).collect()
        }
    }
}

/// Returns a URL without the defaults of its variables and without a slash at the end, which paths begin with.
fn template(url: &str) -> String {
    let mut pieces = url.trim_end_matches('/').split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |url, piece| {
        let (variable, rest) = piece.split_once('}').unwrap_or((piece, ""));
        format!("{url}{{{}}}{rest}", variable.split('=').next().unwrap_or_default())
    })
}
