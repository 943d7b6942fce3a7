//! Rules that renames have in common.
//!
//! ```text
//! `Cat` → `ApiCat`, `Dog` → `ApiDog`        prefix `Api` added
//! `CatDto` → `Cat`, `DogDto` → `Dog`        suffix `Dto` removed
//! `GetCat` → `FetchCat`                     prefix `Get` changed to `Fetch`
//! ```

use std::fmt;

use crate::code_span::code_span;

/// The difference between an old and a new name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Rule {
    position: Position,
    old: String,
    new: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Position {
    Prefix,
    Suffix,
    Part,
}

impl Rule {
    /// Returns the rule of one rename, or `None` if both names have nothing in common. The names are code spans.
    pub(super) fn of(old: &str, new: &str) -> Option<Self> {
        let (old, new) = (old.trim_matches('`'), new.trim_matches('`'));
        let before = common(words(old).into_iter(), words(new).into_iter());
        let (old, new) = (old.get(before..)?, new.get(before..)?);
        let after = common(words(old).into_iter().rev(), words(new).into_iter().rev());
        let (old, new) = (old.get(..old.len() - after)?, new.get(..new.len() - after)?);
        let position = match (before, after) {
            (0, 0) => return None,
            (0, _) => Position::Prefix,
            (_, 0) => Position::Suffix,
            (_, _) => Position::Part,
        };
        Some(Self { position, old: old.to_owned(), new: new.to_owned() })
    }
}

/// Splits a name into words and signs.
fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut last): (usize, Option<char>) = (0, None);
    for (at, character) in name.char_indices() {
        let is_start = last.is_some_and(|last| {
            character.is_uppercase() && !last.is_uppercase() || !character.is_alphanumeric() || !last.is_alphanumeric()
        });
        if is_start {
            words.extend(name.get(start..at));
            start = at;
        }
        last = Some(character);
    }
    words.extend(name.get(start..).filter(|rest| !rest.is_empty()));
    words
}

/// Returns the number of bytes of the words that both sides start with.
fn common<'w>(old: impl Iterator<Item = &'w str>, new: impl Iterator<Item = &'w str>) -> usize {
    old.zip(new).take_while(|(old, new)| old == new).map(|(old, _)| old.len()).sum()
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let position = match self.position {
            Position::Prefix => "prefix",
            Position::Suffix => "suffix",
            Position::Part => "part",
        };
        match (self.old.as_str(), self.new.as_str()) {
            ("", new) => write!(f, "{position} {} added", code_span(new)),
            (old, "") => write!(f, "{position} {} removed", code_span(old)),
            (old, new) => write!(f, "{position} {} changed to {}", code_span(old), code_span(new)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_the_difference_of_two_names() {
        for (old, new, rule) in [
            ("`Cat`", "`ApiCat`", "prefix `Api` added"),
            ("`CatDto`", "`Cat`", "suffix `Dto` removed"),
            ("`GetCat`", "`FetchCat`", "prefix `Get` changed to `Fetch`"),
            ("`pets().list`", "`pets().all`", "suffix `list` changed to `all`"),
            ("`a_kind`", "`a_type`", "suffix `kind` changed to `type`"),
            ("`überTür`", "`unterTür`", "prefix `über` changed to `unter`"),
        ] {
            assert_eq!(Rule::of(old, new).map(|rule| rule.to_string()).as_deref(), Some(rule), "{old} {new}");
        }
        assert_eq!(Rule::of("`Cat`", "`Dog`"), None);
    }
}
