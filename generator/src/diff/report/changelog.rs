//! Reports as the list of an entry in a changelog.
//!
//! ```text
//! - **Breaking:** property `name` of `Pet` became optional (in 2 operations: GET /pets, GET /pets/{id})
//! - operation `POST /pets` was added
//! - Changed documentation: 3
//! ```

use std::fmt::Write;

use super::text::reached;
use crate::code_span::inert_markdown;
use crate::diff::change::Topic;
use crate::diff::{Change, Level, Report};

/// The maximum number of changes that are listed; the others are counted.
const LISTED: usize = 50;

/// Returns the changes as a Markdown list, accepted ones included. Changes of the documentation are only counted.
pub fn changelog(report: &Report) -> String {
    let is_listed = |change: &&Change| change.level() != Level::Documentation;
    let mut out = String::new();
    for change in report.changes.iter().filter(is_listed).take(LISTED) {
        let mark = if change.level() == Level::Breaking { "**Breaking:** " } else { "" };
        let _ = writeln!(out, "- {mark}{}{}", inert_markdown(&change.message), context(change));
    }
    let others = report.changes.iter().filter(is_listed).count().saturating_sub(LISTED);
    if others > 0 {
        let _ = writeln!(out, "- Other changes of the code: {others}");
    }
    let documentation = report.count(Level::Documentation);
    if documentation > 0 {
        let _ = writeln!(out, "- Changed documentation: {documentation}");
    }
    out
}

/// Returns the operations that a change concerns, unless its message names them.
fn context(change: &Change) -> String {
    let context = match change.topic {
        Topic::Operation => (!change.names_subject).then(|| change.subject.to_string()),
        Topic::Api | Topic::Type | Topic::Replacement => reached(change),
    };
    context.map(|context| format!(" (in {})", inert_markdown(&context))).unwrap_or_default()
}
