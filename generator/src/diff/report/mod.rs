//! The report of all changes of an update.

mod changelog;
mod entry;
mod json;
mod markdown;
mod rename;
mod rust;
mod spans;
mod text;

pub use changelog::changelog;
pub use json::{json, sarif};
pub use markdown::{FITS_A_COMMENT, MarkdownOptions, Revision, Update, markdown};
pub(super) use rust::{Declaration, RustChanges};
pub use text::text;

use super::change::{Change, Topic};
use super::{ChangeKind, Level, Verdict};
use crate::hash::HashSet;
use crate::settings::Acceptance;
use crate::source::Pointer;

/// All changes of an update, most severe first.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The changes.
    pub changes: Vec<Change>,
    /// Descriptions of the acceptances that match no change.
    pub stale: Vec<String>,
    /// The lines of the public surface that changed.
    rust: RustChanges,
}

impl Report {
    /// Sorts the changes: most severe first, then by subject.
    pub(super) fn new(mut changes: Vec<Change>, rust: RustChanges) -> Self {
        changes.sort_by_key(|change| std::cmp::Reverse(change.level()));
        // Several locations may result in the same message.
        let mut seen = HashSet::default();
        changes.retain(|change| seen.insert((change.kind, change.subject.clone(), change.message.clone())));
        // The loss of a type is reported once, however many other types replace it.
        let location = |change: &Change| (change.kind, change.before.clone(), change.after.as_ref().map(last));
        let own: HashSet<_> = changes.iter().filter(|change| !is_replaced(change)).map(location).collect();
        let mut replaced = HashSet::default();
        changes.retain(|change| {
            !is_replaced(change) || (!own.contains(&location(change)) && replaced.insert(location(change)))
        });
        Self { changes, stale: Vec::new(), rust }
    }

    /// Marks accepted changes. An acceptance that matches none is stale.
    pub fn accept(&mut self, acceptances: &[Acceptance]) {
        for Acceptance { code, subject, reason } in acceptances {
            let is_meant = |change: &&mut Change| {
                change.kind.name() == code && (*change.subject == **subject || change.items.contains(subject))
            };
            let mut is_used = false;
            for change in self.changes.iter_mut().filter(is_meant) {
                change.accepted = Some(reason.clone());
                is_used = true;
            }
            if !is_used {
                let reason = match ChangeKind::from_name(code) {
                    Some(_) => "does not match any change",
                    None => "has an unknown code",
                };
                self.stale.push(format!(
                    "`[[accept]]` entry `{code}` for `{subject}` {reason}; remove it from `apiarist.toml`"
                ));
            }
        }
    }

    /// Returns the changes that are not accepted.
    pub fn open(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.accepted.is_none())
    }

    /// Returns the version bump for all changes together, including accepted ones.
    pub fn verdict(&self) -> Verdict {
        self.changes.iter().map(|change| Verdict::of(change.level())).max().unwrap_or(Verdict::None)
    }

    /// Returns the number of changes with this level.
    pub fn count(&self, level: Level) -> usize {
        self.changes.iter().filter(|change| change.level() == level).count()
    }

    /// Returns `true` if there is a breaking change that is not accepted.
    pub fn is_breaking(&self) -> bool {
        self.open().any(|change| change.level() == Level::Breaking)
    }

    /// Returns `true` if there is a change of this kind.
    pub fn has(&self, kind: ChangeKind) -> bool {
        self.changes.iter().any(|change| change.kind == kind)
    }
}

/// Returns `true` if the subject of a change is a type that another one replaces at some location.
fn is_replaced(change: &Change) -> bool {
    change.effects.is_empty() && change.topic == Topic::Replacement
}

fn last(location: &Pointer) -> String {
    location.last().unwrap_or_default().to_owned()
}
