//! Compares the outlines of one document by two versions of the generator.
//!
//! ```text
//! before                      after
//! struct Pet                  struct Pet
//!     name: Option<String>        name: String            1 item changed or removed: breaking
//!                                 age: Option<i64>        2 items added
//! ```

use std::collections::BTreeMap;

use apiarist::diff::Verdict;

/// The changes of a client that only the generator causes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeneratorChanges {
    /// The number of lines that are missing in the new outline.
    pub removed: usize,
    /// The number of lines that the old outline does not have.
    pub added: usize,
}

impl GeneratorChanges {
    /// Compares two outlines. The order of lines does not matter.
    pub fn between(before: &str, after: &str) -> Self {
        let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
        after.lines().for_each(|line| *counts.entry(line).or_default() += 1);
        before.lines().for_each(|line| *counts.entry(line).or_default() -= 1);
        let sum = |counts: &mut dyn Iterator<Item = i64>| counts.map(|count| count.unsigned_abs() as usize).sum();
        Self {
            removed: sum(&mut counts.values().copied().filter(|count| *count < 0)),
            added: sum(&mut counts.values().copied().filter(|count| *count > 0)),
        }
    }

    /// Returns the version bump that the changes require.
    pub fn verdict(self) -> Verdict {
        match self {
            Self { removed: 1.., .. } => Verdict::Major,
            Self { added: 1.., .. } => Verdict::Minor,
            Self { .. } => Verdict::None,
        }
    }

    /// Returns the changes as a list of the changelog.
    pub fn list(self) -> String {
        let Self { removed, added } = self;
        match self.verdict() {
            Verdict::Major => format!(
                "- **Breaking:** the generator changes the code (lines of the outline: {removed} changed or removed, {added} added)\n"
            ),
            Verdict::Minor => format!("- The generator adds code (lines of the outline: {added} added)\n"),
            Verdict::Patch | Verdict::None => "- The code was generated again, with the same public API\n".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removed_lines_are_breaking_and_order_is_ignored() {
        let verdict = |before: &str, after: &str| GeneratorChanges::between(before, after).verdict();
        assert_eq!(verdict("a\nb\n", "b\na\n"), Verdict::None);
        assert_eq!(verdict("a\nb\n", "b\na\nc\n"), Verdict::Minor);
        assert_eq!(verdict("a\na\n", "a\nb\n"), Verdict::Major);
        assert_eq!(GeneratorChanges::between("a\na\n", "a\nb\nc\n"), GeneratorChanges { removed: 1, added: 2 });
    }
}
