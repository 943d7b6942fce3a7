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
        Self { kind, text: text.into() }
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
