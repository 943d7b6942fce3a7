//! The languages of code blocks.

/// Returns the language of a code block, or `text` if rustdoc might interpret it as Rust.
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
