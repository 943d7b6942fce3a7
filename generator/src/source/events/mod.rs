//! The interface of the readers of YAML and JSON: a stream of events with their spans.

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
    /// An object begins; `tag` is an unsupported tag. Keys and values alternate, until [`Event::End`].
    ObjectStart { anchor: Anchor, tag: Option<String> },
    /// An array begins; `tag` is an unsupported tag. Its elements follow, until [`Event::End`].
    ArrayStart { anchor: Anchor, tag: Option<String> },
    /// The innermost object or array ends.
    End,
    /// A string, a number, a boolean or null.
    Scalar { scalar: Scalar<'t>, anchor: Anchor },
    /// A copy of the node with this anchor.
    Alias(usize),
}

/// The number of a YAML anchor, if a node has one.
pub(in crate::source) type Anchor = Option<usize>;

/// A string, a number, a boolean or null, as written.
#[derive(Debug)]
pub(in crate::source) struct Scalar<'t> {
    /// The text, without quotes and with escapes decoded.
    pub text: Cow<'t, str>,
    /// Whether the text determines the type of the value, as in unquoted scalars.
    pub plain: bool,
    /// Its fault, if any.
    pub oddity: Option<Oddity>,
}

/// A fault of a scalar that does not prevent reading it.
#[derive(Debug)]
pub(in crate::source) enum Oddity {
    /// It has this unsupported tag.
    Tag(String),
    /// It has half of a surrogate pair as an escape, which a string cannot contain.
    LoneSurrogate,
}

/// The span of an event, in [units](super::text_index::Unit) of its reader.
pub(in crate::source) type RawSpan = Range<usize>;

/// A reader of events.
pub(in crate::source) trait Events<'t> {
    /// Returns the next event, or `None` after the last one.
    fn next_event(&mut self) -> Result<Option<(Event<'t>, RawSpan)>, SyntaxError>;
}
