//! Differences that are not errors: repairs that a diagnostic reports, and limits of `openapiv3`.

use std::collections::BTreeSet;

use super::facts::{Difference, is_within};
use crate::diagnostics::{Code, Diagnostics};
use crate::source::FileId;

/// The reason why a difference is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// A diagnostic reports that the part is invalid and how it is read instead.
    Reported,
    /// `openapiv3` rejects the part, a part around it, or the operation that refers to it.
    Unread,
    /// `openapiv3` reads one file, and does not know whether the others exist.
    AnotherFile,
    /// An unquoted number or boolean is read as a string, because `type` is `string`.
    Unquoted,
    /// A blank `operationId` is treated as absent.
    Blank,
}

/// The components that are only read through an operation.
const REFERRED: [&str; 4] =
    ["#/components/headers", "#/components/parameters", "#/components/requestBodies", "#/components/responses"];

/// What both readers reported about a document.
pub(super) struct Reports<'r> {
    /// The locations of our diagnostics.
    reported: BTreeSet<String>,
    /// The locations of paths that are read without their fragment or query, and of misspelled methods.
    repaired_paths: BTreeSet<String>,
    /// The locations that `openapiv3` rejects.
    unread: &'r BTreeSet<String>,
}

impl<'r> Reports<'r> {
    pub(super) fn new(diagnostics: &Diagnostics, unread: &'r BTreeSet<String>) -> Self {
        let (mut reported, mut repaired_paths) = (BTreeSet::new(), BTreeSet::new());
        for diagnostic in diagnostics.iter() {
            let Some(origin) = diagnostic.origin.as_ref().filter(|origin| origin.file() == FileId(0)) else { continue };
            reported.insert(origin.to_string());
            // Drops the shape of the schema around `type`.
            if diagnostic.code == Code::ContradictoryType {
                reported.extend(origin.parent().map(ToString::to_string));
            }
            if diagnostic.code == Code::MalformedPath {
                repaired_paths.insert(origin.to_string());
            }
        }
        Self { reported, repaired_paths, unread }
    }

    /// Returns the reason why a difference is accepted, or `None` if it is an error of one of the readers.
    pub(super) fn reason(&self, difference: &Difference) -> Option<Reason> {
        let Difference { at, ours, theirs, .. } = difference;
        let around = || ancestors(at);
        let is_unread = around().any(|at| self.unread.contains(at))
            || (!self.unread.is_empty() && REFERRED.iter().any(|outer| is_within(at, outer)));
        let (ours, theirs) = match (ours.as_deref(), theirs.as_deref()) {
            (_, Some("another file")) => return Some(Reason::AnotherFile),
            (None, Some("")) => return Some(Reason::Blank),
            (_, None) if is_unread => return Some(Reason::Unread),
            both => both,
        };
        if self.unread.iter().any(|unread| is_within(unread, at)) {
            Some(Reason::Unread)
        } else if ours.is_some() && theirs.is_some_and(|theirs| ours == Some(&format!("{theirs:?}"))) {
            Some(Reason::Unquoted)
        } else if self.is_reported_within(at)
            || (ours.is_none() && around().any(|at| self.reported.contains(at)))
            || around().any(|at| self.repaired_paths.contains(at))
        {
            Some(Reason::Reported)
        } else {
            None
        }
    }

    fn is_reported_within(&self, at: &str) -> bool {
        let next = self.reported.range(at.to_owned()..).take_while(|found| found.starts_with(at));
        next.into_iter().any(|found| is_within(found, at))
    }
}

/// Returns a location and all locations around it except the root.
fn ancestors(at: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(at), |at| at.rsplit_once('/').map(|(parent, _)| parent)).filter(|at| *at != "#")
}
