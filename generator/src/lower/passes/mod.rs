//! What can only be decided when all types are known: passes over the whole draft, in a fixed order.
//!
//! [`Passes::ALL`] is the list. Each pass sees the draft as the passes before it left it; the last one leaves nothing that later
//! stages would have to change, so that [`run`] freezes the draft.

mod compact;
mod dedupe;
mod examples;
mod forms;
mod outcomes;
mod stream_rules;
pub(super) mod type_uses;
mod undeclared_required;

use super::draft::DraftApi;
use super::overrides::DocumentOverrides;
use super::pagination;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Api;
use crate::model::Model;
use crate::source::Pointer;

/// Finishes a draft: runs all passes, after which nothing changes.
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

/// What passes work on.
pub(super) struct Passes<'p, 'd> {
    pub(super) draft: DraftApi,
    model: &'p Model<'d>,
    overrides: &'p DocumentOverrides<'p>,
    pub(super) diagnostics: &'p mut Diagnostics,
}

impl Passes<'_, '_> {
    /// The passes in the order in which they run.
    const ALL: [fn(&mut Self); 13] = [
        // Merges types of equal shape and equal role, so that everything after sees each type once.
        Self::merge_equal_types,
        // Drops members of unions that lead back to their own union: reading a value as one would never end.
        Self::break_union_cycles,
        // Works out how a value finds its variant in each union; a property that is only ever a tag becomes a literal.
        Self::plan_unions,
        // Reports required properties that no schema describes. Tags are literals by now.
        Self::report_undeclared_required,
        // Reports overrides of `apiarist.toml` that nothing in the document matched.
        Self::report_unused_overrides,
        // Gives a multipart form the name of the component it was made from, if nothing else uses that component.
        Self::name_forms,
        // Removes inline types in whose place forms have files. Components that forms took over no longer use them.
        Self::remove_types_of_files,
        // Replaces responses by status with one payload where all statuses share it.
        Self::simplify_outcomes,
        // Removes the types that earlier passes took out of use and numbers the others anew; no id changes after this.
        Self::compact,
        // Takes a string that is an event among objects as the terminator of its stream.
        Self::find_terminators,
        // Recognizes `error` events and properties in streams whose events are a union without an error.
        Self::find_stream_errors,
        // Decides which operations have pages, and how one page leads to the next.
        Self::paginate,
        // Collects the document's examples of what requests need.
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
