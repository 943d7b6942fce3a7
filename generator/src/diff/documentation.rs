//! Comparison of documentation and deprecation.

use super::change::Change;
use super::comparison::Comparison;
use super::place::Place;
use super::{Effect, EffectKind, Kind};
use crate::ir::Documentation;

impl Comparison<'_> {
    /// Compares the documentation of an item, and whether it is deprecated.
    pub(super) fn compare_documentation(&mut self, place: &Place<'_>, old: &Documentation, new: &Documentation) {
        self.compare_deprecation(place, old, new);
        let is_text_changed = (&old.summary, &old.description) != (&new.summary, &new.description);
        let is_reason_changed = old.deprecated && new.deprecated && old.deprecation_reason != new.deprecation_reason;
        if is_text_changed || is_reason_changed {
            let change = place.change(Kind::DocumentationChanged, " is described in other words");
            self.add(change.causes([Effect::new(EffectKind::Documentation, "doc comments say something else")]));
        }
    }

    pub(super) fn compare_deprecation(&mut self, place: &Place<'_>, old: &Documentation, new: &Documentation) {
        let (kind, text, effect) = match (old.deprecated, new.deprecated) {
            (false, true) => (Kind::Deprecated, " is deprecated now", "the compiler warns of its use"),
            (true, false) => (Kind::Reactivated, " is no longer deprecated", "the compiler no longer warns of its use"),
            (true, true) | (false, false) => return,
        };
        self.add(place.change(kind, text).causes([Effect::new(EffectKind::Documentation, effect)]));
    }

    /// Compares sunset dates, as text if both begin with an RFC 3339 date, whose text order is chronological.
    pub(super) fn compare_sunsets(&mut self, old: Option<&str>, new: Option<&str>, place: &Place<'_>) {
        let change: Change = match (old, new) {
            (was, is) if was == is => return,
            (None, Some(is)) => place.change(Kind::SunsetAdded, &format!(" goes away on {is}")),
            (Some(was), None) => place.change(Kind::SunsetRemoved, &format!(" no longer goes away on {was}")),
            (Some(was), Some(is)) if is < was => {
                place.change(Kind::SunsetEarlier, &format!(" goes away on {is} already, and not on {was}"))
            }
            (Some(was), Some(is)) => {
                place.change(Kind::SunsetLater, &format!(" goes away on {is}, and not on {was} already"))
            }
            (None, None) => return,
        };
        let effect = "where it is deprecated, the note names the day";
        self.add(change.causes([Effect::new(EffectKind::Documentation, effect)]));
    }
}
