//! Reports the round-tripped values.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use apiarist::diagnostics::counted;

use super::{Row, folder_of, share};
use crate::samples::Proof;
use apiarist_measure::figures::separated;

/// The maximum number of characters of a value in the report.
const SHOWN_OF_A_VALUE: usize = 300;

/// Returns a line for the terminal, or `None` if no values were tested.
pub fn summary(rows: &[Row]) -> Option<String> {
    let sums = Sums::of(rows.iter());
    (sums.documents > 0).then(|| {
        format!(
            "{} values of {} schemas: {} survived a round trip ({:.4} %), {} of them without any loss; {} with a known \
             variant; no valid value was found for {}; {} could not be tested",
            separated(sums.tried),
            separated(sums.components),
            separated(sums.survived),
            share(sums.survived, sums.tried),
            separated(sums.equal),
            separated(sums.landings),
            counted(sums.without, "schema"),
            counted(sums.untested, "document"),
        )
    })
}

/// Appends the section to the report: the counts by folder, the accepted losses, and each failed value.
pub fn write(text: &mut String, rows: &[Row]) {
    if rows.iter().all(|row| row.proof.is_none()) {
        return;
    }
    folders(text, rows);
    exemptions(text, rows);
    causes(text, rows);
    for row in rows {
        failures(text, row);
    }
}

#[derive(Default)]
struct Sums {
    documents: usize,
    components: u64,
    tried: u64,
    survived: u64,
    equal: u64,
    landings: u64,
    without: usize,
    /// The number of documents without a result.
    untested: usize,
}

impl Sums {
    fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Self {
        rows.filter_map(|row| row.proof.as_ref()).fold(Self::default(), |sums, proof| Self {
            documents: sums.documents + 1,
            components: sums.components + proof.components,
            tried: sums.tried + proof.tried,
            survived: sums.survived + proof.survived,
            equal: sums.equal + proof.equal,
            landings: sums.landings + proof.landings,
            without: sums.without + proof.without.len(),
            untested: sums.untested + usize::from(proof.error.is_some()),
        })
    }
}

fn folders(text: &mut String, rows: &[Row]) {
    *text += "\n## Round trips\n\n| folder | documents | untested | schemas | values | survived | | \
              without any loss | of one variant | schemas without a valid value |\n| --- | ---: | ---: | ---: | ---: \
              | ---: | ---: | ---: | ---: | ---: |\n";
    let mut folders: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        folders.entry(folder_of(row)).or_default().push(row);
    }
    for (folder, rows) in folders {
        let sums = Sums::of(rows.into_iter());
        let _ = writeln!(
            text,
            "| {folder} | {} | {} | {} | {} | {} | {:.4} % | {} | {} | {} |",
            sums.documents,
            sums.untested,
            separated(sums.components),
            separated(sums.tried),
            separated(sums.survived),
            share(sums.survived, sums.tried),
            separated(sums.equal),
            separated(sums.landings),
            sums.without,
        );
    }
}

/// Lists the accepted losses of values that survived.
fn exemptions(text: &mut String, rows: &[Row]) {
    *text += "\n## Accepted losses\n\n| loss | values | documents |\n| --- | ---: | ---: |\n";
    counts(text, rows, |proof| &proof.exemptions);
}

fn causes(text: &mut String, rows: &[Row]) {
    *text += "\n## Failed round trips\n\n| cause | values | documents |\n| --- | ---: | ---: |\n";
    counts(text, rows, |proof| &proof.causes);
}

fn counts(text: &mut String, rows: &[Row], of: impl Fn(&Proof) -> &BTreeMap<String, u64>) {
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for (what, count) in rows.iter().filter_map(|row| row.proof.as_ref()).flat_map(of) {
        let (values, documents) = counts.entry(what).or_default();
        *values += count;
        *documents += 1;
    }
    for (what, (values, documents)) in counts {
        let _ = writeln!(text, "| {} | {} | {} |", what.replace('|', "\\|"), separated(values), separated(documents));
    }
}

fn failures(text: &mut String, row: &Row) {
    let Some(proof) = row.proof.as_ref().filter(|proof| !proof.is_whole()) else { return };
    let lost = separated(proof.tried - proof.survived);
    let _ = writeln!(text, "\n### {}\n\n{lost} of {} values\n", row.document, separated(proof.tried));
    if let Some(error) = &proof.error {
        let _ = writeln!(text, "- {error}");
    }
    for failure in &proof.failures {
        let value: String = failure.value.chars().take(SHOWN_OF_A_VALUE).collect();
        let _ = writeln!(text, "- `{}`: {}\n  `{}`", failure.component, failure.why, value.replace('`', "'"));
    }
}
