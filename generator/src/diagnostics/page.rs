//! The page that says everything about a code.

/// What stands before the example of a mistake.
const EXAMPLE: &str = "\n\nFor example:\n\n";
/// What stands before the example as it should be.
const MENDED: &str = "\n\nMended:\n\n";

/// What there is to say about a [`Code`](super::Code), read from its page in `codes/`: a line on what is wrong, what that
/// means and how to mend it, an example, and the example mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// One line on what is wrong.
    pub title: &'static str,
    /// What it means and how to mend it, as Markdown.
    pub explanation: &'static str,
    /// An example that causes a finding of this kind.
    pub example: Vec<ExampleFile>,
    /// The same, but as it should be.
    pub mended: Vec<ExampleFile>,
}

/// A file of an example, or the part of it that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleFile {
    /// Its name, from the folder of the document: the second word after the opening fence, or else the name that a
    /// file of its language usually has. Nothing for text that is not a file.
    pub name: Option<&'static str>,
    /// Its text.
    pub text: &'static str,
}

impl Page {
    /// Reads a page; what it lacks is empty.
    pub(super) fn parse(text: &'static str) -> Self {
        let (text, mended) = text.split_once(MENDED).unwrap_or((text, ""));
        let (text, example) = text.split_once(EXAMPLE).unwrap_or((text, ""));
        let (title, explanation) = text.split_once("\n\n").unwrap_or((text, ""));
        Self { title, explanation: explanation.trim_end(), example: files(example), mended: files(mended) }
    }
}

/// The blocks between fences.
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
            "A title.\n\nOne.\n\nTwo.\n\nFor example:\n\n```yaml\na: 1\n```\n\n```yaml other.yaml\nb: 1\n```\n\nMended:\n\n\
             ```text\nc\n```\n",
        );
        let example = [
            ExampleFile { name: Some("openapi.yaml"), text: "a: 1\n" },
            ExampleFile { name: Some("other.yaml"), text: "b: 1\n" },
        ];
        assert_eq!((page.title, page.explanation), ("A title.", "One.\n\nTwo."));
        assert_eq!(page.example, example);
        assert_eq!(page.mended, [ExampleFile { name: None, text: "c\n" }]);
    }
}
