//! How much a change matters, and for whom.

use std::fmt;

/// How much a change matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Nothing that was written or sent before is affected.
    Documentation,
    /// What was written or sent before still works, and something is new.
    Compatible,
    /// What was written or sent before may no longer work.
    Breaking,
}

impl Level {
    /// All levels, the one that matters most first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Compatible, Self::Documentation];
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Documentation => "documentation",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        })
    }
}

/// Which way the values travel that a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the program to the server.
    Request,
    /// From the server to the program.
    Response,
    /// In both directions.
    Both,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Both => "both",
        })
    }
}

/// What all changes together make of the version of the client (Semantic Versioning 2.0.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing changed.
    None,
    /// The client says the same in other words.
    Patch,
    /// The client can do more.
    Minor,
    /// Programs may have to change.
    Major,
}

impl Verdict {
    /// What a change of this level asks for.
    pub fn of(level: Level) -> Self {
        match level {
            Level::Documentation => Self::Patch,
            Level::Compatible => Self::Minor,
            Level::Breaking => Self::Major,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}
