//! All changes of an update.

use super::{Change, Kind, Level, Verdict};

/// All changes of an update, those that matter most first.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The changes.
    pub changes: Vec<Change>,
}

impl Report {
    /// Puts the changes in order: those that matter most first, then by what they are about.
    pub(super) fn new(mut changes: Vec<Change>) -> Self {
        changes.sort_by_key(|change| std::cmp::Reverse(change.level()));
        // Several places may lead to the same words.
        let mut seen = std::collections::HashSet::new();
        changes.retain(|change| seen.insert((change.kind, change.subject.clone(), change.message.clone())));
        Self { changes }
    }

    /// What all changes together ask for, whether they are accepted or not.
    pub fn verdict(&self) -> Verdict {
        self.changes.iter().map(|change| Verdict::of(change.level())).max().unwrap_or(Verdict::None)
    }

    /// How many changes have this level.
    pub fn count(&self, level: Level) -> usize {
        self.changes.iter().filter(|change| change.level() == level).count()
    }

    /// Whether there is a breaking change that nobody accepted.
    pub fn is_breaking(&self) -> bool {
        self.changes.iter().any(|change| change.level() == Level::Breaking && change.accepted.is_none())
    }

    /// Whether there is a change of this kind.
    pub fn has(&self, kind: Kind) -> bool {
        self.changes.iter().any(|change| change.kind == kind)
    }
}
