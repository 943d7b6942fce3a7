//! What ends streams of events and what reports errors in them: as people say it, or extensions of the document.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;

use super::outcome::Outcomes;
use super::payload::is_stream;
use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::ir::{Api, Definition, EventForm, EventWords, Operation, Type, TypeKind, UnionPlan};
use crate::lower::Lowering;
use crate::lower::union::dispatch::resolve;
use crate::model;
use crate::settings::{EventChoice, EventNames, EventSettings, Located, Words};

/// The key of what is said of all streams.
const ALL: &str = "*";

/// What people said of streams of events, and which of it was used.
#[derive(Debug)]
pub(crate) struct EventChoices<'s> {
    settings: &'s EventSettings,
    /// The keys that are those of an operation.
    met: HashMap<&'s str, Met>,
    used: HashSet<(&'s str, &'static str)>,
}

/// What the operations of a key answer with.
#[derive(Clone, Copy, Debug, Default)]
struct Met {
    /// A stream.
    streams: bool,
    /// A stream of events that have names.
    names: bool,
}

impl<'s> EventChoices<'s> {
    pub(crate) fn new(settings: &'s EventSettings) -> Self {
        Self { settings, met: HashMap::new(), used: HashSet::new() }
    }

    /// What was chosen for an operation, member by member: by `operationId`, by method and path, or for all.
    fn find(&mut self, keys: [&str; 3], met: Met) -> HashMap<&'static str, &'s [String]> {
        let settings = self.settings;
        let choices = keys.map(|key| settings.get_key_value(key));
        let mut chosen = HashMap::new();
        // What is more exact comes last.
        for (key, choice) in choices.into_iter().rev().flatten() {
            let known = self.met.entry(key).or_default();
            *known = Met { streams: known.streams || met.streams, names: known.names || met.names };
            let fitting = parts(choice).filter(|said| if said.is_of_names { met.names } else { met.streams });
            chosen.extend(fitting.map(|said| (said.name, (key, said.words))));
        }
        self.used.extend(chosen.iter().map(|(name, (key, _))| (key.as_str(), *name)));
        chosen.into_iter().map(|(name, (_, words))| (name, words)).collect()
    }

    /// Reports the choices that no stream had a use for.
    pub(crate) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for (key, choice) in self.settings {
            let met = self.met.get(key.as_str()).copied();
            let reason = match met {
                _ if key == ALL && !met.unwrap_or_default().streams => "the document has no stream",
                None => "the document has no such operation",
                Some(met) if !met.streams => "its answer is no stream",
                Some(met) => {
                    let unused = parts(choice).filter(|said| !self.used.contains(&(key.as_str(), said.name)));
                    unused.for_each(|said| report_part(key, &said, met, diagnostics));
                    continue;
                }
            };
            let message = format!("`[events]` speaks of `{key}`, but {reason}; it is not used");
            let excerpt = parts(choice).next().and_then(|said| said.excerpt.clone());
            diagnostics.report_elsewhere(Code::UnusedEventOverride, message, excerpt);
        }
    }
}

fn report_part(key: &str, said: &Said<'_>, met: Met, diagnostics: &mut Diagnostics) {
    let reason = if said.is_of_names && !met.names {
        "the items of its stream have no names"
    } else {
        "that is said more exactly for every stream"
    };
    let message = format!("`[events]` says `{}` of `{key}`, but {reason}; it is not used", said.name);
    diagnostics.report_elsewhere(Code::UnusedEventOverride, message, said.excerpt.clone());
}

/// A part of what is said of streams.
struct Said<'s> {
    name: &'static str,
    words: &'s [String],
    excerpt: &'s Option<Excerpt>,
    /// Whether it is about names of events, which only server-sent ones have.
    is_of_names: bool,
}

/// The parts of a choice about which something is said.
fn parts(choice: &EventChoice) -> impl Iterator<Item = Said<'_>> {
    let EventChoice { end, end_events, errors, error_members } = choice;
    let words = [("end", end), ("error_members", error_members)].into_iter().filter_map(|(name, said)| {
        let Located { value: Words(words), excerpt, .. } = said.as_ref()?;
        Some(Said { name, words, excerpt, is_of_names: false })
    });
    let names = [("end_events", end_events), ("errors", errors)].into_iter().filter_map(|(name, said)| {
        let Located { value: EventNames(words), excerpt, .. } = said.as_ref()?;
        Some(Said { name, words, excerpt, is_of_names: true })
    });
    words.chain(names)
}

impl<'d> Lowering<'_, 'd, '_> {
    /// The words of the streams of an operation, which have these media types. What people say counts before what
    /// extensions say.
    pub(super) fn event_words(
        &mut self,
        operation: &model::Operation<'d>,
        keys: [&str; 2],
        outcomes: &Outcomes,
    ) -> EventWords {
        let streams = &outcomes.streams;
        let met = Met { streams: !streams.is_empty(), names: streams.iter().any(|name| is_named(name)) };
        let [id, route] = keys;
        let chosen = self.event_choices.find([id, route, ALL], met);
        let chosen = |name| chosen.get(name).map(|words| words.to_vec());
        if !met.streams {
            return EventWords::default();
        }
        let usual = EventWords::default();
        let described = outcomes.events.as_ref().map(|events| events.ends.clone()).filter(|ends| !ends.is_empty());
        EventWords {
            end: chosen("end").or_else(|| stream_ends(operation)).or(described).unwrap_or(usual.end),
            end_events: chosen("end_events").unwrap_or(usual.end_events),
            errors: chosen("errors"),
            error_members: chosen("error_members"),
            names: outcomes.events.as_ref().and_then(|events| events.names.clone()),
        }
    }
}

/// Unions read whatever comes, as a value that this version does not know, so that an event that reports an error would
/// never be one that cannot be read. Where no variant can be an error, the usual words are said.
pub(crate) fn tell_errors(api: &mut Api) {
    for operation in &mut api.operations {
        let Some(Type::Named(id)) = operation.events else { continue };
        let TypeKind::Union(union) = &api.types[id.0].kind else { continue };
        let has_default = matches!(&union.plan, UnionPlan::Tagged(tagged) if tagged.default.is_some());
        if has_default || union.variants.iter().any(|variant| may_be_error(&api.types, &variant.type_)) {
            continue;
        }
        let usual = || Some(vec!["error".to_owned()]);
        let has_names = operation.streams.iter().any(|name| is_named(name));
        operation.words.errors = operation.words.errors.take().or_else(|| usual().filter(|_| has_names));
        // The names of envelopes tell errors apart; their data may be text that only looks like one.
        let has_members = operation.event_form == EventForm::Data;
        operation.words.error_members =
            operation.words.error_members.take().or_else(|| usual().filter(|_| has_members));
    }
}

/// Whether a variant may be what reports an error: it has a member `error`, or one that says so.
fn may_be_error(types: &[Definition], type_: &Type) -> bool {
    if only_word(types, type_).is_some() {
        return false;
    }
    let Type::Named(id) = type_ else { return true };
    let TypeKind::Struct(object) = &types[id.0].kind else { return true };
    object.fields.iter().any(|field| field.wire_name == "error")
        || object.literals.iter().any(|literal| literal.wire_name == "error" || literal.value == "error")
}

/// A text that is an event beside objects ends a stream: nothing else could be said with it. What people or extensions
/// say of ends counts before that.
pub(crate) fn tell_ends(api: &mut Api) {
    let ends: Vec<Vec<String>> = api.operations.iter().map(|operation| sentinels(api, operation)).collect();
    for (operation, ends) in api.operations.iter_mut().zip(ends) {
        if !ends.is_empty() && operation.words.end == EventWords::default().end {
            operation.words.end = ends;
        }
    }
}

/// The texts that are events beside objects, as they are sent: the data of a server-sent event is the text itself, an
/// item of another stream is JSON.
fn sentinels(api: &Api, operation: &Operation) -> Vec<String> {
    let Some(Type::Named(id)) = operation.events.as_ref().map(|events| resolve(api, events)) else { return Vec::new() };
    let TypeKind::Union(union) = &api.definition(*id).kind else { return Vec::new() };
    let types = || union.variants.iter().map(|variant| resolve(api, &variant.type_));
    if !types().any(|type_| is_object(api, type_)) {
        return Vec::new();
    }
    let is_text = operation.streams.iter().all(|name| is_named(name));
    let written = |word: &str| if is_text { word.to_owned() } else { serde_json::Value::from(word).to_string() };
    types().filter_map(|type_| only_word(&api.types, type_)).map(written).collect()
}

fn is_object(api: &Api, type_: &Type) -> bool {
    match type_ {
        Type::Named(id) => match &api.definition(*id).kind {
            TypeKind::Struct(_) => true,
            TypeKind::Union(union) => matches!(union.plan, UnionPlan::Tagged(_)),
            _ => false,
        },
        type_ => matches!(type_, Type::Map(_)),
    }
}

/// The only text that values of a type are.
fn only_word<'t>(types: &'t [Definition], type_: &Type) -> Option<&'t str> {
    let Type::Named(id) = type_ else { return None };
    let TypeKind::StringEnum(words) = &types[id.0].kind else { return None };
    match words.values.as_slice() {
        [only] => Some(&only.value),
        _ => None,
    }
}

fn is_named(stream: &str) -> bool {
    stream.to_ascii_lowercase().starts_with("text/event-stream")
}

/// What extensions say of the ends of streams: at the media types of these, or else at the operation.
fn stream_ends(operation: &model::Operation<'_>) -> Option<Vec<String>> {
    let content = operation.responses.iter().flat_map(|response| &response.content);
    let streams = content.filter(|content| is_stream(&content.essence()));
    let ends: IndexSet<&str> = streams.filter_map(|content| content.stream_end).collect();
    let mut ends: Vec<String> = ends.into_iter().map(str::to_owned).collect();
    ends.extend(operation.stream_end.filter(|_| ends.is_empty()).map(str::to_owned));
    (!ends.is_empty()).then_some(ends)
}
