//! One change of a document, and its consequences.

use std::sync::Arc;

use super::reach::Reach;
use super::{ChangeKind, Direction, Effect, Level};
use crate::code_span::code_span;
use crate::source::Pointer;
use crate::unprintable::shortened;

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// The kind of change.
    pub kind: ChangeKind,
    /// The direction of the values that the change concerns.
    pub direction: Direction,
    /// The subject: an operation such as `GET /pets`, a component or type by its name, or the API as a whole.
    pub subject: Arc<str>,
    /// The description, without an initial capital or a final period.
    pub message: String,
    /// The location in the old document.
    pub before: Option<Pointer>,
    /// The location in the new document.
    pub after: Option<Pointer>,
    /// The effects on the generated code.
    pub effects: Vec<Effect>,
    /// The operations that it concerns.
    pub operations: Reach,
    /// The reason for accepting the change, if it is accepted.
    pub accepted: Option<String>,
    /// The items of the public surface whose changes this change explains.
    pub(super) items: Vec<String>,
    /// The kind of the subject.
    pub(super) topic: Topic,
    /// Whether the message names the subject.
    pub(super) names_subject: bool,
}

impl Change {
    pub(super) fn new(kind: ChangeKind, subject: &Subject, message: impl Into<String>) -> Self {
        Self {
            kind,
            direction: subject.direction,
            subject: subject.label.clone(),
            message: message.into().replace(['\n', '\r'], " "),
            before: subject.before.clone(),
            after: subject.after.clone(),
            effects: Vec::new(),
            operations: subject.operations.clone(),
            accepted: None,
            items: subject.items.clone(),
            topic: subject.topic,
            names_subject: false,
        }
    }

    /// Marks the message as naming its subject.
    pub(super) fn named(mut self) -> Self {
        self.names_subject = true;
        self
    }

    pub(super) fn travels(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    pub(super) fn between(mut self, before: &Pointer, after: &Pointer) -> Self {
        (self.before, self.after) = (Some(before.clone()), Some(after.clone()));
        self
    }

    pub(super) fn was(mut self, before: &Pointer) -> Self {
        self.before = Some(before.clone());
        self
    }

    pub(super) fn is(mut self, after: &Pointer) -> Self {
        self.after = Some(after.clone());
        self
    }

    pub(super) fn causes(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }

    /// Returns the level for requests and responses.
    pub fn wire(&self) -> Level {
        self.kind.wire(self.direction)
    }

    /// Returns the level for programs that use the client.
    pub fn rust(&self) -> Level {
        self.effects.iter().map(Effect::level).max().unwrap_or(Level::Documentation)
    }

    /// Returns the higher of both levels.
    pub fn level(&self) -> Level {
        self.wire().max(self.rust())
    }
}

/// The kind of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Topic {
    /// The API as a whole, or one item of its public surface.
    Api,
    /// An operation, by its route. Its changes concern no other operation.
    Operation,
    /// A type that both clients have, or only one of them.
    Type,
    /// Two types, of which the new one replaces the old one at some location.
    Replacement,
}

/// The subject of changes.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub(super) label: Arc<str>,
    pub(super) topic: Topic,
    pub(super) direction: Direction,
    pub(super) before: Option<Pointer>,
    pub(super) after: Option<Pointer>,
    pub(super) operations: Reach,
    /// The items of the public surface for the subject, on both sides.
    pub(super) items: Vec<String>,
}

impl Subject {
    /// Returns the label as a code span, as in messages.
    pub(super) fn quoted(&self) -> String {
        code_span(&shortened(&self.label))
    }

    /// Returns the API as a whole as the subject.
    pub(super) fn api() -> Self {
        Self {
            label: "API".into(),
            topic: Topic::Api,
            direction: Direction::Both,
            before: Some(Pointer::root()),
            after: Some(Pointer::root()),
            operations: Reach::default(),
            items: vec!["client".to_owned()],
        }
    }
}
