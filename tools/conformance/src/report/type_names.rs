//! Reports the names of types.

use std::fmt::Write as _;

use super::Row;
use crate::type_names::LONGEST;
use apiarist_measure::figures::separated;

/// Returns a line for the terminal.
pub fn summary(rows: &[Row]) -> String {
    let sum = |number: &dyn Fn(&Row) -> u64| separated(rows.iter().map(number).sum());
    format!(
        "{} types, {} named after another location and used at {} more; {} names longer than {LONGEST} characters (longest: {})",
        sum(&|row| row.type_names.types),
        sum(&|row| row.type_names.borrowed),
        sum(&|row| row.type_names.borrowers),
        sum(&|row| row.type_names.long),
        rows.iter().map(|row| row.type_names.longest).max().unwrap_or_default(),
    )
}

/// Appends the section to the report: the documents with borrowed or long names.
pub fn write(text: &mut String, rows: &[Row]) {
    let rows: Vec<&Row> = rows.iter().filter(|row| row.type_names.borrowed > 0 || row.type_names.long > 0).collect();
    if rows.is_empty() {
        return;
    }
    *text += "\n## Type names\n\n| document | types | named after another location | used at | long | longest | for example |\n\
              | --- | ---: | ---: | ---: | ---: | ---: | --- |\n";
    for row in rows {
        let names = &row.type_names;
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} |",
            row.document,
            names.types,
            names.borrowed,
            names.borrowers,
            names.long,
            names.longest,
            names.examples.join(", "),
        );
    }
}
