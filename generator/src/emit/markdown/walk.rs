//! A walk over the parser events of a text that collects the necessary edits.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::address::{address_length, link, next_address};
use super::language::safe_language;
use super::link::OpenLink;
use super::literal::literal;
use crate::code_span::fence;
use crate::rustdoc::options;

/// The maximum nesting of lists and quotations. Each line repeats the prefixes of all of them.
pub(super) const DEEPEST: usize = 16;

/// An edit of a text: the range and its replacement.
type Edit = (Range<usize>, String);

/// Returns the text without anything that rustdoc would misinterpret, to the extent that a single walk finds it.
pub(super) fn rewritten(text: &str, base: Option<&str>) -> String {
    edited(text, base).unwrap_or_else(|| literal(text))
}

/// Returns the text with the edits of a single walk, or `None` if it is nested too deeply to edit single lines.
pub(super) fn edited(text: &str, base: Option<&str>) -> Option<String> {
    let mut edits = Walk::new(text, base).edits()?;
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
    Some(out)
}

/// A container of lines: a list item of this width, or a quotation.
enum Container {
    Item(usize),
    Quotation,
}

/// A code block whose content is being read.
struct Code {
    /// The text after the opening fence; `None` if the block is indented.
    info: Option<String>,
    content: String,
    /// The end of the content that was read last.
    end: usize,
}

struct Walk<'t> {
    text: &'t str,
    edits: Vec<Edit>,
    containers: Vec<Container>,
    is_too_deep: bool,
    /// Contiguous text, which the parser returns in pieces.
    run: Option<Range<usize>>,
    /// The absolute URL that relative links are resolved against.
    base: Option<&'t str>,
    links: Vec<OpenLink>,
    code: Option<Code>,
    /// The end of the last URL, which may extend beyond the run that it begins in.
    address_end: usize,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str, base: Option<&'t str>) -> Self {
        Self {
            text,
            edits: Vec::new(),
            containers: Vec::new(),
            is_too_deep: false,
            run: None,
            base,
            links: Vec::new(),
            code: None,
            address_end: 0,
        }
    }

    /// Returns the edits, or `None` if the text is nested too deeply to edit single lines.
    fn edits(mut self) -> Option<Vec<Edit>> {
        let parser = Parser::new_ext(self.text, options());
        // Links are written with their targets, so that no definition changes a link of another text in the comment.
        let definitions = parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone());
        self.edits.extend(definitions.map(|span| (span, String::new())));
        for (event, range) in parser.into_offset_iter() {
            self.event(event, range);
            if self.is_too_deep {
                return None;
            }
        }
        self.finish_run();
        Some(self.edits)
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if !matches!(event, Event::Text(_)) {
            self.finish_run();
        }
        let is_end = matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
        let inside = self.links.len() - usize::from(is_end && !self.links.is_empty());
        self.links.iter_mut().take(inside).for_each(|link| link.extend(&range));
        match event {
            Event::Start(Tag::Item) => self.open(Container::Item(item_width(&self.text[range.start..]))),
            Event::Start(Tag::BlockQuote(_)) => self.open(Container::Quotation),
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => {
                self.containers.pop();
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => Some(info.into_string()),
                    CodeBlockKind::Indented => None,
                };
                self.code = Some(Code { info, content: String::new(), end: range.start });
            }
            Event::End(TagEnd::CodeBlock) => self.code_block(range),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.open_link(OpenLink::new(link_type, &dest_url, range.start, self.base), range.start)
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let link = OpenLink::image(&dest_url, range.start, self.base, !self.links.is_empty());
                self.open_link(link, range.start);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.close_link(range.end),
            Event::Html(_) | Event::InlineHtml(_) => self.html(range),
            Event::FootnoteReference(_) | Event::Start(Tag::FootnoteDefinition(_)) => self.escape(range.start),
            Event::Text(text) => self.add_text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            _ => {}
        }
    }

    fn open_link(&mut self, link: OpenLink, start: usize) {
        if link.is_escaped() {
            self.escape(start);
        }
        self.links.push(link);
    }

    fn close_link(&mut self, end: usize) {
        // The parser's range of `[label][]` ends before the empty brackets.
        let end = if self.text[end..].starts_with("[]") { end + "[]".len() } else { end };
        self.edits.extend(self.links.pop().into_iter().flat_map(|link| link.edits(end)));
    }

    fn open(&mut self, container: Container) {
        self.containers.push(container);
        self.is_too_deep |= self.containers.len() > DEEPEST;
    }

    fn add_text(&mut self, text: &str, range: Range<usize>) {
        if let Some(code) = &mut self.code {
            code.content.push_str(text);
            code.end = range.end;
            return;
        }
        match &mut self.run {
            Some(run) if run.end == range.start => run.end = range.end,
            _ => {
                self.finish_run();
                self.run = Some(range);
            }
        }
    }

    /// Escapes a character, unless it is already escaped.
    fn escape(&mut self, place: usize) {
        let before = &self.text[..place];
        let backslashes = before.len() - before.trim_end_matches('\\').len();
        if backslashes.is_multiple_of(2) {
            self.edits.push((place..place, "\\".to_owned()));
        }
    }

    /// Escapes brackets that are not links, and converts bare URLs to links.
    fn finish_run(&mut self) {
        let Some(run) = self.run.take() else { return };
        for (at, _) in self.text[run.clone()].match_indices('[') {
            self.escape(run.start + at);
        }
        if self.links.iter().all(OpenLink::is_text) {
            self.addresses(&run);
        }
    }

    /// Converts the bare URLs that begin in a range to links.
    fn addresses(&mut self, run: &Range<usize>) {
        let mut from = run.start.max(self.address_end);
        while from < run.end {
            let Some(at) = next_address(&self.text[from..run.end]) else { return };
            let start = from + at;
            // Apparent emphasis in the middle of a URL is part of it.
            let end = start + address_length(&self.text[start..]);
            self.edits.push((start..end, link(&self.text[start..end])));
            self.address_end = end;
            from = end;
        }
    }

    /// Adds the language of a code block, or rewrites the block if it has no fence or no end.
    fn code_block(&mut self, range: Range<usize>) {
        let Some(code) = self.code.take() else { return };
        let block = &self.text[range.clone()];
        match &code.info {
            Some(info) if is_closed(block, code.end.saturating_sub(range.start)) => {
                let line_end = block.find('\n').unwrap_or(block.len());
                let start = block[..line_end].chars().take_while(|c| matches!(c, '`' | '~')).count();
                self.edits.push((range.start + start..range.start + line_end, safe_language(info).to_owned()));
            }
            info => {
                let language = safe_language(info.as_deref().unwrap_or_default());
                self.write_code(&code.content, language, range);
            }
        }
    }

    /// Writes a fenced code block within its containers.
    fn write_code(&mut self, content: &str, language: &str, range: Range<usize>) {
        let before = self.text[..range.start].trim_end_matches(' ');
        let is_line_start = before.is_empty() || before.ends_with('\n');
        let content = content.trim_matches('\n');
        let (fence, prefix) = (fence(content, 3), self.prefix());
        let mut out = if is_line_start { prefix.clone() } else { self.prefix_after(before) };
        out.push_str(&format!("{fence}{language}"));
        for line in content.lines().chain([fence.as_str()]) {
            out.push('\n');
            out.push_str(&prefix);
            out.push_str(line);
        }
        out.push('\n');
        self.edits.push((before.len()..range.end, out));
    }

    /// Returns the rest of the prefix for a line that begins with `before`, up to its last marker.
    fn prefix_after(&self, before: &str) -> String {
        if !before.ends_with('>') {
            return " ".to_owned();
        }
        let items = self.containers.iter().rev().map_while(|container| match container {
            Container::Item(width) => Some(*width),
            Container::Quotation => None,
        });
        " ".repeat(1 + items.sum::<usize>())
    }

    fn prefix(&self) -> String {
        let mut prefix = String::new();
        for container in &self.containers {
            match container {
                Container::Item(width) => prefix.push_str(&" ".repeat(*width)),
                Container::Quotation => prefix.push_str("> "),
            }
        }
        prefix
    }

    /// Escapes tags, so that they are shown literally.
    fn html(&mut self, range: Range<usize>) {
        for (at, _) in self.text[range.clone()].match_indices('<') {
            self.escape(range.start + at);
        }
        self.addresses(&range);
    }

    /// Indents the next line as its containers require.
    ///
    /// Further spaces are removed: clippy reports them. Without them a marker opens a list, as the author of the text
    /// intended, and any other beginning of a block is escaped.
    fn line_break(&mut self, range: Range<usize>) {
        if self.containers.is_empty() {
            return;
        }
        let line = range.start + self.text[range.start..].find('\n').map_or(0, |at| at + 1);
        let rest = &self.text[line..];
        let mut quotations = self.containers.iter().filter(|it| matches!(it, Container::Quotation)).count();
        let content = rest.trim_start_matches(|character| {
            let is_quotation = character == '>' && quotations > 0;
            quotations -= usize::from(is_quotation);
            character == ' ' || is_quotation
        });
        let mut prefix = self.prefix();
        if would_begin_block(content.lines().next().unwrap_or_default()) {
            prefix.push('\\');
        }
        self.edits.push((line..line + rest.len() - content.len(), prefix));
    }
}

/// Returns `true` if a line of a paragraph would be a heading, an underline, a rule or a quotation if no spaces preceded it.
fn would_begin_block(line: &str) -> bool {
    let after_signs = line.trim_start_matches('#');
    let is_heading = after_signs.len() < line.len() && (after_signs.is_empty() || after_signs.starts_with(' '));
    let is_rule = |sign: char| line.starts_with(sign) && line.chars().all(|other| other == sign || other == ' ');
    is_heading || line.starts_with('>') || ['=', '-', '*', '_'].into_iter().any(is_rule)
}

/// Returns the distance of a list item's content from the start of its marker (CommonMark section 5.2).
fn item_width(item: &str) -> usize {
    let indentation = item.len() - item.trim_start_matches(' ').len();
    let item = &item[indentation..];
    let marker = item.bytes().take_while(u8::is_ascii_digit).count() + 1;
    let spaces = item.get(marker..).map_or(0, |rest| rest.bytes().take_while(|byte| *byte == b' ').count());
    let is_blank = item.get(marker + spaces..).is_none_or(|rest| rest.is_empty() || rest.starts_with('\n'));
    // More than four spaces are indented code.
    indentation + marker + if is_blank || spaces > 4 { 1 } else { spaces }
}

/// Returns `true` if the last line of a fenced block is its closing fence; its content ends at `content_end`.
fn is_closed(block: &str, content_end: usize) -> bool {
    let sign = if block.starts_with('~') { '~' } else { '`' };
    let length = block.chars().take_while(|c| *c == sign).count();
    let Some(line_start) = block.rfind('\n').map(|at| at + 1) else { return false };
    let last = block[line_start..].trim_start_matches([' ', '>']).trim_end();
    content_end <= line_start && last.len() >= length && last.chars().all(|c| c == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_in_containers_gets_a_fence_and_an_end() {
        for (text, expected) in [
            ("-     code\n      more\n- b", "- ```text\n  code\n  more\n  ```\n- b"),
            (">     code\n>     more\n\nb", "> ```text\n> code\n> more\n> ```\n\nb"),
            ("12.     code", "12. ```text\n    code\n    ```\n"),
            ("- a\n\n      code\n\n  b", "- a\n\n  ```text\n  code\n  ```\n\n  b"),
            ("- > - a\n  >\n  >       code", "- > - a\n  >\n  >   ```text\n  >   code\n  >   ```\n"),
            ("- a\n  ```\n  open\n- b", "- a\n  ```text\n  open\n  ```\n- b"),
            ("> ~~~ json\n> {}\n\nb", "> ```json\n> {}\n> ```\n\nb"),
            ("- ```js\n  {}\n  ```\n- b", "- ```js\n  {}\n  ```\n- b"),
            ("    a\n    ```\n    b", "````text\na\n```\nb\n````\n"),
        ] {
            let text = rewritten(text, None);
            assert_eq!(text, expected);
            assert!(crate::rustdoc::Reading::of(&text).is_plain(), "{text:?}");
        }
    }

    #[test]
    fn a_sign_that_is_escaped_stays_escaped() {
        assert_eq!(rewritten("<?\\<b>?>", None), "\\<?\\<b>?>");
        assert_eq!(rewritten("\\[a]", None), "\\[a]");
        assert_eq!(rewritten("\\\\<b>", None), "\\\\\\<b>");
    }

    #[test]
    fn continued_lines_in_containers_have_no_further_spaces_and_begin_no_block() {
        for (text, expected) in [
            ("- a\n      b\n   c", "- a\n  b\n  c"),
            ("- a\n\n  b\n      c", "- a\n\n  b\n  c"),
            ("- a:\n      - b\n      - c", "- a:\n  - b\n  - c"),
            ("- a\n      # b", "- a\n  \\# b"),
            ("- a\n      #b", "- a\n  #b"),
            ("- a\n      ---", "- a\n  \\---"),
            ("- a\n      > b", "- a\n  \\> b"),
            ("> a\n===", "> a\n> \\==="),
            ("> - a\n>       b", "> - a\n>   b"),
            ("a\n    b", "a\n    b"),
        ] {
            assert_eq!(rewritten(text, None), expected);
        }
    }

    #[test]
    fn deeply_nested_text_is_literal() {
        assert!(rewritten(&"> ".repeat(1_000), None).starts_with("\\> \\> "));
        assert!(rewritten(&format!("{}a", "- ".repeat(17)), None).starts_with("\\- - -"));
    }
}
