//! Pagination: sends the call of each page and detects the last page. It is not generic.
//!
//! ```text
//! cursor(parameter "after", next "/last_id")
//! GET /bees            {"last_id": "b2", …}    next: GET /bees?after=b2
//! GET /bees?after=b2   {"last_id": null, …}    last page: there is no cursor
//! ```

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
    task::{Context, Poll, ready},
};

use http::StatusCode;
use serde_json::Value;

use super::{
    json_scan::{self, Seen},
    link,
    parameter::{self, sent, set},
};
use crate::{
    box_future::BoxFuture,
    call::{
        raw_call::RawCall,
        raw_response::{Answered, BodyMode},
    },
    error::call_error::CallError,
    spec::paging::{Paging, PagingStyle},
    tables::json_text::json_text,
    transport::url,
};

/// The pages of a call, in order.
pub(super) struct Pager {
    paging: &'static Paging,
    /// The call of the next page; `None` after the last one.
    next: Option<Box<RawCall>>,
    /// The pending call and its future response.
    sent: Option<(Box<RawCall>, Sent)>,
    pages: u64,
    /// The number of items before the next page.
    before: u64,
    /// The number of items of the longest page so far.
    longest: u64,
    /// Hashes of the cursors that were followed.
    followed: HashSet<u64>,
    /// A hash of the previous page.
    body: u64,
}

type Sent = BoxFuture<'static, Result<Box<Answered>, Box<CallError>>>;

impl Pager {
    pub(super) fn new(call: Box<RawCall>, paging: &'static Paging) -> Self {
        let followed = HashSet::new();
        Pager { paging, next: Some(call), sent: None, pages: 0, before: 0, longest: 0, followed, body: 0 }
    }

    pub(super) fn paging(&self) -> &'static Paging {
        self.paging
    }

    /// Requests the next page. Returns `None` after the last one, and after a failed call.
    pub(super) fn poll_answer(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Box<Answered>, Box<CallError>>>> {
        if let Some(call) = self.next.take() {
            self.sent = Some((call.duplicate(), call.execute(BodyMode::Buffered)));
        }
        let Some((_, answer)) = &mut self.sent else { return Poll::Ready(None) };
        let answer = ready!(answer.as_mut().poll(context));
        let Some((call, _)) = self.sent.take() else { return Poll::Ready(None) };
        Poll::Ready(match answer {
            Ok(answer) => self.take_up(call, &answer).then_some(Ok(answer)),
            Err(failure) if self.is_beyond_the_end(&failure) => None,
            Err(failure) => Some(Err(failure)),
        })
    }

    /// Returns `true` if the style cannot mark the last page, so that a page that does not exist may be requested.
    fn is_counting(&self) -> bool {
        matches!(self.paging.style, PagingStyle::PageNumber { .. } | PagingStyle::Offset { .. })
    }

    fn is_beyond_the_end(&self, failure: &CallError) -> bool {
        let status = failure.response.as_ref().map(|response| response.status);
        self.is_counting() && self.pages > 0 && status == Some(StatusCode::NOT_FOUND)
    }

    /// Records a page and prepares the call of the next one. Returns `false` if the page is beyond the last one.
    fn take_up(&mut self, call: Box<RawCall>, answer: &Answered) -> bool {
        let text = json_text(answer.response.bytes());
        let member = match self.paging.style {
            PagingStyle::LastItem { member, .. } => Some(member),
            _ => None,
        };
        let seen = json_scan::seen(text, self.paging.items, member);
        if self.is_counting() {
            // Servers that ignore the parameter, or return the last page for larger values, repeat the same page
            // forever.
            let body = hash(text);
            if self.pages > 0 && (seen.count == 0 || body == self.body) {
                return false;
            }
            self.body = body;
        }
        self.pages += 1;
        let more = self.paging.more.and_then(|more| json_scan::value(text, more)).and_then(|value| value.as_bool());
        if more != Some(false) {
            self.next = self.following(call, answer, &seen, more);
        }
        self.longest = self.longest.max(seen.count);
        true
    }

    /// Returns the call of the next page, if there is one.
    fn following(
        &mut self,
        mut call: Box<RawCall>,
        answer: &Answered,
        seen: &Seen,
        more: Option<bool>,
    ) -> Option<Box<RawCall>> {
        let text = json_text(answer.response.bytes());
        match self.paging.style {
            PagingStyle::Cursor { parameter, next } => {
                set(&mut call, parameter, &self.new_cursor(json_scan::value(text, next))?);
            }
            PagingStyle::LastItem { parameter, .. } => {
                set(&mut call, parameter, &self.new_cursor(seen.last.clone())?);
            }
            PagingStyle::PageNumber { parameter, first } => {
                let asked = sent(&call, parameter).and_then(|number| number.parse().ok());
                let number = self.paging.current.and_then(|current| json_scan::count(text, current));
                let number = number.or(asked).unwrap_or(first);
                if self.pages == 1 {
                    self.before = number.saturating_sub(first).saturating_mul(seen.count);
                }
                let pages = self.paging.total_pages.and_then(|pages| json_scan::count(text, pages));
                if pages.is_some_and(|pages| number.saturating_add(1).saturating_sub(first) >= pages)
                    || (pages.is_none() && self.is_last(&call, text, seen.count, more))
                {
                    return None;
                }
                set(&mut call, parameter, &self.new_cursor(Some(number.checked_add(1)?.into()))?);
            }
            PagingStyle::Offset { parameter } => {
                if self.pages == 1 {
                    self.before = sent(&call, parameter).and_then(|offset| offset.parse().ok()).unwrap_or(0);
                }
                if self.is_last(&call, text, seen.count, more) {
                    return None;
                }
                set(&mut call, parameter, &self.before.into());
            }
            PagingStyle::NextUrl { next } => {
                let url = self.new_cursor(json_scan::value(text, next))?;
                lead(&mut call, url.as_str()?);
            }
            PagingStyle::LinkHeader => {
                let url = self.new_cursor(link::next(&answer.response.headers).map(Value::String))?;
                lead(&mut call, url.as_str()?);
            }
        }
        Some(call)
    }

    /// Returns the cursor of the next page, unless it is empty or was followed before.
    fn new_cursor(&mut self, cursor: Option<Value>) -> Option<Value> {
        let cursor = cursor.filter(|cursor| match cursor {
            Value::String(text) => !text.trim().is_empty(),
            Value::Number(_) => true,
            _ => false,
        })?;
        self.followed.insert(hash(cursor.to_string().as_bytes())).then_some(cursor)
    }

    /// Counts the items of a page. Returns `true` if it is the last page: the total is reached, or the server does not
    /// signal more pages and the page has fewer items than a full page.
    fn is_last(&mut self, call: &RawCall, text: &[u8], count: u64, more: Option<bool>) -> bool {
        self.before = self.before.saturating_add(count);
        if count == 0 {
            return true;
        }
        let is_short = count < self.longest || self.size(call).is_some_and(|size| count < size);
        if let Some(total) = self.paging.total.and_then(|total| json_scan::count(text, total)) {
            // If the total equals the items of a full first page, the server may be counting the items of each page
            // instead.
            let is_certain = self.pages > 1 || is_short || total != count;
            return self.before >= total && is_certain;
        }
        more.is_none() && is_short
    }

    /// Returns the number of items of a full page, or `None` if it is unknown: servers return fewer items than
    /// requested if the request exceeds their maximum.
    fn size(&self, call: &RawCall) -> Option<u64> {
        let size = self.paging.size?;
        match sent(call, size.parameter) {
            Some(asked) => asked.parse().ok().filter(|asked| *asked <= size.maximum),
            None => Some(size.default).filter(|default| *default > 0),
        }
    }
}

/// Sets a call to the URL of its next page. A URL at another origin is rejected, because credentials must not be sent
/// there.
fn lead(call: &mut RawCall, reference: &str) {
    let from = call.url();
    let Some((uri, target)) =
        from.parse().ok().and_then(|from| url::resolve(&from, reference).map(|target| (from, target)))
    else {
        call.fail("the server returned an invalid URL for the next page");
        return;
    };
    // Servers behind a proxy may not know that the client uses TLS.
    let is_downgrade = uri.scheme_str() == Some("https") && target.scheme_str() == Some("http");
    let secure = is_downgrade.then(|| target.to_string().replacen("http://", "https://", 1).parse().ok()).flatten();
    let target = secure.unwrap_or(target);
    if !url::is_same_origin(&uri, &target) {
        call.fail(format!(
            "the next page is at another origin, `{}`; it was not requested, because credentials must not be sent there",
            url::shown_host(&target)
        ));
        return;
    }
    call.request.origin =
        uri.scheme_str().zip(uri.authority()).map(|(scheme, authority)| format!("{scheme}://{authority}"));
    call.request.path = target.path().to_owned();
    call.request.query = target.query().unwrap_or_default().to_owned();
    for name in call.spec.security.iter().flat_map(|set| set.iter()).filter_map(|scheme| scheme.query_name()) {
        // Servers repeat the key in their links; the client adds it to every call itself.
        parameter::remove(&mut call.request.query, name);
    }
}

fn hash(text: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
