//! What a change does to the Rust code of the client, and to programs that use it.

use std::fmt;

use super::Level;

/// Something that is otherwise in the generated code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What it is.
    pub kind: EffectKind,
    /// What exactly, with the names of both sides.
    pub text: String,
    /// The item that has another type, if the effect is about one that later decisions look for.
    pub(super) retyped: Option<RetypedItem>,
}

/// An item of the generated code that has another type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RetypedItem {
    /// What a call returns.
    Success,
    /// What an error of a call holds.
    Failure,
    /// The body of one response.
    ResponseBody,
    /// The events of a stream.
    Events,
    /// The body of requests.
    RequestBody,
    /// A parameter, a field, a variant or the constant of a header, by its name in Rust.
    Named(String),
}

impl fmt::Display for RetypedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Success => f.write_str("what calls answer with"),
            Self::Failure => f.write_str("what errors hold"),
            Self::ResponseBody => f.write_str("the answer"),
            Self::Events => f.write_str("events"),
            Self::RequestBody => f.write_str("`body`"),
            Self::Named(name) => write!(f, "`{name}`"),
        }
    }
}

/// What can be otherwise in the generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EffectKind {
    /// A type, method, setter, variant or constant is new. Enums, and structs that are only received, are
    /// `#[non_exhaustive]`, so that nobody names all of their members.
    Added,
    /// A type, method, setter, field, variant or constant is gone.
    Gone,
    /// One of these has another name.
    Renamed,
    /// A method, field or setter has another type.
    Retyped,
    /// What a method or `new` takes is otherwise: more, less, or in another order.
    Arguments,
    /// A struct that programs can write as a literal has another field.
    Literal,
    /// Programs compile as before and do something else.
    Behaviour,
    /// Only doc comments say something else.
    Documentation,
}

impl fmt::Display for EffectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Added => "added",
            Self::Gone => "gone",
            Self::Renamed => "renamed",
            Self::Retyped => "retyped",
            Self::Arguments => "arguments",
            Self::Literal => "literal",
            Self::Behaviour => "behaviour",
            Self::Documentation => "documentation",
        })
    }
}

impl Effect {
    pub(super) fn new(kind: EffectKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), retyped: None }
    }

    /// An item whose type was `old` and is `new`, as they are written in Rust.
    pub(super) fn retyped(item: RetypedItem, old: &str, new: &str) -> Self {
        let text = format!("{item}: `{old}` is now `{new}`");
        Self { retyped: Some(item), ..Self::new(EffectKind::Retyped, text) }
    }

    /// What it means for programs that use the client.
    pub fn level(&self) -> Level {
        match self.kind {
            EffectKind::Gone
            | EffectKind::Renamed
            | EffectKind::Retyped
            | EffectKind::Arguments
            | EffectKind::Literal => Level::Breaking,
            EffectKind::Added | EffectKind::Behaviour => Level::Compatible,
            EffectKind::Documentation => Level::Documentation,
        }
    }
}
