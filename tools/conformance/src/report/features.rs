//! Reports the features of groups.

use std::fmt::Write as _;

use super::Row;
use crate::features::Features;
use apiarist_measure::figures::separated;

/// Returns a line for the terminal, or `None` if no features were compiled.
pub fn summary(rows: &[Row]) -> Option<String> {
    let all: Vec<&Features> = rows.iter().filter_map(|row| row.features.as_ref()).collect();
    let sum = |number: &dyn Fn(&Features) -> u64| separated(all.iter().map(|features| number(features)).sum());
    let cpu: f64 = all.iter().map(|features| features.cpu).sum();
    (!all.is_empty()).then(|| {
        format!(
            "{} features of groups: {} compiled alone in {cpu:.2} s, {} of them with errors or warnings",
            sum(&|features| features.total),
            sum(&|features| features.compiled),
            sum(&|features| features.failed.len() as u64),
        )
    })
}

/// Appends the section to the report: the counts of each document, and the errors.
pub fn write(text: &mut String, rows: &[Row]) {
    let rows = rows.iter().filter_map(|row| Some((row.document.as_str(), row.features.as_ref()?)));
    let rows: Vec<(&str, &Features)> = rows.filter(|(_, features)| features.total > 0).collect();
    if rows.is_empty() {
        return;
    }
    *text += "\n## Features of groups\n\n| document | features | compiled | with errors or warnings | check |\n\
              | --- | ---: | ---: | ---: | ---: |\n";
    for (document, Features { total, compiled, failed, cpu }) in &rows {
        let _ = writeln!(text, "| {document} | {total} | {compiled} | {} | {cpu:.2} s |", failed.len());
    }
    for (document, features) in rows.iter().filter(|(_, features)| !features.is_clean()) {
        let _ = writeln!(text, "\n### Features of {document}\n");
        for (feature, error) in &features.failed {
            let _ = writeln!(text, "- `{feature}`: {error}");
        }
    }
}
