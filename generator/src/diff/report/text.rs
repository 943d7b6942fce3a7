//! Reports as text for a terminal.

use std::borrow::Cow;
use std::fmt::Write;

use crate::diagnostics::counted;
use crate::diff::change::Topic;
use crate::diff::{Change, Direction, Level, Report, Side};
use crate::source::{Document, Pointer};
use crate::unprintable::{escaped, shortened};

/// The maximum number of operations that are named; the rest is counted.
const NAMED: usize = 3;

/// Returns the report as text.
pub fn text(report: &Report, old: &Side<'_>, new: &Side<'_>) -> String {
    let mut out = format!("{}\n", headline(report));
    for stale in &report.stale {
        let _ = write!(out, "\nstale: {stale}\n");
    }
    for change in &report.changes {
        let _ = write!(out, "\n{}", entry(change, old.document, new.document));
    }
    escaped(&out).into_owned()
}

/// Returns the verdict and the counts.
pub(in crate::diff) fn headline(report: &Report) -> String {
    let counts: Vec<String> = Level::ALL
        .into_iter()
        .filter(|level| report.count(*level) > 0)
        .map(|level| format!("{} {level}", report.count(level)))
        .collect();
    match report.changes.len() {
        0 => "no changes".to_owned(),
        number => format!("{}: {} ({})", report.verdict(), counted(number, "change"), counts.join(", ")),
    }
}

fn entry(change: &Change, old: &Document, new: &Document) -> String {
    let mut out = format!("{}[{}]: {}\n", change.level(), change.kind, shortened(&change.message));
    let _ = writeln!(out, "  wire: {} ({})", change.wire(), direction(change));
    let _ = writeln!(out, "  rust: {}", change.rust());
    for effect in &change.effects {
        let _ = writeln!(out, "    {}", effect.text);
    }
    let _ = writeln!(out, "  at {}", locations(change, old, new));
    let reached = match change.topic {
        Topic::Operation => (!change.names_subject).then(|| shortened(&change.subject).into_owned()),
        Topic::Api | Topic::Type | Topic::Replacement => reached(change),
    };
    if let Some(reached) = reached {
        let _ = writeln!(out, "  in {reached}");
    }
    if let Some(reason) = &change.accepted {
        let _ = writeln!(out, "  accepted: {reason}");
    }
    out
}

/// Returns the direction of a change.
pub(in crate::diff) fn direction(change: &Change) -> &'static str {
    match change.direction {
        Direction::Request => "request",
        Direction::Response => "response",
        Direction::Both => "request and response",
    }
}

/// Returns the old and the new location, as file and line.
pub(in crate::diff) fn locations(change: &Change, old: &Document, new: &Document) -> String {
    let before = change.before.as_ref().and_then(|at| location(old, at));
    let after = change.after.as_ref().and_then(|at| location(new, at));
    match (before, after) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (Some(before), None) => format!("{before} in the old document"),
        (None, Some(after)) => format!("{after} in the new document"),
        (None, None) => "no location".to_owned(),
    }
}

pub(in crate::diff) fn location(document: &Document, at: &Pointer) -> Option<String> {
    let location = document.locate(at)?;
    Some(format!("{}:{}", document.file(location.file).path().display(), location.line))
}

/// Returns the first few operations that a change of a type concerns, or `None` if there are none or only its subject.
pub(in crate::diff) fn reached(change: &Change) -> Option<String> {
    let routes = &change.operations.routes;
    if routes.is_empty() || change.topic == Topic::Operation {
        return None;
    }
    let named: Vec<Cow<'_, str>> = routes.iter().take(NAMED).map(|route| shortened(route)).collect();
    let number = counted(routes.len(), "operation");
    let (number, more) = match routes.len().saturating_sub(NAMED) {
        _ if change.operations.has_more => (format!("more than {number}"), " and more".to_owned()),
        0 => (number, String::new()),
        more => (number, format!(" and {more} more")),
    };
    Some(format!("{number}: {}{more}", named.join(", ")))
}
