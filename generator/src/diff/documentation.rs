//! Comparison of documentation and deprecation.

use super::change::Change;
use super::comparison::Comparison;
use super::location::Location;
use super::{ChangeKind, Effect, EffectKind};
use crate::ir::Documentation;

impl Comparison<'_> {
    /// Compares the documentation of an item, and whether it is deprecated.
    pub(super) fn compare_documentation(&mut self, location: &Location<'_>, old: &Documentation, new: &Documentation) {
        self.compare_deprecation(location, old, new);
        self.compare_text(location, old, new);
    }

    /// Compares only the text of the documentation of an item.
    pub(super) fn compare_text(&mut self, location: &Location<'_>, old: &Documentation, new: &Documentation) {
        let is_text_changed = (&old.summary, &old.description) != (&new.summary, &new.description);
        let is_reason_changed = old.deprecated && new.deprecated && old.deprecation_reason != new.deprecation_reason;
        if is_text_changed || is_reason_changed {
            let change = location.about(ChangeKind::DocumentationChanged, "documentation", "changed");
            self.add(change.causes([Effect::new(EffectKind::Documentation, "doc comments changed")]));
        }
    }

    pub(super) fn compare_deprecation(&mut self, location: &Location<'_>, old: &Documentation, new: &Documentation) {
        let (kind, text, effect) = match (old.deprecated, new.deprecated) {
            (false, true) => (ChangeKind::Deprecated, " became deprecated", "the compiler warns about its use"),
            (true, false) => {
                (ChangeKind::Reactivated, " is no longer deprecated", "the compiler no longer warns about its use")
            }
            (true, true) | (false, false) => return,
        };
        self.add(location.change(kind, text).causes([Effect::new(EffectKind::Documentation, effect)]));
    }

    /// Compares sunset dates, as text if both begin with an RFC 3339 date, whose text order is chronological.
    pub(super) fn compare_sunsets(&mut self, old: Option<&str>, new: Option<&str>, location: &Location<'_>) {
        let change: Change = match (old, new) {
            (was, is) if was == is => return,
            (None, Some(is)) => location.added(ChangeKind::SunsetAdded, &format!("sunset date {is}")),
            (Some(was), None) => location.removed(ChangeKind::SunsetRemoved, &format!("sunset date {was}")),
            (Some(was), Some(is)) => {
                let kind = if is < was { ChangeKind::SunsetEarlier } else { ChangeKind::SunsetLater };
                location.changed(kind, "sunset date", was, is)
            }
            (None, None) => return,
        };
        self.add(change.causes([Effect::new(EffectKind::Documentation, "the deprecation note changed")]));
    }
}
