//! Markdown of documents made safe for doc comments.
//!
//! rustdoc reads more into Markdown than its authors meant: brackets are links to items, indented lines are
//! tests, tags are HTML. Only what would be misread is rewritten, so that text and links stay as they were.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::html::without_html;

/// A change to a text: this range becomes this.
type Edit = (Range<usize>, String);

/// Text that rustdoc and clippy read as it was meant, without blank lines around it.
pub(crate) fn safe_markdown(text: &str) -> String {
    let text = normalized(text);
    if is_plain(&text) {
        return text;
    }
    let text = if text.contains('<') { without_line_ends(&without_html(&text)) } else { text };
    let mut edits = Walk::new(&text).edits();
    edits.sort_by_key(|a| (a.0.start, a.0.end));
    let mut out = String::with_capacity(text.len() + 32);
    let mut at = 0;
    for (range, replacement) in edits {
        if range.start < at {
            continue;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(&replacement);
        at = range.end;
    }
    out.push_str(&text[at..]);
    without_line_ends(&out)
}

/// Line ends, tabs, and characters that a comment must not hold; common indentation is dropped.
fn normalized(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => clean.push('\n'),
            '\t' => clean.push_str("    "),
            // Characters that turn the direction of text are an error of rustc's in comments.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            '\n' => clean.push('\n'),
            other if other.is_control() => {}
            other => clean.push(other),
        }
    }
    let indentation = clean.lines().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    if indentation > 0 {
        let lines: Vec<&str> = clean.lines().map(|line| line.get(indentation..).unwrap_or("")).collect();
        clean = lines.join("\n");
    }
    // A description whose first line alone is flush left is prose of YAML, not code.
    without_line_ends(clean.trim_matches('\n'))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Without spaces at the ends of lines, and with one blank line at most between paragraphs.
fn without_line_ends(text: &str) -> String {
    if !text.contains(" \n") && !text.contains("\n\n\n") && !text.ends_with([' ', '\n']) && !text.starts_with('\n') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        out.push_str(line);
    }
    out
}

/// Whether a text is one line of words in which nothing can be misread.
fn is_plain(text: &str) -> bool {
    !text.contains(['\n', '<', '[', '`', '~', '|']) && !text.contains("://") && indentation(text) == 0
}

/// The Markdown that rustdoc reads.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// A container of lines: a list item of this width, or a quotation.
enum Container {
    Item(usize),
    Quotation,
}

/// A walk over the events of a text that collects changes.
struct Walk<'t> {
    text: &'t str,
    edits: Vec<Edit>,
    containers: Vec<Container>,
    /// Text that belongs together, as the parser hands it out in pieces.
    run: Option<Range<usize>>,
    in_link: usize,
    in_code: bool,
    /// The start of a list item whose content has not begun.
    item: Option<usize>,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, edits: Vec::new(), containers: Vec::new(), run: None, in_link: 0, in_code: false, item: None }
    }

    fn edits(mut self) -> Vec<Edit> {
        for (event, range) in Parser::new_ext(self.text, options()).into_offset_iter() {
            self.event(event, range);
        }
        self.finish_run();
        self.edits
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if !matches!(event, Event::Text(_)) {
            self.finish_run();
        }
        if let (Some(start), false) = (self.item, matches!(event, Event::Start(Tag::Item))) {
            self.item = None;
            self.containers.push(Container::Item(range.start.saturating_sub(start)));
        }
        match event {
            Event::Start(Tag::Item) => {
                if let Some(start) = self.item.replace(range.start) {
                    self.containers.push(Container::Item(range.start.saturating_sub(start)));
                }
            }
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => {
                self.containers.pop();
            }
            Event::Start(Tag::BlockQuote(_)) => self.containers.push(Container::Quotation),
            Event::Start(Tag::CodeBlock(kind)) => {
                self.in_code = true;
                self.code_block(&kind, range);
            }
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) => {
                self.in_link += 1;
                self.link(link_type, &dest_url, range);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.in_link = self.in_link.saturating_sub(1),
            Event::Html(_) | Event::InlineHtml(_) => self.html(range),
            Event::FootnoteReference(_) => self.edits.push((range.start..range.start, "\\".to_owned())),
            Event::Text(_) if !self.in_code => match &mut self.run {
                Some(run) if run.end == range.start => run.end = range.end,
                _ => {
                    self.finish_run();
                    self.run = Some(range);
                }
            },
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            _ => {}
        }
    }

    /// Escapes brackets that are no links, and makes links of bare addresses.
    fn finish_run(&mut self) {
        let Some(run) = self.run.take() else { return };
        let text = &self.text[run.clone()];
        for (at, _) in text.match_indices('[') {
            let place = run.start + at;
            if !self.text[..place].ends_with('\\') {
                self.edits.push((place..place, "\\".to_owned()));
            }
        }
        if self.in_link == 0 {
            self.addresses(&run);
        }
    }

    /// Makes links of bare addresses.
    fn addresses(&mut self, run: &Range<usize>) {
        let text = &self.text[run.clone()];
        let mut from = 0;
        while let Some(at) = next_address(&text[from..]) {
            let start = from + at;
            let end = start + address_length(&text[start..]);
            self.edits.push((run.start + start..run.start + end, format!("<{}>", &text[start..end])));
            from = end;
        }
    }

    /// A block of code: one of no known language would be compiled as a test.
    fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        match kind {
            CodeBlockKind::Fenced(info) => {
                let block = &self.text[range.clone()];
                let line_end = block.find('\n').unwrap_or(block.len());
                let fence = block[..line_end].chars().take_while(|c| matches!(c, '`' | '~')).count();
                let known = safe_language(info);
                let start = range.start + fence;
                self.edits.push((start..range.start + line_end, known.to_owned()));
                let sign = block.get(..fence).unwrap_or("```");
                let closed = block
                    .trim_end()
                    .lines()
                    .skip(1)
                    .last()
                    .is_some_and(|line| line.trim_start_matches([' ', '>']).starts_with(sign));
                if !closed {
                    self.edits.push((range.end..range.end, format!("\n{sign}")));
                }
            }
            CodeBlockKind::Indented => self.indented_code(range),
        }
    }

    /// Fences a block of indented lines.
    fn indented_code(&mut self, range: Range<usize>) {
        let start = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = range.end;
        let mut at = start;
        let mut outer = None;
        let block = self.text[start..end].trim_end_matches(['\n', ' ']);
        let block_end = start + block.len();
        for line in block.split('\n') {
            let spaces = indentation(line);
            if !line.trim().is_empty() {
                let outer = *outer.get_or_insert(spaces.saturating_sub(4));
                let dropped = spaces.min(outer + 4).saturating_sub(outer);
                let fence = if at == start {
                    format!("{}```text\n{}", " ".repeat(outer), " ".repeat(spaces.min(outer)))
                } else {
                    " ".repeat(spaces.min(outer))
                };
                let kept = spaces.min(outer);
                self.edits.push((at..at + kept + dropped, fence));
            }
            at += line.len() + 1;
        }
        self.edits.push((block_end..block_end, format!("\n{}```", " ".repeat(outer.unwrap_or(0)))));
    }

    /// A link that leads nowhere but could name an item of Rust is not a link.
    fn link(&mut self, link_type: LinkType, target: &str, range: Range<usize>) {
        if matches!(link_type, LinkType::Autolink | LinkType::Email) {
            return;
        }
        let is_address = target.contains("://") || target.starts_with("mailto:") || target.contains('/');
        if !is_address {
            self.edits.push((range.start..range.start, "\\".to_owned()));
        }
    }

    /// Tags are shown, not obeyed.
    fn html(&mut self, range: Range<usize>) {
        let html = &self.text[range.clone()];
        for (at, _) in html.match_indices('<') {
            let place = range.start + at;
            self.edits.push((place..place, "\\".to_owned()));
        }
        self.addresses(&range);
    }

    /// Gives the next line the indentation that its list item asks for.
    fn line_break(&mut self, range: Range<usize>) {
        if self.containers.is_empty() {
            return;
        }
        let line = range.start + self.text[range.start..].find('\n').map_or(0, |at| at + 1);
        let rest = &self.text[line..];
        let mut prefix = String::new();
        for container in &self.containers {
            match container {
                Container::Item(width) => prefix.push_str(&" ".repeat(*width)),
                Container::Quotation => prefix.push_str("> "),
            }
        }
        let skipped = rest.len() - rest.trim_start_matches([' ', '>']).len();
        self.edits.push((line..line + skipped, prefix));
    }
}

/// The language of a block of code, if rustdoc takes it for no Rust.
fn safe_language(info: &str) -> &str {
    let word = info.split([' ', ',', '{', '\t']).next().unwrap_or_default();
    let lower = word.to_ascii_lowercase();
    let is_word =
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '#' | '_'));
    let is_rust =
        ["rust", "ignore", "should_panic", "no_run", "compile_fail", "edition", "test_harness", "standalone", "custom"]
            .iter()
            .any(|prefix| lower.starts_with(prefix) || lower.replace('-', "_").starts_with(prefix));
    let is_error_code = lower.len() == 5 && lower.starts_with('e') && lower[1..].chars().all(|c| c.is_ascii_digit());
    if is_word && !is_rust && !is_error_code { word } else { "text" }
}

/// Where the next bare address starts.
fn next_address(text: &str) -> Option<usize> {
    let found = ["https://", "http://"].iter().filter_map(|scheme| {
        text.match_indices(scheme)
            .map(|(at, _)| at)
            .find(|&at| text[at + scheme.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '{'))
    });
    found.min()
}

/// How far an address goes: to the next space, less the punctuation of the sentence around it.
fn address_length(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '[' | ']' | '\\' | '|' | ')'))
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '(', '*', '_']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustdoc_would_misread_is_rewritten() {
        for (text, expected) in [
            ("Plain words.", "Plain words."),
            ("See [docs](https://a.example/b).", "See [docs](https://a.example/b)."),
            ("See https://a.example/b_c.", "See <https://a.example/b_c>."),
            ("See <https://a.example>.", "See <https://a.example>."),
            ("[https://a.example](https://a.example)", "[https://a.example](https://a.example)"),
            ("An [item] and `[code]`.", "An \\[item] and `[code]`."),
            ("A [Type](Type) link.", "A \\[Type](Type) link."),
            ("Escaped \\[already].", "Escaped \\[already]."),
            ("A <name> here.", "A \\<name> here."),
            ("```\nlet x;\n```", "```text\nlet x;\n```"),
            ("```rust\nlet x;\n```", "```text\nlet x;\n```"),
            ("```json\n{}\n```", "```json\n{}\n```"),
            ("```json\n{}", "```json\n{}\n```"),
            ("Words:\n\n    code here\n    more", "Words:\n\n```text\ncode here\nmore\n```"),
            ("- one\ntwo\n- three", "- one\n  two\n- three"),
            ("1. one\n       two", "1. one\n   two"),
            ("> quoted\nlazy", "> quoted\n> lazy"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("a\u{202e}b", "ab"),
            ("*/ fn main() {}", "*/ fn main() {}"),
            ("  indented\n  all", "indented\nall"),
            ("One.<br>Two.", "One.\nTwo."),
            ("[^1] is a note", "\\[^1] is a note"),
        ] {
            assert_eq!(safe_markdown(text), expected, "{text:?}");
        }
    }
}
