//! Conversion of HTML in descriptions to Markdown.
//!
//! Many documents contain descriptions in HTML, but doc comments are read in editors as often as in browsers. Tags with
//! a Markdown counterpart are converted, and tags that only affect the appearance are dropped. All others are
//! preserved:
//!
//! ```text
//! <b>new</b>                          **new**
//! <a href="https://a.example">x</a>   [x](https://a.example)
//! <span class="red">x</span>          x
//! ```

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use crate::rustdoc::options;

/// Returns the text with its HTML converted to Markdown.
pub(super) fn without_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut links = Vec::new();
    let mut at = 0;
    let mut line = Line::default();
    for range in html_ranges(text) {
        out.push_str(&text[at..range.start]);
        convert(&text[range.clone()], line.is_table(text, range.start), &mut links, &mut out);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Returns the ranges that the parser recognizes as HTML, which are never within code.
fn html_ranges(text: &str) -> Vec<Range<usize>> {
    let options = options();
    let events = Parser::new_ext(text, options).into_offset_iter();
    let html = events.filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    let mut end = 0;
    html.map(|(_, range)| range)
        .filter(|range| {
            let is_new = range.start >= end;
            end = end.max(range.end);
            is_new
        })
        .collect()
}

/// The most recently examined line. A long line with many tags is examined only once.
#[derive(Default)]
struct Line {
    end: usize,
    is_table: bool,
}

impl Line {
    /// Returns `true` if a position is in a table row, which must stay on one line. Positions must be passed in order.
    fn is_table(&mut self, text: &str, place: usize) -> bool {
        if place >= self.end {
            let start = text[..place].rfind('\n').map_or(0, |at| at + 1);
            self.end = text[place..].find('\n').map_or(text.len(), |at| place + at) + 1;
            let line = text[start..].lines().next().unwrap_or_default().trim_start();
            self.is_table = line.starts_with('|') || line.matches(" | ").count() > 1;
        }
        self.is_table
    }
}

/// Appends a piece of HTML as Markdown. `links` contains the targets of open links.
fn convert(html: &str, in_table: bool, links: &mut Vec<Option<String>>, out: &mut String) {
    let mut rest = html;
    // The search for the end of a comment is not repeated after it failed.
    let mut has_end = true;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--").filter(|_| has_end) {
            if let Some(end) = comment.find("-->") {
                rest = &comment[end + "-->".len()..];
                continue;
            }
            has_end = false;
        }
        let Some(end) = rest.find('>') else { break };
        let (tag, after) = rest.split_at(end + 1);
        let replaced = replacement(tag, links);
        match replaced {
            Some(replacement) if in_table && replacement.contains('\n') => out.push(' '),
            Some(replacement) => out.push_str(&replacement),
            None => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
}

/// Returns the Markdown for a tag, or `None` if the tag is unknown.
fn replacement(tag: &str, links: &mut Vec<Option<String>>) -> Option<String> {
    let body = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    let is_end = body.starts_with('/');
    let name = body.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next()?.to_ascii_lowercase();
    Some(match name.as_str() {
        "br" => "\n".to_owned(),
        "p" | "div" | "ul" | "ol" | "dl" | "dd" | "dt" | "table" | "tr" | "hr" | "h1" | "h2" | "h3" | "h4" | "h5"
        | "h6" | "details" | "summary" | "blockquote" | "section" => "\n\n".to_owned(),
        "li" if is_end => String::new(),
        "li" => "\n- ".to_owned(),
        "td" | "th" => " ".to_owned(),
        "b" | "strong" => "**".to_owned(),
        "i" | "em" => "*".to_owned(),
        "code" | "tt" | "kbd" => "`".to_owned(),
        "pre" if is_end => "\n```\n\n".to_owned(),
        "pre" => "\n\n```text\n".to_owned(),
        "span" | "sup" | "sub" | "small" | "u" | "font" | "center" | "img" | "tbody" | "thead" | "nobr" => {
            String::new()
        }
        "a" if is_end => match links.pop() {
            Some(Some(target)) => format!("]({target})"),
            _ => String::new(),
        },
        "a" => {
            let target = attribute(body, "href");
            let opened = if target.is_some() { "[" } else { "" };
            links.push(target);
            opened.to_owned()
        }
        _ => return None,
    })
}

/// Returns the target of a link, if it is a path or an email address.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!("{name}="))?;
    let quote = after.chars().next()?;
    let value = match quote {
        '"' | '\'' => after[1..].split(quote).next()?,
        _ => after.split_whitespace().next()?,
    };
    let is_address = value.contains('/') || value.starts_with("mailto:");
    let is_plain = !value.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '\\'));
    (is_address && is_plain).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_tags_become_markdown() {
        for (html, expected) in [
            ("a<br>b", "a\nb"),
            ("<p>One</p><p>Two</p>", "\n\nOne\n\n\n\nTwo\n\n"),
            ("See <a href=\"https://a.example/b\">this</a>.", "See [this](https://a.example/b)."),
            ("See <a name=x>this</a>.", "See this."),
            ("<code>id</code> is <b>big</b>", "`id` is **big**"),
            ("<ul><li>a</li><li>b</li></ul>", "\n\n\n- a\n- b\n\n"),
            ("`<br>` stays", "`<br>` stays"),
            ("<id> stays", "<id> stays"),
            ("| a | b |\n|---|---|\n| x<br>y | z |", "| a | b |\n|---|---|\n| x y | z |"),
        ] {
            assert_eq!(without_html(html), expected, "{html}");
        }
    }
}
