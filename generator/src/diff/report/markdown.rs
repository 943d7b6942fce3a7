//! Reports as Markdown, for the description of a pull request.

use std::fmt::Write;

use indexmap::IndexMap;

use super::text::{direction, headline, locations, reached};
use crate::code_span::{code_span, inert_markdown};
use crate::diff::{Change, Level, Report, Side};
use crate::source::Document;
use crate::unprintable::shortened;

/// Returns the report as Markdown under a heading: breaking changes first, by subject; all others collapsed.
pub fn markdown(title: &str, report: &Report, old: &Side<'_>, new: &Side<'_>) -> String {
    let mut out = format!("## {title}: {}\n", headline(report));
    for stale in &report.stale {
        let _ = writeln!(out, "\n**Stale:** {}.", inert_markdown(stale));
    }
    let of = |level: Level| report.open().filter(move |change| change.level() == level);
    let breaking: Vec<&Change> = of(Level::Breaking).collect();
    if !breaking.is_empty() {
        out.push_str("\n### Breaking\n");
        out.push_str(&grouped(&breaking, old.document, new.document));
    }
    let folded = [
        ("compatible", of(Level::Compatible).collect()),
        ("documentation only", of(Level::Documentation).collect()),
        ("accepted", report.changes.iter().filter(|change| change.accepted.is_some()).collect::<Vec<_>>()),
    ];
    for (word, changes) in folded.into_iter().filter(|(_, changes): &(_, Vec<&Change>)| !changes.is_empty()) {
        let _ = writeln!(out, "\n<details>\n<summary>{} {word}</summary>", changes.len());
        out.push_str(&grouped(&changes, old.document, new.document));
        out.push_str("\n</details>\n");
    }
    out
}

/// Returns a list of changes for each subject.
fn grouped(changes: &[&Change], old: &Document, new: &Document) -> String {
    let mut groups: IndexMap<&str, Vec<&Change>> = IndexMap::new();
    for change in changes {
        groups.entry(&change.subject).or_default().push(change);
    }
    let mut out = String::new();
    for (subject, changes) in groups {
        let reached = changes.iter().find_map(|change| reached(change));
        let reached = reached.map(|text| format!(" (in {})", inert_markdown(&text))).unwrap_or_default();
        let _ = writeln!(out, "\n**{}**{reached}\n", code_span(&shortened(subject)));
        for change in changes {
            let _ = writeln!(out, "- {}", line(change, old, new));
        }
    }
    out
}

fn line(change: &Change, old: &Document, new: &Document) -> String {
    let mut out = format!(
        "{} [`{}`, {}; wire {}, Rust {}]",
        inert_markdown(&change.message),
        change.kind,
        direction(change),
        change.wire(),
        change.rust()
    );
    if !change.effects.is_empty() {
        let effects: Vec<String> = change.effects.iter().map(|effect| inert_markdown(&effect.text)).collect();
        let _ = write!(out, ": {}", effects.join("; "));
    }
    let _ = write!(out, " ({})", inert_markdown(&locations(change, old, new)));
    if let Some(reason) = &change.accepted {
        let _ = write!(out, " — accepted: {}", inert_markdown(reason));
    }
    out
}
