//! Writes the report: as JSON for programs, as Markdown for readers.

mod examples;
mod features;
mod name_lints;
mod type_names;
mod values;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use apiarist::diagnostics::{counted, grouped};

use super::Conformance;
use super::method_names::MethodNames;
use super::outcome::{Outcome, Row};
use apiarist_measure::figures::{megabytes, separated};

/// The number of diagnostics and documents in the report: the most frequent and the most expensive.
const LISTED: usize = 10;

/// Returns all rows as JSON.
pub fn json(rows: &[Row]) -> String {
    serde_json::to_string_pretty(rows).unwrap_or_default() + "\n"
}

/// Returns a line for the terminal.
pub fn summary(rows: &[Row], arguments: &Conformance) -> String {
    let count = |is: &dyn Fn(&Row) -> bool| grouped(rows.iter().filter(|row| is(row)).count());
    let mut text = format!(
        "{}: {} generated, {} rejected with a located error, {} failed",
        counted(rows.len(), "document"),
        count(&|row| row.outcome == Outcome::Generated),
        count(&|row| row.outcome == Outcome::Rejected),
        count(&|row| !arguments.allows(row)),
    );
    if arguments.compile {
        text += &format!(
            ", {} compiled, {} of them linted",
            count(&|row| row.compiled.as_ref().is_some_and(|it| it.is_clean())),
            count(&|row| row.compiled.as_ref().is_some_and(|it| it.is_clean() && it.linted)),
        );
    }
    let sum = |number: &dyn Fn(&Row) -> u64| rows.iter().map(number).sum::<u64>();
    let operations = sum(&|row| row.operations.seen);
    text += &format!("; {} changed on regeneration", count(&|row| !row.moved.is_empty()));
    text += &format!(
        "\n{} operations: {} emitted, {} skipped with a diagnostic, {} lost; {} of {} fields are plain JSON values",
        separated(operations),
        separated(sum(&|row| row.operations.emitted)),
        separated(sum(&|row| row.operations.skipped)),
        separated(sum(&|row| row.operations.lost)),
        separated(sum(&|row| row.fallbacks)),
        separated(sum(&|row| row.fields)),
    );
    text += &format!(
        "\n{} doctests and {} HTML elements in doc comments",
        separated(sum(&|row| row.documentation.doctests)),
        separated(sum(&|row| row.documentation.html)),
    );
    let methods = rows.iter().fold(MethodNames::default(), |sum, row| sum.plus(row.methods));
    text += &format!("\n{}", methods.summary());
    text += &format!("\n{}", type_names::summary(rows));
    text += &format!("\n{}", name_lints::summary(rows));
    if let Some(line) = examples::summary(rows) {
        text += &format!("\n{line}");
    }
    if let Some(line) = features::summary(rows) {
        text += &format!("\n{line}");
    }
    if let Some(line) = values::summary(rows) {
        text += &format!("\n{line}");
    }
    text
}

/// Returns the normalized cause of a failure, or a summary of a success. Similar documents share it.
pub fn cause(row: &Row) -> String {
    if row.outcome == Outcome::Crashed {
        return format!("crashed: {}", row.cause);
    }
    if row.outcome != Outcome::Generated {
        return format!("rejected: {}", row.cause);
    }
    if row.operations.lost > 0 {
        return "operations lost without a diagnostic".to_owned();
    }
    if !row.documentation.is_text() {
        return "doctests or HTML in doc comments".to_owned();
    }
    if !row.name_lints.is_clean() {
        return "names with warnings".to_owned();
    }
    if row.type_names.borrowed > 0 {
        return "types named after another location".to_owned();
    }
    if !row.moved.is_empty() {
        return "changed on regeneration".to_owned();
    }
    if !row.unstable.is_empty() {
        return "names that depend on other parts of the document".to_owned();
    }
    if !row.false_changes.is_empty() {
        return "rewrites that the diff reports as changes".to_owned();
    }
    match row.compiled.as_ref().filter(|compiled| !compiled.is_clean()) {
        Some(compiled) => {
            let (code, message) = compiled.first.clone().unwrap_or_default();
            let kind = if compiled.errors > 0 { "error" } else { "warning" };
            format!("{kind} {code}: {}", without_names(&message))
        }
        None if row.examples.as_ref().is_some_and(|examples| !examples.is_clean()) => {
            "examples that are missing or do not compile".to_owned()
        }
        None if row.features.as_ref().is_some_and(|features| !features.is_clean()) => {
            "features of groups that do not compile alone".to_owned()
        }
        None => "good".to_owned(),
    }
}

/// Returns a compiler message without quoted names, so that equal errors have equal messages.
fn without_names(message: &str) -> String {
    let pieces = message.split('`').enumerate().map(|(at, piece)| if at % 2 == 1 { "…" } else { piece });
    pieces.collect::<Vec<_>>().join("`")
}

/// Returns the complete report.
pub fn markdown(rows: &[Row], arguments: &Conformance) -> String {
    let mut text = format!("# Conformance\n\n{}\n", summary(rows, arguments).replace('\n', "\n\n"));
    folders(&mut text, rows, arguments);
    failures(&mut text, rows, arguments);
    type_names::write(&mut text, rows);
    name_lints::write(&mut text, rows);
    examples::write(&mut text, rows);
    features::write(&mut text, rows);
    values::write(&mut text, rows);
    method_names(&mut text, rows);
    diagnostics(&mut text, rows);
    costliest(&mut text, rows);
    documents(&mut text, rows);
    text
}

/// Writes the documents whose method names miss a target.
fn method_names(text: &mut String, rows: &[Row]) {
    *text += "\n## Method names\n\n| document | methods | with an HTTP verb as a word | longer than 40 characters | \
              of them as in the document | raw ids of FastAPI |\n| --- | ---: | ---: | ---: | ---: | ---: |\n";
    let is_odd = |row: &&Row| row.methods.http_verbs + row.methods.long + row.methods.raw_ids > 0;
    for row in rows.iter().filter(is_odd) {
        let MethodNames { methods, http_verbs, long, long_ids, raw_ids } = row.methods;
        let _ = writeln!(text, "| {} | {methods} | {http_verbs} | {long} | {long_ids} | {raw_ids} |", row.document);
    }
}

/// Returns the folder of a document.
fn folder_of(row: &Row) -> &str {
    row.document.split_once('/').map_or(".", |(folder, _)| folder)
}

fn folders(text: &mut String, rows: &[Row], arguments: &Conformance) {
    let mut folders: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        folders.entry(folder_of(row)).or_default().push(row);
    }
    *text += "\n## By folder\n\n| folder | documents | generated | rejected | changed on regeneration | compiled | as expected | \
              operations seen | emitted | fallbacks | doctests | HTML |\n\
              | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for (folder, rows) in folders {
        let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
        let sum = |number: &dyn Fn(&Row) -> u64| rows.iter().map(|row| number(row)).sum::<u64>();
        let good = count(&|row| arguments.allows(row));
        let _ = writeln!(
            text,
            "| {folder} | {} | {} | {} | {} | {} | {:.1} % | {} | {} | {} of {} fields ({:.2} %) | {} | {} |",
            rows.len(),
            count(&|row| row.outcome == Outcome::Generated),
            count(&|row| row.outcome == Outcome::Rejected),
            count(&|row| !row.moved.is_empty()),
            count(&|row| row.compiled.as_ref().is_some_and(|it| it.is_clean())),
            share(good as u64, rows.len() as u64),
            separated(sum(&|row| row.operations.seen)),
            separated(sum(&|row| row.operations.emitted)),
            separated(sum(&|row| row.fallbacks)),
            separated(sum(&|row| row.fields)),
            share(sum(&|row| row.fallbacks), sum(&|row| row.fields)),
            sum(&|row| row.documentation.doctests),
            sum(&|row| row.documentation.html),
        );
    }
}

fn failures(text: &mut String, rows: &[Row], arguments: &Conformance) {
    let mut causes: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.is_good()) {
        let allowed = if arguments.allows(row) { " (as expected)" } else { "" };
        causes.entry(cause(row) + allowed).or_default().push(row);
    }
    let mut causes: Vec<_> = causes.into_iter().collect();
    causes.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    *text += "\n## Failures by cause\n";
    for (cause, rows) in causes {
        let _ = write!(text, "\n### {cause}\n\n{}\n\n", counted(rows.len(), "document"));
        for row in rows {
            let details = match row.compiled.as_ref().and_then(|compiled| compiled.first.as_ref()) {
                _ if !row.moved.is_empty() => row.moved.as_slice(),
                _ if !row.unstable.is_empty() => row.unstable.as_slice(),
                _ if !row.false_changes.is_empty() => row.false_changes.as_slice(),
                Some((_, message)) => std::slice::from_ref(message),
                None => std::slice::from_ref(&row.detail),
            };
            for detail in details {
                let _ = writeln!(text, "- `{}`: {}", row.document, detail.lines().next().unwrap_or_default());
            }
        }
    }
}

fn diagnostics(text: &mut String, rows: &[Row]) {
    let mut codes: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for (code, count) in rows.iter().flat_map(|row| &row.diagnostics) {
        let (diagnostics, documents) = codes.entry(code).or_default();
        *diagnostics += count;
        *documents += 1;
    }
    let mut codes: Vec<_> = codes.into_iter().collect();
    codes.sort_by_key(|(_, (diagnostics, _))| std::cmp::Reverse(*diagnostics));
    *text += "\n## Most frequent diagnostics\n\n| code | diagnostics | documents |\n| --- | ---: | ---: |\n";
    for (code, (diagnostics, documents)) in codes.into_iter().take(LISTED) {
        let _ = writeln!(text, "| {code} | {} | {} |", separated(diagnostics), separated(documents));
    }
}

fn costliest(text: &mut String, rows: &[Row]) {
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by(|one, other| total_cpu(other).total_cmp(&total_cpu(one)));
    *text += "\n## Most expensive documents\n";
    table(text, sorted.into_iter().take(LISTED));
}

fn documents(text: &mut String, rows: &[Row]) {
    *text += "\n## All documents\n\nTimes are CPU seconds; memory is the peak.\n";
    table(text, rows.iter());
}

fn table<'a>(text: &mut String, rows: impl Iterator<Item = &'a Row>) {
    *text += "\n| document | result | generate | memory | lines | operations | fallbacks | doctests | HTML | \
              check | memory | diagnostics |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n";
    for row in rows {
        let diagnostics: Vec<_> = row.diagnostics.iter().map(|(code, count)| format!("{code} {count}")).collect();
        let (check, memory) = match &row.compiled {
            Some(compiled) => (format!("{:.2} s", compiled.cpu), megabytes(compiled.memory)),
            None => Default::default(),
        };
        let _ = writeln!(
            text,
            "| {} | {} | {:.2} s | {} | {} | {} of {} | {} | {} | {} | {check} | {memory} | {} |",
            row.document,
            cause(row),
            row.cpu,
            megabytes(row.memory),
            separated(row.lines),
            row.operations.emitted,
            row.operations.seen,
            row.fallbacks,
            row.documentation.doctests,
            row.documentation.html,
            diagnostics.join(", "),
        );
    }
}

fn total_cpu(row: &Row) -> f64 {
    row.cpu + row.compiled.as_ref().map_or(0.0, |compiled| compiled.cpu)
}

/// Returns a part as a percentage of the whole, or 100 if the whole is zero.
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}
