//! The language of a fenced code block.

/// Returns `true` if rustdoc may interpret a code block with these words after its fence as Rust.
///
/// These are the rules of rustdoc's `LangString`: a block is Rust unless a word names another language, and `rust`
/// takes precedence over other languages. If versions differ, or rustdoc stops at a word, the block counts as Rust.
pub(super) fn is_rust(info: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "_-:.!#$%&*+/;<>?@^|~".contains(c);
    let is_separator = |c: char| matches!(c, ' ' | ',' | '\t');
    let end = info.find(|c: char| !is_word(c) && !is_separator(c)).unwrap_or(info.len());
    let (known, rest) = info.split_at_checked(end).unwrap_or((info, ""));
    // Some versions drop a word that is directly followed by other text, as in `text{.a}`.
    let known = if rest.is_empty() { known } else { known.trim_end_matches(is_word) };
    let (mut rust, mut other, mut custom) = (rest.contains("rust"), false, false);
    for word in known.split(is_separator).filter(|word| !word.is_empty()) {
        match word {
            "rust" => rust = true,
            "custom" => custom = true,
            "should_panic" | "no_run" | "ignore" | "test_harness" | "compile_fail" | "standalone_crate" => {
                rust |= !other;
            }
            word if word.starts_with("ignore-") || is_error_code(word) => rust |= !other,
            word if word.starts_with("edition") => {}
            word if word.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ':')) => {
                other = true;
            }
            // The rest after a word with another start is ignored.
            _ => break,
        }
    }
    !custom && (!other || rust)
}

/// Returns `true` for an error code of rustc, such as `E0277`.
fn is_error_code(word: &str) -> bool {
    word.len() == 5 && word.strip_prefix('E').is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_rust_unless_a_word_names_another_language() {
        for info in [
            "",
            " ",
            "rust",
            "rust,text",
            "text,rust",
            "should_panic",
            "no_run",
            "ignore",
            "ignore-x86",
            "compile_fail",
            "edition2021",
            "E0277",
            "test_harness",
            "{.rust}",
            "{.text}",
            "?",
            "<div>",
            "text{.a}",
            "\"",
            "(json)",
            "text {.a} rust",
            "standalone_crate",
        ] {
            assert!(is_rust(info), "{info:?}");
        }
        for info in ["text", "json", "c++", "objective-c", "Rust", "text,should_panic", "custom", "json {.a}", "rs"] {
            assert!(!is_rust(info), "{info:?}");
        }
    }
}
