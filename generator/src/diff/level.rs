//! The severity of a change, and the version bump that it requires.

use std::fmt;

/// The severity of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Existing programs and requests are not affected.
    Documentation,
    /// Existing programs and requests still work, and something is new.
    Compatible,
    /// Existing programs or requests may no longer work.
    Breaking,
}

impl Level {
    /// All levels, most severe first.
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

/// The direction of the values that a change concerns.
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

/// The version bump that all changes together require (Semantic Versioning 2.0.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing changed.
    None,
    /// Only the documentation of the client changed.
    Patch,
    /// The client has additional features.
    Minor,
    /// Programs may have to be changed.
    Major,
}

impl Verdict {
    /// Returns the version bump for a change of this level.
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
