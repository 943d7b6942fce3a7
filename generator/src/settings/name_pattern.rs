//! Patterns of name overrides: `*` matches any text, and `\*` matches a literal `*`.
//!
//! ```text
//! "*Dto" = "*"               `OrderDto` becomes `Order`
//! "*.createdAt" = "created"  the field `createdAt` of every type becomes `created`
//! 'Event.\*' = "Any"         is no pattern: the value `*` of `Event` becomes `Any`
//! ```

use super::rust_name::{NameKind, check_name};

/// A key with a `*`, and the name that it results in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamePattern<'s> {
    /// The text around each `*` that is not escaped.
    parts: Vec<String>,
    name: &'s str,
}

impl<'s> NamePattern<'s> {
    /// Reads an override. Returns `None` if its key has no `*`.
    pub(crate) fn parse(key: &str, name: &'s str) -> Option<Self> {
        key.contains('*').then(|| Self { parts: parts(key), name })
    }

    /// Returns `true` if the pattern matches JSON pointers, and `false` if it matches other keys.
    pub(crate) fn matches_pointers(&self) -> bool {
        self.parts.first().is_some_and(|part| part.starts_with("#/"))
    }

    /// Returns the name for a key, or `None` if the pattern does not match it.
    pub(crate) fn apply(&self, key: &str) -> Option<String> {
        match self.parts.as_slice() {
            [whole] => (whole == key).then(|| self.name.to_owned()),
            [before, after] => {
                let text = key.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
                Some(self.name.replacen('*', text, 1))
            }
            _ => None,
        }
    }
}

/// Checks the key and the name of an override.
///
/// # Errors
/// Returns the reason why it is not valid.
pub(crate) fn check_override(key: &str, name: &str, kind: NameKind) -> Result<(), String> {
    let stars = parts(key).len() - 1;
    if stars > 1 {
        return Err(format!("the pattern `{key}` must have one `*`; found {stars}"));
    }
    if name.matches('*').count() > stars {
        return Err(format!("the name `{name}` must have no more `*` than its key `{key}`"));
    }
    let word = if kind == NameKind::Type { "X" } else { "x" };
    check_name(&name.replace('*', word), kind)
}

/// Returns the parts of a key between its stars.
fn parts(key: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = key.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if characters.next_if_eq(&'*').is_some() => {
                parts.last_mut().into_iter().for_each(|part| part.push('*'))
            }
            '*' => parts.push(String::new()),
            _ => parts.last_mut().into_iter().for_each(|part| part.push(character)),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        let apply = |key, name, to| NamePattern::parse(key, name).and_then(|pattern| pattern.apply(to));
        assert_eq!(apply("*Dto", "*", "OrderDto").as_deref(), Some("Order"));
        assert_eq!(apply("*.createdAt", "created", "Pet.createdAt").as_deref(), Some("created"));
        assert_eq!(apply("Get*", "Fetch*", "GetPet").as_deref(), Some("FetchPet"));
        assert_eq!(apply("*Dto", "*", "Order"), None);
        assert_eq!(apply("Pet", "Cat", "Pet"), None);
        assert_eq!(apply("Event.\\*", "Any", "Event.*").as_deref(), Some("Any"));
        assert_eq!(apply("Event.\\*", "Any", "Event.a"), None);
        assert_eq!(apply("ab*ba", "x", "aba"), None);
    }

    #[test]
    fn overrides_have_valid_names_and_one_star() {
        assert_eq!(check_override("*Dto", "*", NameKind::Type), Ok(()));
        assert!(check_override("*.*", "x", NameKind::Value).is_err());
        assert!(check_override("Dto", "*", NameKind::Type).is_err());
        assert!(check_override("*Dto", "pet", NameKind::Type).is_err());
    }
}
