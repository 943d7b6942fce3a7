//! Waiting in a browser.

use std::{future::poll_fn, pin::pin, task::Poll};

/// Waits for a future. Returns `None` if the other future completes first.
pub(crate) async fn unless<F: Future>(stop: impl Future, future: F) -> Option<F::Output> {
    let (mut stop, mut future) = (pin!(stop), pin!(future));
    poll_fn(|context| {
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        stop.as_mut().poll(context).map(|_| None)
    })
    .await
}
