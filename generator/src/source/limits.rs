//! What one document may cost.
//!
//! A document that somebody else wrote is read in bounded time and memory: whatever exceeds these numbers is refused
//! where it stands. Real documents stay far below; the largest that are known have 14 MB or 3,000 files.

/// How many objects and lists may stand inside each other.
pub(super) const DEPTH: usize = 256;

/// How many values a file may have, copies by aliases included.
pub(super) const VALUES: usize = 10_000_000;

/// How many times larger than itself a file may become by aliases.
pub(super) const ALIAS_FACTOR: usize = 100;

/// How many bytes aliases may always add to a file, however small it is.
pub(super) const FREE_ALIASES: usize = 1_000_000;

/// How many references may be followed to find what one of them means.
pub(super) const REFERENCE_CHAIN: usize = 32;

/// How many files a document may have.
pub(super) const FILES: usize = 20_000;

/// How large one file may be, in bytes.
pub(super) const FILE_SIZE: usize = 256 << 20;

/// How large all files of a document may be together, in bytes.
pub(super) const TOTAL_SIZE: usize = 512 << 20;

/// How many bytes a JSONPath of an overlay may have.
pub(super) const PATH_LENGTH: usize = 4096;

/// How many brackets and parentheses a JSONPath may nest.
pub(super) const PATH_NESTING: usize = 32;

/// How many nodes a JSONPath may select.
pub(super) const PATH_RESULTS: usize = 500_000;

/// How many steps the paths of all nodes that a JSONPath selects may have together.
pub(super) const PATH_STEPS: usize = 5_000_000;

/// How many descents of a JSONPath and its filters may be in progress at once.
pub(super) const PATH_DESCENT: usize = 1024;

/// How many steps evaluating all JSONPaths of a document's overlays may take.
pub(super) const PATH_WORK: usize = 500_000_000;

/// How many bytes a path template or the URL of a server may have: no server takes a longer URL, and each finding about a
/// parameter names the path that it is in.
pub const URL_LENGTH: usize = 8192;

/// A number as people read it, such as `1,000,000`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (number, text) in [(7, "7"), (999, "999"), (1_000, "1,000"), (268_435_456, "268,435,456")] {
            assert_eq!(grouped(number), text);
        }
    }
}
