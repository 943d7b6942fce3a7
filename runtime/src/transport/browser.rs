//! What waiting in a browser needs.

use std::{future::poll_fn, pin::pin, task::Poll};

/// Waits for a future unless another one is ready before.
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
