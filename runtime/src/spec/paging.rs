//! Pagination rules: one constant for each paginated operation.

/// The pagination rules of an operation. Generated code has a constant for each paginated operation.
///
/// Properties are JSON pointers (RFC 6901) into the response body. A parameter is the name of a query parameter or, if
/// it starts with a slash, a JSON pointer into the request body.
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

/// The mechanism that locates the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PagingStyle {
    /// The response contains the next value of the parameter.
    Cursor { parameter: &'static str, next: &'static str },
    /// The next value of the parameter is a property of the last item.
    LastItem { parameter: &'static str, member: &'static str },
    /// The parameter is a page number.
    PageNumber { parameter: &'static str, first: u64 },
    /// The parameter is the number of items to skip.
    Offset { parameter: &'static str },
    /// The response contains the URL of the next page.
    NextUrl { next: &'static str },
    /// The `Link` header contains the URL of the next page (RFC 8288).
    LinkHeader,
}

/// The parameter for the number of items on a page. A number is 0 if it is not documented.
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

    /// Creates rules with a cursor: the property `next` of a response is the parameter of the next page.
    pub const fn cursor(parameter: &'static str, next: &'static str) -> Self {
        Paging::new(PagingStyle::Cursor { parameter, next })
    }

    /// Creates rules with the last item as the cursor: this property of it is the parameter of the next page.
    pub const fn last_item(parameter: &'static str, member: &'static str) -> Self {
        Paging::new(PagingStyle::LastItem { parameter, member })
    }

    /// Creates rules with page numbers. `first` is the number of the first page.
    pub const fn page_number(parameter: &'static str, first: u64) -> Self {
        Paging::new(PagingStyle::PageNumber { parameter, first })
    }

    /// Creates rules with an offset: the parameter is the number of items to skip.
    pub const fn offset(parameter: &'static str) -> Self {
        Paging::new(PagingStyle::Offset { parameter })
    }

    /// Creates rules with links: the property `next` of a response is the URL of the next page.
    pub const fn next_url(next: &'static str) -> Self {
        Paging::new(PagingStyle::NextUrl { next })
    }

    /// Creates rules with links: the `Link` header of a response contains the URL of the next page.
    pub const fn link_header() -> Self {
        Paging::new(PagingStyle::LinkHeader)
    }

    /// Sets the location of the items of a page. The default is the whole response.
    #[must_use]
    pub const fn items(mut self, items: &'static str) -> Self {
        self.items = items;
        self
    }

    /// Sets the property that is `true` while there are more pages.
    #[must_use]
    pub const fn more(mut self, more: &'static str) -> Self {
        self.more = Some(more);
        self
    }

    /// Sets the property that contains the total number of items on all pages.
    #[must_use]
    pub const fn total(mut self, total: &'static str) -> Self {
        self.total = Some(total);
        self
    }

    /// Sets the property that contains the number of pages.
    #[must_use]
    pub const fn total_pages(mut self, total_pages: &'static str) -> Self {
        self.total_pages = Some(total_pages);
        self
    }

    /// Sets the property that contains the number of the current page.
    #[must_use]
    pub const fn current(mut self, current: &'static str) -> Self {
        self.current = Some(current);
        self
    }

    /// Sets the parameter for the number of items on a page, its default and its maximum. An unknown number is 0.
    #[must_use]
    pub const fn size(mut self, parameter: &'static str, default: u64, maximum: u64) -> Self {
        self.size = Some(PageSize { parameter, default, maximum });
        self
    }
}
