//! Sending a call and decoding its response: the only generic step of a call.

use bytes::Bytes;

use crate::{
    box_future::BoxFuture,
    call::{
        decode::{Binary, FromResponse, decoded},
        error_body::with_body,
        operation::Operation,
        raw_call::RawCall,
        raw_response::{Answered, BodyMode},
        response::Response,
    },
    error::{Error, call_error::CallError},
};

/// The decoded body of a successful call.
pub type SuccessOf<Op> = <<Op as Operation>::Success as FromResponse>::Value;

/// The error of a call.
pub type ErrorOf<Op> = Error<<<Op as Operation>::Failure as FromResponse>::Value>;

/// The outcome of awaiting a call.
pub type Outcome<Op> = Result<SuccessOf<Op>, ErrorOf<Op>>;

/// The future that `.with_response()` returns.
pub type ResponseFuture<Op> = BoxFuture<'static, Result<Response<SuccessOf<Op>>, ErrorOf<Op>>>;

/// The future that `.raw()` returns.
pub type BytesFuture<Op> = BoxFuture<'static, Result<Response<Bytes>, ErrorOf<Op>>>;

impl RawCall {
    /// Sends the call and decodes the body.
    pub fn receive_body<Op: Operation>(self: Box<Self>) -> BoxFuture<'static, Outcome<Op>> {
        let answer = self.execute(Op::Success::MODE);
        Box::pin(async move { finish::<Op::Success, Op>(answer.await).map(Response::into_body) })
    }

    /// Sends the call and decodes the body, with status and headers.
    pub fn receive<Op: Operation>(self: Box<Self>) -> ResponseFuture<Op> {
        let answer = self.execute(Op::Success::MODE);
        Box::pin(async move { finish::<Op::Success, Op>(answer.await) })
    }

    /// Sends the call and returns the body as bytes, not decoded.
    pub fn receive_bytes<Op: Operation>(self: Box<Self>) -> BytesFuture<Op> {
        let answer = self.execute(BodyMode::BufferedUnlimited);
        Box::pin(async move { finish::<Binary, Op>(answer.await) })
    }
}

/// Decodes the outcome of a call: the documented success or the documented error.
pub(crate) fn finish<Success: FromResponse, Op: Operation>(
    result: Result<Box<Answered>, Box<CallError>>,
) -> Finished<Success, Op> {
    result.and_then(decoded::<Success>).map_err(failed::<Op>)
}

/// The outcome of a call whose body is decoded by `Success`.
pub(crate) type Finished<Success, Op> =
    Result<Response<<Success as FromResponse>::Value>, Error<<<Op as Operation>::Failure as FromResponse>::Value>>;

/// Decodes the documented error body, if there is one.
pub(crate) fn failed<Op: Operation>(failure: Box<CallError>) -> Error<<Op::Failure as FromResponse>::Value> {
    with_body(failure, &Op::SPEC.stream_rules, Op::Failure::from_response)
}
