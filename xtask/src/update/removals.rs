//! Rejects a document that lacks operations of the previous one.

use std::fmt::Write as _;

use apiarist::diagnostics::counted;
use apiarist::diff::{ChangeKind, Report};
use apiarist::ir::Api;

/// The number of operations that are listed; the others are only counted.
const LISTED: usize = 20;

/// The removals that a document may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removals {
    /// Those that `[[accept]]` names.
    Accepted,
    /// Any, as long as something is left.
    Reviewed,
    /// Any.
    Allowed,
}

/// The reason to reject a document.
#[derive(Debug)]
pub struct Objection {
    /// The reason and a fix.
    pub message: String,
    is_empty: bool,
}

impl Objection {
    /// Returns `true` if the document is rejected despite the allowed removals.
    pub fn rejects(&self, removals: Removals) -> bool {
        match removals {
            Removals::Accepted => true,
            Removals::Reviewed => self.is_empty,
            Removals::Allowed => false,
        }
    }
}

/// Returns the reason to reject a document: it lacks operations that `[[accept]]` does not name, or has no content at
/// all.
pub fn objection(report: &Report, before: &Api, after: &Api) -> Option<Objection> {
    let is_removal = |kind: ChangeKind| {
        matches!(
            kind,
            ChangeKind::OperationRemoved
                | ChangeKind::OperationRemovedAfterDeprecation
                | ChangeKind::OperationRemovedBeforeSunset
        )
    };
    let removed: Vec<&str> =
        report.open().filter(|change| is_removal(change.kind)).map(|change| &*change.subject).collect();
    let advice = "help: check whether the document is complete; `--allow-removals` accepts it";
    if removed.is_empty() {
        let is_nothing = |api: &Api| api.operations.is_empty() && api.types.is_empty();
        let became_nothing = is_nothing(after) && !is_nothing(before);
        let message = format!("the new document has neither operations nor schemas\n{advice}");
        return became_nothing.then_some(Objection { message, is_empty: true });
    }
    let count = counted(removed.len(), "operation");
    let mut text = format!("the new document removes {count} of {}:", before.operations.len());
    for subject in removed.iter().take(LISTED) {
        let _ = write!(text, "\n  {subject}");
    }
    if removed.len() > LISTED {
        let _ = write!(text, "\n  ... and {} more", removed.len() - LISTED);
    }
    let _ = write!(text, "\n{advice}");
    Some(Objection { message: text, is_empty: after.operations.is_empty() })
}
