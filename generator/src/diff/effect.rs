//! Effects of a change on the Rust code of the client, and on programs that use it.

use std::fmt;

use super::Level;

/// A difference in the generated code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The kind of effect.
    pub kind: EffectKind,
    /// The description, with the names of both sides.
    pub text: String,
    /// The retyped item, if later decisions depend on it.
    pub(super) retyped: Option<RetypedItem>,
}

/// An item of the generated code whose type changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RetypedItem {
    /// The return type of a call.
    Success,
    /// The error type of a call.
    Failure,
    /// The body of one response.
    ResponseBody,
    /// The events of a stream.
    Events,
    /// The body of a request.
    RequestBody,
    /// A parameter, field, variant or header constant, by its Rust name.
    Named(String),
}

impl fmt::Display for RetypedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Success => f.write_str("return type"),
            Self::Failure => f.write_str("error type"),
            Self::ResponseBody => f.write_str("type of the response body"),
            Self::Events => f.write_str("type of the events"),
            Self::RequestBody => f.write_str("type of `body`"),
            Self::Named(name) => write!(f, "type of `{name}`"),
        }
    }
}

/// The kind of a difference in the generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EffectKind {
    /// A type, method, setter, variant or constant was added. Enums, and structs that only responses contain, are
    /// `#[non_exhaustive]`, so programs cannot list all of their variants or fields.
    Added,
    /// A type, method, setter, field, variant or constant was removed.
    Removed,
    /// One of these was renamed.
    Renamed,
    /// The type of a method, field or setter changed.
    Retyped,
    /// The arguments of a method or of `new` changed: added, removed or reordered.
    Arguments,
    /// A struct that programs can write as a literal has a new field.
    Literal,
    /// Programs compile as before but behave differently.
    Behavior,
    /// Only doc comments changed.
    Documentation,
}

impl fmt::Display for EffectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Retyped => "retyped",
            Self::Arguments => "arguments",
            Self::Literal => "literal",
            Self::Behavior => "behavior",
            Self::Documentation => "documentation",
        })
    }
}

impl Effect {
    pub(super) fn new(kind: EffectKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), retyped: None }
    }

    /// Creates the effect of an item whose type was `old` and is `new`, as spelled in Rust.
    pub(super) fn retyped(item: RetypedItem, old: &str, new: &str) -> Self {
        let text = format!("{item} changed from `{old}` to `{new}`");
        Self { retyped: Some(item), ..Self::new(EffectKind::Retyped, text) }
    }

    /// Returns the level for programs that use the client.
    pub fn level(&self) -> Level {
        match self.kind {
            EffectKind::Removed
            | EffectKind::Renamed
            | EffectKind::Retyped
            | EffectKind::Arguments
            | EffectKind::Literal => Level::Breaking,
            EffectKind::Added | EffectKind::Behavior => Level::Compatible,
            EffectKind::Documentation => Level::Documentation,
        }
    }
}
