//! Measures the cost of a call, compared with a handwritten request.

use std::path::Path;

use clap::Args;
use serde::{Deserialize, Serialize};

use super::{Runs, report, run_benchmark};
use apiarist_measure::figures::{Table, ratio, separated, times};
use xtask::Failure;
use xtask::terminal::print_err;
use xtask::workspace::Workspace;

/// The minimum speed of calls, as a multiple of the speed of handwritten requests.
const TARGET: f64 = 0.95;

/// The maximum size of a call's future in bytes.
const LARGEST: u64 = 256;

/// The cargo arguments that run the benchmark.
const BENCHMARK: &str = "bench --quiet --package apiarist-runtime --features reqwest --bench calls";

/// The arguments of `calls`.
#[derive(Debug, Args)]
pub struct Calls {
    #[command(flatten)]
    runs: Runs,
}

/// A line of the benchmark's output.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    /// Consecutive requests of one kind.
    Turn { name: String, requests: f64, seconds: f64, cpu: Option<f64> },
    /// The size of a future.
    Future { name: String, bytes: u64 },
}

/// A compared figure.
#[derive(Debug, PartialEq, Serialize)]
struct Row {
    name: &'static str,
    /// The median over all turns of the handwritten requests.
    by_hand: Option<f64>,
    generated: Option<f64>,
    /// The median ratio of generated to handwritten over all pairs of turns.
    ratio: Option<f64>,
    target: f64,
}

/// Runs the benchmark the requested number of times, and fails if a figure misses its target.
pub fn calls(workspace: &Workspace, arguments: &Calls, folder: &Path) -> Result<(), Failure> {
    let (rows, largest) = measure(workspace, arguments.runs, folder)?;
    report(folder, "calls", &table(&rows), &rows)?;
    let size = largest.map_or_else(|| "unknown".to_owned(), |bytes| format!("{} bytes", separated(bytes)));
    print_err(&format!("largest future of a call: {size}; the limit is {LARGEST} bytes"));
    let is_small = largest.is_some_and(|bytes| bytes <= LARGEST);
    if is_small && rows.iter().all(Row::is_reached) { Ok(()) } else { Err(Failure::Reported) }
}

/// Runs the benchmark the requested number of times. Returns the figures as a table.
pub fn measured(workspace: &Workspace, runs: Runs, folder: &Path) -> Result<Table, Failure> {
    Ok(table(&measure(workspace, runs, folder)?.0))
}

/// Returns the compared figures and the size of the largest future of a call.
fn measure(workspace: &Workspace, runs: Runs, folder: &Path) -> Result<([Row; 2], Option<u64>), Failure> {
    let outputs = run_benchmark(workspace, BENCHMARK, runs, &folder.join("calls"))?;
    let lines: Vec<_> = outputs.iter().flat_map(|output| read(output)).collect();
    Ok((rows(&lines), largest(&lines)))
}

fn read(output: &str) -> Vec<Line> {
    output.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// Compares each turn with the handwritten turn before it, because the speed of a machine varies over time.
fn rows(lines: &[Line]) -> [Row; 2] {
    let all = |wanted: &str, figure: &dyn Fn(f64, f64, Option<f64>) -> Option<f64>| -> Vec<Option<f64>> {
        let figures = lines.iter().filter_map(|line| match line {
            Line::Turn { name, requests, seconds, cpu } if name == wanted => Some(figure(*requests, *seconds, *cpu)),
            _ => None,
        });
        figures.collect()
    };
    let row = |name, figure: &dyn Fn(f64, f64, Option<f64>) -> Option<f64>| {
        let (by_hand, generated) = (all("by hand", figure), all("generated", figure));
        let pairs = by_hand.iter().zip(&generated);
        let ratios = pairs.map(|(by_hand, generated)| by_hand.zip(*generated).and_then(|(one, two)| ratio(two, one)));
        Row {
            name,
            ratio: middle(ratios.collect()),
            by_hand: middle(by_hand),
            generated: middle(generated),
            target: TARGET,
        }
    };
    [
        row("requests per second", &|requests, seconds, _| Some(requests / seconds)),
        row("requests per second of CPU", &|requests, _, cpu| cpu.map(|cpu| requests / cpu)),
    ]
}

/// Returns the median, or the lower one if the number of figures is even.
fn middle(figures: Vec<Option<f64>>) -> Option<f64> {
    let mut figures: Vec<f64> = figures.into_iter().flatten().collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len().saturating_sub(1) / 2).copied()
}

fn largest(lines: &[Line]) -> Option<u64> {
    let sizes = lines.iter().filter_map(|line| match line {
        Line::Future { name, bytes } if name.starts_with("generated") => Some(*bytes),
        _ => None,
    });
    sizes.max()
}

impl Row {
    fn is_reached(&self) -> bool {
        self.ratio.is_some_and(|ratio| (ratio * 100.0).round() >= (self.target * 100.0).round())
    }
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&["", "by hand", "generated", "generated / by hand", "target", "reached"]);
    let whole = |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), |figure| separated(figure as u64));
    for row in rows {
        let reached = if row.is_reached() { "yes" } else { "no" };
        table.add(vec![
            row.name.to_owned(),
            whole(row.by_hand),
            whole(row.generated),
            times(row.ratio),
            times(Some(row.target)),
            reached.to_owned(),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = r#"
{"name":"generated, before it is awaited","bytes":16}
{"name":"generated, in an async function","bytes":120}
{"name":"by hand","bytes":900}
{"name":"by hand","requests":500,"seconds":0.05,"cpu":0.02}
{"name":"generated","requests":500,"seconds":0.1,"cpu":0.02}
{"name":"by hand","requests":500,"seconds":0.06,"cpu":null}
{"name":"generated","requests":500,"seconds":0.04,"cpu":0.025}
{"name":"by hand","requests":500,"seconds":0.5,"cpu":0.2}
{"name":"generated","requests":500,"seconds":0.4,"cpu":0.1}
warning: something else
"#;

    #[test]
    fn turns_are_compared_in_pairs_and_the_median_with_the_target() {
        let lines = read(OUTPUT);
        let [mut clock, cpu] = rows(&lines);
        assert_eq!((clock.by_hand, clock.generated), (Some(500.0 / 0.06), Some(5_000.0)));
        assert_eq!((clock.ratio, clock.is_reached()), (Some(1.25), true));
        assert_eq!((cpu.by_hand, cpu.generated), (Some(2_500.0), Some(20_000.0)));
        assert_eq!((cpu.ratio, cpu.is_reached()), (Some(1.0), true));
        assert_eq!(largest(&lines), Some(120));
        clock.ratio = Some(0.94);
        assert!(!clock.is_reached());
    }

    #[test]
    fn target_is_not_reached_without_figures() {
        let [clock, cpu] = rows(&[]);
        assert!(!clock.is_reached() && !cpu.is_reached());
        let text = table(&[clock]).to_text();
        assert!(text.ends_with("|       – |         – |                   – | 0.95 × |      no |\n"), "{text}");
    }
}
