//! Tags: the groups that operations are shown in.

use serde_json::{Map, Value};

use super::Text;
use super::reader::Reader;
use crate::source::Pointer;

/// An entry of `tags`.
#[derive(Clone, Debug)]
pub struct Tag<'d> {
    /// `name`.
    pub name: &'d str,
    /// `summary` (OpenAPI 3.2).
    pub summary: Option<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `tags`; one without a name is reported where it stands.
    pub(super) fn tags(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Tag<'d>> {
        let mut tags = Vec::new();
        for tag in self.list(members, at, "tags") {
            let Some(members) = self.object(&tag) else { continue };
            if let Some(name) = self.string(members, &tag.pointer, "name") {
                let mut text = |key| self.text(members, &tag.pointer, key);
                tags.push(Tag { name, summary: text("summary"), description: text("description") });
            }
        }
        tags
    }
}
