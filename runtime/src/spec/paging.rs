//! How the pages of an operation follow each other: one constant for each operation that has pages.

/// How the pages of an operation follow each other. Generated code holds one for each operation that has pages.
///
/// Members are named by JSON pointers (RFC 6901) into the body of an answer. A parameter is the name of one in the
/// query, or, with a slash before it, a JSON pointer into the body of the request.
///
/// ```
/// # use apiarist_runtime::codegen::Paging;
/// const ITEMS: Paging = Paging::cursor("after", "/last_id").items("/data").more("/has_more");
/// const USERS: Paging = Paging::page_number("page", 1).items("/users").total("/total_count").size("limit", 10, 100);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    pub(crate) style: PagingStyle,
    pub(crate) items: &'static str,
    pub(crate) more: Option<&'static str>,
    pub(crate) total: Option<&'static str>,
    pub(crate) total_pages: Option<&'static str>,
    pub(crate) current: Option<&'static str>,
    pub(crate) size: Option<PageSize>,
}

/// What leads from one page to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PagingStyle {
    /// The answer holds what the parameter must be next.
    Cursor { parameter: &'static str, next: &'static str },
    /// The parameter is a member of the last item.
    LastItem { parameter: &'static str, member: &'static str },
    /// The parameter counts pages.
    PageNumber { parameter: &'static str, first: u64 },
    /// The parameter counts items.
    Offset { parameter: &'static str },
    /// The answer holds the URL of the next page.
    NextUrl { next: &'static str },
    /// The header `Link` holds the URL of the next page (RFC 8288).
    LinkHeader,
}

/// The parameter that says how many items a page shall have; 0 stands for what the document does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PageSize {
    pub(crate) parameter: &'static str,
    pub(crate) default: u64,
    pub(crate) maximum: u64,
}

impl Paging {
    const fn new(style: PagingStyle) -> Self {
        Paging { style, items: "", more: None, total: None, total_pages: None, current: None, size: None }
    }

    /// The member `next` of an answer is what the parameter must be for the next page.
    pub const fn cursor(parameter: &'static str, next: &'static str) -> Self {
        Paging::new(PagingStyle::Cursor { parameter, next })
    }

    /// This member of the last item of a page is what the parameter must be for the next page.
    pub const fn last_item(parameter: &'static str, member: &'static str) -> Self {
        Paging::new(PagingStyle::LastItem { parameter, member })
    }

    /// The parameter is the number of the page, and this the number of the first one.
    pub const fn page_number(parameter: &'static str, first: u64) -> Self {
        Paging::new(PagingStyle::PageNumber { parameter, first })
    }

    /// The parameter is how many items to leave out.
    pub const fn offset(parameter: &'static str) -> Self {
        Paging::new(PagingStyle::Offset { parameter })
    }

    /// The member `next` of an answer is the URL of the next page.
    pub const fn next_url(next: &'static str) -> Self {
        Paging::new(PagingStyle::NextUrl { next })
    }

    /// The header `Link` of an answer has the URL of the next page.
    pub const fn link_header() -> Self {
        Paging::new(PagingStyle::LinkHeader)
    }

    /// Where the items of a page are; the whole answer when this is not said.
    #[must_use]
    pub const fn items(mut self, items: &'static str) -> Self {
        self.items = items;
        self
    }

    /// The member that is true as long as there are more pages.
    #[must_use]
    pub const fn more(mut self, more: &'static str) -> Self {
        self.more = Some(more);
        self
    }

    /// The member that says how many items there are on all pages together.
    #[must_use]
    pub const fn total(mut self, total: &'static str) -> Self {
        self.total = Some(total);
        self
    }

    /// The member that says how many pages there are.
    #[must_use]
    pub const fn total_pages(mut self, total_pages: &'static str) -> Self {
        self.total_pages = Some(total_pages);
        self
    }

    /// The member that says which page this is.
    #[must_use]
    pub const fn current(mut self, current: &'static str) -> Self {
        self.current = Some(current);
        self
    }

    /// The parameter that says how many items a page shall have, how many it has without, and how many it can have at
    /// most; 0 for a number that is not known.
    #[must_use]
    pub const fn size(mut self, parameter: &'static str, default: u64, maximum: u64) -> Self {
        self.size = Some(PageSize { parameter, default, maximum });
        self
    }
}
