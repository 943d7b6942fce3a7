//! Paginated responses, iterated by page or by item.

pub(crate) mod json_scan;
mod link;
mod pager;
pub(crate) mod parameter;

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;
use serde::de::DeserializeOwned;

use crate::{
    call::{
        decode::undecoded,
        operation::Operation,
        raw_call::RawCall,
        receive::{ErrorOf, Finished, SuccessOf, failed, finish},
        response::Response,
    },
    error::decode_error::DecodeError,
    spec::paging::Paging,
    tables::json_text::json_text,
};
use pager::Pager;

/// An operation with paginated responses.
#[diagnostic::on_unimplemented(
    message = "the operation `{Self}` is not paginated",
    label = "this operation is not paginated",
    note = "await the call itself: its response is complete",
    note = "if the server does paginate its responses, declare it in `[pagination]` of `apiarist.toml` and generate the \
            client again"
)]
pub trait PagedOperation: Operation {
    /// The type of an item.
    type Item: DeserializeOwned + Send + 'static;
    /// The pagination rules.
    const PAGING: &'static Paging;
}

/// The pages of a call, each requested on demand. Returned by `.pages()`.
///
/// Every page is a separate call with its own retries and timeouts. Iteration stops after the last page: when the
/// server signals it, omits the cursor, or repeats one. It also stops after a failed call, but continues after a page
/// that could not be decoded.
///
/// A link to another origin is an error and is not followed, because credentials must not be sent there. It is also a
/// [`futures_core::Stream`].
///
/// ```
/// # use apiarist_runtime::{ErrorOf, PagedOperation, Pages};
/// # async fn count<Op: PagedOperation>(mut pages: Pages<Op>) -> Result<usize, ErrorOf<Op>> {
/// // let mut pages = client.hives().list().pages();
/// let mut count = 0;
/// while let Some(page) = pages.next().await {
///     page?;
///     count += 1;
/// }
/// # Ok(count)
/// # }
/// ```
#[must_use = "pages are requested when `next` is awaited"]
pub struct Pages<Op> {
    pager: Pager,
    operation: PhantomData<fn() -> Op>,
}

impl<Op: PagedOperation> Pages<Op> {
    pub(crate) fn new(call: Box<RawCall>) -> Self {
        Pages { pager: Pager::new(call, Op::PAGING), operation: PhantomData }
    }

    /// Waits for the next page. Returns `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<SuccessOf<Op>, ErrorOf<Op>>> {
        self.next_response().await.map(|page| page.map(Response::into_body))
    }

    /// Waits for the next page with its headers. Returns `None` after the last one.
    pub async fn next_response(&mut self) -> Option<Result<Response<SuccessOf<Op>>, ErrorOf<Op>>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Finished<Op::Success, Op>>> {
        let answer = ready!(self.pager.poll_answer(context));
        Poll::Ready(answer.map(finish::<Op::Success, Op>))
    }
}

impl<Op: PagedOperation> Stream for Pages<Op> {
    type Item = Result<SuccessOf<Op>, ErrorOf<Op>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context).map(|page| page.map(|page| page.map(Response::into_body)))
    }
}

impl<Op: PagedOperation> fmt::Debug for Pages<Op> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pages").field("operation", &Op::SPEC.id).finish_non_exhaustive()
    }
}

/// The items of all pages of a call, in order. Returned by `.items()`.
///
/// Pages are requested as by [`Pages`], each when its first item is requested. It is also a [`futures_core::Stream`].
///
/// ```
/// # use apiarist_runtime::{ErrorOf, Items, PagedOperation};
/// # async fn print<Op: PagedOperation<Item = String>>(mut items: Items<Op>) -> Result<(), ErrorOf<Op>> {
/// // let mut items = client.hives().list().items();
/// while let Some(item) = items.next().await {
///     println!("{}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "items are requested when `next` is awaited"]
pub struct Items<Op: PagedOperation> {
    pager: Pager,
    ready: VecDeque<Op::Item>,
}

impl<Op: PagedOperation> Items<Op> {
    pub(crate) fn new(call: Box<RawCall>) -> Self {
        Items { pager: Pager::new(call, Op::PAGING), ready: VecDeque::new() }
    }

    /// Waits for the next item. Returns `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Op::Item, ErrorOf<Op>>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Op::Item, ErrorOf<Op>>>> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            let answer = match ready!(self.pager.poll_answer(context)) {
                None => return Poll::Ready(None),
                Some(Err(failure)) => return Poll::Ready(Some(Err(failed::<Op>(failure)))),
                Some(Ok(answer)) => answer,
            };
            let text = json_text(answer.response.bytes());
            match json_scan::items(text, self.pager.paging().items) {
                Ok(items) => self.ready = items.into(),
                Err(error) => {
                    let unreadable = DecodeError::json(error, text, std::any::type_name::<Op::Item>());
                    return Poll::Ready(Some(Err(failed::<Op>(undecoded(unreadable, *answer)))));
                }
            }
        }
    }
}

impl<Op: PagedOperation> Stream for Items<Op> {
    type Item = Result<Op::Item, ErrorOf<Op>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<Op: PagedOperation> Unpin for Items<Op> {}

impl<Op: PagedOperation> fmt::Debug for Items<Op> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Items").field("operation", &Op::SPEC.id).finish_non_exhaustive()
    }
}

impl RawCall {
    /// Returns the pages, starting with the page of this call.
    pub fn receive_pages<Op: PagedOperation>(self: Box<Self>) -> Pages<Op> {
        Pages::new(self)
    }

    /// Returns the items of the pages, starting with the page of this call.
    pub fn receive_items<Op: PagedOperation>(self: Box<Self>) -> Items<Op> {
        Items::new(self)
    }
}
