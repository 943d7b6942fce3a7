//! Measures the cost of decoding values, compared with the derives of serde.

use std::path::Path;

use clap::Args;
use serde::Serialize;

use super::divan::{self, Timing};
use super::{Runs, report, run_benchmark};
use apiarist_measure::figures::{Table, ratio, times};
use xtask::Failure;
use xtask::workspace::Workspace;

/// The minimum speedup over serde's derives, by group. For recursive unions, serde's derive selects the first variant
/// that can be decoded, in time quadratic in the depth.
const TARGETS: [(&str, f64); 6] = [
    ("large_object", 1.0),
    ("tag_first", 1.4),
    ("tag_last", 1.0),
    ("untagged", 2.0),
    ("depth_25", 0.5),
    ("depth_100", 2.0),
];

/// The cargo arguments that run the benchmark and keep its output plain.
const BENCHMARK: &str = "bench --quiet --package apiarist-runtime --no-default-features --features client,testing \
                         --bench decode -- --color never";

/// The arguments of `decode`.
#[derive(Debug, Args)]
pub struct Decode {
    #[command(flatten)]
    runs: Runs,
}

/// The times of one group in seconds.
#[derive(Debug, PartialEq, Serialize)]
struct Row {
    group: &'static str,
    /// The fastest time of each run for types with serde's derives.
    derive: Vec<f64>,
    /// The fastest time of each run for types with tables.
    table: Vec<f64>,
    /// The minimum ratio of the two.
    target: f64,
}

/// Runs the benchmark the requested number of times, and fails if a ratio misses its target.
pub fn decode(workspace: &Workspace, arguments: &Decode, folder: &Path) -> Result<(), Failure> {
    let rows = measure(workspace, arguments.runs, folder)?;
    report(folder, "decode", &table(&rows), &rows)?;
    if rows.iter().all(Row::is_reached) { Ok(()) } else { Err(Failure::Reported) }
}

/// Runs the benchmark the requested number of times. Returns the figures as a table.
pub fn measured(workspace: &Workspace, runs: Runs, folder: &Path) -> Result<Table, Failure> {
    Ok(table(&measure(workspace, runs, folder)?))
}

fn measure(workspace: &Workspace, runs: Runs, folder: &Path) -> Result<[Row; 6], Failure> {
    let outputs = run_benchmark(workspace, BENCHMARK, runs, &folder.join("decode"))?;
    let timings: Vec<_> = outputs.iter().flat_map(|output| divan::read(output)).collect();
    Ok(TARGETS.map(|(group, target)| Row::new(group, target, &timings)))
}

impl Row {
    fn new(group: &'static str, target: f64, timings: &[Timing]) -> Self {
        let of = |kind: &str| -> Vec<f64> {
            let is_wanted = |timing: &&Timing| timing.group == group && timing.name == kind;
            timings.iter().filter(is_wanted).map(|timing| timing.fastest).collect()
        };
        Self { group, derive: of("derive"), table: of("table"), target }
    }

    fn ratio(&self) -> Option<f64> {
        ratio(least(&self.derive)?, least(&self.table)?)
    }

    /// Returns `true` if the group reaches its target, with both rounded to the two printed decimals.
    fn is_reached(&self) -> bool {
        let hundredths = |ratio: f64| (ratio * 100.0).round();
        self.ratio().is_some_and(|ratio| hundredths(ratio) >= hundredths(self.target))
    }
}

fn least(times: &[f64]) -> Option<f64> {
    times.iter().copied().min_by(f64::total_cmp)
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&["group", "derive", "table", "derive / table", "target", "reached"]);
    let microseconds =
        |times: &[f64]| least(times).map_or_else(|| "–".to_owned(), |time| format!("{:.2} µs", time * 1e6));
    for row in rows {
        table.add(vec![
            row.group.to_owned(),
            microseconds(&row.derive),
            microseconds(&row.table),
            times(row.ratio()),
            times(Some(row.target)),
            if row.is_reached() { "yes" } else { "no" }.to_owned(),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timing(group: &str, name: &str, fastest: f64) -> Timing {
        Timing { group: group.to_owned(), name: name.to_owned(), fastest }
    }

    #[test]
    fn ratio_of_the_fastest_runs_is_compared_with_the_target() {
        let timings = [
            timing("tag_last", "table", 9e-6),
            timing("tag_first", "table", 20e-6),
            timing("tag_first", "derive", 32e-6),
            timing("tag_first", "table", 21e-6),
            timing("tag_first", "derive", 30e-6),
        ];
        let rows = [Row::new("tag_first", 1.4, &timings), Row::new("tag_first", 1.6, &timings)];
        let text = table(&rows).to_text();
        let expected = "\
| group     |   derive |    table | derive / table | target | reached |
|-----------|---------:|---------:|---------------:|-------:|--------:|
| tag_first | 30.00 µs | 20.00 µs |         1.50 × | 1.40 × |     yes |
| tag_first | 30.00 µs | 20.00 µs |         1.50 × | 1.60 × |      no |
";
        assert_eq!(text, expected);
    }

    #[test]
    fn group_without_timings_misses_its_target() {
        let row = Row::new("untagged", 2.0, &[]);
        assert!(!row.is_reached());
        assert!(table(&[row]).to_text().ends_with("|      – |     – |              – | 2.00 × |      no |\n"));
    }
}
