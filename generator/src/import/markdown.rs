//! Markdown structure of a page: lines, headings, fences and front matter.

use std::ops::Range;

/// A line of a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'p> {
    /// Its byte offset.
    pub start: usize,
    /// Its text, without the line break.
    pub text: &'p str,
}

impl<'p> Line<'p> {
    /// Returns its byte range in the page, without surrounding spaces.
    pub fn span(&self) -> Range<usize> {
        let indentation = self.text.len() - self.text.trim_start().len();
        let start = self.start + indentation;
        start..start + self.text.trim().len()
    }

    /// Returns the level and the text of a heading such as `## Parameters`.
    pub fn heading(&self) -> Option<(usize, &'p str)> {
        let level = self.text.bytes().take_while(|byte| *byte == b'#').count();
        let rest = self.text.get(level..)?;
        let is_heading = (1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t']));
        is_heading.then(|| (level, rest.trim().trim_end_matches('#').trim_end()))
    }
}

/// Splits a text into lines.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let at = start;
            start += line.len();
            Line { start: at, text: line.trim_end_matches(['\n', '\r']) }
        })
        .collect()
}

/// A fenced code block (CommonMark 0.31 section 4.5). A block that is never closed ends with the page.
#[derive(Clone, Debug)]
pub(super) struct Fence<'p> {
    /// The info string after the opening fence.
    pub info: &'p str,
    /// The byte range of the opening fence with its info string.
    pub opening: Range<usize>,
    /// The byte range of its content.
    pub content: Range<usize>,
    /// The range of its line numbers, from the opening fence to the line after the closing fence.
    pub lines: Range<usize>,
}

/// Returns all fenced code blocks.
pub(super) fn fences<'p>(text: &'p str, lines: &[Line<'p>]) -> Vec<Fence<'p>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let opened = at;
        at += 1;
        let Some((mark, length)) = fence_mark(line.text) else { continue };
        let info = line.text.trim_start().get(length..).unwrap_or_default().trim();
        if mark == '`' && info.contains('`') {
            continue;
        }
        let is_closing = |line: &&Line<'_>| {
            fence_mark(line.text)
                .is_some_and(|(other, count)| other == mark && count >= length && line.text.trim().len() == count)
        };
        let closed = lines.iter().skip(at).position(|line| is_closing(&line)).map(|after| at + after);
        let start = lines.get(at).map_or(text.len(), |line| line.start);
        let end = closed.and_then(|closed| lines.get(closed)).map_or(text.len(), |line| line.start);
        at = closed.map_or(lines.len(), |closed| closed + 1);
        found.push(Fence { info, opening: line.span(), content: start..end, lines: opened..at });
    }
    found
}

/// Returns the character of a fence and its length.
fn fence_mark(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = line.chars().take_while(|other| *other == mark).count();
    (length >= 3).then_some((mark, length))
}

/// Returns the byte range of the front matter: the text between lines of three hyphens at the very beginning.
pub(super) fn front_matter(lines: &[Line<'_>]) -> Option<Range<usize>> {
    let is_border = |line: &Line<'_>| line.text.trim_start_matches('\u{feff}').trim_end() == "---";
    if !lines.first().is_some_and(is_border) {
        return None;
    }
    let last = lines.iter().skip(1).find(|line| is_border(line))?;
    Some(lines.get(1)?.start..last.start)
}

/// Returns the text with only this range: all other lines are empty, so that every location keeps its line.
pub(super) fn alone(text: &str, range: &Range<usize>) -> String {
    let before = text.get(..range.start).unwrap_or_default();
    let mut alone = "\n".repeat(before.matches('\n').count());
    alone.push_str(text.get(range.clone()).unwrap_or_default());
    alone
}
