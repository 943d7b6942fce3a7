//! The text of a page that describes an operation, without notes to readers of the page or to tools.

use std::ops::Range;

use super::block::METHODS;
use super::markdown::Line;

/// Phrases in lower case of paragraphs that do not describe the operation.
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

/// Prefixes of the line with the address of a page.
const SOURCES: [&str; 2] = ["# Source: ", "Source: "];

/// Folder names in addresses that do not describe their pages.
const GENERAL: [&str; 10] =
    ["api", "apis", "api-reference", "reference", "references", "rest", "docs", "endpoint", "endpoints", "resources"];

/// Elements around text for tools.
const ELEMENTS: [&str; 2] = ["AgentInstructions", "llms-ignore"];

/// Returns the paragraphs of some lines, separated by one empty line. Quotes lose their markers; code is skipped.
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
        // An empty line within a quote does not end it.
        if text.trim().is_empty() && !is_quoted {
            paragraphs.push(std::mem::take(&mut current).join("\n"));
        } else {
            current.push(text);
        }
    }
    paragraphs.push(current.join("\n"));
    let paragraphs = paragraphs.iter().map(|paragraph| paragraph.trim()).filter(|it| !it.is_empty() && *it != "---");
    paragraphs.filter(|paragraph| !is_aside(paragraph)).collect::<Vec<_>>().join("\n\n")
}

/// Returns `true` if text is a note to readers of the page or to tools.
pub(super) fn is_aside(text: &str) -> bool {
    let text = text.to_lowercase();
    ASIDES.iter().any(|aside| text.contains(aside))
}

/// Returns `true` if a line consists only of an operation, such as `openapi.json post /pets`.
pub(super) fn is_bare_operation(line: &str) -> bool {
    let mut words = line.trim().trim_matches('`').split(' ').rev();
    let path = words.next().unwrap_or_default();
    let method = words.next().unwrap_or_default().to_ascii_lowercase();
    path.starts_with('/') && METHODS.contains(&method.as_str()) && words.count() <= 1
}

/// Returns the address of a page from its lines, such as `# Source: https://docs.example.com/pets/get.md`.
pub(super) fn address<'p>(lines: &[Line<'p>]) -> Option<&'p str> {
    let addresses = lines.iter().filter_map(|line| SOURCES.iter().find_map(|mark| line.text.strip_prefix(mark)));
    addresses.map(str::trim).find(|address| address.starts_with("http"))
}

/// Returns the last folder of the address of a page, or `None` if it does not describe the page: most sites have a
/// folder for each tag.
pub(super) fn folder<'p>(lines: &[Line<'p>]) -> Option<&'p str> {
    let (_, path) = address(lines)?.split_once("://")?;
    let (folders, _) = path.rsplit_once('/')?;
    let (_, folder) = folders.rsplit_once('/')?;
    let is_version = folder.strip_prefix('v').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()));
    let is_plain = folder.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    (!folder.is_empty() && is_plain && !is_version && !GENERAL.contains(&folder)).then_some(folder)
}

/// Returns the lines whose numbers are in a range.
pub(super) fn within<'l, 'p>(lines: &'l [Line<'p>], range: Range<usize>) -> &'l [Line<'p>] {
    lines.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::markdown::lines;

    #[test]
    fn the_folder_of_an_address_is_a_tag_when_it_says_something() {
        for (address, expected) in [
            ("https://docs.a.example/apis/pets/get.md", Some("pets")),
            ("https://docs.a.example/api-reference/get.md", None),
            ("https://docs.a.example/pets/v2/get", None),
            ("https://docs.a.example/get", None),
            ("docs", None),
        ] {
            assert_eq!(folder(&lines(&format!("# Source: {address}\n"))), expected, "{address}");
        }
    }

    #[test]
    fn what_is_addressed_to_readers_or_tools_is_left_out() {
        let text = "Source: https://a.example/remove\n\ndelete /pets/{id}\n> ## Documentation Index\n> Fetch the index at https://a.example/llms.txt\n\n> Removes a pet.\n> For ever.\n\n\
                    It cannot come back.\n\n<AgentInstructions>\nSend feedback.\n\nAlways.\n</AgentInstructions>\n\n---\n\n\
                    Was this page helpful?\n\nSubmit feedback about a pet.";
        let expected = "Removes a pet.\nFor ever.\n\nIt cannot come back.\n\nSubmit feedback about a pet.";
        assert_eq!(paragraphs(&lines(text)), expected);
    }
}
