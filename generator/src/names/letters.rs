//! Letters that an identifier may contain without a rustc warning.
//!
//! rustc warns about letters that are not recommended for identifiers (`ǆ`, `ﬁ`), and about a script if a crate
//! contains only letters of it that look like Latin ones. Its lints apply to a whole crate, so generated modules cannot
//! disable them. A word keeps its letters if none of them causes a warning:
//!
//! ```text
//! größe   größe      Latin
//! цена    цена       Cyrillic; `ц` does not look like a Latin letter
//! сор     cop        every letter looks like a Latin one
//! ﬁ       fi
//! μg      mu, g      Greek next to Latin
//! ```
//!
//! The rules are those of the crate `unicode-security`, which rustc uses for its lints.

use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_security::{GeneralSecurityProfile, is_potential_mixed_script_confusable_char};

use super::signs::letter_word;

/// Returns `true` if a character is part of a word.
///
/// Modifier letters such as the `ʿ` of transliterations are letters, but are not recommended in identifiers.
pub(super) fn is_word_character(c: char) -> bool {
    let is_modifier = matches!(c, '\u{2b0}'..='\u{2ff}');
    c.is_ascii_alphanumeric()
        || (!c.is_ascii() && !is_modifier && c.is_alphabetic() && unicode_ident::is_xid_continue(c))
}

/// Appends a word in lower case, or several words if letters are spelled out.
pub(super) fn push_legible(word: &str, words: &mut Vec<String>) {
    if word.is_empty() {
        return;
    }
    if word.is_ascii() || has_only_quiet_letters(word) {
        words.push(word.to_owned());
        return;
    }
    let mut current = String::new();
    for c in word.chars() {
        if c.is_ascii() || (is_recommended(c) && is_latin(c)) {
            current.push(c);
            continue;
        }
        let latin: String = skeleton(&c.to_string()).filter(char::is_ascii_alphanumeric).collect();
        match letter_word(c) {
            None if !latin.is_empty() => current.push_str(&latin.to_lowercase()),
            spelled => {
                words.extend((!current.is_empty()).then(|| std::mem::take(&mut current)));
                words.push(spelled.map_or_else(|| code_point(c), str::to_owned));
            }
        }
    }
    words.extend((!current.is_empty()).then_some(current));
}

/// Returns the code point of a character as a word, for characters that have no name.
pub(super) fn code_point(c: char) -> String {
    format!("u{:04x}", u32::from(c))
}

/// Returns `true` if rustc does not warn about any letter of a word that is alone in its crate.
fn has_only_quiet_letters(word: &str) -> bool {
    let is_distinct = |c: char| !is_potential_mixed_script_confusable_char(c);
    let is_clear = |c: char| {
        is_latin(c)
            || forms(c).all(is_distinct)
            || word.chars().any(|other| script(other) == script(c) && forms(other).all(is_distinct))
    };
    let has_latin = word.chars().any(is_latin);
    let mixes_greek = has_latin && word.chars().any(|c| letter_word(c).is_some());
    !mixes_greek && word.chars().filter(|c| !c.is_ascii()).all(|c| is_recommended(c) && is_clear(c))
}

/// Returns `true` if a letter is allowed in identifiers (Unicode Technical Standard 39, section 3.1), in either case.
fn is_recommended(c: char) -> bool {
    let has_case = !c.is_lowercase() || c.to_uppercase().ne([c]);
    has_case && forms(c).all(GeneralSecurityProfile::identifier_allowed)
}

/// Returns the letter and its uppercase letters.
fn forms(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).chain(c.to_uppercase())
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || script(c) == script('a')
}

fn script(c: char) -> AugmentedScriptSet {
    AugmentedScriptSet::for_char(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stay_unless_rustc_warns_of_them() {
        let rows: [(&str, &[&str]); 12] = [
            ("größe", &["größe"]),
            ("用户", &["用户"]),
            ("цена", &["цена"]),
            ("сор", &["cop"]),
            ("ﬁle", &["file"]),
            ("ǆ", &["dz"]),
            ("ı", &["ı"]),
            ("λόγος", &["λόγος"]),
            ("μg", &["mu", "g"]),
            ("µg", &["micro", "g"]),
            ("имя", &["имя"]),
            ("ĸ", &["u0138"]),
        ];
        for (word, expected) in rows {
            let mut words = Vec::new();
            push_legible(word, &mut words);
            assert_eq!(words, expected, "{word}");
        }
    }
}
