//! Sending a call and reading its response into a value: the only generic step of a call.

use bytes::Bytes;

use crate::{
    box_future::BoxFuture,
    call::{
        decode::{Binary, FromResponse, finish},
        operation::Operation,
        raw_call::RawCall,
        raw_response::BodyMode,
        response::Response,
    },
    error::Error,
};

/// The body of a call's success.
pub type SuccessOf<Op> = <<Op as Operation>::Success as FromResponse>::Value;

/// The error of a call.
pub type ErrorOf<Op> = Error<<<Op as Operation>::Failure as FromResponse>::Value>;

/// What awaiting a call gives.
pub type Outcome<Op> = Result<SuccessOf<Op>, ErrorOf<Op>>;

/// What `.with_response()` gives.
pub type ResponseFuture<Op> = BoxFuture<'static, Result<Response<SuccessOf<Op>>, ErrorOf<Op>>>;

/// What `.raw()` gives.
pub type BytesFuture<Op> = BoxFuture<'static, Result<Response<Bytes>, ErrorOf<Op>>>;

impl RawCall {
    /// Sends the call and reads the body.
    pub fn receive_body<Op: Operation>(self: Box<Self>) -> BoxFuture<'static, Outcome<Op>> {
        let answer = self.execute(Op::Success::MODE);
        Box::pin(async move { finish::<Op::Success, Op>(answer.await).map(Response::into_body) })
    }

    /// Sends the call, reads the body, and keeps what came with it.
    pub fn receive<Op: Operation>(self: Box<Self>) -> ResponseFuture<Op> {
        let answer = self.execute(Op::Success::MODE);
        Box::pin(async move { finish::<Op::Success, Op>(answer.await) })
    }

    /// Sends the call and keeps the bytes of the response as they are.
    pub fn receive_bytes<Op: Operation>(self: Box<Self>) -> BytesFuture<Op> {
        let answer = self.execute(BodyMode::BufferedUnlimited);
        Box::pin(async move { finish::<Binary, Op>(answer.await) })
    }
}
