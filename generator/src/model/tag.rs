//! Tags: the groups of operations.

use super::Text;
use super::node::Object;
use super::reader::Reader;

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
    /// Reads `tags`. A tag without a name is reported at its location.
    pub(super) fn tags(&mut self, object: &Object<'d>) -> Vec<Tag<'d>> {
        let mut tags = Vec::new();
        for tag in self.list(object, "tags") {
            let Some(object) = &self.object(&tag) else { continue };
            if let Some(name) = self.string(object, "name") {
                let mut text = |key| self.text(object, key);
                tags.push(Tag { name, summary: text("summary"), description: text("description") });
            }
        }
        tags
    }
}
