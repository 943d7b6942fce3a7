//! Scopes, in which every name is unique.

use std::borrow::Cow;

use crate::hash::{HashMap, HashSet};
use crate::settings::BARE_KEYWORDS;

/// A set of names in which each name is used once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    /// The reserved names, sorted. Most types have a scope of their own, and few names in it.
    reserved: Vec<&'static str>,
    /// All other names that are taken.
    taken: HashSet<String>,
    /// The last number that was appended to each name. All lower numbers are taken; trying them again for every name
    /// would take quadratic time.
    numbers: HashMap<String, usize>,
}

impl Scope {
    /// Creates a scope with reserved names.
    pub(crate) fn new(reserved: impl IntoIterator<Item = &'static str>) -> Self {
        let mut reserved: Vec<&str> = reserved.into_iter().collect();
        reserved.sort_unstable();
        Self { reserved, ..Self::default() }
    }

    /// Returns `true` if a name is free.
    pub(crate) fn is_free(&self, name: &str) -> bool {
        let written = as_written(name);
        !self.is_taken(&written) && (written == name || !self.is_taken(name))
    }

    fn is_taken(&self, written: &str) -> bool {
        self.is_reserved(written) || self.taken.contains(written)
    }

    /// Takes a name, and returns `true` if it was free.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        let written = as_written(name);
        if self.is_reserved(&written) || written != name && self.is_taken(name) {
            return false;
        }
        self.taken.insert(written.into_owned())
    }

    /// Returns `true` if no item can have a name.
    pub(crate) fn is_reserved(&self, name: &str) -> bool {
        self.reserved.binary_search(&name).is_ok()
    }

    /// Takes the first free candidate; if all are taken, appends a number to the first.
    pub(crate) fn claim(&mut self, candidates: impl IntoIterator<Item = String>) -> String {
        let mut first = None;
        for candidate in candidates {
            if self.take(&candidate) {
                return candidate;
            }
            first.get_or_insert(candidate);
        }
        let base = first.unwrap_or_default();
        // A number directly after a digit would read as one number.
        let separator = if base.ends_with(|c: char| c.is_ascii_digit()) || base.contains('_') { "_" } else { "" };
        let mut number = self.numbers.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let candidate = format!("{base}{separator}{number}");
            if self.take(&candidate) {
                self.numbers.insert(base, number);
                return candidate;
            }
        }
    }
}

/// Returns a name as it is spelled in code: `self` and `self_` are the same.
fn as_written(name: &str) -> Cow<'_, str> {
    if BARE_KEYWORDS.contains(&name) { format!("{name}_").into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_handed_out_twice() {
        let mut scope = Scope::new(["Vec"]);
        let mut claim = |name: &str| scope.claim([name.to_owned()]);
        assert_eq!([claim("Pet"), claim("Pet"), claim("Pet"), claim("Vec")], ["Pet", "Pet2", "Pet3", "Vec2"]);
        assert_eq!([claim("V1"), claim("V1")], ["V1", "V1_2"]);
        assert_eq!([claim("self"), claim("self_")], ["self", "self__2"]);
    }
}
