//! What the readers of YAML and of JSON have in common: a stream of events with the places they stand at.

pub(super) mod indentation;
pub(super) mod json;
pub(super) mod scalar;
pub(super) mod yaml;

use std::borrow::Cow;
use std::ops::Range;

use super::error::SyntaxError;

/// One event of a document.
#[derive(Debug)]
pub(in crate::source) enum Event<'t> {
    /// An object begins; `tag` is one that means nothing here. Keys and values follow in turn, then [`Event::End`].
    ObjectStart { anchor: Anchor, tag: Option<String> },
    /// A list begins; `tag` is one that means nothing here. Its elements follow, then [`Event::End`].
    ArrayStart { anchor: Anchor, tag: Option<String> },
    /// The innermost object or list ends.
    End,
    /// Text, a number, a truth value or null.
    Scalar { scalar: Scalar<'t>, anchor: Anchor },
    /// The same again as what has this anchor.
    Alias(usize),
}

/// The number of a YAML anchor, where a node has one.
pub(in crate::source) type Anchor = Option<usize>;

/// Text, a number, a truth value or null, as it is written.
#[derive(Debug)]
pub(in crate::source) struct Scalar<'t> {
    /// The text, without quotes and with escapes undone.
    pub text: Cow<'t, str>,
    /// Whether the text decides if it is a number, a truth value or null, as text without quotes does.
    pub plain: bool,
    /// What is odd about it.
    pub oddity: Option<Oddity>,
}

/// What is odd about a scalar that can be read all the same.
#[derive(Debug)]
pub(in crate::source) enum Oddity {
    /// It has this tag, which means nothing here.
    Tag(String),
    /// It has an escaped half of a surrogate pair, which no text can hold.
    LoneSurrogate,
}

/// Where an event stands, in [units](super::text_index::Unit) of its reader.
pub(in crate::source) type RawSpan = Range<usize>;

/// A reader of events.
pub(in crate::source) trait Events<'t> {
    /// The next event, or nothing after the last one.
    fn next_event(&mut self) -> Result<Option<(Event<'t>, RawSpan)>, SyntaxError>;
}
