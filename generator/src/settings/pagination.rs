//! How pages follow each other, where the document does not say so or says it otherwise than its servers do.

use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;

use super::Located;

/// What is said of pages, by `operationId` or `GET /path`.
pub type PaginationSettings = IndexMap<String, PaginationOverride>;

/// What is said of the pages of one operation. Members are JSON pointers into the body of an answer; a parameter is the
/// name of one in the query, or a JSON pointer into the body of the request.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaginationOverride {
    /// What leads from one page to the next.
    pub style: Located<ChosenPagination>,
    /// The parameter that leads to a page.
    pub parameter: Option<Located>,
    /// What leads to the next page: a member of the answer, or of its last item.
    pub next: Option<Located>,
    /// The number of the first page.
    pub first: Option<u64>,
    /// Where the items of a page are.
    pub items: Option<Located>,
    /// The member that is true as long as there are more pages.
    pub more: Option<Located>,
    /// The member that says how many items there are on all pages.
    pub total: Option<Located>,
    /// The member that says how many pages there are.
    pub total_pages: Option<Located>,
    /// The member that says which page this is.
    pub current: Option<Located>,
    /// The parameter that says how many items a page shall have.
    pub size: Option<Located>,
}

/// A style of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChosenPagination {
    /// A member of the answer is what the parameter must be next.
    Cursor,
    /// A member of the last item is what the parameter must be next.
    LastItem,
    /// The parameter counts pages.
    PageNumber,
    /// The parameter counts items.
    Offset,
    /// A member of the answer is the URL of the next page.
    NextUrl,
    /// The header `Link` has the URL of the next page.
    LinkHeader,
    /// There are no pages.
    None,
}

impl PaginationOverride {
    /// Finds the lines on which things are said; `text` is that of the settings.
    pub(super) fn locate(&mut self, path: &Path, text: &str) {
        self.style.locate(path, text);
        let Self { parameter, next, items, more, total, total_pages, current, size, .. } = self;
        let fields = [parameter, next, items, more, total, total_pages, current, size];
        fields.into_iter().flatten().for_each(|field| field.locate(path, text));
    }
}
