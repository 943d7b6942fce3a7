//! The code spans of a message. Messages quote the names of a document as code spans (CommonMark section 6.1).
//!
//! ```text
//! value `red` added to `Color`    text "value ", span "`red`", text " added to ", span "`Color`"
//! ```

/// A part of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'m> {
    /// Words of the report.
    Words(&'m str),
    /// A code span with its backticks.
    Span(&'m str),
}

/// Splits a message into words and code spans.
pub(super) fn parts(message: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = message;
    while let Some(start) = rest.find('`') {
        let (words, quoted) = rest.split_at(start);
        let fence = quoted.len() - quoted.trim_start_matches('`').len();
        let Some(end) = closing(quoted, fence) else { break };
        let (span, after) = quoted.split_at(end);
        if !words.is_empty() {
            parts.push(Part::Words(words));
        }
        parts.push(Part::Span(span));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest));
    }
    parts
}

/// Returns the end of the code span at the start of a text, whose fence has this length.
fn closing(quoted: &str, fence: usize) -> Option<usize> {
    let mut at = fence;
    loop {
        let start = at + quoted.get(at..)?.find('`')?;
        let run = quoted.get(start..)?;
        let length = run.len() - run.trim_start_matches('`').len();
        at = start + length;
        if length == fence {
            return Some(at);
        }
    }
}

/// Returns the code spans of a message.
pub(super) fn spans(message: &str) -> Vec<&str> {
    let parts = parts(message).into_iter();
    parts.filter_map(|part| if let Part::Span(span) = part { Some(span) } else { None }).collect()
}

/// Returns a message with some of its code spans replaced; `replacement` returns `None` for all others.
pub(super) fn replaced<'r>(message: &str, replacement: impl Fn(usize, &str) -> Option<&'r str>) -> String {
    let mut number = 0;
    let text = parts(message).into_iter().map(|part| match part {
        Part::Words(words) => words.to_owned(),
        Part::Span(span) => {
            number += 1;
            replacement(number - 1, span).unwrap_or(span).to_owned()
        }
    });
    text.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_end_at_a_fence_of_the_same_length() {
        assert_eq!(spans("value `red` added to ``a ` b``"), ["`red`", "``a ` b``"]);
        assert_eq!(spans("no end ``a` b"), Vec::<&str>::new());
        assert_eq!(replaced("`a` of `b` of `a`", |_, span| (span == "`a`").then_some("x")), "x of `b` of x");
        assert_eq!(replaced("`a` and ``b` and `c`", |_, _| Some("x")), "x and ``b` and `c`");
    }
}
