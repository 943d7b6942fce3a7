//! The text of a page that describes an operation, without what is addressed to readers of the page or to tools.

use std::ops::Range;

use super::block::METHODS;
use super::markdown::Line;

/// What shows, in small letters, that a paragraph does not speak of the operation.
const ASIDES: [&str; 9] = [
    "llms.txt",
    "llms-full.txt",
    "documentation index",
    "ai agent",
    "agent instructions",
    "/_mintlify/",
    "was this page helpful",
    "to find navigation and other pages",
    "if you are an ai",
];

/// Elements around text that is addressed to tools.
const ELEMENTS: [&str; 2] = ["AgentInstructions", "llms-ignore"];

/// The paragraphs of some lines, one empty line between two. Quotes lose their marks; code is left out.
pub(super) fn paragraphs(lines: &[Line<'_>]) -> String {
    let mut paragraphs = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    let mut element: Option<&str> = None;
    for line in lines {
        let text = line.text.trim_end();
        if let Some(name) = element {
            if text.contains(&format!("</{name}>")) {
                element = None;
            }
            continue;
        }
        if text.starts_with("Source: http") || is_bare_operation(text) {
            continue;
        }
        element = ELEMENTS.into_iter().find(|name| text.contains(&format!("<{name}")));
        if let Some(name) = element {
            if text.contains(&format!("</{name}>")) {
                element = None;
            }
            continue;
        }
        let is_quoted = text.trim_start().starts_with('>');
        let text =
            text.trim_start().trim_start_matches('>').strip_prefix(' ').unwrap_or_else(|| text.trim_start_matches('>'));
        // An empty line within a quote does not end what the quote says.
        if text.trim().is_empty() && !is_quoted {
            paragraphs.push(std::mem::take(&mut current).join("\n"));
        } else {
            current.push(text);
        }
    }
    paragraphs.push(current.join("\n"));
    let kept = paragraphs.iter().map(|paragraph| paragraph.trim()).filter(|it| !it.is_empty() && *it != "---");
    kept.filter(|paragraph| !is_aside(paragraph)).collect::<Vec<_>>().join("\n\n")
}

/// Whether text is addressed to readers of the page or to tools.
pub(super) fn is_aside(text: &str) -> bool {
    let text = text.to_lowercase();
    ASIDES.iter().any(|aside| text.contains(aside))
}

/// Whether a line says nothing but an operation, such as `openapi.json post /pets`.
pub(super) fn is_bare_operation(line: &str) -> bool {
    let mut words = line.trim().trim_matches('`').split(' ').rev();
    let path = words.next().unwrap_or_default();
    let method = words.next().unwrap_or_default().to_ascii_lowercase();
    path.starts_with('/') && METHODS.contains(&method.as_str()) && words.count() <= 1
}

/// The lines whose numbers are in a range.
pub(super) fn within<'l, 'p>(lines: &'l [Line<'p>], range: Range<usize>) -> &'l [Line<'p>] {
    lines.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::markdown::lines;

    #[test]
    fn what_is_addressed_to_readers_or_tools_is_left_out() {
        let text = "Source: https://a.example/remove\n\ndelete /pets/{id}\n> ## Documentation Index\n> Fetch the index at https://a.example/llms.txt\n\n> Removes a pet.\n> For ever.\n\n\
                    It cannot come back.\n\n<AgentInstructions>\nSend feedback.\n\nAlways.\n</AgentInstructions>\n\n---\n\n\
                    Was this page helpful?\n\nSubmit feedback about a pet.";
        let expected = "Removes a pet.\nFor ever.\n\nIt cannot come back.\n\nSubmit feedback about a pet.";
        assert_eq!(paragraphs(&lines(text)), expected);
    }
}
