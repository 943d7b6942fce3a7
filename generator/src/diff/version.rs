//! The version of a crate, and the next one for the changes of an update.

use std::fmt;

use super::Verdict;

/// A version without a pre-release part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version([u64; 3]);

impl Version {
    /// The first version of a crate.
    pub const FIRST: Self = Self([0, 1, 0]);

    /// Parses a version such as `0.2.1`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| part.parse().ok().filter(|_| !part.starts_with('+')));
        let version = Self([parts.next()??, parts.next()??, parts.next()??]);
        parts.next().is_none().then_some(version)
    }

    /// Returns the next version for the changes of a verdict. Before 1.0.0, a breaking change raises the second number
    /// and any other change the third, because Cargo treats `0.2.1` as compatible with `0.2.0`.
    #[must_use]
    pub fn after(self, verdict: Verdict) -> Self {
        let Self([major, minor, patch]) = self;
        Self(match (verdict, major) {
            (Verdict::None, _) => [major, minor, patch],
            (Verdict::Major, 0) | (Verdict::Minor, 1..) => [major, minor.saturating_add(1), 0],
            (Verdict::Major, _) => [major.saturating_add(1), 0, 0],
            (Verdict::Minor, 0) | (Verdict::Patch, _) => [major, minor, patch.saturating_add(1)],
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([major, minor, patch]) = self;
        write!(f, "{major}.{minor}.{patch}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_the_verdict() {
        for (version, none, patch, minor, major) in [
            ("0.1.0", "0.1.0", "0.1.1", "0.1.1", "0.2.0"),
            ("0.2.7", "0.2.7", "0.2.8", "0.2.8", "0.3.0"),
            ("0.4.2", "0.4.2", "0.4.3", "0.4.3", "0.5.0"),
            ("1.2.3", "1.2.3", "1.2.4", "1.3.0", "2.0.0"),
        ] {
            let version = Version::parse(version).expect("it is valid");
            let verdicts = [Verdict::None, Verdict::Patch, Verdict::Minor, Verdict::Major];
            assert_eq!(verdicts.map(|verdict| version.after(verdict).to_string()), [none, patch, minor, major]);
        }
    }

    #[test]
    fn invalid_versions_are_rejected() {
        for text in ["", "1", "1.2", "1.2.3.4", "1.2.x", "1.2.3-a", "1.+2.3", "-1.2.3", " 1.2.3"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        assert!(Version::parse("0.10.0") > Version::parse("0.9.0"));
    }
}
