//! Formats figures, alone and in tables.

use std::fmt::Write as _;

use apiarist::diagnostics::grouped;

/// Formats a number with thousands separators.
pub fn separated(number: u64) -> String {
    grouped(usize::try_from(number).unwrap_or(usize::MAX))
}

/// Formats an amount of memory.
pub fn megabytes(bytes: u64) -> String {
    format!("{} MB", separated(bytes / 1_000_000))
}

/// Formats a duration.
pub fn seconds(seconds: f64) -> String {
    format!("{seconds:.2} s")
}

/// Returns the quotient of two figures, or `None` if the quotient is undefined.
pub fn ratio(dividend: f64, divisor: f64) -> Option<f64> {
    (divisor > 0.0).then(|| dividend / divisor)
}

/// Formats a ratio, or a dash for `None`.
pub fn times(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.2} ×"))
}

/// A Markdown table with aligned columns, so that it is readable on a terminal. The first column holds names, the
/// others figures.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Creates a table with these columns and no rows.
    pub fn new(headings: &[&str]) -> Self {
        Self { rows: vec![headings.iter().map(|heading| (*heading).to_owned()).collect()] }
    }

    /// Adds a row.
    pub fn add(&mut self, cells: Vec<String>) {
        self.rows.push(cells.into_iter().map(|cell| cell.replace('|', "\\|")).collect());
    }

    /// Returns the table as Markdown.
    pub fn to_text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max()
        };
        let widths: Vec<usize> = (0..columns).filter_map(width).collect();
        let mut text = String::new();
        for (at, row) in self.rows.iter().enumerate() {
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let _ = if column == 0 { write!(text, "| {cell:<width$} ") } else { write!(text, "| {cell:>width$} ") };
            }
            text += "|\n";
            if at == 0 {
                for (column, width) in widths.iter().enumerate() {
                    let (dashes, end) = ("-".repeat(*width), if column == 0 { "-" } else { ":" });
                    let _ = write!(text, "|-{dashes}{end}");
                }
                text += "|\n";
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_columns_are_aligned() {
        let mut table = Table::new(&["document", "CPU"]);
        table.add(vec!["a|b.yaml".to_owned(), seconds(0.5)]);
        table.add(vec!["ä.yaml".to_owned(), seconds(12.345)]);
        let expected = "\
| document  |     CPU |
|-----------|--------:|
| a\\|b.yaml |  0.50 s |
| ä.yaml    | 12.35 s |
";
        assert_eq!(table.to_text(), expected);
    }

    #[test]
    fn figures_are_short_and_an_undefined_ratio_is_a_dash() {
        assert_eq!(megabytes(1_234_567_890), "1,234 MB");
        assert_eq!(times(ratio(6.0, 4.0)), "1.50 ×");
        assert_eq!(times(ratio(6.0, 0.0)), "–");
    }
}
