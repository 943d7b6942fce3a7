//! Lists of words in sentences: `a, b and c`.

/// Returns items as a list in a sentence: `a, b and c`.
pub fn word_list(mut items: Vec<String>, conjunction: &str) -> String {
    match (items.pop(), items.is_empty()) {
        (Some(last), false) => format!("{} {conjunction} {last}", items.join(", ")),
        (Some(last), true) => last,
        (None, _) => String::new(),
    }
}
