//! The pages of a paginated operation, linked by the pagination rules of the operation.
//!
//! ```text
//! rules   cursor(parameter "after", next "/last_id"), more "/has_more", items "/data"
//! pages   {"data":[1,2]}, {"data":[3]}
//!
//! GET /bees                {"data":[1,2], "last_id":"page-2", "has_more":true}
//! GET /bees?after=page-2   {"data":[3], "has_more":false}
//! ```
//!
//! The page is selected by the request alone, so that several iterations are independent. A value that the rules
//! require is taken from the page if it is usable, and set otherwise.

use bytes::Bytes;
use serde_json::Value;

use crate::{
    pages::{json_scan, parameter::with_value},
    spec::paging::{Paging, PagingStyle},
    tables::{content::Content, number_writer::to_content},
    testing::{FakeAnswer, RecordedRequest},
};

/// The query parameter of the links to pages, if the operation has links instead of a parameter.
const LINK_PARAMETER: &str = "fake_page";

/// A check that the client can decode a response of the operation.
pub(super) type Decodes = fn(&[u8]) -> Result<(), String>;

/// The pages of an operation.
pub(super) struct FakePages {
    paging: &'static Paging,
    decodes: Decodes,
    pages: Vec<Page>,
}

struct Page {
    content: Content<'static>,
    /// The number of items.
    count: u64,
    /// The parameter that requests the page after this one, if the operation has cursors.
    cursor: Option<String>,
}

impl FakePages {
    /// Links the pages.
    ///
    /// # Errors
    /// Returns an error if the client could not iterate over all of them.
    pub(super) fn new(paging: &'static Paging, decodes: Decodes, bodies: Vec<Bytes>) -> Result<Self, String> {
        let mut pages = FakePages { paging, decodes, pages: Vec::new() };
        if bodies.is_empty() {
            return Err("there must be at least one page".to_owned());
        }
        for body in &bodies {
            let text = std::str::from_utf8(body).map_err(|error| error.to_string())?;
            let content = Content::from_text(text).map_err(|error| error.to_string())?.into_owned();
            let member = match paging.style {
                PagingStyle::LastItem { member, .. } => Some(member),
                _ => None,
            };
            let seen = json_scan::seen(body, paging.items, member);
            let cursor = match paging.style {
                PagingStyle::LastItem { .. } => seen.last.as_ref().and_then(text_of),
                _ => None,
            };
            pages.pages.push(Page { content, count: seen.count, cursor });
        }
        for position in 0..pages.pages.len() {
            pages.check(position)?;
            if let PagingStyle::Cursor { next, .. } = paging.style {
                let (body, _) = pages.body(position, "https://fake.test/")?;
                let cursor = json_scan::value(&body, next).as_ref().and_then(text_of);
                if let Some(page) = pages.pages.get_mut(position) {
                    page.cursor = cursor;
                }
            } else {
                pages.body(position, "https://fake.test/")?;
            }
        }
        Ok(pages)
    }

    /// Returns an error if the client would stop at this page although it is not the last one.
    fn check(&self, position: usize) -> Result<(), String> {
        let (Some(page), Some(next)) = (self.pages.get(position), self.pages.get(position + 1)) else { return Ok(()) };
        let number = position + 1;
        match self.paging.style {
            PagingStyle::LastItem { member, .. } => match &page.cursor {
                None => Err(format!(
                    "the last item of page {number} must have the property `{member}`, which is the cursor"
                )),
                Some(_) if self.pages.iter().take(position).any(|other| other.cursor == page.cursor) => {
                    Err(format!("page {number} ends with the same item as an earlier page"))
                }
                Some(_) => Ok(()),
            },
            PagingStyle::PageNumber { .. } | PagingStyle::Offset { .. } => {
                if page.count == 0 || next.count == 0 {
                    Err("a page without items ends the iteration; remove it".to_owned())
                } else if page.content.to_string() == next.content.to_string() && self.paging.current.is_none() {
                    Err(format!(
                        "pages {number} and {} must not be equal: a repeated page ends the iteration",
                        number + 1
                    ))
                } else {
                    Ok(())
                }
            }
            _ => Ok(()),
        }
    }

    /// Returns the requested page.
    ///
    /// # Errors
    /// Returns an error if the client would stop at this page although it is not the last one.
    pub(super) fn answer(&self, request: &RecordedRequest) -> Result<FakeAnswer, String> {
        let position = self.position(request)?;
        self.check_size(position, request)?;
        let (body, link) = self.body(position, &request.url)?;
        let answer = FakeAnswer::json(200, body);
        Ok(match link {
            Some(link) => answer.header("link", &format!("<{link}>; rel=\"next\"")),
            None => answer,
        })
    }

    /// Returns the position of the requested page.
    fn position(&self, request: &RecordedRequest) -> Result<usize, String> {
        let number = |name: &str| sent(request, name).and_then(|text| text.parse::<u64>().ok());
        Ok(match self.paging.style {
            PagingStyle::Cursor { parameter, .. } | PagingStyle::LastItem { parameter, .. } => {
                let cursor = sent(request, parameter);
                let before = self.pages.iter().position(|page| page.cursor.is_some() && page.cursor == cursor);
                before.map_or(0, |before| before + 1)
            }
            PagingStyle::PageNumber { parameter, first } => {
                let position = number(parameter).map_or(0, |number| number.saturating_sub(first));
                usize::try_from(position).unwrap_or(usize::MAX)
            }
            PagingStyle::Offset { parameter } => {
                let offset = number(parameter).unwrap_or(0);
                let mut before = 0;
                for (position, page) in self.pages.iter().enumerate() {
                    if before == offset {
                        return Ok(position);
                    }
                    before += page.count;
                }
                if offset < before {
                    return Err(format!("no page starts at `{parameter}={offset}`"));
                }
                self.pages.len()
            }
            PagingStyle::NextUrl { .. } | PagingStyle::LinkHeader => {
                number(LINK_PARAMETER).and_then(|position| usize::try_from(position).ok()).unwrap_or(0)
            }
        })
    }

    /// Returns an error if the page has fewer items than the client requested, which it takes for the end.
    fn check_size(&self, position: usize, request: &RecordedRequest) -> Result<(), String> {
        let is_counting = matches!(self.paging.style, PagingStyle::PageNumber { .. } | PagingStyle::Offset { .. });
        let states_end = self.paging.more.is_some() || self.paging.total.is_some() || self.paging.total_pages.is_some();
        if !is_counting || states_end || position + 1 >= self.pages.len() {
            return Ok(());
        }
        let count = self.pages.get(position).map_or(0, |page| page.count);
        let longest = self.pages.iter().take(position + 1).map(|page| page.count).max().unwrap_or(0);
        let requested = self.paging.size.and_then(|size| match sent(request, size.parameter) {
            Some(text) => {
                text.parse().ok().filter(|number| *number <= size.maximum).map(|number: u64| (number, size.parameter))
            }
            None => Some((size.default, size.parameter)),
        });
        let (full, parameter) = requested.unwrap_or((0, ""));
        if count >= longest.max(full) {
            return Ok(());
        }
        let advice = if full > count { format!("; set `{parameter}` to {count}") } else { String::new() };
        Err(format!(
            "page {} has {count} items, fewer than a full page of {}, so the client takes it for the last one{advice}",
            position + 1,
            longest.max(full)
        ))
    }

    /// Returns the body of a page and the link to the next one. The page after the last one has no items.
    fn body(&self, position: usize, url: &str) -> Result<(Bytes, Option<String>), String> {
        let is_last = position + 1 >= self.pages.len();
        let page = self.pages.get(position).or(self.pages.last());
        let mut content = page.map_or(Content::Null, |page| page.content.clone());
        if position >= self.pages.len() {
            content = set(content, self.paging.items, Content::List(Vec::new()));
        }
        if let Some(more) = self.paging.more {
            content = set(content, more, Content::Bool(!is_last));
        }
        let count = |number: usize| Content::Unsigned(u64::try_from(number).unwrap_or(u64::MAX));
        if let Some(total) = self.paging.total {
            content = set(content, total, Content::Unsigned(self.pages.iter().map(|page| page.count).sum()));
        }
        if let Some(total_pages) = self.paging.total_pages {
            content = set(content, total_pages, count(self.pages.len()));
        }
        if let (Some(current), PagingStyle::PageNumber { first, .. }) = (self.paging.current, self.paging.style) {
            content =
                set(content, current, Content::Unsigned(first.saturating_add(u64::try_from(position).unwrap_or(0))));
        }
        let link = (!is_last).then(|| next_link(url, position + 1));
        match self.paging.style {
            PagingStyle::Cursor { next, .. } if is_last && self.paging.more.is_none() => {
                content = self.end(content, next)?;
            }
            PagingStyle::Cursor { next, .. } if !is_last => {
                let own = self.own_cursor(&content, next, position);
                let generated = [Content::Text(format!("page-{}", position + 2).into()), count(position + 2)];
                content = self.first_decodable(
                    own.into_iter().chain(generated).map(|cursor| set(content.clone(), next, cursor)),
                )?;
            }
            PagingStyle::NextUrl { next } => {
                content = match &link {
                    Some(link) => set(content, next, Content::Text(link.clone().into())),
                    None => self.end(content, next)?,
                };
            }
            _ => {}
        }
        let bytes = serde_json::to_vec(&content).map_err(|error| error.to_string())?;
        (self.decodes)(&bytes).map_err(|error| format!("page {} cannot be decoded: {error}", position + 1))?;
        let link = link.filter(|_| matches!(self.paging.style, PagingStyle::LinkHeader));
        Ok((bytes.into(), link))
    }

    /// Returns the cursor that the page itself contains, unless it is empty or an earlier page contains it too.
    fn own_cursor(&self, content: &Content<'_>, next: &str, position: usize) -> Option<Content<'static>> {
        let value = content.to_value().pointer(next).filter(|value| value.is_string() || value.is_number()).cloned()?;
        let text = text_of(&value).filter(|text| !text.trim().is_empty())?;
        let earlier = self.pages.iter().take(position);
        let is_repeated = earlier.into_iter().any(|page| page.cursor.as_ref() == Some(&text));
        if is_repeated { None } else { to_content(&value).ok() }
    }

    /// Removes the cursor, which ends the iteration: null, absent, or an empty string, whichever can be decoded.
    fn end(&self, content: Content<'static>, next: &str) -> Result<Content<'static>, String> {
        let candidates = [
            set(content.clone(), next, Content::Null),
            without(content.clone(), next),
            set(content, next, Content::Text("".into())),
        ];
        self.first_decodable(candidates.into_iter())
    }

    fn first_decodable(&self, candidates: impl Iterator<Item = Content<'static>>) -> Result<Content<'static>, String> {
        let mut failure = String::new();
        for candidate in candidates {
            match (self.decodes)(candidate.to_string().as_bytes()) {
                Ok(()) => return Ok(candidate),
                Err(error) => failure = error,
            }
        }
        Err(format!("cannot set the cursor of a page: {failure}"))
    }
}

/// Returns a parameter of a request: a query parameter, or a property of the body if it is a JSON pointer.
fn sent(request: &RecordedRequest, parameter: &str) -> Option<String> {
    if parameter.starts_with('/') {
        return json_scan::value(&request.body, parameter).as_ref().and_then(text_of);
    }
    request.query(parameter)
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn set(content: Content<'static>, pointer: &str, value: Content<'static>) -> Content<'static> {
    with_value(content, json_scan::tokens(pointer), value)
}

/// Removes the property at a pointer.
fn without(mut content: Content<'static>, pointer: &str) -> Content<'static> {
    let names: Vec<String> = json_scan::tokens(pointer).collect();
    let Some((last, parents)) = names.split_last() else { return content };
    let mut parent = Some(&mut content);
    for name in parents {
        parent = match parent {
            Some(Content::Object(members)) => {
                members.iter_mut().rfind(|(member, _)| member == name).map(|(_, value)| value)
            }
            _ => None,
        };
    }
    if let Some(Content::Object(members)) = parent {
        members.retain(|(member, _)| member != last);
    }
    content
}

/// Returns the URL of a page: that of the request, with the position of the page.
fn next_link(url: &str, position: usize) -> String {
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let others = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with(&format!("{LINK_PARAMETER}=")));
    let mut pairs: Vec<String> = others.map(str::to_owned).collect();
    pairs.push(format!("{LINK_PARAMETER}={position}"));
    format!("{base}?{}", pairs.join("&"))
}
