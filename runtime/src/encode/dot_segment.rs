//! Dot segments: path segments that URL parsers remove, in every spelling of `.` and `..`.
//!
//! ```text
//! /v1/files/%2E./admin    is parsed as    /v1/files/../admin    and resolves to    /v1/admin
//! ```
//!
//! A value that forms such a segment would reach another resource, so it is rejected wherever it is inserted into a
//! path.

use std::ops::Range;

/// A part of a path that was written from an argument.
pub(crate) struct Written {
    /// The byte range of the part.
    pub(crate) range: Range<usize>,
    /// Whether reserved and percent-encoded characters are preserved, so that the value may contain several segments.
    pub(crate) keeps_reserved: bool,
}

/// Returns `true` if a path may contain a dot segment. Nearly every path contains neither character.
pub(crate) fn is_possible(path: &str) -> bool {
    path.bytes().any(|byte| matches!(byte, b'.' | b'%'))
}

/// Finds the first dot segment that a value forms or is part of. Returns the index of that value and the segment.
pub(crate) fn find<'p>(path: &'p str, written: &[Written]) -> Option<(usize, &'p str)> {
    let touching = |segment: &Range<usize>, is_candidate: fn(&Written) -> bool| {
        written
            .iter()
            .position(|part| is_candidate(part) && part.range.start <= segment.end && segment.start <= part.range.end)
    };
    let find = |separators: &[&str], is_candidate| {
        dot_segments(path, separators)
            .into_iter()
            .find_map(|segment| Some((touching(&segment, is_candidate)?, path.get(segment)?)))
    };
    // A backslash separates segments like a slash (WHATWG URL Standard section 4.4). For many servers, encoded
    // separators do too. This matters only if the value can contain them without denoting the character itself.
    find(&["/", "\\"], |_| true).or_else(|| find(&["/", "\\", "%2f", "%2F", "%5c", "%5C"], |part| part.keeps_reserved))
}

/// Returns the ranges of the dot segments of a path.
fn dot_segments(path: &str, separators: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut keep = |segment: Range<usize>| {
        if path.get(segment.clone()).is_some_and(is_dot_segment) {
            found.push(segment);
        }
    };
    while at < path.len() {
        let rest = path.as_bytes().get(at..).unwrap_or_default();
        match separators.iter().find(|separator| rest.starts_with(separator.as_bytes())) {
            Some(separator) => {
                keep(start..at);
                at += separator.len();
                start = at;
            }
            None => at += 1,
        }
    }
    keep(start..path.len());
    found
}

/// Returns `true` if URL parsers treat a segment as `.` or `..`. Some servers first truncate a segment at `;`.
pub(crate) fn is_dot_segment(segment: &str) -> bool {
    let mut rest = segment.split(';').next().unwrap_or_default();
    let mut dots = 0;
    while let Some(after) = [".", "%2e", "%2E"].iter().find_map(|dot| rest.strip_prefix(dot)) {
        dots += 1;
        rest = after;
    }
    rest.is_empty() && matches!(dots, 1 | 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_dot_segment_is_recognized() {
        for dots in [".", "..", "%2e", "%2E", "%2e%2E", ".%2e", "%2E.", "..;a=b", "%2e%2e;", ".;"] {
            assert!(is_dot_segment(dots), "{dots}");
        }
        for other in ["", "...", "%2e%2e%2e", "a.", ".a", "%252e", "%2f", ";a=..", "..%20", "%2", "%"] {
            assert!(!is_dot_segment(other), "{other}");
        }
    }

    #[test]
    fn only_segments_that_contain_a_value_are_checked() {
        let find = |path: &'static str, range: Range<usize>, keeps_reserved| {
            find(path, &[Written { range, keeps_reserved }]).map(|(_, segment)| segment)
        };
        assert_eq!(find("/a/../x", 6..7, true), None);
        assert_eq!(find("/a/../x", 3..5, false), Some(".."));
        assert_eq!(find("/a/.%2e", 4..7, true), Some(".%2e"));
        assert_eq!(find("/a\\..", 3..5, false), Some(".."));
        assert_eq!(find("/..%2Fx", 1..7, false), None);
        assert_eq!(find("/..%2Fx", 1..7, true), Some(".."));
        assert_eq!(find("/a%5c%2e%2E%5Cb", 1..15, true), Some("%2e%2E"));
    }
}
