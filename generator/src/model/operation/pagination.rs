//! Extensions that describe pagination.

use serde_json::Value;

use crate::model::node::Object;
use crate::source::Pointer;

/// The names of extensions that describe pagination.
const NAMES: [&str; 4] = ["x-speakeasy-pagination", "x-fern-pagination", "x-ms-pageable", "x-pagination"];

/// A pagination extension.
#[derive(Clone, Debug)]
pub struct PaginationExtension<'d> {
    /// Its location.
    pub origin: Pointer,
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: &'d Value,
}

impl<'d> PaginationExtension<'d> {
    /// Returns the first pagination extension of an object.
    pub(in crate::model) fn read(object: &Object<'d>) -> Option<Self> {
        let found = NAMES.into_iter().find_map(|name| Some((name, object.get(name)?)));
        found.map(|(name, value)| Self { origin: object.at.join(name), name, value })
    }
}
