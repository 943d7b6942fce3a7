//! Markdown code spans around untrusted text, and text in which only code spans are Markdown.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::unprintable::{escaped_line, shortened};

/// Returns text as a code span on one line (CommonMark section 6.1).
pub fn code_span(text: &str) -> String {
    let text = escaped_line(&text.replace(['\r', '\n', '\u{2028}', '\u{2029}'], " ")).into_owned();
    let fence = fence(&text, 1);
    let pad = if text.is_empty() || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Returns a fence with more backticks than any run of them in the text, and at least this number.
pub(crate) fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(least.max(longest + 1))
}

/// Returns a message with quoted names as Markdown that GitHub renders literally.
///
/// Names are quoted with backticks, and a name may contain some. Therefore the message is parsed as Markdown. If it
/// contains anything but words and code spans (a tag, a link, a mention), the entire message becomes a code span.
pub fn inert_markdown(message: &str) -> String {
    let message = escaped_line(&shortened(message)).into_owned();
    let is_inert = |event: Event<'_>| match event {
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) | Event::Code(_) => true,
        Event::Text(words) => {
            !words.contains(['@', '<', '[', '&', '~', '*', '_', '`', '$'])
                && !words.contains("://")
                && !has_reference(&words)
        }
        _ => false,
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    if Parser::new_ext(&message, options).all(is_inert) { message } else { code_span(&message) }
}

/// Returns `true` for text that GitHub links automatically: `#12`, `GH-12` and `www.a.example`.
fn has_reference(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    ["#", "gh-"].iter().any(|sign| {
        lower.match_indices(sign).any(|(at, _)| {
            lower.get(at + sign.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    }) || lower.contains("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_span_holds_any_text() {
        for (text, span) in [
            ("a  b", "`a  b`"),
            ("a\nb", "`a b`"),
            ("`", "`` ` ``"),
            ("a``b", "```a``b```"),
            ("", "`  `"),
            ("a\u{202e}b\u{0}", "`a\\u{202e}b\\u{0}`"),
        ] {
            assert_eq!(code_span(text), span);
        }
    }

    #[test]
    fn a_message_is_words_and_quoted_names_or_quoted_as_a_whole() {
        for message in ["`Pet.name` is not required any more", "`@user` and `<b>` are new", "added `a_b`, optional"] {
            assert_eq!(inert_markdown(message), message);
        }
        for name in
            ["a` @user `b", "a` <img src=x> `b", "a` [b](https://c.example) `", "a` https://b.example `", "a` #12 `"]
        {
            let message = format!("`{name}` is new");
            let inert = inert_markdown(&message);
            assert!(inert.starts_with("``") && inert.contains(&message), "{inert}");
        }
        assert_eq!(inert_markdown("`a\n\n# b` is new"), "`a\\u{a}\\u{a}# b` is new");
    }
}
