//! The precision of the client before and after an update.

use std::fmt::Write;

use super::Revision;
use super::fit::Block;
use crate::code_span::code_span;
use crate::diagnostics::grouped;
use crate::diff::report::entry::listed;
use crate::report::Losses;
use crate::source::Pointer;
use crate::unprintable::shortened;

/// Returns a table of losses, and the locations of those that only one side has. The result is empty if both sides have
/// the same number of losses at the same locations.
pub(super) fn typing(old: &Revision<'_>, new: &Revision<'_>) -> Vec<Block> {
    let (old, new) = (&old.losses, &new.losses);
    let rows = |losses: &Losses| {
        [
            ("skipped operations", losses.census.operations.skipped),
            ("less precise operations", losses.census.operations.degraded),
            ("less precise schemas", losses.census.degraded_schemas),
            ("values that are plain JSON", losses.census.fallbacks),
        ]
    };
    let lines = locations(old, new);
    if lines.is_empty() && rows(old) == rows(new) {
        return Vec::new();
    }
    let mut table = "\n| | before | after |\n| --- | ---: | ---: |\n".to_owned();
    for ((noun, before), (_, after)) in rows(old).into_iter().zip(rows(new)) {
        if before + after > 0 {
            let _ = writeln!(table, "| {noun} | {} | {} |", grouped(before), grouped(after));
        }
    }
    let full = if lines.is_empty() { table.clone() } else { format!("{table}\n{lines}") };
    vec![Block { short: table, full, changes: 0 }]
}

/// Returns the locations of losses that only one side has.
fn locations(old: &Losses, new: &Losses) -> String {
    let mut lines = String::new();
    let sets = |losses: &'_ Losses| [losses.skipped.clone(), losses.degraded.clone(), losses.fallbacks.clone()];
    for (noun, (old, new)) in
        ["skipped", "less precise", "plain JSON"].into_iter().zip(sets(old).iter().zip(&sets(new)))
    {
        for (text, from, other) in [("now", new, old), ("no longer", old, new)] {
            let only: Vec<String> = from.iter().filter(|at| !other.contains(*at)).map(shown).collect();
            if !only.is_empty() {
                let _ = writeln!(lines, "- {text} {noun}: {}", listed(&only));
            }
        }
    }
    lines
}

fn shown(at: &Pointer) -> String {
    code_span(&shortened(&at.to_string()))
}
