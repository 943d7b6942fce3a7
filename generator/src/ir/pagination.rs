//! Pagination: how the caller gets from one page of a response to the next.
//!
//! ```text
//! GET /pets?cursor=…  →  { data: [Pet], next_cursor: … }
//!
//! Cursor { parameter: "cursor", next: "/next_cursor" }, items: "/data", item: Pet
//! ```

use super::Type;

/// The pagination of an operation. Properties are JSON pointers (RFC 6901) into the response body. A parameter is the
/// name of a query parameter, or a JSON pointer into the request body.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// The way from one page to the next.
    pub style: PaginationStyle,
    /// The location of the items of a page.
    pub items: String,
    /// The type of an item.
    pub item: Type,
    /// The property that is true as long as there are more pages.
    pub more: Option<String>,
    /// The property with the total number of items.
    pub total: Option<String>,
    /// The property with the total number of pages.
    pub total_pages: Option<String>,
    /// The property with the number of the current page.
    pub current: Option<String>,
    /// The parameter for the number of items per page.
    pub size: Option<PageSize>,
    /// The source of this information.
    pub source: PaginationSource,
}

/// The way from one page to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaginationStyle {
    /// A property of the response is the next value of the parameter.
    Cursor {
        /// The parameter.
        parameter: String,
        /// The property.
        next: String,
    },
    /// A property of the last item is the next value of the parameter.
    LastItem {
        /// The parameter.
        parameter: String,
        /// The property, relative to an item.
        member: String,
    },
    /// The parameter is the page number.
    PageNumber {
        /// The parameter.
        parameter: String,
        /// The number of the first page.
        first: u64,
    },
    /// The parameter is the number of items to skip.
    Offset {
        /// The parameter.
        parameter: String,
    },
    /// A property of the response is the URL of the next page.
    NextUrl {
        /// The property.
        next: String,
    },
    /// The `Link` header contains the URL of the next page (RFC 8288).
    LinkHeader,
}

impl PaginationStyle {
    /// Returns the parameter that selects a page, or `None` if there is none.
    pub fn parameter(&self) -> Option<&str> {
        match self {
            Self::Cursor { parameter, .. }
            | Self::LastItem { parameter, .. }
            | Self::PageNumber { parameter, .. }
            | Self::Offset { parameter } => Some(parameter),
            Self::NextUrl { .. } | Self::LinkHeader => None,
        }
    }
}

/// The parameter for the number of items per page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSize {
    /// The name of the parameter.
    pub parameter: String,
    /// The default number of items per page, if the document defines it.
    pub default: Option<u64>,
    /// The maximum number of items per page, if the document defines it.
    pub maximum: Option<u64>,
}

/// The source of information about pagination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaginationSource {
    /// The settings.
    Settings,
    /// An extension of the document.
    Extension(&'static str),
    /// The names and types of parameters and properties.
    Recognized,
}
