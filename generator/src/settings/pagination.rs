//! `[pagination]`: pagination overrides, for documents that do not describe pagination or describe it incorrectly.

use std::path::Path;

use serde::Deserialize;

use crate::hash::IndexMap;

use super::Located;

/// Pagination overrides by `operationId` or `GET /path`.
pub type PaginationSettings = IndexMap<String, PaginationOverride>;

/// Pagination of one operation. Properties are JSON pointers into the body of a response. A parameter is the name of a
/// query parameter, or a JSON pointer into the body of the request.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PaginationOverride {
    /// The rule for requesting the next page.
    pub style: Located<ChosenPagination>,
    /// The parameter that selects a page. Required by the styles `cursor`, `last-item`, `page-number` and `offset`.
    pub parameter: Option<Located>,
    /// The value that selects the next page: a property of the response, or of its last item with the style `last-item`.
    /// Required by `cursor`, `last-item` and `next-url`.
    pub next: Option<Located>,
    /// The number of the first page with the style `page-number`. By default it is taken from the document, or 1.
    pub first: Option<u64>,
    /// The location of the items of a page.
    pub items: Option<Located>,
    /// The property that is true while there are more pages.
    pub more: Option<Located>,
    /// The property with the total number of items.
    pub total: Option<Located>,
    /// The property with the total number of pages.
    pub total_pages: Option<Located>,
    /// The property with the number of the current page.
    pub current: Option<Located>,
    /// The parameter for the number of items per page.
    pub size: Option<Located>,
}

/// A pagination style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChosenPagination {
    /// The parameter takes the value of a property of the response.
    Cursor,
    /// The parameter takes the value of a property of the last item.
    LastItem,
    /// The parameter is the number of a page.
    PageNumber,
    /// The parameter is the number of items to skip.
    Offset,
    /// A property of the response is the URL of the next page.
    NextUrl,
    /// The `Link` header contains the URL of the next page.
    LinkHeader,
    /// The operation is not paginated.
    None,
}

impl PaginationOverride {
    /// Records the lines of all fields; `text` is the text of the settings.
    pub(super) fn locate(&mut self, path: &Path, text: &str) {
        self.style.locate(path, text);
        let Self { parameter, next, items, more, total, total_pages, current, size, .. } = self;
        let fields = [parameter, next, items, more, total, total_pages, current, size];
        fields.into_iter().flatten().for_each(|field| field.locate(path, text));
    }
}
