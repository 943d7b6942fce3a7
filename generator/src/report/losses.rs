//! The locations at which a client is less precise than its document, for comparison with another client.

use super::Census;
use crate::diagnostics::{Diagnostics, Effect};
use crate::hash::IndexSet;
use crate::ir::Api;
use crate::source::{Document, Pointer};

/// The losses of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// The statistics.
    pub census: Census,
    /// The locations of values that are plain JSON although the document describes them.
    pub fallbacks: IndexSet<Pointer>,
    /// The locations of items that are less precise than the document.
    pub degraded: IndexSet<Pointer>,
    /// The locations of skipped items.
    pub skipped: IndexSet<Pointer>,
}

impl Losses {
    /// Collects the losses of the client of a document.
    pub fn new(document: &Document, api: &Api, diagnostics: &Diagnostics) -> Self {
        let with = |effect: Effect| {
            let found = diagnostics.iter().filter(|diagnostic| diagnostic.code.effect() == effect);
            found.filter_map(|diagnostic| diagnostic.origin.clone()).collect()
        };
        Self {
            census: Census::new(document, Some(api), diagnostics),
            fallbacks: api.fallbacks.clone(),
            degraded: with(Effect::Degraded),
            skipped: with(Effect::Skipped),
        }
    }
}
