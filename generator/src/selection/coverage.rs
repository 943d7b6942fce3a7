//! The parts of a document that a client depends on, so that diagnostics about others are not reported.
//!
//! ```yaml
//! paths:
//!   /pets: {get: {responses: {"200": {$ref: "#/components/responses/Pets"}}}}    # selected
//!   /owners: {get: {…}}                                                          # not selected
//! components:
//!   responses: {Pets: {…}}       # covered: the operation refers to it
//!   schemas: {Owner: {…}}        # not covered
//! info: {…}                      # covered: it is in no operation, webhook or component
//! ```

use serde_json::Value;

use crate::hash::HashSet;
use crate::ir::Api;
use crate::source::{Document, FileId, Pointer};

/// The keys of a document whose values are covered only if something refers to them.
const SELECTABLE: [&str; 6] = ["components", "definitions", "parameters", "responses", "webhooks", "x-webhooks"];

/// The parts of a document that a client depends on.
pub(crate) struct Coverage {
    /// The selected operations, webhooks and types, and everything that they refer to.
    covered: HashSet<Pointer>,
    /// The operations that are not selected.
    unselected: HashSet<Pointer>,
}

impl Coverage {
    /// Determines the parts of a document that the selected part of its API depends on.
    pub(crate) fn new(document: &Document, api: &Api) -> Self {
        let selected = api.operations.iter().map(|operation| &operation.origin);
        let types = api.types.iter().map(|definition| &definition.origin);
        let webhooks = api.received.iter().map(|webhook| &webhook.origin);
        let schemes = api.security_schemes.values().map(|scheme| &scheme.origin);
        let mut open: Vec<Pointer> = selected.chain(types).chain(webhooks).chain(schemes).cloned().collect();
        // The parameters of a path item apply to its operations.
        let around = api.operations.iter().filter_map(|operation| operation.origin.parent());
        open.extend(around.map(|item| item.join("parameters")));
        let mut search = Search { document, covered: HashSet::default(), open };
        while let Some(at) = search.open.pop() {
            if let Some(value) = document.value(&at) {
                search.cover(value, at);
            }
        }
        let covered = search.covered;
        let unselected = api.unselected.operations.iter().filter(|operation| !covered.contains(*operation));
        Self { unselected: unselected.cloned().collect(), covered }
    }

    /// Returns `true` if the client depends on a location.
    pub(crate) fn contains(&self, at: &Pointer) -> bool {
        let around = || std::iter::successors(Some(at), |at| at.parent());
        if around().any(|at| self.covered.contains(at)) {
            return true;
        }
        let is_selectable =
            at.file() != FileId::default() || at.tokens().first().is_some_and(|key| SELECTABLE.contains(key));
        !is_selectable && !around().any(|at| self.unselected.contains(at))
    }
}

/// The search for everything that some values refer to. Each value is visited once.
struct Search<'d> {
    document: &'d Document,
    covered: HashSet<Pointer>,
    /// The values to visit.
    open: Vec<Pointer>,
}

impl Search<'_> {
    /// Covers a value and everything in it.
    fn cover(&mut self, value: &Value, at: Pointer) {
        if !self.covered.insert(at.clone()) {
            return;
        }
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    match value {
                        Value::String(reference) if key == "$ref" || key == "$dynamicRef" => {
                            self.open.extend(self.document.resolve(&at, reference));
                        }
                        Value::Object(_) | Value::Array(_) => self.cover(value, at.join(key)),
                        _ => {}
                    }
                }
            }
            Value::Array(elements) => {
                elements.iter().enumerate().for_each(|(index, element)| self.cover(element, at.index(index)));
            }
            _ => {}
        }
    }
}
