//! Groups of operations, named after the first tag or, without tags, after the path.
//!
//! ```yaml
//! /v1/pets/{id}: {get: {tags: [Animals, Pets]}}     # Animals
//! /v1/pets: {get: {}}                               # pets: the first segment that is not a version
//! /{tenant}: {get: {}}                              # default
//! ```

use crate::hash::HashMap;
use crate::ir::{Documentation, Group, GroupId};
use crate::lower::documentation::prose;
use crate::model::{Model, Operation, Tag};

/// The groups of an API by name.
pub(super) struct Groups<'m, 'd> {
    ids: HashMap<String, GroupId>,
    /// The tags that the document describes, the first of each name.
    tags: HashMap<&'d str, &'m Tag<'d>>,
}

impl<'m, 'd> Groups<'m, 'd> {
    pub(super) fn new(model: &'m Model<'d>) -> Self {
        let tags = model.tags.iter().rev().map(|tag| (tag.name, tag)).collect();
        Self { ids: HashMap::default(), tags }
    }

    /// Returns the group of an operation, named after its first tag, or else after the first meaningful segment of its
    /// path. A new group is added to `groups`.
    pub(super) fn of(&mut self, operation: &Operation<'d>, groups: &mut Vec<Group>) -> GroupId {
        let tag = operation.tags.iter().copied().find(|tag| !tag.trim().is_empty());
        let name = tag.or_else(|| meaningful_segment(&operation.path)).unwrap_or("default");
        if let Some(known) = self.ids.get(name) {
            return *known;
        }
        let described = self.tags.get(name).copied();
        let summary = described.and_then(|tag| prose(tag.summary.as_deref()));
        let description = described.and_then(|tag| prose(tag.description.as_deref()));
        groups.push(Group {
            wire_name: name.to_owned(),
            documentation: Documentation { summary, description, ..Documentation::default() },
        });
        let group = GroupId(groups.len() - 1);
        self.ids.insert(name.to_owned(), group);
        group
    }
}

/// Returns the first segment of a path that is neither a parameter, nor a version, nor a word for the API as a whole.
/// A query is not part of it.
fn meaningful_segment(path: &str) -> Option<&str> {
    let is_version = |segment: &str| {
        segment.strip_prefix(['v', 'V']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let path = path.split('?').next().unwrap_or_default();
    path.split('/').find(|segment| {
        !segment.is_empty() && !segment.contains('{') && !is_version(segment) && !matches!(*segment, "api" | "rest")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_parameters_and_general_words_are_passed_over() {
        assert_eq!(meaningful_segment("/api/v2/conversations/{id}"), Some("conversations"));
        assert_eq!(meaningful_segment("/{tenant}/vaults"), Some("vaults"));
        assert_eq!(meaningful_segment("/v1.1/{id}"), None);
        assert_eq!(meaningful_segment("/v1/files?beta=true"), Some("files"));
    }
}
