//! The blocking form of a call, which has methods only if the feature `blocking` is enabled.
//!
//! Generated code cannot test features of the runtime, so its method `blocking` always exists and requires
//! [`BlockingOperation`], which the feature implements.

use std::{fmt, marker::PhantomData};

use crate::call::{operation::Operation, raw_call::RawCall};

/// A call that is sent without async, returned by `.blocking()`.
#[must_use = "a call does nothing until it is sent"]
pub struct BlockingCall<Op> {
    pub(crate) raw: Box<RawCall>,
    operation: PhantomData<fn() -> Op>,
}

/// An operation whose calls can be sent without async. The feature `blocking` implements it for every operation.
#[diagnostic::on_unimplemented(
    message = "blocking calls require the feature `blocking`",
    label = "requires the feature `blocking`",
    note = "enable the feature `blocking` of the client crate in `Cargo.toml`"
)]
pub trait BlockingOperation: Operation {}

#[cfg(feature = "blocking")]
impl<Op: Operation> BlockingOperation for Op {}

impl<Op: BlockingOperation> BlockingCall<Op> {
    /// Creates the blocking form of a call.
    #[doc(hidden)]
    pub fn new(raw: Box<RawCall>) -> Self {
        BlockingCall { raw, operation: PhantomData }
    }
}

impl<Op> fmt::Debug for BlockingCall<Op> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.raw, formatter)
    }
}
