//! Operations that can return an event stream.

use crate::{call::operation::Operation, stream::event::FromEvent};

/// An operation that can return an event stream.
#[diagnostic::on_unimplemented(
    message = "the operation `{Self}` does not return an event stream",
    label = "the responses of this operation are not event streams",
    note = "await the call itself, or read its body in chunks with `download`"
)]
pub trait StreamOperation: Operation {
    /// The decoder of an event.
    type Event: FromEvent;
}
