//! Comparison of request bodies by media type.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::place::Place;
use crate::diff::{Direction, Effect, EffectKind, Kind, Side};
use crate::ir::{Body, BodyContent, Operation, OperationId, Type};

type Numbered<'s> = (OperationId, &'s Operation);

impl Comparison<'_> {
    pub(in crate::diff) fn compare_bodies(&mut self, old: Numbered<'_>, new: Numbered<'_>, subject: &Subject) {
        match (old.1.bodies.first(), new.1.bodies.first()) {
            (None, None) => {}
            (None, Some(is)) => self.body_added(is, subject),
            (Some(was), None) => {
                let effect = match was.required {
                    true => Effect::new(EffectKind::Arguments, "the argument `body` is gone"),
                    false => Effect::new(EffectKind::Gone, "`.body(…)` is gone"),
                };
                let change = Change::new(Kind::BodyRemoved, subject, "requests have no body any more");
                self.add(change.travels(Direction::Request).was(&was.origin).causes([effect]));
            }
            (Some(was), Some(is)) => {
                self.compare_need(was, is, subject);
                self.compare_media_types(old, new, [was, is], subject);
                self.compare_ways(old, new, subject);
                let place = Place::new(subject, "the body of requests", [&was.origin, &is.origin]);
                self.compare_documentation(&place.travels(Direction::Request), &was.documentation, &is.documentation);
            }
        }
    }

    fn body_added(&mut self, body: &Body, subject: &Subject) {
        let text = content_text(self.new, body);
        let (kind, message, effect) = match body.required {
            true => (
                Kind::RequiredBodyAdded,
                "requests have a body now, which is required",
                Effect::new(EffectKind::Arguments, format!("the method takes `body: {text}`")),
            ),
            false => (
                Kind::OptionalBodyAdded,
                "requests may have a body now",
                Effect::new(EffectKind::Added, format!("`.body({text})` is new")),
            ),
        };
        let change = Change::new(kind, subject, message).travels(Direction::Request).is(&body.origin);
        self.add(change.causes([effect]));
    }

    fn compare_need(&mut self, was: &Body, is: &Body, subject: &Subject) {
        let (kind, message, to) = match (was.required, is.required) {
            (false, true) => (Kind::BodyBecameRequired, "the body of requests is required now", "an argument"),
            (true, false) => (Kind::BodyBecameOptional, "the body of requests is no longer required", "a setter"),
            _ => return,
        };
        let change = Change::new(kind, subject, message).travels(Direction::Request).between(&was.origin, &is.origin);
        self.add(change.causes([Effect::new(EffectKind::Arguments, format!("`body` is {to} now"))]));
    }

    fn compare_media_types(&mut self, old: Numbered<'_>, new: Numbered<'_>, bodies: [&Body; 2], subject: &Subject) {
        let [was, is] = bodies;
        let (was_methods, is_methods) = (methods(self.old, old), methods(self.new, new));
        let (known, found) = (essences(&old.1.consumes), essences(&new.1.consumes));
        for media_type in old.1.consumes.iter().filter(|media_type| !found.contains(&essence(media_type))) {
            let effect = was_methods.get(media_type.as_str()).map(|method| {
                Effect::new(
                    EffectKind::Gone,
                    format!("what sent `{media_type}` is gone or sends something else: `{method}`"),
                )
            });
            let message = format!("the body of requests can no longer be `{media_type}`");
            let change = Change::new(Kind::BodyMediaTypeRemoved, subject, message).travels(Direction::Request);
            self.add(change.between(&was.origin, &is.origin).causes(effect));
        }
        for media_type in new.1.consumes.iter().filter(|media_type| !known.contains(&essence(media_type))) {
            let effect = is_methods
                .get(media_type.as_str())
                .map(|method| Effect::new(EffectKind::Added, format!("`{media_type}` can be sent: `{method}`")));
            let message = format!("the body of requests can be `{media_type}` now");
            let change = Change::new(Kind::BodyMediaTypeAdded, subject, message).travels(Direction::Request);
            self.add(change.between(&was.origin, &is.origin).causes(effect));
        }
    }

    /// Compares the bodies with the same media type on both sides, and the names of their methods.
    fn compare_ways(&mut self, old: Numbered<'_>, new: Numbered<'_>, subject: &Subject) {
        let (was_names, is_names) = (&self.old.names.operation(old.0).bodies, &self.new.names.operation(new.0).bodies);
        let name = |names: &[String], at: usize| {
            at.checked_sub(1).and_then(|at| names.get(at).cloned()).unwrap_or_else(|| "body".to_owned())
        };
        let mut free: HashMap<String, VecDeque<usize>> = HashMap::new();
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
            let place = Place::new(subject, "the body of requests", [&was.origin, &is.origin]);
            let place = place.travels(Direction::Request).says(&was.documentation, &is.documentation);
            self.compare_contents(was, is, &place);
            let (before, after) = (name(was_names, at), name(is_names, new_at));
            if before != after {
                let effect = Effect::new(
                    EffectKind::Renamed,
                    format!("`{before}` is now `{after}`, to send `{}`", is.media_type),
                );
                self.add(place.change(Kind::UsualBodyChanged, " is usually sent in another way").causes([effect]));
            }
        }
    }

    fn compare_contents(&mut self, was: &Body, is: &Body, place: &Place<'_>) {
        let (old, new) = match (type_of(was), type_of(is)) {
            (Some(old), Some(new)) => (old, new),
            (None, None) if std::mem::discriminant(&was.content) == std::mem::discriminant(&is.content) => return,
            _ => {
                let (before, after) = (content_text(self.old, was), content_text(self.new, is));
                let effect = (before != after).then(|| Effect::retyped(RetypedItem::RequestBody, &before, &after));
                self.add(place.change(Kind::BodyEncodingChanged, " is written in another way").causes(effect));
                return;
            }
        };
        match EncodingChange::between(was, is) {
            EncodingChange::None => {}
            EncodingChange::Content => {
                let effect = Effect::new(EffectKind::Retyped, "`body` is read and written by other traits");
                self.add(place.change(Kind::BodyEncodingChanged, " is written in another way").causes([effect]));
            }
            EncodingChange::Members => {
                let effect = Effect::new(EffectKind::Behaviour, "requests are written otherwise");
                let rest = " has members that are written otherwise";
                self.add(place.change(Kind::BodyEncodingChanged, rest).causes([effect]));
            }
        }
        self.compare_types_once(&old, &new);
        let effect = self.retyped(RetypedItem::RequestBody, &old, &new);
        self.compare_place(&old, &new, place.clone().causes(effect));
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

/// Returns members in an order that does not depend on the document.
fn by_name<T>(members: &[(String, T)]) -> BTreeMap<&str, &T> {
    members.iter().map(|(name, member)| (name.as_str(), member)).collect()
}
