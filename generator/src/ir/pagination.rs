//! How answers that come in pages follow each other.

use super::Type;

/// How an operation answers page by page. Members are told by JSON pointers (RFC 6901) into the body of an answer; a
/// parameter is the name of one in the query, or a JSON pointer into the body of the request.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// What leads from one page to the next.
    pub style: PaginationStyle,
    /// Where the items of a page are.
    pub items: String,
    /// The type of an item.
    pub item: Type,
    /// The member that is true as long as there are more pages.
    pub more: Option<String>,
    /// The member that says how many items there are on all pages.
    pub total: Option<String>,
    /// The member that says how many pages there are.
    pub total_pages: Option<String>,
    /// The member that says which page this is.
    pub current: Option<String>,
    /// The parameter that says how many items a page shall have.
    pub size: Option<PageSize>,
    /// How this is known.
    pub source: PaginationSource,
}

/// What leads from one page to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaginationStyle {
    /// A member of the answer is what the parameter must be next.
    Cursor {
        /// The parameter.
        parameter: String,
        /// The member.
        next: String,
    },
    /// A member of the last item is what the parameter must be next.
    LastItem {
        /// The parameter.
        parameter: String,
        /// The member, as seen from an item.
        member: String,
    },
    /// The parameter is the number of the page.
    PageNumber {
        /// The parameter.
        parameter: String,
        /// The number of the first page.
        first: u64,
    },
    /// The parameter is how many items to leave out.
    Offset {
        /// The parameter.
        parameter: String,
    },
    /// A member of the answer is the URL of the next page.
    NextUrl {
        /// The member.
        next: String,
    },
    /// The header `Link` has the URL of the next page (RFC 8288).
    LinkHeader,
}

impl PaginationStyle {
    /// The parameter that leads from page to page, if there is one.
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

/// The parameter that says how many items a page shall have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSize {
    /// The name of the parameter.
    pub parameter: String,
    /// How many a page has when nothing is said, as far as the document tells.
    pub default: Option<u64>,
    /// How many a page can have at most, as far as the document tells.
    pub maximum: Option<u64>,
}

/// How it is known how pages follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaginationSource {
    /// People said so.
    Settings,
    /// An extension of the document says so.
    Extension(&'static str),
    /// The names and types of parameters and members leave no doubt.
    Recognised,
}
