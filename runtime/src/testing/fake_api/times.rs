//! The number of requests that an expectation answers.

use std::{
    fmt,
    ops::{Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive},
};

/// The number of requests that an [`Expectation`](super::Expectation) answers: a number or a range.
///
/// ```
/// # use apiarist_runtime::testing::Times;
/// let rows: [(Times, &str); 4] =
///     [(2.into(), "2"), ((1..=3).into(), "1 to 3"), ((1..).into(), "at least 1"), ((..2).into(), "at most 1")];
/// for (times, shown) in rows {
///     assert_eq!(times.to_string(), shown);
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// The minimum.
    pub(super) least: usize,
    /// The maximum.
    pub(super) most: usize,
}

impl From<usize> for Times {
    fn from(times: usize) -> Self {
        Times { least: times, most: times }
    }
}

impl From<Range<usize>> for Times {
    fn from(range: Range<usize>) -> Self {
        Times { least: range.start, most: range.end.saturating_sub(1) }
    }
}

impl From<RangeInclusive<usize>> for Times {
    fn from(range: RangeInclusive<usize>) -> Self {
        Times { least: *range.start(), most: *range.end() }
    }
}

impl From<RangeFrom<usize>> for Times {
    fn from(range: RangeFrom<usize>) -> Self {
        Times { least: range.start, most: usize::MAX }
    }
}

impl From<RangeTo<usize>> for Times {
    fn from(range: RangeTo<usize>) -> Self {
        Times { least: 0, most: range.end.saturating_sub(1) }
    }
}

impl From<RangeToInclusive<usize>> for Times {
    fn from(range: RangeToInclusive<usize>) -> Self {
        Times { least: 0, most: range.end }
    }
}

impl fmt::Display for Times {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Times { least, most } if least == most => write!(formatter, "{least}"),
            Times { least: 0, most } => write!(formatter, "at most {most}"),
            Times { least, most: usize::MAX } => write!(formatter, "at least {least}"),
            Times { least, most } => write!(formatter, "{least} to {most}"),
        }
    }
}
