//! The items of a reference: nested bullets, each with a name, its types and a text.

use std::ops::Range;

use crate::import::markdown::Line;

/// The maximum nesting of bullets. Each becomes several levels of a schema.
const DEPTH: usize = 48;

/// The subject of a bullet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A parameter or a property of an object.
    Named(String),
    /// The elements of an array: `Items:`.
    Items,
    /// A variant of a union: `Variant (object):`.
    Variant,
    /// Content that the page omits: `...`.
    CutOff,
}

/// A bullet with the bullets below it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub subject: Subject,
    /// The text in parentheses, without `required`: such as `path, string`, or `string | null`.
    pub types: String,
    pub is_required: bool,
    pub text: String,
    /// The byte range of its first line.
    pub span: Range<usize>,
    pub children: Vec<Item>,
}

/// Returns the items of some lines.
pub(super) fn items(lines: &[Line<'_>]) -> Vec<Item> {
    let mut flat: Vec<(usize, Item)> = Vec::new();
    for line in lines {
        let text = line.text.trim_start();
        let indentation = line.text.len() - text.len();
        match item(line) {
            Some(item) => flat.push((indentation, item)),
            None => {
                if let Some((_, item)) = flat.last_mut() {
                    item.text.push('\n');
                    item.text.push_str(line.text.trim());
                }
            }
        }
    }
    let mut flat = flat.into_iter().peekable();
    let mut items = Vec::new();
    while let Some((indentation, first)) = flat.next() {
        items.push(nest(first, indentation, DEPTH, &mut flat));
    }
    items
}

/// Adds the children of an item. Children below the maximum nesting become siblings of their parent.
fn nest(
    mut item: Item,
    indentation: usize,
    depth: usize,
    rest: &mut std::iter::Peekable<impl Iterator<Item = (usize, Item)>>,
) -> Item {
    item.text = item.text.trim().to_owned();
    while depth > 0
        && let Some((inner, child)) = rest.next_if(|(inner, _)| *inner > indentation)
    {
        item.children.push(nest(child, inner, depth - 1, rest));
    }
    item
}

/// Parses the first line of an item.
fn item(line: &Line<'_>) -> Option<Item> {
    let text = line.text.trim_start().strip_prefix("- ")?;
    let new = |subject, types: &str, is_required, text: &str| {
        let (types, text) = (types.trim().to_owned(), text.trim().to_owned());
        Some(Item { subject, types, is_required, text, span: line.span(), children: Vec::new() })
    };
    match text.trim() {
        "..." | "…" => return new(Subject::CutOff, "", false, ""),
        "Items:" => return new(Subject::Items, "", false, ""),
        _ => {}
    }
    if let Some(rest) = text.strip_prefix("Variant (") {
        let (types, rest) = rest.split_once(')')?;
        return new(Subject::Variant, types, false, rest.trim_start().strip_prefix(':')?);
    }
    let (name, rest) = text.strip_prefix('`')?.split_once('`')?;
    let (inside, rest) = rest.trim_start().strip_prefix('(')?.split_once(')')?;
    let (types, requirement) = inside.rsplit_once(',')?;
    let is_required = match requirement.trim() {
        "required" => true,
        "optional" => false,
        _ => return None,
    };
    let text = rest.trim_start();
    new(Subject::Named(name.to_owned()), types, is_required, text.strip_prefix(':').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::markdown::lines;

    #[test]
    fn bullets_nest_and_texts_go_on() {
        let text = "\
- `a` (string | null, required): One of:
  - `x`: the first
  - `y`: the second Enum: 'x', 'y'.
- `b` (array<object>, optional)
  - Items:
    - `c` (integer, required): A count.
    - ...
- `d` (string | object, optional): D.
  - Variant (object):
    - `e` (string, required)
";
        let items = items(&lines(text));
        let names: Vec<_> = items.iter().map(|item| item.subject.clone()).collect();
        assert_eq!(names, ["a", "b", "d"].map(|name| Subject::Named(name.to_owned())));
        assert_eq!(items[0].text, "One of:\n- `x`: the first\n- `y`: the second Enum: 'x', 'y'.");
        assert_eq!((items[0].types.as_str(), items[0].is_required), ("string | null", true));
        assert_eq!(items[1].children[0].subject, Subject::Items);
        assert_eq!(items[1].children[0].children[1].subject, Subject::CutOff);
        assert_eq!(items[2].children[0].types, "object");
    }

    #[test]
    fn bullets_without_end_do_not_nest_without_end() {
        let text: String = (0..1_000).map(|level| format!("{}- `a` (object, required)\n", " ".repeat(level))).collect();
        let mut depth = 0;
        let mut at = items(&lines(&text));
        while let Some(first) = at.into_iter().next() {
            (depth, at) = (depth + 1, first.children);
        }
        assert_eq!(depth, DEPTH + 1);
    }
}
