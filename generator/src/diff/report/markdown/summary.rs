//! The summary of an update: where the document is from, and the numbers of changes.

use std::fmt::Write;

use super::Update;
use crate::code_span::{code_span, inert_markdown};
use crate::diagnostics::grouped;
use crate::diff::change::Topic;
use crate::diff::report::text::headline;
use crate::diff::{Change, ChangeKind, Level, Report};
use crate::hash::HashSet;
use crate::unprintable::shortened;

/// Returns the heading of an API, its source, and the table of counts.
pub(super) fn summary(update: &Update<'_>) -> String {
    let (old, new) = (&update.old, &update.new);
    let mut out = format!("\n### {}: {}\n\n", inert_markdown(&update.name), headline(update.report));
    for (noun, old, new) in [
        ("source", &old.source, &new.source),
        ("version", &old.side.api.version, &new.side.api.version),
        ("SHA-256", &old.sha256, &new.sha256),
    ] {
        let (old, new) = (code_span(&shortened(old)), code_span(&shortened(new)));
        let _ = if old == new {
            writeln!(out, "- {noun}: {new}, as before")
        } else {
            writeln!(out, "- {noun}: {old} → {new}")
        };
    }
    if !update.report.changes.is_empty() {
        out.push('\n');
        out.push_str(&table(update.report));
    }
    out
}

/// Returns the numbers of items that were added, changed and removed, and of changes that break programs.
fn table(report: &Report) -> String {
    let mut out = "| | added | changed | removed | breaking | breaking on the wire only |\n\
                   | --- | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    let topics: [(&str, &[Topic]); 3] = [
        ("operations", &[Topic::Operation]),
        ("types", &[Topic::Type, Topic::Replacement]),
        ("API as a whole", &[Topic::Api]),
    ];
    for (noun, topics) in topics {
        let of = || report.changes.iter().filter(|change| topics.contains(&change.topic));
        let count = |is_counted: fn(&Change) -> bool| of().filter(|change| is_counted(change)).count();
        let (added, removed) = (count(is_addition), count(is_removal));
        let changed = of().filter(|change| !is_addition(change) && !is_removal(change));
        let changed: HashSet<&str> = changed.map(|change| &*change.subject).collect();
        let breaking = count(|change| change.level() == Level::Breaking);
        let wire_only = count(|change| change.level() == Level::Breaking && change.rust() != Level::Breaking);
        if of().next().is_none() {
            continue;
        }
        let numbers = [added, changed.len(), removed, breaking, wire_only].map(grouped).join(" | ");
        let _ = writeln!(out, "| {noun} | {numbers} |");
    }
    out
}

fn is_addition(change: &Change) -> bool {
    use ChangeKind::{OperationAdded, SchemaAdded, TypeAdded, WebhookAdded};
    matches!(change.kind, OperationAdded | SchemaAdded | TypeAdded | WebhookAdded)
}

fn is_removal(change: &Change) -> bool {
    use ChangeKind::{
        OperationRemoved, OperationRemovedAfterDeprecation, OperationRemovedBeforeSunset, SchemaRemoved, TypeRemoved,
        WebhookRemoved,
    };
    matches!(
        change.kind,
        OperationRemoved
            | OperationRemovedAfterDeprecation
            | OperationRemovedBeforeSunset
            | SchemaRemoved
            | TypeRemoved
            | WebhookRemoved
    )
}
