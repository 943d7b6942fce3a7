//! Summarizes the costs of several runs.

use super::super::Cost;
use apiarist_measure::figures::{megabytes, seconds};

/// The lowest, the middle and the highest of several figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub least: f64,
    /// The median, or the lower of the two middle figures.
    pub median: f64,
    pub most: f64,
}

impl Spread {
    /// Returns `None` without figures.
    pub fn of(figures: impl Iterator<Item = f64>) -> Option<Self> {
        let mut figures: Vec<f64> = figures.collect();
        figures.sort_by(f64::total_cmp);
        let median = figures.len().checked_sub(1)? / 2;
        Some(Self { least: *figures.first()?, median: *figures.get(median)?, most: *figures.last()? })
    }

    /// Summarizes the CPU time of the runs in seconds.
    pub fn of_cpu(runs: &[Cost]) -> Option<Self> {
        Self::of(runs.iter().map(|cost| cost.cpu))
    }

    /// Formats seconds as `0.41 / 0.43 / 0.50 s`.
    pub fn seconds(self) -> String {
        format!("{:.2} / {:.2} / {}", self.least, self.median, seconds(self.most))
    }
}

/// Formats the lowest peak memory of the runs, or a dash.
pub fn memory(runs: &[Cost]) -> String {
    if runs.is_empty() { "–".to_owned() } else { megabytes(Cost::least(runs).memory) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_has_the_extremes_and_the_median() {
        let spread = Spread::of([3.0, 1.0, 2.5, 9.0].into_iter()).expect("there are figures");
        assert_eq!(spread, Spread { least: 1.0, median: 2.5, most: 9.0 });
        assert_eq!(spread.seconds(), "1.00 / 2.50 / 9.00 s");
        assert_eq!(Spread::of([].into_iter()), None);
    }
}
