//! Analysis of doc comments as rustdoc reads them: the tests that it would compile, and the HTML that it would pass on.
//!
//! The text of a document must become neither. Both can occur in unexpected places:
//!
//! ```text
//! -     std::process::exit(1)          code indented inside of a list item: a test
//! <?\<script>alert(1)</script>?>       a processing instruction: HTML
//! ~~~\n\nnext paragraph                a fence that never ends: a test, joined from two harmless pieces
//! ```
//!
//! Therefore the finished comment is parsed as by rustdoc, with the same parser and the same options.

mod comments;
mod example;
mod language;
mod quick_start;

use std::cell::Cell;
use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

pub use comments::{DocComment, UnreadableSource, doc_comments};
use example::without_example;
use language::is_rust;
use quick_start::without_quick_start;
pub use quick_start::{QUICK_START, QUICK_START_END};

/// The maximum number of characters in the excerpt of a fault.
const EXCERPT: usize = 200;

/// The kind of fault in the text of a doc comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// A code block that `cargo test` would compile.
    Doctest,
    /// HTML that would become part of a page.
    Html,
    /// Text that a rustdoc lint would report: a bare URL, or a link that could name an item.
    Warning,
}

/// One fault in the text of a doc comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The kind of fault.
    pub kind: FaultKind,
    /// The range of bytes in the comment.
    pub range: Range<usize>,
    /// The beginning of the text in that range.
    pub excerpt: String,
}

/// The analysis of a doc comment, or of all comments in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The faults, in order of detection.
    pub faults: Vec<Fault>,
    /// The number of comments in a file that end with an [example](crate::emit) of a method, which is an intentional
    /// test.
    pub examples: usize,
}

impl Reading {
    /// Analyzes the finished text of a doc comment.
    pub fn of(text: &str) -> Self {
        let mut reading = Self::default();
        reading.read(text);
        reading
    }

    /// Analyzes all doc comments in the text of a Rust file, except for the quick starts of its pages, and counts the
    /// examples of methods.
    ///
    /// # Errors
    /// Returns an error if the text cannot be split into Rust tokens.
    pub fn of_source(source: &str) -> Result<Self, UnreadableSource> {
        let mut reading = Self::default();
        for comment in doc_comments(source)? {
            let text = without_quick_start(&comment.text);
            let before_example = without_example(&text);
            reading.examples += usize::from(before_example.is_some());
            reading.read(before_example.unwrap_or(&text));
        }
        Ok(reading)
    }

    /// Returns the number of faults of a kind.
    pub fn count(&self, kind: FaultKind) -> usize {
        self.faults.iter().filter(|fault| fault.kind == kind).count()
    }

    /// Returns `true` if the text has no faults: no test, no HTML, and nothing that a lint reports.
    pub fn is_plain(&self) -> bool {
        self.faults.is_empty()
    }

    fn read(&mut self, text: &str) {
        if has_only_words(text) {
            return;
        }
        let mut outside = Outside::default();
        let has_unknown_link = Cell::new(false);
        let mut keep = |link: BrokenLink<'_>| {
            has_unknown_link.set(true);
            Some((link.reference.to_string().into(), CowStr::Borrowed("")))
        };
        let mut events = Vec::new();
        for (event, range) in Parser::new_with_broken_link_callback(text, options(), Some(&mut keep)).into_offset_iter()
        {
            if is_linted(&event, outside.next(&event)) {
                self.add(FaultKind::Warning, text, range.clone());
            }
            events.extend(fault_in(&event).map(|kind| (kind, range)));
        }
        // Without such links, another pass over the text would return the same events.
        if has_unknown_link.get() {
            self.read_tests_and_html(text, options());
        } else {
            events.into_iter().for_each(|(kind, range)| self.add(kind, text, range));
        }
        // Some versions detect tests by the rules of CommonMark alone, others with rustdoc's extensions.
        if has_extensions(text) {
            self.read_tests_and_html(text, Options::empty());
        }
    }

    fn read_tests_and_html(&mut self, text: &str, options: Options) {
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            if let Some(kind) = fault_in(&event) {
                self.add(kind, text, range);
            }
        }
    }

    fn add(&mut self, kind: FaultKind, text: &str, range: Range<usize>) {
        let excerpt = text.get(range.clone()).unwrap_or_default().chars().take(EXCERPT).collect();
        self.faults.push(Fault { kind, range, excerpt });
    }
}

/// Returns the fault of an event that begins a test or that is HTML.
fn fault_in(event: &Event<'_>) -> Option<FaultKind> {
    match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => Some(FaultKind::Doctest),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if is_rust(info) => Some(FaultKind::Doctest),
        Event::Html(_) | Event::InlineHtml(_) => Some(FaultKind::Html),
        _ => None,
    }
}

/// Returns `true` for a text that may contain a table, a footnote, a task or strikethrough, which CommonMark does not
/// define.
fn has_extensions(text: &str) -> bool {
    text.contains(['|', '~'])
        || text.match_indices('[').any(|(at, _)| {
            let inside = text.as_bytes().get(at + 1..).unwrap_or_default();
            matches!(inside, [b'^', ..] | [_, b']', ..])
        })
}

/// Returns `true` for an event that a rustdoc lint would report.
fn is_linted(event: &Event<'_>, is_outside: bool) -> bool {
    match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => !is_address(dest_url),
        Event::Text(words) => is_outside && has_address(words),
        _ => false,
    }
}

/// The state that determines whether an event is outside links and code, because rustdoc checks only that text for bare
/// URLs.
#[derive(Default)]
struct Outside {
    depth: usize,
}

impl Outside {
    fn next(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => self.depth += 1,
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.depth == 0
    }
}

/// Returns the Markdown options of rustdoc.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

/// Returns `true` for the text of most comments: lines that begin with a word or a code span, without any sign that
/// begins HTML or a link. Without indentation, only a line that begins with a fence would begin a code block.
fn has_only_words(text: &str) -> bool {
    let begins_with_word = |line: &str| match line.strip_prefix('`') {
        Some(rest) => !rest.starts_with("``"),
        None => line.is_empty() || line.starts_with(char::is_alphabetic),
    };
    !text.bytes().any(|byte| matches!(byte, b'<' | b'~' | b'[' | b'&' | b'\r'))
        && memmem::find(text.as_bytes(), b"://").is_none()
        && text.split('\n').all(begins_with_word)
}

/// Returns `true` if the target of a link is a URL: neither a Rust item nor a scheme that runs code.
pub fn is_address(target: &str) -> bool {
    if target.contains(char::is_control) {
        return false;
    }
    let scheme = target.split(['/', '?', '#']).next().unwrap_or_default().split_once(':').map(|(scheme, _)| scheme);
    match scheme {
        Some(scheme) => ["http", "https", "mailto", "ftp"].iter().any(|known| scheme.eq_ignore_ascii_case(known)),
        None => target.contains('/') || target.contains('@'),
    }
}

fn has_address(text: &str) -> bool {
    // The setup of a search costs more than most texts.
    if !text.contains(':') {
        return false;
    }
    ["https://", "http://"].iter().any(|scheme| {
        text.match_indices(scheme).any(|(at, _)| {
            text.get(at + scheme.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_that_rustdoc_would_compile_is_found() {
        for text in [
            "    let x;",
            "-     let x;",
            ">     let x;",
            "1.     let x;",
            "a\n\n        b",
            "```\nlet x;",
            "a\n```\nlet x;",
            "`a`\n\n````\nlet x;",
            "- a\n  ~~~\n  let x;",
            "> ```should_panic\n> x",
            "~~~\nrust\n~~~\nx",
            "```{.rust}\nx\n```",
            "```?\nx\n```",
            "[^1]:\n\n        let x;",
            "| a |\n|---|\n\n    let x;",
        ] {
            assert!(Reading::of(text).count(FaultKind::Doctest) > 0, "{text:?}");
        }
    }

    #[test]
    fn html_in_every_spelling_is_found() {
        for text in ["a <b>c</b>", "<?\\<script>?>", "<!-- a", "<!DOCTYPE x>", "<![CDATA[x]]>", "<script>", "x </p> y"]
        {
            assert!(Reading::of(text).count(FaultKind::Html) > 0, "{text:?}");
        }
    }

    #[test]
    fn links_that_are_no_addresses_are_found() {
        for text in [
            "[Vec]",
            "[a](Vec)",
            "[a]: std::vec\n\n[a]",
            "[a](javascript:alert(1)//)",
            "<javascript:alert(1)>",
            "[a](java&#9;script:x/)",
            "![a](data:text/html,x/y)",
            "see https://a.example/b now",
        ] {
            assert!(Reading::of(text).count(FaultKind::Warning) > 0, "{text:?}");
        }
    }

    #[test]
    fn text_is_text() {
        for text in [
            "Words.",
            "Response of `Pets::create`.\n`` ` `` and a stray ` sign\n`json` ends it",
            "- a\n  - b\n\n    more of b",
            "```json\n{}\n```",
            "> ```text\n> x\n> ```",
            "a \\<b> `<c>` <https://a.example/b> [d](https://d.example) [e](../e) <f@g.example>",
            "| a | b |\n|---|---|\n| c | d |",
        ] {
            assert_eq!(Reading::of(text), Reading::default(), "{text:?}");
        }
    }
}
