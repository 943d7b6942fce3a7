//! Limits on the cost of one document.
//!
//! A document from an untrusted source is read in bounded time and memory: content beyond these limits is rejected with
//! its location. Real documents stay far below; the largest known ones have 14 MB or 3,000 files.

/// The maximum nesting of objects and arrays.
pub(super) const DEPTH: usize = 256;

/// The maximum number of values in a file, including copies by aliases.
pub(super) const VALUES: usize = 10_000_000;

/// The maximum factor by which aliases may expand a file.
pub(super) const ALIAS_FACTOR: usize = 100;

/// The number of bytes that aliases may add to any file, however small it is.
pub(super) const FREE_ALIASES: usize = 1_000_000;

/// The maximum number of references that may be followed to resolve one of them.
pub(super) const REFERENCE_CHAIN: usize = 32;

/// The maximum number of files in a document.
pub(super) const FILES: usize = 20_000;

/// The maximum size of one file in bytes.
pub(super) const FILE_SIZE: usize = 256 << 20;

/// The maximum size of all files of a document in bytes.
pub(super) const TOTAL_SIZE: usize = 512 << 20;

/// The maximum length of a JSONPath of an overlay in bytes.
pub(super) const PATH_LENGTH: usize = 4096;

/// The maximum nesting of brackets and parentheses in a JSONPath.
pub(super) const PATH_NESTING: usize = 32;

/// The maximum number of nodes that a JSONPath may select.
pub(super) const PATH_RESULTS: usize = 500_000;

/// The maximum total length of the paths of all nodes that a JSONPath selects, in steps.
pub(super) const PATH_STEPS: usize = 5_000_000;

/// The maximum number of descents of a JSONPath and its filters that may be in progress at once.
pub(super) const PATH_DESCENT: usize = 1024;

/// The maximum number of steps for the evaluation of all JSONPaths of a document's overlays.
pub(super) const PATH_WORK: usize = 500_000_000;

/// The maximum length of a path template or the URL of a server in bytes: no server accepts a longer URL, and each
/// diagnostic about a parameter names its path.
pub const URL_LENGTH: usize = 8192;

/// Returns a number with separators, such as `1,000,000`.
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

/// Returns a number of bytes with its unit, such as `256 MiB` or `1,000,000 bytes`.
pub fn size(bytes: usize) -> String {
    const MEBIBYTE: usize = 1 << 20;
    if bytes >= MEBIBYTE && bytes.is_multiple_of(MEBIBYTE) {
        format!("{} MiB", grouped(bytes / MEBIBYTE))
    } else {
        format!("{} bytes", grouped(bytes))
    }
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

    #[test]
    fn sizes_have_a_unit() {
        for (bytes, text) in [(0, "0 bytes"), (1_000_000, "1,000,000 bytes"), (FILE_SIZE, "256 MiB")] {
            assert_eq!(size(bytes), text);
        }
    }
}
