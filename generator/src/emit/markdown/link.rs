//! Links and images in documents.
//!
//! A link keeps its target only if the target means the same in rustdoc: an absolute URL whose scheme does not run
//! code. All other links are resolved or replaced by their labels:
//!
//! ```text
//! [guide](/docs/a)  →  [guide](https://a.example/docs/a)     if `externalDocs` is https://a.example/rest
//! [guide](/docs/a)  →  guide                                 otherwise
//! [below](#section), [run](javascript:x())  →  below, run
//! [guide][1] … [1]: https://a.example  →  [guide](https://a.example)
//! ![logo](https://a.example/logo.png)  →  [logo](https://a.example/logo.png)
//! ```

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::rustdoc::is_address;

/// A link or image whose end has not been read.
pub(super) struct OpenLink {
    /// The start of the link.
    start: usize,
    /// The range of the label, or `None` if it is empty.
    label: Option<Range<usize>>,
    is_image: bool,
    target: Target,
}

/// The replacement of a link.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// The link is unchanged.
    Preserved,
    /// Not a link: brackets and parentheses of a sentence.
    Escaped,
    /// Only the label is kept.
    Dropped,
    /// A link to this URL.
    Url(String),
}

impl OpenLink {
    pub(super) fn new(link_type: LinkType, target: &str, start: usize, base: Option<&str>) -> Self {
        let is_reference = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
        let target = match link_type {
            LinkType::Email => Target::Preserved,
            LinkType::Autolink if is_address(target) => Target::Preserved,
            LinkType::Autolink => Target::Escaped,
            _ => match Target::of(target, base) {
                Target::Preserved if is_reference => Target::url(target),
                Target::Escaped if is_reference => Target::Dropped,
                target => target,
            },
        };
        Self { start, label: None, is_image: false, target }
    }

    /// Creates the replacement of an image: a link, or only the label within another link.
    pub(super) fn image(target: &str, start: usize, base: Option<&str>, is_in_link: bool) -> Self {
        let target = match Target::of(target, base) {
            _ if is_in_link => Target::Dropped,
            Target::Preserved => Target::url(target),
            Target::Escaped => Target::Dropped,
            target => target,
        };
        Self { start, label: None, is_image: true, target }
    }

    /// Extends the label by a range.
    pub(super) fn extend(&mut self, range: &Range<usize>) {
        let label = self.label.get_or_insert_with(|| range.clone());
        label.start = label.start.min(range.start);
        label.end = label.end.max(range.end);
    }

    /// Returns `true` if only the label is kept, so that its text is not part of a link.
    pub(super) fn is_text(&self) -> bool {
        self.target == Target::Dropped
    }

    /// Returns `true` if the first bracket is literal text.
    pub(super) fn is_escaped(&self) -> bool {
        self.target == Target::Escaped
    }

    /// Returns the edits that replace the link.
    pub(super) fn edits(self, end: usize) -> Vec<(Range<usize>, String)> {
        let (before, after) = match (&self.target, &self.label) {
            (Target::Preserved | Target::Escaped, _) => return Vec::new(),
            (Target::Url(url), Some(_)) => ("[".to_owned(), format!("]({url})")),
            (Target::Url(_), None) if self.is_image => (String::new(), String::new()),
            (Target::Url(url), None) => (String::new(), format!("<{url}>")),
            (Target::Dropped, _) => (String::new(), String::new()),
        };
        match self.label {
            Some(label) => vec![(self.start..label.start, before), (label.end..end, after)],
            None => vec![(self.start..end, after)],
        }
    }
}

impl Target {
    fn of(target: &str, base: Option<&str>) -> Self {
        let scheme = target.split(['/', '?', '#']).next().unwrap_or_default().contains(':');
        if scheme {
            return if is_address(target) { Self::Preserved } else { Self::Dropped };
        }
        if target.is_empty() || target.starts_with('#') || target.contains(char::is_control) {
            return Self::Dropped;
        }
        if !target.contains(['/', '.', '?', '#']) {
            return Self::Escaped;
        }
        base.map_or(Self::Dropped, |base| Self::url(&resolve(base, target)))
    }

    /// Returns a link to a URL, in the syntax of link destinations (CommonMark section 6.3).
    fn url(url: &str) -> Self {
        if url.contains(['<', '>', '\\', '`']) || url.contains(char::is_control) {
            Self::Dropped
        } else if url.contains(['(', ')', ' ']) {
            Self::Url(format!("<{url}>"))
        } else {
            Self::Url(url.to_owned())
        }
    }
}

/// Resolves a relative reference against an absolute URL (RFC 3986 section 5.2).
fn resolve(base: &str, reference: &str) -> String {
    let (scheme, rest) = base.split_once("://").unwrap_or(("https", base));
    if let Some(rest) = reference.strip_prefix("//") {
        return format!("{scheme}://{rest}");
    }
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, base_path) = rest.split_once('/').unwrap_or((rest, ""));
    let end = reference.find(['?', '#']).unwrap_or(reference.len());
    let (path, suffix) = reference.split_at(end);
    if path.is_empty() {
        return format!("{scheme}://{host}/{base_path}{suffix}");
    }
    let mut segments: Vec<&str> = match path.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => base_path.rsplit_once('/').map(|(folder, _)| folder.split('/').collect()).unwrap_or_default(),
    };
    let is_folder = path.ends_with('/') || path.ends_with("/.") || path.ends_with("..");
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    let slash = if is_folder && !segments.is_empty() { "/" } else { "" };
    format!("{scheme}://{host}/{}{slash}{suffix}", segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::markdown::safe_markdown;
    use crate::rustdoc::Reading;

    #[test]
    fn references_are_resolved_against_the_documentation() {
        let rows = [
            ("https://a.example/rest/", "/docs/b#c", "https://a.example/docs/b#c"),
            ("https://a.example/rest/", "b/c?d=1", "https://a.example/rest/b/c?d=1"),
            ("https://a.example/rest/x", "../b/", "https://a.example/b/"),
            ("https://a.example/x/y/z?q#f", "./b", "https://a.example/x/y/b"),
            ("https://a.example", "../../b", "https://a.example/b"),
            ("https://a.example/x", "?q=1", "https://a.example/x?q=1"),
            ("http://a.example/x", "//b.example/c", "http://b.example/c"),
        ];
        for (base, reference, expected) in rows {
            assert_eq!(resolve(base, reference), expected, "{base} {reference}");
        }
    }

    #[test]
    fn relative_links_are_resolved_or_text() {
        let rows = [
            (
                "See [the *guide*](/docs/a \"Guide\").",
                "See the *guide*.",
                "See [the *guide*](https://a.example/docs/a).",
            ),
            ("[a](../b) [c](d.md)", "a c", "[a](https://a.example/b) [c](https://a.example/rest/d.md)"),
            ("[below](#section)", "below", "below"),
            (
                "[guide][g], [g][], [g]\n\n[g]: /docs/a",
                "guide, g, g",
                "[guide](https://a.example/docs/a), [g](https://a.example/docs/a), [g](https://a.example/docs/a)",
            ),
            ("<a href=\"/docs/a\">guide</a>", "guide", "[guide](https://a.example/docs/a)"),
            ("<a href='../a'>guide</a>", "guide", "[guide](https://a.example/a)"),
            ("[a](/b_(c))", "a", "[a](<https://a.example/b_(c)>)"),
            ("[`code`](/a)", "`code`", "[`code`](https://a.example/a)"),
            ("[](/a)", "", "<https://a.example/a>"),
        ];
        for (text, alone, resolved) in rows {
            assert_eq!(safe_markdown(text, None), alone, "{text:?}");
            assert_eq!(safe_markdown(text, Some("https://a.example/rest/")), resolved, "{text:?}");
        }
    }

    #[test]
    fn links_that_run_code_are_text() {
        for (text, expected) in [
            ("[a](javascript:alert(1)) b", "a b"),
            ("[a](JavaScript://x/%0aalert(1))", "a"),
            ("![a](data:image/svg+xml;base64,AA==)", "a"),
            ("[a][b]\n\n[b]: data:text/html,x/y", "a"),
            ("[a](java&#9;script:x/)", "a"),
            ("<a href=\"javascript:x/y\">a</a>", "a"),
            ("[https://b.example](vbscript:x)", "<https://b.example>"),
        ] {
            let text = safe_markdown(text, Some("https://a.example/"));
            assert_eq!(text, expected);
            assert!(Reading::of(&text).is_plain(), "{text}");
        }
    }

    #[test]
    fn images_become_links() {
        for (text, expected) in [
            ("![logo](https://a.example/l.png)", "[logo](https://a.example/l.png)"),
            ("![](https://a.example/l.png) b", " b"),
            ("[![badge](https://a.example/b.svg)](https://b.example)", "[badge](https://b.example)"),
            ("![logo](l.png)", "logo"),
            ("![logo]\n\n[logo]: https://a.example/l.png", "[logo](https://a.example/l.png)"),
        ] {
            assert_eq!(safe_markdown(text, None), expected);
        }
    }

    #[test]
    fn definitions_of_a_document_do_not_change_other_links() {
        let text = safe_markdown("Words.\n\n[`Pet`]: https://evil.example\n[b]: javascript:x\n\nMore.", None);
        assert_eq!(text, "Words.\n\nMore.");
        assert_eq!(safe_markdown("- [a][x]\n\n  [x]: https://a.example\n- b", None), "- [a](https://a.example)\n\n- b");
    }
}
