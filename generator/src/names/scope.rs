//! Scopes: places in which every name is handed out once.

use std::collections::{HashMap, HashSet};

use crate::settings::BARE_KEYWORDS;

/// A place in which names must differ.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    taken: HashSet<String>,
    /// The number that was handed out last behind each name: all below are taken, and looking at them again for every name
    /// would cost the square of their count.
    numbers: HashMap<String, usize>,
}

impl Scope {
    /// A scope in which these names are never handed out.
    pub(crate) fn new<'n>(reserved: impl IntoIterator<Item = &'n str>) -> Self {
        Self { taken: reserved.into_iter().map(str::to_owned).collect(), numbers: HashMap::new() }
    }

    /// Whether nobody has this name.
    pub(crate) fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name) && !self.taken.contains(&as_written(name))
    }

    /// Takes a name, if nobody has it.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        self.is_free(name) && self.taken.insert(as_written(name))
    }

    /// Takes the first of these names that nobody has; when all are taken, the first with a number.
    pub(crate) fn claim(&mut self, candidates: impl IntoIterator<Item = String>) -> String {
        let mut first = None;
        for candidate in candidates {
            if self.take(&candidate) {
                return candidate;
            }
            first.get_or_insert(candidate);
        }
        let base = first.unwrap_or_default();
        // A number right after a digit would read as one number.
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

/// A name as it is written in code: `self` and `self_` are one.
fn as_written(name: &str) -> String {
    if BARE_KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
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
