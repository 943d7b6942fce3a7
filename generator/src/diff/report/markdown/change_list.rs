//! Entries as Markdown: breaking ones by subject, with their changed lines of Rust and the edit of a caller; others as
//! lines.

use std::fmt::Write;

use super::Update;
use super::fit::Block;
use crate::code_span::{code_span, fence, inert_markdown};
use crate::diagnostics::{counted, grouped};
use crate::diff::change::Topic;
use crate::diff::report::entry::{Entry, entries, listed};
use crate::diff::report::spans::spans;
use crate::diff::report::text::{direction, location};
use crate::diff::{Change, Effect, EffectKind, Level};
use crate::hash::{IndexMap, IndexSet};
use crate::unprintable::shortened;
use crate::word_list::word_list;

/// The maximum number of lines of Rust for one subject.
const LINES: usize = 24;

/// The maximum number of effects of one entry.
const EFFECTS: usize = 12;

/// The maximum number of operations of one type.
const ROUTES: usize = 3;

/// The action of a change that requires none.
const NO_ACTION: &str = "None.";

/// Returns the breaking changes by subject: those that are breaking on the wire, and those that only break programs.
pub(super) fn breaking(changes: &[&Change], update: &Update<'_>) -> (Vec<Block>, Vec<Block>) {
    let mut groups: IndexMap<Option<&str>, Vec<Entry<'_>>> = IndexMap::default();
    let mut rules: Vec<Vec<Entry<'_>>> = Vec::new();
    for entry in entries(changes) {
        match entry.subject() {
            Some(subject) => groups.entry(Some(subject)).or_default().push(entry),
            None => rules.push(vec![entry]),
        }
    }
    let is_wire = |group: &Vec<Entry<'_>>| group.iter().any(|entry| entry.first.wire() == Level::Breaking);
    let (wire, rust): (Vec<_>, Vec<_>) = groups.into_values().chain(rules).partition(is_wire);
    let blocks = |groups: Vec<Vec<Entry<'_>>>| groups.into_iter().map(|group| block(group, update)).collect();
    (blocks(wire), blocks(rust))
}

/// Returns the entries of one subject, or one entry with several subjects. With changed lines of Rust, only the effects
/// that those lines do not show are listed.
fn block(mut group: Vec<Entry<'_>>, update: &Update<'_>) -> Block {
    group.sort_by_key(|entry| std::cmp::Reverse(entry.first.wire()));
    let heading = match group.first().and_then(|entry| Some((entry, entry.subject()?))) {
        Some((entry, subject)) => {
            format!("\n**{}**{}\n\n", code_span(&shortened(subject)), in_operations(entry.first))
        }
        None => "\n".to_owned(),
    };
    let list = |is_shown: fn(&Effect) -> bool| -> String {
        group.iter().map(|entry| breaking_entry(entry, update, is_shown)).collect()
    };
    let short =
        format!("{heading}{}", list(|effect| !matches!(effect.kind, EffectKind::Documentation | EffectKind::Renamed)));
    let items = group.iter().flat_map(|entry| &entry.changes).flat_map(|change| &change.items);
    let full = match update.report.rust.diff(items, LINES) {
        Some((lines, further)) => {
            let list = list(|effect| {
                matches!(effect.kind, EffectKind::Arguments | EffectKind::Literal | EffectKind::Behavior)
            });
            format!("{heading}{list}\n{}", rust(&lines, further, &group))
        }
        None => short.clone(),
    };
    Block { short, full, changes: group.iter().map(|entry| entry.changes.len()).sum() }
}

/// Returns a breaking entry with its effects in Rust and the edit of a caller.
fn breaking_entry(entry: &Entry<'_>, update: &Update<'_>, is_shown: fn(&Effect) -> bool) -> String {
    let change = entry.first;
    let level = match (change.wire(), change.rust()) {
        (Level::Breaking, Level::Breaking) => "wire and Rust",
        (Level::Breaking, _) => "wire; the compiler does not report it",
        (_, _) => "Rust",
    };
    let mut out = format!(
        "- {} ({}; {level}; `{}`{})\n",
        inert_markdown(&entry.text),
        direction(change),
        change.kind,
        at(entry, update)
    );
    let effects: Vec<&Effect> = entry.changes.iter().flat_map(|change| &change.effects).collect();
    let texts = effects.iter().filter(|effect| is_shown(effect)).map(|effect| inert_markdown(&effect.text));
    let mut texts: Vec<String> = texts.collect::<IndexSet<String>>().into_iter().collect();
    if texts.len() > EFFECTS {
        let more = format!("{} more", grouped(texts.len() - EFFECTS));
        texts.truncate(EFFECTS);
        texts.push(more);
    }
    if !texts.is_empty() {
        let _ = writeln!(out, "  - Rust: {}", texts.join("; "));
    }
    if let Some(edit) = edit(entry, &effects) {
        let _ = writeln!(out, "  - Edit: {edit}");
    }
    out
}

/// Returns the location of an entry in the new document, or else in the old one, if it is one change.
fn at(entry: &Entry<'_>, update: &Update<'_>) -> String {
    let [change] = entry.changes.as_slice() else { return String::new() };
    let (old, new) = (update.old.side.document, update.new.side.document);
    let after = change.after.as_ref().and_then(|at| location(new, at));
    let found = after.or_else(|| location(old, change.before.as_ref()?));
    found.map(|found| format!("; {}", code_span(&shortened(&found)))).unwrap_or_default()
}

/// Returns the first operations that a change of a type concerns, in parentheses, or an empty text if it concerns none.
fn in_operations(change: &Change) -> String {
    let routes = &change.operations.routes;
    if routes.is_empty() || change.topic == Topic::Operation {
        return String::new();
    }
    let mut shown: Vec<String> = routes.iter().take(ROUTES).map(|route| code_span(&shortened(route))).collect();
    match (routes.len().saturating_sub(ROUTES), change.operations.has_more) {
        (0, false) => {}
        (more, false) => shown.push(format!("{} more", grouped(more))),
        (more, true) => shown.push(format!("more than {} more", grouped(more))),
    }
    format!(" (in {})", word_list(shown, "and"))
}

/// Returns the edit that a caller makes. It contains the names of renamed items, so that they are not listed as effects.
fn edit(entry: &Entry<'_>, effects: &[&Effect]) -> Option<String> {
    if entry.is_rule {
        return Some("Replace each old name by the new one.".to_owned());
    }
    let renames: Vec<String> = effects
        .iter()
        .filter(|effect| effect.kind == EffectKind::Renamed)
        .filter_map(|effect| match spans(&effect.text).as_slice() {
            [old, new] => Some(format!("{old} by {new}")),
            _ => None,
        })
        .collect();
    if !renames.is_empty() {
        return Some(format!("Replace {}.", inert_markdown(&listed(&renames))));
    }
    Some(entry.first.kind.page().action.to_owned()).filter(|action| action != NO_ACTION)
}

/// Returns changed lines of Rust as a diff. If a group has several subjects, they are those of the first.
fn rust(lines: &[String], further: usize, group: &[Entry<'_>]) -> String {
    let text = lines.join("\n");
    let fence = fence(&text, 3);
    let more = match further {
        0 => String::new(),
        further => format!("\n  … {}", counted(further, "more line")),
    };
    let note = match group.first().filter(|entry| entry.subject().is_none()) {
        Some(entry) => format!("For example {}:\n\n", code_span(&shortened(&entry.first.subject))),
        None => String::new(),
    };
    format!("{note}{fence}diff\n{text}{more}\n{fence}\n")
}

/// Returns an entry as one line.
pub(super) fn line(entry: &Entry<'_>) -> Block {
    let change = entry.first;
    let context = match change.topic {
        Topic::Operation if entry.names_subject => String::new(),
        Topic::Operation => format!(" (in {})", code_span(&shortened(&change.subject))),
        Topic::Api | Topic::Type | Topic::Replacement => {
            entry.subject().map(|_| in_operations(change)).unwrap_or_default()
        }
    };
    let accepted = change.accepted.as_ref();
    let accepted = accepted.map(|reason| format!(" — accepted: {}", inert_markdown(reason))).unwrap_or_default();
    let text = inert_markdown(&entry.text);
    Block::line(format!("- {text}{context}{accepted}\n"), entry.changes.len())
}
