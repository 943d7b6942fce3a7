//! Groups of operations.

use crate::ir::{Documentation, Group, GroupId};
use crate::lower::Lowering;
use crate::lower::documentation::prose;
use crate::model::Operation;

impl<'d> Lowering<'_, 'd, '_> {
    /// The group of an operation: its first tag, or else the first segment of its path that means something.
    pub(super) fn group(&mut self, operation: &Operation<'d>) -> GroupId {
        let tag = operation.tags.iter().copied().find(|tag| !tag.trim().is_empty());
        let name = tag.or_else(|| meaningful_segment(&operation.path)).unwrap_or("default");
        if let Some(known) = self.groups.get(name) {
            return *known;
        }
        let described = self.tags.get(name).copied();
        let summary = described.and_then(|tag| prose(tag.summary.as_deref()));
        let description = described.and_then(|tag| prose(tag.description.as_deref()));
        self.api.groups.push(Group {
            wire_name: name.to_owned(),
            documentation: Documentation { summary, description, ..Documentation::default() },
        });
        let group = GroupId(self.api.groups.len() - 1);
        self.groups.insert(name.to_owned(), group);
        group
    }
}

/// The first segment that is neither a parameter, nor a version, nor a word that stands for the API as a whole. What a path
/// says after a question mark is no segment.
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
