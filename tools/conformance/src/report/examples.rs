//! Reports the examples of methods.

use std::fmt::Write as _;

use super::Row;
use crate::examples::Examples;
use apiarist_measure::figures::separated;

/// Returns a line for the terminal, or `None` if no examples were compiled.
pub fn summary(rows: &[Row]) -> Option<String> {
    let all: Vec<&Examples> = rows.iter().filter_map(|row| row.examples.as_ref()).collect();
    let sum = |number: &dyn Fn(&Examples) -> u64| separated(all.iter().map(|examples| number(examples)).sum());
    let cpu: f64 = all.iter().map(|examples| examples.cpu).sum();
    (!all.is_empty()).then(|| {
        format!(
            "{} methods, {} with an example ({} lines): {} compiled in {cpu:.2} s, {} of them with errors",
            sum(&|examples| examples.methods),
            sum(&|examples| examples.written),
            sum(&|examples| examples.lines),
            sum(&|examples| examples.compiled),
            sum(&|examples| examples.failed.len() as u64),
        )
    })
}

/// Appends the section to the report: the counts of each document, and the errors.
pub fn write(text: &mut String, rows: &[Row]) {
    let rows: Vec<(&str, &Examples)> =
        rows.iter().filter_map(|row| Some((row.document.as_str(), row.examples.as_ref()?))).collect();
    if rows.is_empty() {
        return;
    }
    *text += "\n## Examples of methods\n\n| document | methods | with an example | lines | compiled | with errors | check |\n\
              | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for (document, examples) in &rows {
        let Examples { methods, written, lines, compiled, failed, cpu } = examples;
        let _ = writeln!(
            text,
            "| {document} | {methods} | {written} | {lines} | {compiled} | {} | {cpu:.2} s |",
            failed.len()
        );
    }
    for (document, examples) in rows.iter().filter(|(_, examples)| !examples.failed.is_empty()) {
        let _ = writeln!(text, "\n### Examples of {document}\n");
        for (method, error) in &examples.failed {
            let _ = writeln!(text, "- `{method}`: {error}");
        }
    }
}
