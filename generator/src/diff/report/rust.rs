//! The lines of the public surface that an update changes, item by item.
//!
//! ```text
//! before                            after                             shown
//! pub struct Pet {                  pub struct Pet {                   pub struct Pet {
//!     pub tag: Option<String>,          pub tag: Option<i64>,         -    pub tag: Option<String>,
//!     pub name: String,                 pub name: String,             +    pub tag: Option<i64>,
//! }                                 }
//! ```

use crate::hash::{HashMap, IndexMap};

/// The declaration of an item of the surface. Its lines are compared by their meaning: a renamed type has its new name
/// on both sides.
#[derive(Clone, Debug, Default)]
pub(in crate::diff) struct Declaration {
    pub meaning: String,
    /// The text, unless it is the meaning.
    pub text: Option<String>,
}

/// A line of a declaration.
#[derive(Clone, Copy, Debug)]
struct Line<'d> {
    meaning: &'d str,
    text: &'d str,
}

impl Declaration {
    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let text = self.text.as_ref().unwrap_or(&self.meaning);
        self.meaning.lines().zip(text.lines()).map(|(meaning, text)| Line { meaning, text })
    }
}

/// The changed lines of the items of a public surface, by the names of the items on either side.
#[derive(Clone, Debug, Default)]
pub(in crate::diff) struct RustChanges {
    items: Vec<Vec<Block>>,
    by_name: HashMap<String, usize>,
}

/// The changed lines below one head, such as `pub struct Pet {`, or without one.
#[derive(Clone, Debug, Default)]
struct Block {
    head: Option<String>,
    removed: Vec<String>,
    added: Vec<String>,
}

impl RustChanges {
    /// Adds an item with its old and its new name, and returns `true` if it changed. The order of its lines is
    /// irrelevant.
    pub(in crate::diff) fn add(&mut self, names: [&str; 2], old: &Declaration, new: &Declaration) -> bool {
        let blocks = changed_blocks(old, new);
        if blocks.is_empty() {
            return false;
        }
        for name in names {
            self.by_name.insert(name.to_owned(), self.items.len());
        }
        self.items.push(blocks);
        true
    }

    /// Returns the changed lines of the first of these items that has any, as lines of a diff, and the number of further
    /// lines beyond `most`.
    pub(super) fn diff<'n>(
        &self,
        names: impl IntoIterator<Item = &'n String>,
        most: usize,
    ) -> Option<(Vec<String>, usize)> {
        let blocks = names.into_iter().find_map(|name| self.items.get(*self.by_name.get(name)?))?;
        let mut lines: Vec<String> = Vec::new();
        for block in blocks {
            lines.extend(block.head.iter().map(|head| format!(" {head}")));
            lines.extend(block.removed.iter().map(|line| format!("-{line}")));
            lines.extend(block.added.iter().map(|line| format!("+{line}")));
        }
        let further = lines.len().saturating_sub(most);
        lines.truncate(most);
        Some((lines, further))
    }
}

/// Returns the lines that only one side has, below their heads.
fn changed_blocks(old: &Declaration, new: &Declaration) -> Vec<Block> {
    let mut blocks: IndexMap<String, Block> = IndexMap::default();
    for (is_old, lines, others) in [(true, old, new), (false, new, old)] {
        let mut counts: HashMap<&str, usize> = HashMap::default();
        for line in others.lines() {
            *counts.entry(line.meaning).or_default() += 1;
        }
        // The head of the lines that follow, unless it changed with them.
        let mut head: Option<Line<'_>> = None;
        for line in lines.lines() {
            let is_indented = line.text.starts_with(' ');
            if !is_indented {
                head = None;
            }
            match counts.get_mut(line.meaning) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    if !is_indented && line.text.ends_with('{') {
                        head = Some(line);
                    }
                }
                _ => {
                    let block = blocks.entry(head.map(|head| head.meaning.to_owned()).unwrap_or_default()).or_default();
                    block.head = head.map(|head| head.text.to_owned());
                    let changed = if is_old { &mut block.removed } else { &mut block.added };
                    changed.push(line.text.to_owned());
                }
            }
        }
    }
    blocks.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declaration(text: &str) -> Declaration {
        Declaration { meaning: text.replace("Cat", "Pet"), text: Some(text.to_owned()) }
    }

    fn diff(old: &str, new: &str) -> Vec<String> {
        let mut changes = RustChanges::default();
        let is_changed = changes.add(["Cat", "Pet"], &declaration(old), &declaration(new));
        let (lines, further) = changes.diff([&"Pet".to_owned()], 20).unwrap_or_default();
        assert_eq!((further, is_changed), (0, !lines.is_empty()));
        lines
    }

    #[test]
    fn only_changed_lines_are_shown_below_their_heads() {
        let old = "pub struct Pet {\n    pub tag: String,\n    pub a: Cat,\n}";
        assert_eq!(
            diff(old, "pub struct Pet {\n    pub a: Pet,\n    pub tag: i64,\n}"),
            [" pub struct Pet {", "-    pub tag: String,", "+    pub tag: i64,"]
        );
        assert!(diff(old, "pub struct Pet {\n    pub a: Pet,\n    pub tag: String,\n}").is_empty());
        assert_eq!(diff("", "pub enum Pet {\n    Cat,\n}"), ["+pub enum Pet {", "+    Cat,", "+}"]);
        assert_eq!(diff("#[non_exhaustive]\npub struct Cat {}", "pub struct Pet {}"), ["-#[non_exhaustive]"]);
    }
}
