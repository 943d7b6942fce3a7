//! A location that has a type on both sides, with the phrase that describes it.

use super::change::{Change, Subject};
use super::{ChangeKind, Direction, Effect};
use crate::ir::{Constraints, Documentation};
use crate::source::Pointer;

/// A location that has a type on both sides.
#[derive(Clone, Debug)]
pub(super) struct Location<'p> {
    pub(super) subject: &'p Subject,
    /// The phrase that describes it, such as ``property `name` of `Pet` ``.
    pub(super) phrase: String,
    /// Whether the phrase names the subject.
    pub(super) names_subject: bool,
    pub(super) direction: Direction,
    pub(super) before: &'p Pointer,
    pub(super) after: &'p Pointer,
    pub(super) old: Option<&'p Constraints>,
    pub(super) new: Option<&'p Constraints>,
    /// Whether values are strings in a URL or header, so that `1` may be an integer or a string.
    pub(super) is_text: bool,
    /// The effect of a type change at this location on the generated code.
    pub(super) effect: Option<Effect>,
}

impl<'p> Location<'p> {
    pub(super) fn new(subject: &'p Subject, phrase: impl Into<String>, at: [&'p Pointer; 2]) -> Self {
        let [before, after] = at;
        let direction = subject.direction;
        let phrase = phrase.into();
        let (is_text, effect) = (false, None);
        Self { subject, phrase, names_subject: false, direction, before, after, old: None, new: None, is_text, effect }
    }

    /// Returns the location of the subject itself.
    pub(super) fn of_subject(subject: &'p Subject, at: [&'p Pointer; 2]) -> Self {
        Self { names_subject: true, ..Self::new(subject, subject.quoted(), at) }
    }

    pub(super) fn travels(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    pub(super) fn with_constraints(mut self, old: &'p Documentation, new: &'p Documentation) -> Self {
        (self.old, self.new) = (old.constraints.as_deref(), new.constraints.as_deref());
        self
    }

    pub(super) fn into_text(mut self) -> Self {
        self.is_text = true;
        self
    }

    pub(super) fn causes(mut self, effect: Option<Effect>) -> Self {
        self.effect = effect;
        self
    }

    /// Returns the location with the pointers of the first schemas, if there are any.
    pub(super) fn at<'l>(&'l self, schemas: [&'l [Pointer]; 2]) -> Location<'l> {
        let [before, after] = schemas;
        let (before, after) = (before.first().unwrap_or(self.before), after.first().unwrap_or(self.after));
        Location { before, after, ..self.clone() }
    }

    /// Returns the location of the contents of the type.
    pub(super) fn within(&self, phrase: &str) -> Self {
        let elements = |of: Option<&'p Constraints>| of.and_then(|of| of.elements.as_deref());
        Self {
            phrase: format!("{phrase} of {}", self.phrase),
            old: elements(self.old),
            new: elements(self.new),
            ..self.clone()
        }
    }

    /// Creates a change of the location itself; `rest` follows the phrase in the message.
    pub(super) fn change(&self, kind: ChangeKind, rest: &str) -> Change {
        self.change_with(kind, format!("{}{rest}", self.phrase))
    }

    /// Creates a change of an item of the location, such as its documentation; `rest` ends the message.
    pub(super) fn about(&self, kind: ChangeKind, item: &str, rest: &str) -> Change {
        self.change_with(kind, format!("{item} of {} {rest}", self.phrase))
    }

    /// Creates the change of an item of the location from one value to another.
    pub(super) fn changed(&self, kind: ChangeKind, item: &str, old: &str, new: &str) -> Change {
        self.about(kind, item, &format!("changed from {old} to {new}"))
    }

    /// Creates the change of an item that was added to the location.
    pub(super) fn added(&self, kind: ChangeKind, item: &str) -> Change {
        self.change_with(kind, format!("{item} added to {}", self.phrase))
    }

    /// Creates the change of an item that was removed from the location.
    pub(super) fn removed(&self, kind: ChangeKind, item: &str) -> Change {
        self.change_with(kind, format!("{item} removed from {}", self.phrase))
    }

    fn change_with(&self, kind: ChangeKind, message: String) -> Change {
        let change = Change::new(kind, self.subject, message).travels(self.direction);
        Change { names_subject: self.names_subject, ..change.between(self.before, self.after) }
    }
}
