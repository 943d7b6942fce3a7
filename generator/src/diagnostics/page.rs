//! The page that explains a code.
//!
//! ```text
//! One line on the problem.
//!
//! The explanation, as Markdown.
//!
//! Example:  … a fenced block for each file …
//!
//! Fixed:  … the same files without the problem …
//! ```

/// The text before the example of the problem.
const EXAMPLE: &str = "\n\nExample:\n\n";
/// The text before the fixed example.
const FIXED: &str = "\n\nFixed:\n\n";

/// The explanation of a [`Code`](super::Code), read from its page in `codes/`: a line on the problem, its meaning and
/// fix, an example, and the fixed example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// One line on the problem.
    pub title: &'static str,
    /// The meaning and the fix, as Markdown.
    pub explanation: &'static str,
    /// An example that causes a diagnostic with this code.
    pub example: Vec<ExampleFile>,
    /// The fixed example.
    pub fixed: Vec<ExampleFile>,
}

/// A file of an example, or the relevant part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// The name relative to the folder of the document: the second word after the opening fence, or else the default
    /// name for a file in this language. `None` for text that is not a file.
    pub name: Option<&'static str>,
    /// The text.
    pub text: &'static str,
}

impl Page {
    /// Parses a page; missing parts are empty.
    pub(super) fn parse(text: &'static str) -> Self {
        let (text, fixed) = text.split_once(FIXED).unwrap_or((text, ""));
        let (text, example) = text.split_once(EXAMPLE).unwrap_or((text, ""));
        let (title, explanation) = text.split_once("\n\n").unwrap_or((text, ""));
        Self { title, explanation: explanation.trim_end(), example: files(example), fixed: files(fixed) }
    }
}

/// Returns the blocks between fences.
fn files(text: &'static str) -> Vec<ExampleFile> {
    let mut files = Vec::new();
    let mut rest = text;
    while let Some((info, after)) = rest.split_once("```").and_then(|(_, block)| block.split_once('\n')) {
        let Some((text, after)) = after.split_once("```") else { break };
        files.push(ExampleFile { name: name(info), text });
        rest = after;
    }
    files
}

fn name(info: &'static str) -> Option<&'static str> {
    let mut words = info.split_whitespace();
    let language = words.next();
    words.next().or(match language {
        Some("yaml") => Some("openapi.yaml"),
        Some("json") => Some("openapi.json"),
        Some("toml") => Some("apiarist.toml"),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_a_title_an_explanation_and_files() {
        let page = Page::parse(
            "A title.\n\nOne.\n\nTwo.\n\nExample:\n\n```yaml\na: 1\n```\n\n```yaml other.yaml\nb: 1\n```\n\nFixed:\n\n\
             ```text\nc\n```\n",
        );
        let example = [
            ExampleFile { name: Some("openapi.yaml"), text: "a: 1\n" },
            ExampleFile { name: Some("other.yaml"), text: "b: 1\n" },
        ];
        assert_eq!((page.title, page.explanation), ("A title.", "One.\n\nTwo."));
        assert_eq!(page.example, example);
        assert_eq!(page.fixed, [ExampleFile { name: None, text: "c\n" }]);
    }
}
