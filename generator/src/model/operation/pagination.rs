//! Extensions that say how pages follow each other.

use serde_json::Value;

use crate::model::node::Object;
use crate::source::Pointer;

/// The names of extensions that say how pages follow each other.
const NAMES: [&str; 4] = ["x-speakeasy-pagination", "x-fern-pagination", "x-ms-pageable", "x-pagination"];

/// What an extension says of how pages follow each other.
#[derive(Clone, Debug)]
pub struct PaginationExtension<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub value: &'d Value,
}

impl<'d> PaginationExtension<'d> {
    /// The first there is of such extensions among the members of an object.
    pub(in crate::model) fn read(object: &Object<'d>) -> Option<Self> {
        let found = NAMES.into_iter().find_map(|name| Some((name, object.get(name)?)));
        found.map(|(name, value)| Self { origin: object.at.join(name), name, value })
    }
}
