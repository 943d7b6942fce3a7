//! Decisions that require all types: passes over the whole draft, in a fixed order.
//!
//! [`Passes::ALL`] is the list. Each pass sees the draft as the passes before it left it; after the last one, later
//! stages do not change the draft, so [`run`] freezes it.

mod compact;
mod dedupe;
mod examples;
mod forms;
mod outcomes;
mod stream_rules;
mod undeclared_required;

use super::draft::DraftApi;
use super::overrides::DocumentOverrides;
use super::pagination;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Api;
use crate::model::Model;
use crate::source::Pointer;

/// Finishes a draft: runs all passes and freezes it.
pub(super) fn run(
    draft: DraftApi,
    model: &Model<'_>,
    overrides: &DocumentOverrides<'_>,
    diagnostics: &mut Diagnostics,
) -> Api {
    let mut passes = Passes { draft, model, overrides, diagnostics };
    Passes::ALL.iter().for_each(|pass| pass(&mut passes));
    passes.draft.freeze()
}

/// The state that passes share.
pub(super) struct Passes<'p, 'd> {
    pub(super) draft: DraftApi,
    model: &'p Model<'d>,
    overrides: &'p DocumentOverrides<'p>,
    pub(super) diagnostics: &'p mut Diagnostics,
}

impl Passes<'_, '_> {
    /// The passes in the order in which they run.
    const ALL: [fn(&mut Self); 13] = [
        // Merges types of equal shape and equal role, so that later passes see each type once.
        Self::merge_equal_types,
        // Drops variants that contain their own union: decoding a value as one would never end.
        Self::break_union_cycles,
        // Decides the dispatch of each union; a property that is only ever a tag becomes a literal.
        Self::plan_unions,
        // Reports required properties that no schema describes. Tags are literals by now.
        Self::report_undeclared_required,
        // Reports overrides of `apiarist.toml` that nothing in the document matched.
        Self::report_unused_overrides,
        // Gives a multipart form the name of the component it was made from, if nothing else uses that component.
        Self::name_forms,
        // Removes inline types that forms replace with files. Replaced components no longer use them.
        Self::remove_replaced_types,
        // Replaces responses by status with one payload if all statuses share it.
        Self::simplify_outcomes,
        // Removes the types that earlier passes made unused and renumbers the others; no id changes after this.
        Self::compact,
        // Uses a constant string among objects as the terminator of its stream.
        Self::find_terminators,
        // Recognizes `error` events and properties in streams whose events are a union without an error.
        Self::find_stream_errors,
        // Decides the pagination of operations.
        Self::paginate,
        // Collects the document's examples of required values in requests.
        Self::collect_examples,
    ];

    fn report_unused_overrides(&mut self) {
        self.overrides.report_unused(self.model, self.diagnostics);
    }

    fn paginate(&mut self) {
        pagination::paginate(&mut self.draft.api, self.model, self.overrides.pagination, self.diagnostics);
    }

    pub(super) fn report(&mut self, code: Code, at: &Pointer, message: impl Into<String>) {
        self.diagnostics.report(code, at, message);
    }
}
