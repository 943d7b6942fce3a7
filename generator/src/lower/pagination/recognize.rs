//! Recognition of unambiguous paging rules by the names and types of parameters and properties.
//!
//! ```text
//! cursor                           next_cursor                          a cursor
//! after                            last_id, has_more                    the id of the last item
//! page (first number known)        total_pages, or with per_page        a page number
//! offset, limit                    –                                    an offset
//! –                                next, previous, count, results       the URL of the next page
//! –                                the header `Link`                    a link header
//! ```
//!
//! A wrong guess is worse than none, so an ambiguous name is not recognized.

use super::PagingRule;
use super::page::Page;
use super::response_shape::{Property, PropertyLocation, ResponseShape};
use crate::ir::{PaginationStyle, Scalar, Type};

/// Properties with the cursor of the next page, at any location.
const NEXT_CURSORS: [&str; 14] = [
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "nextpagecursor",
    "nextpageid",
    "nextpagekey",
    "nextmarker",
    "nextkey",
    "nextpaginationtoken",
    "nextcontinuationtoken",
    "nextstartkey",
    "nextafter",
    "nextpageafter",
    "endcursor",
];

/// Parameters that accept a cursor.
const CURSORS: [&str; 18] = [
    "cursor",
    "continue",
    "pagetoken",
    "nexttoken",
    "nextcursor",
    "nextpagetoken",
    "startcursor",
    "pagecursor",
    "nextpagecursor",
    "paginationtoken",
    "continuationtoken",
    "after",
    "aftercursor",
    "startingafter",
    "pageafter",
    "startkey",
    "pagekey",
    "marker",
];

/// Parameters that accept the id of the last item.
const LAST_ITEMS: [&str; 3] = ["startingafter", "afterid", "after"];

const MORE: [&str; 4] = ["hasmore", "hasnext", "hasnextpage", "hasmoreitems"];
const TOTALS: [&str; 6] = ["total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalelements"];
const TOTAL_PAGES: [&str; 6] = ["totalpages", "pagecount", "numpages", "totalpagecount", "lastpage", "totalpage"];
const CURRENT: [&str; 3] = ["currentpage", "pagenumber", "page"];
const PAGE_NUMBERS: [&str; 5] = ["page", "pagenumber", "pagenum", "pageno", "currentpage"];
const OFFSETS: [&str; 3] = ["offset", "skip", "pageoffset"];
const SIZES: [&str; 10] =
    ["limit", "perpage", "pagesize", "size", "pagelimit", "count", "take", "top", "maxresults", "itemsperpage"];

/// Properties with the URL of the next page, at any location.
const NEXT_URLS: [&str; 8] =
    ["nextlink", "nexturl", "nextpageurl", "nextpagelink", "nextpageuri", "nexturi", "nexthref", "odatanextlink"];

/// Returns a normalized name: letters and digits in lower case.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl<'a, 'd> Page<'a, 'd> {
    /// Returns the paging rule, if it is unambiguous.
    pub(super) fn recognize(&self) -> Option<PagingRule> {
        if self.operation.method != "GET" {
            return None;
        }
        let recognition = Recognition { page: self, response: ResponseShape::new(self)? };
        let cursor = recognition.cursor().or_else(|| recognition.last_id());
        // Such servers return cursors only when asked to.
        if cursor.as_ref().is_some_and(|style| recognition.counts_beside(style)) {
            return None;
        }
        let style = cursor.or_else(|| recognition.next_url()).or_else(|| recognition.link_header());
        let rule = match style {
            Some(style) => PagingRule { more: recognition.more(), ..PagingRule::new(style) },
            None => recognition.page_number().or_else(|| recognition.offset())?,
        };
        Some(PagingRule { items: Some(recognition.response.items.clone()), ..rule })
    }
}

struct Recognition<'p, 'a, 'd> {
    page: &'p Page<'a, 'd>,
    response: ResponseShape<'a>,
}

impl<'a> Recognition<'_, 'a, '_> {
    /// Returns the only query parameter with one of these names and a matching type.
    fn parameter(&self, names: &[&str], fits: impl Fn(&'a Type) -> bool) -> Option<String> {
        let mut found = self.page.query().filter(|(name, type_)| names.contains(&plain(name).as_str()) && fits(type_));
        let (name, _) = found.next()?;
        found.next().is_none().then_some(name)
    }

    /// Returns the only property of the response with one of these names and a matching type.
    fn member(&self, names: &[&str], fits: impl Fn(&'a Type) -> bool) -> Option<(String, &'a Type)> {
        self.response.find(|member| names.contains(&member.name.as_str()) && fits(member.type_))
    }

    fn count(&self, names: &[&str]) -> Option<String> {
        self.member(names, |type_| self.page.is_number(type_)).map(|(pointer, _)| pointer)
    }

    fn more(&self) -> Option<String> {
        let is_flag = |type_: &'a Type| *self.page.resolved(type_) == Type::Scalar(Scalar::Boolean);
        self.member(&MORE, is_flag).map(|(pointer, _)| pointer)
    }

    /// Recognizes `cursor` and `next_cursor`, `page_id` and `next_page_id`, `after` and `paging.cursors.after`,
    /// `offset` and `next_page.offset`.
    fn cursor(&self) -> Option<PaginationStyle> {
        let is_cursor = |type_: &'a Type| {
            let resolved = self.page.resolved(type_);
            matches!(resolved, Type::Scalar(Scalar::String | Scalar::Integer(_) | Scalar::Uuid))
                || (*resolved != Type::Scalar(Scalar::Any) && self.page.is_scalar(type_) && !self.page.is_number(type_))
        };
        let named = |type_: &'a Type| {
            self.response.find(|member| {
                let is_next = NEXT_CURSORS.contains(&member.name.as_str())
                    || (member.location == PropertyLocation::Pages
                        && matches!(member.name.as_str(), "after" | "continuationtoken"))
                    || (member.location == PropertyLocation::Cursors
                        && matches!(member.name.as_str(), "next" | "after"));
                is_next && is_cursor(member.type_) && self.page.is_number(member.type_) == self.page.is_number(type_)
            })
        };
        // A parameter and a property whose names differ only by `next` belong together.
        for (parameter, type_) in self.page.query().filter(|(_, type_)| is_cursor(type_)) {
            let name = plain(&parameter);
            let is_pair = |member: &str| match name.as_str() {
                "page" => member == "nextpage",
                _ if CURSORS.contains(&name.as_str()) || name == "pageid" => {
                    member.strip_prefix("next") == Some(&name) || (member == name && is_said_by_answer(&name))
                }
                _ => false,
            };
            let same_kind = |other| is_cursor(other) && self.page.is_number(type_) == self.page.is_number(other);
            let is_next = |member: &Property<'_>| match member.location {
                PropertyLocation::NextPage => member.name == name,
                _ => is_pair(&member.name),
            };
            if let Some((next, _)) = self.response.find(|member| is_next(member) && same_kind(member.type_)) {
                return Some(PaginationStyle::Cursor { parameter, next });
            }
        }
        let parameter = self.parameter(&CURSORS, is_cursor)?;
        let (next, _) = named(self.page.parameter(&parameter)?)?;
        Some(PaginationStyle::Cursor { parameter, next })
    }

    /// Recognizes `after` and `last_id` with `has_more`; `starting_after` with `has_more` and items that have an id.
    fn last_id(&self) -> Option<PaginationStyle> {
        self.more()?;
        let parameter = self.parameter(&LAST_ITEMS, |type_| self.page.is_scalar(type_))?;
        if let Some((next, _)) = self.member(&["lastid"], |type_| self.page.is_scalar(type_)) {
            return Some(PaginationStyle::Cursor { parameter, next });
        }
        let is_id = plain(&parameter) != "after";
        let member = ["id", "_id"].into_iter().find(|name| is_id && self.page.has_scalar(self.response.item, name))?;
        Some(PaginationStyle::LastItem { parameter, member: format!("/{member}") })
    }

    /// Returns `true` if a parameter counts pages or items, in addition to the cursor parameter.
    fn counts_beside(&self, style: &PaginationStyle) -> bool {
        self.page.query().any(|(name, type_)| {
            let plain = plain(&name);
            let counts = PAGE_NUMBERS.contains(&plain.as_str()) || OFFSETS.contains(&plain.as_str());
            counts && self.page.is_number(type_) && style.parameter() != Some(&name)
        })
    }

    /// Recognizes `next_url`, `links.next`, or the `count`, `next`, `previous` and `results` of Django REST framework.
    fn next_url(&self) -> Option<PaginationStyle> {
        let is_text = |type_: &'a Type| *self.page.resolved(type_) == Type::Scalar(Scalar::String);
        let has = |name: &str| {
            self.response.find(|member| member.name == name && member.location == PropertyLocation::Top).is_some()
        };
        let is_django = has("count") && has("next") && has("previous") && self.response.items == "/results";
        let (next, _) = self.response.find(|member| {
            let is_url = NEXT_URLS.contains(&member.name.as_str())
                || (member.location == PropertyLocation::Links && matches!(member.name.as_str(), "next" | "nextpage"))
                || (member.location == PropertyLocation::NextLink && member.name == "href")
                || (member.location == PropertyLocation::Top && member.name == "next" && is_django);
            is_url && is_text(member.type_)
        })?;
        Some(PaginationStyle::NextUrl { next })
    }

    fn link_header(&self) -> Option<PaginationStyle> {
        let has_link = self.page.operation.headers.iter().any(|header| header.wire_name.eq_ignore_ascii_case("link"));
        has_link.then_some(PaginationStyle::LinkHeader)
    }

    /// Recognizes `page` with a known first page, and a page size or a number of pages.
    fn page_number(&self) -> Option<PagingRule> {
        let parameter = self.parameter(&PAGE_NUMBERS, |type_| self.page.is_number(type_))?;
        if self.parameter(&OFFSETS, |type_| self.page.is_number(type_)).is_some() {
            return None;
        }
        let (current, total_pages) = (self.count(&CURRENT), self.count(&TOTAL_PAGES).or_else(|| self.pages()));
        let (total, more) = (self.count(&TOTALS), self.more());
        let size = self.parameter(&SIZES, |type_| self.page.is_number(type_));
        let first = match (self.page.first_page(&parameter), &current) {
            (Some(first), _) => first,
            (None, Some(_)) => 1,
            (None, None) => return None,
        };
        if size.is_none() && total_pages.is_none() && total.is_none() && more.is_none() {
            return None;
        }
        let style = PaginationStyle::PageNumber { parameter, first };
        Some(PagingRule { more, total, total_pages, current, size, ..PagingRule::new(style) })
    }

    /// Returns the property with the number of pages, such as `pages` in an object about pages.
    fn pages(&self) -> Option<String> {
        let is_count = |type_: &'a Type| self.page.is_number(type_);
        let found = self.response.find(|member| {
            member.name == "pages" && member.location == PropertyLocation::Pages && is_count(member.type_)
        });
        found.map(|(pointer, _)| pointer)
    }

    /// Recognizes `offset` with `limit`.
    fn offset(&self) -> Option<PagingRule> {
        let parameter = self.parameter(&OFFSETS, |type_| self.page.is_number(type_))?;
        let size = self.parameter(&SIZES, |type_| self.page.is_number(type_))?;
        if self.parameter(&PAGE_NUMBERS, |_| true).is_some() || self.counts_pages(&parameter) {
            return None;
        }
        let style = PaginationStyle::Offset { parameter };
        Some(PagingRule { more: self.more(), total: self.count(&TOTALS), size: Some(size), ..PagingRule::new(style) })
    }

    /// Returns `true` if the description of an offset states that it counts pages and not items.
    fn counts_pages(&self, parameter: &str) -> bool {
        let described = self.page.described_parameter(parameter);
        let prose = described.and_then(|parameter| parameter.description.as_deref()).unwrap_or_default().to_lowercase();
        ["page number", "number of pages", "pages to skip", "page index", "page offset"]
            .iter()
            .any(|words| prose.contains(words))
    }
}

/// Returns `true` if a property with the parameter's name holds its next value, and not its current one.
fn is_said_by_answer(name: &str) -> bool {
    name.starts_with("next") || matches!(name, "cursor" | "paginationtoken" | "continuationtoken" | "continue")
}
