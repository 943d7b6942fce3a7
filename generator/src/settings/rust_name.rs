//! Rules for names in Rust code.

/// Keywords that are valid as raw identifiers, such as `r#type`.
pub(crate) const RAW_KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that are not valid as raw identifiers.
pub(crate) const BARE_KEYWORDS: &[&str] = &["Self", "crate", "self", "super"];

/// The maximum length in bytes of a name from `apiarist.toml` or a lock file.
const LONGEST: usize = 1024;

/// The case of a name, by the item that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// A type or a variant: `UpperCamelCase`.
    Type,
    /// A field, a method or an accessor: `snake_case`. The generator writes keywords raw.
    Value,
}

/// Checks that a name is valid for an item.
///
/// # Errors
/// Returns the reason why it is not.
pub(crate) fn check_name(name: &str, kind: NameKind) -> Result<(), String> {
    // Most names are valid and never shown.
    let shown = || shown(name);
    if name.len() > LONGEST {
        return Err(format!("a name must have at most {LONGEST} bytes; found `{}`", shown()));
    }
    if !is_word(name) {
        return Err(format!("`{}` is not a valid Rust identifier", shown()));
    }
    let is_keyword = match kind {
        NameKind::Type => is_keyword(name),
        // The generator renames `self` to `self_`, because it is not valid as a raw identifier.
        NameKind::Value => name == "Self" || BARE_KEYWORDS.contains(&name.strip_suffix('_').unwrap_or_default()),
    };
    if is_keyword {
        return Err(format!("`{}` is a Rust keyword", shown()));
    }
    match kind {
        NameKind::Type if name.starts_with(|first: char| first == '_' || first.is_lowercase()) => {
            Err(format!("a type name must be in `UpperCamelCase`; found `{}`", shown()))
        }
        NameKind::Value if name.starts_with('_') || name.contains(char::is_uppercase) => {
            Err(format!("a field or method name must be in `snake_case`; found `{}`", shown()))
        }
        _ => Ok(()),
    }
}

/// Returns a valid name with the words of an invalid one, such as `pet_store` for `Pet Store`, or `None` if they make no
/// name.
pub(crate) fn valid_name(name: &str, kind: NameKind) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for c in name.strip_prefix("r#").unwrap_or(name).chars().take(LONGEST) {
        let is_letter = c != '_' && unicode_ident::is_xid_continue(c);
        if is_letter && before.is_none_or(|before: char| c.is_uppercase() && !before.is_uppercase()) {
            words.push(String::new());
        }
        before = is_letter.then_some(c);
        words.last_mut().filter(|_| is_letter).into_iter().for_each(|word| word.push(c));
    }
    let (joined, noun) = match kind {
        NameKind::Type => (words.iter().map(|word| capitalized(word)).collect(), "Value"),
        NameKind::Value => (words.join("_").to_lowercase(), "value"),
    };
    let separator = if kind == NameKind::Value { "_" } else { "" };
    let candidates = [joined.clone(), format!("{joined}{separator}{noun}"), format!("{noun}{separator}{joined}")];
    candidates.into_iter().find(|name| !words.is_empty() && check_name(name, kind).is_ok())
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// Returns `true` if this is a keyword.
pub(crate) fn is_keyword(name: &str) -> bool {
    RAW_KEYWORDS.contains(&name) || BARE_KEYWORDS.contains(&name)
}

/// Returns `true` if a name is valid in code, possibly as a raw identifier.
pub(crate) fn is_word(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && characters.all(unicode_ident::is_xid_continue)
        && name != "_"
}

/// Returns the beginning of a name, for messages.
fn shown(name: &str) -> String {
    let mut shown: String = name.chars().take(40).flat_map(char::escape_debug).collect();
    if name.chars().count() > 40 {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_name_has_the_words_of_the_invalid_one() {
        for (name, kind, expected) in [
            ("pet store", NameKind::Type, Some("PetStore")),
            ("pet_store", NameKind::Type, Some("PetStore")),
            ("Self", NameKind::Type, Some("SelfValue")),
            ("1A", NameKind::Type, Some("Value1A")),
            ("Pet<T>", NameKind::Type, Some("PetT")),
            ("getPet", NameKind::Value, Some("get_pet")),
            ("self_", NameKind::Value, Some("self")),
            ("r#type", NameKind::Value, Some("type")),
            ("a; fn b", NameKind::Value, Some("a_fn_b")),
            ("_", NameKind::Value, None),
            ("", NameKind::Type, None),
        ] {
            assert_eq!(valid_name(name, kind).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn names_have_the_case_of_their_kind_and_are_no_keywords() {
        for name in ["Pet", "Gpt3_5", "V1_2", "Größe", "用户", "T"] {
            assert_eq!(check_name(name, NameKind::Type), Ok(()), "{name}");
        }
        for name in ["pet", "type", "dyn", "get_", "self", "gpt_3_5", "größe", "用户", "x"] {
            assert_eq!(check_name(name, NameKind::Value), Ok(()), "{name}");
        }
        for name in
            ["", "_", "dyn", "Self", "pet", "_Pet", "r#Pet", "Pet ", "Pet<T>", "a::B", "1A", "Pet\n", "P\u{202e}"]
        {
            assert!(check_name(name, NameKind::Type).is_err(), "{name}");
        }
        for name in
            ["", "_", "Pet", "getPet", "r#type", "self_", "crate_", "_x", "a-b", "a b", "1a", "a; fn b", "é\u{301} "]
        {
            assert!(check_name(name, NameKind::Value).is_err(), "{name}");
        }
        let message = check_name(&"é".repeat(5000), NameKind::Value).expect_err("it is too long");
        assert!(message.len() < 200 && message.contains("at most 1024 bytes"), "{message}");
    }
}
