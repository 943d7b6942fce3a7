//! Code in Markdown: spans in a sentence, and blocks behind fences.

use crate::unprintable::escaped_line;

/// Returns text as a code span of one line (CommonMark section 6.1).
pub(crate) fn code_span(text: &str) -> String {
    let text = escaped_line(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned();
    let fence = fence(&text, 1);
    let pad = if text.is_empty() || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Returns more backticks than follow one another anywhere in the text, and at least as many.
pub(super) fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(least.max(longest + 1))
}

/// Returns the language of a code block, or `text` where rustdoc might take it for Rust.
pub(super) fn safe_language(info: &str) -> &str {
    let word = info.split([' ', ',', '{', '\t']).next().unwrap_or_default();
    let lower = word.to_ascii_lowercase();
    let is_word = word.starts_with(|c: char| c.is_ascii_alphanumeric())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '#' | '_'));
    let is_rust = [
        "rust",
        "ignore",
        "should_panic",
        "no_run",
        "norun",
        "compile_fail",
        "compilefail",
        "shouldpanic",
        "edition",
        "test_harness",
        "testharness",
        "standalone",
        "custom",
    ]
    .iter()
    .any(|prefix| lower.replace('-', "_").starts_with(prefix));
    let is_error_code =
        lower.len() == 5 && lower.strip_prefix('e').is_some_and(|code| code.chars().all(|c| c.is_ascii_digit()));
    if is_word && !is_rust && !is_error_code { word } else { "text" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_span_holds_any_text() {
        for (text, span) in [
            ("a b", "`a b`"),
            ("a\n  b", "`a b`"),
            ("`", "`` ` ``"),
            ("a``b", "```a``b```"),
            ("", "`  `"),
            ("a\u{202e}b\u{0}", "`a\\u{202e}b\\u{0}`"),
        ] {
            assert_eq!(code_span(text), span);
        }
    }

    #[test]
    fn only_other_languages_keep_their_name() {
        for (info, language) in [
            ("json", "json"),
            ("c++ linenums", "c++"),
            ("Rust", "text"),
            ("compile-fail", "text"),
            ("E0277", "text"),
            ("{.rust}", "text"),
            ("-json", "text"),
            ("", "text"),
        ] {
            assert_eq!(safe_language(info), language);
        }
    }
}
