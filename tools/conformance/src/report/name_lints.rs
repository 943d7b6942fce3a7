//! Reports the names and files that rustc or a file system would complain about.

use std::fmt::Write as _;

use super::Row;
use apiarist_measure::figures::separated;

/// Returns a line for the terminal.
pub fn summary(rows: &[Row]) -> String {
    let sum = |number: &dyn Fn(&Row) -> u64| separated(rows.iter().map(number).sum());
    format!(
        "{} names: {} with uncommon letters, {} confusable; {} files with long or equal names",
        sum(&|row| row.name_lints.names),
        sum(&|row| row.name_lints.uncommon),
        sum(&|row| row.name_lints.confusable),
        sum(&|row| row.name_lints.files),
    )
}

/// Appends the section to the report: the documents with such names.
pub fn write(text: &mut String, rows: &[Row]) {
    let rows: Vec<&Row> = rows.iter().filter(|row| !row.name_lints.is_clean()).collect();
    if rows.is_empty() {
        return;
    }
    *text += "\n## Names with warnings\n\n| document | uncommon | confusable | files | for example |\n\
              | --- | ---: | ---: | ---: | --- |\n";
    for row in rows {
        let lints = &row.name_lints;
        let examples = lints.examples.join(", ");
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {examples} |",
            row.document, lints.uncommon, lints.confusable, lints.files
        );
    }
}
