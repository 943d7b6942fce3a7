//! Comparison of request bodies by media type.

use std::collections::{BTreeSet, VecDeque};

use super::untyped::Contents;
use crate::code_span::code_span;
use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Direction, Effect, EffectKind, Side};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Body, BodyContent, Operation, OperationId, Scalar, Type};

type Numbered<'s> = (OperationId, &'s Operation);

impl Comparison<'_> {
    pub(in crate::diff) fn compare_bodies(&mut self, old: Numbered<'_>, new: Numbered<'_>, subject: &Subject) {
        match (old.1.bodies.first(), new.1.bodies.first()) {
            (None, None) => {}
            (None, Some(is)) => self.body_added(is, subject),
            (Some(was), None) => {
                let effect = match was.required {
                    true => Effect::new(EffectKind::Arguments, "argument `body` removed"),
                    false => Effect::new(EffectKind::Removed, "`.body(…)` removed"),
                };
                let change = Change::new(ChangeKind::BodyRemoved, subject, "request body removed");
                self.add(change.travels(Direction::Request).was(&was.origin).causes([effect]));
            }
            (Some(was), Some(is)) => {
                self.compare_need(was, is, subject);
                self.compare_media_types(old, new, [was, is], subject);
                self.compare_ways(old, new, subject);
                self.compare_untyped_bodies(old.1, new.1, subject);
                let location = Location::new(subject, "request body", [&was.origin, &is.origin]);
                self.compare_documentation(
                    &location.travels(Direction::Request),
                    &was.documentation,
                    &is.documentation,
                );
            }
        }
    }

    fn body_added(&mut self, body: &Body, subject: &Subject) {
        let text = content_text(self.new, body);
        let (kind, message, effect) = match body.required {
            true => (
                ChangeKind::RequiredBodyAdded,
                "required request body added",
                Effect::new(EffectKind::Arguments, format!("argument `body: {text}` added")),
            ),
            false => (
                ChangeKind::OptionalBodyAdded,
                "optional request body added",
                Effect::new(EffectKind::Added, format!("`.body({text})` added")),
            ),
        };
        let change = Change::new(kind, subject, message).travels(Direction::Request).is(&body.origin);
        self.add(change.causes([effect]));
    }

    fn compare_need(&mut self, was: &Body, is: &Body, subject: &Subject) {
        // A required body that may be null is optional in Rust.
        let is_required = |side: &Side<'_>, body: &Body| {
            side.document.value(&body.origin).and_then(|value| value.get("required")) == Some(&true.into())
        };
        let are_required = is_required(self.old, was) && is_required(self.new, is);
        let (kind, message, change) = match (was.required, is.required) {
            (false, true) if are_required => {
                (ChangeKind::ValueBecameNotNullable, "request body became non-nullable", "a setter to an argument")
            }
            (true, false) if are_required => {
                (ChangeKind::ValueBecameNullable, "request body became nullable", "an argument to a setter")
            }
            (false, true) => {
                (ChangeKind::BodyBecameRequired, "request body became required", "a setter to an argument")
            }
            (true, false) => {
                (ChangeKind::BodyBecameOptional, "request body became optional", "an argument to a setter")
            }
            _ => return,
        };
        let effect = Effect::new(EffectKind::Arguments, format!("`body` changed from {change}"));
        let change = Change::new(kind, subject, message).travels(Direction::Request).between(&was.origin, &is.origin);
        self.add(change.causes([effect]));
    }

    fn compare_media_types(&mut self, old: Numbered<'_>, new: Numbered<'_>, bodies: [&Body; 2], subject: &Subject) {
        let [was, is] = bodies;
        let (was_methods, is_methods) = (methods(self.old, old), methods(self.new, new));
        let (known, found) = (essences(&old.1.consumes), essences(&new.1.consumes));
        for media_type in old.1.consumes.iter().filter(|media_type| !found.contains(&essence(media_type))) {
            let effect = was_methods.get(media_type.as_str()).map(|method| {
                Effect::new(EffectKind::Removed, format!("`{method}` no longer sends {}", code_span(media_type)))
            });
            let message = format!("media type {} removed from request body", code_span(media_type));
            let change = Change::new(ChangeKind::BodyMediaTypeRemoved, subject, message).travels(Direction::Request);
            self.add(change.between(&was.origin, &is.origin).causes(effect));
        }
        for media_type in new.1.consumes.iter().filter(|media_type| !known.contains(&essence(media_type))) {
            let effect = is_methods
                .get(media_type.as_str())
                .map(|method| Effect::new(EffectKind::Added, format!("`{method}` sends {}", code_span(media_type))));
            let message = format!("media type {} added to request body", code_span(media_type));
            let change = Change::new(ChangeKind::BodyMediaTypeAdded, subject, message).travels(Direction::Request);
            self.add(change.between(&was.origin, &is.origin).causes(effect));
        }
    }

    /// Compares the bodies with the same media type on both sides, and the names of their methods.
    fn compare_ways(&mut self, old: Numbered<'_>, new: Numbered<'_>, subject: &Subject) {
        let (was_names, is_names) = (&self.old.names.operation(old.0).bodies, &self.new.names.operation(new.0).bodies);
        let name = |names: &[String], at: usize| {
            at.checked_sub(1).and_then(|at| names.get(at).cloned()).unwrap_or_else(|| "body".to_owned())
        };
        let mut free: HashMap<String, VecDeque<usize>> = HashMap::default();
        for (at, is) in new.1.bodies.iter().enumerate() {
            free.entry(essence(&is.media_type)).or_default().push_back(at);
        }
        for (at, was) in old.1.bodies.iter().enumerate() {
            let mut found = free.get_mut(&essence(&was.media_type)).and_then(VecDeque::pop_front);
            if found.is_none()
                && at == 0
                && let Some(first) = new.1.bodies.first()
            {
                found = free.get_mut(&essence(&first.media_type)).and_then(VecDeque::pop_front);
            }
            let Some((new_at, is)) = found.and_then(|at| Some((at, new.1.bodies.get(at)?))) else { continue };
            let location = Location::new(subject, "request body", [&was.origin, &is.origin]);
            let location = location.travels(Direction::Request).with_constraints(&was.documentation, &is.documentation);
            self.compare_contents(was, is, &location);
            let (before, after) = (name(was_names, at), name(is_names, new_at));
            if before != after {
                let effect = Effect::new(
                    EffectKind::Renamed,
                    format!("`{before}` renamed to `{after}` for {}", code_span(&is.media_type)),
                );
                self.add(location.about(ChangeKind::BodyMethodsRenamed, "methods", "renamed in Rust").causes([effect]));
            }
        }
    }

    /// Compares the media types that have no Rust type. A string or bytes may hold any structure.
    fn compare_untyped_bodies(&mut self, old: &Operation, new: &Operation, subject: &Subject) {
        let (Some(was), Some(is)) = (old.bodies.first(), new.bodies.first()) else { return };
        let is_typed = |body: &&Body| {
            !matches!(body.content, BodyContent::Bytes | BodyContent::Text(Type::Scalar(Scalar::String)))
        };
        let typed = |operation: &Operation| -> HashSet<String> {
            operation.bodies.iter().filter(is_typed).map(|body| essence(&body.media_type)).collect()
        };
        let location = Location::new(subject, "request body", [&was.origin, &is.origin]).travels(Direction::Request);
        let typed = typed(old).intersection(&typed(new)).cloned().collect();
        self.compare_untyped(&Contents { location, media_types: [&old.consumes, &new.consumes], typed });
    }

    fn compare_contents(&mut self, was: &Body, is: &Body, location: &Location<'_>) {
        let (old, new) = match (type_of(was), type_of(is)) {
            (Some(old), Some(new)) => (old, new),
            (None, None) => {
                let file = Type::Scalar(Scalar::File);
                self.compare_location(&file, &file, location.clone());
                return;
            }
            _ => {
                let (before, after) = (content_text(self.old, was), content_text(self.new, is));
                let effect = (before != after).then(|| Effect::retyped(RetypedItem::RequestBody, &before, &after));
                self.add(location.about(ChangeKind::BodyEncodingChanged, "encoding", "changed").causes(effect));
                return;
            }
        };
        match EncodingChange::between(was, is) {
            EncodingChange::None => {}
            EncodingChange::Content => {
                let effect = Effect::new(EffectKind::Retyped, "`body` requires different traits");
                self.add(location.about(ChangeKind::BodyEncodingChanged, "encoding", "changed").causes([effect]));
            }
            EncodingChange::Members => {
                let effect = Effect::new(EffectKind::Behavior, "requests are serialized differently");
                let change = location.about(ChangeKind::BodyEncodingChanged, "encoding of properties", "changed");
                self.add(change.causes([effect]));
            }
        }
        self.compare_types_once(&old, &new);
        let effect = self.retyped(RetypedItem::RequestBody, &old, &new);
        self.compare_location(&old, &new, location.clone().causes(effect));
    }
}

/// Returns the methods that send the bodies of an operation, by media type.
fn methods<'s>(side: &Side<'_>, (number, operation): Numbered<'s>) -> HashMap<&'s str, String> {
    let names = &side.names.operation(number).bodies;
    let method = |at: usize| at.checked_sub(1).and_then(|at| names.get(at).cloned());
    let bodies = operation.bodies.iter().enumerate().rev();
    bodies.map(|(at, body)| (body.media_type.as_str(), method(at).unwrap_or_else(|| "body".to_owned()))).collect()
}

/// Returns the media types without their parameters.
pub(in crate::diff) fn essences(media_types: &[String]) -> HashSet<String> {
    media_types.iter().map(|media_type| essence(media_type)).collect()
}

/// Returns a media type without its parameters (RFC 9110 section 8.3.1).
pub(in crate::diff) fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn type_of(body: &Body) -> Option<Type> {
    match &body.content {
        BodyContent::Json(type_)
        | BodyContent::Text(type_)
        | BodyContent::Form(type_, _)
        | BodyContent::Multipart(type_, _) => Some(type_.clone()),
        BodyContent::Bytes => None,
    }
}

fn content_text(side: &Side<'_>, body: &Body) -> String {
    match &body.content {
        BodyContent::Bytes => "Upload".to_owned(),
        _ => type_of(body).map(|type_| side.text(&type_)).unwrap_or_default(),
    }
}

/// The difference between the encodings of two bodies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EncodingChange {
    None,
    /// The kind of content: for example, one is JSON and the other a form.
    Content,
    /// The properties of a form, or the parts of a multipart body.
    Members,
}

impl EncodingChange {
    fn between(was: &Body, is: &Body) -> Self {
        let are_equal = match (&was.content, &is.content) {
            (BodyContent::Form(_, was), BodyContent::Form(_, is)) => by_name(was) == by_name(is),
            (BodyContent::Multipart(_, was), BodyContent::Multipart(_, is)) => by_name(was) == by_name(is),
            (BodyContent::Json(_), BodyContent::Json(_))
            | (BodyContent::Text(_), BodyContent::Text(_))
            | (BodyContent::Bytes, BodyContent::Bytes) => true,
            _ => return Self::Content,
        };
        if are_equal { Self::None } else { Self::Members }
    }
}

/// Returns properties in an order that does not depend on the document. A property may have several encodings.
fn by_name<T: std::fmt::Debug>(members: &[(String, T)]) -> BTreeSet<(&str, String)> {
    members.iter().map(|(name, member)| (name.as_str(), format!("{member:?}"))).collect()
}
