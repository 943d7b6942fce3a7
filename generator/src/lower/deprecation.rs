//! The reason for a deprecation, the replacement, and the sunset date.
//!
//! ```text
//! description: "Use `max_tokens` instead."   →   Use `max_tokens` instead.
//! x-deprecation-message: "Old."              →   Old.
//! ```

use crate::ir::Documentation;

/// The maximum length of a sentence that becomes a note, in bytes.
const LONGEST: usize = 120;

/// Marks an item as deprecated if the document does, with the document's explanation.
///
/// A sentence of the description becomes a note only if it clearly names the replacement.
pub(super) fn deprecate(
    documentation: &mut Documentation,
    is_deprecated: bool,
    message: Option<&str>,
    sunset: Option<&str>,
) {
    documentation.deprecated |= is_deprecated || message.is_some();
    if !documentation.deprecated {
        return;
    }
    let message = message.map(|message| message.trim().to_owned());
    documentation.deprecation_reason = message.or_else(|| documentation.description.as_deref().and_then(replacement));
    documentation.deprecation_sunset = sunset.map(str::to_owned);
}

/// Returns the sentence of a description that names the replacement.
fn replacement(description: &str) -> Option<String> {
    let sentences = description.split(". ").flat_map(|part| part.split(['\n', '!']));
    let sentence = sentences.map(|sentence| sentence.trim().trim_end_matches('.')).find(|sentence| {
        let lower = sentence.to_ascii_lowercase();
        let has = |words: &str| lower.contains(words);
        let is_advice = lower.starts_with("use ") || lower.starts_with("please use ");
        sentence.len() <= LONGEST
            && (is_advice && has(" instead")
                || has("deprecated")
                    && (has("in favor of") || has("in favour of") || has("use ") || has("replaced by")))
    })?;
    let is_word = |character: char| character.is_alphanumeric() || " `_-.,'/()".contains(character);
    let is_plain = sentence.chars().all(is_word) && sentence.matches('`').count().is_multiple_of(2);
    is_plain.then(|| format!("{sentence}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sentence_that_names_the_replacement_is_a_note() {
        for (description, note) in [
            ("The old limit. Use `max_tokens` instead.", Some("Use `max_tokens` instead.")),
            ("This is deprecated in favor of `b`", Some("This is deprecated in favor of `b`.")),
            ("Deprecated: use `b`\nas of now", None),
            ("Deprecated, use `b`\nMore.", Some("Deprecated, use `b`.")),
            ("Lists pets. Use pages for many.", None),
            ("Use [this](https://a.example) instead.", None),
            ("Use `a instead.", None),
            ("", None),
        ] {
            assert_eq!(replacement(description).as_deref(), note, "{description:?}");
        }
    }
}
