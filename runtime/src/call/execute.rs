//! Execution of a call, from its request to its response. It is not generic.

use bytes::Bytes;
use http::Response;

use crate::{
    box_future::BoxFuture,
    call::{
        context::CallContext,
        prepare::Prepared,
        raw_call::RawCall,
        raw_response::{Answered, BodyMode, OpenBody, RawBody, RawResponse},
        retry_loop::{FailureNote, RetryLoop},
    },
    error::{
        ErrorKind,
        call_error::{CallError, FailedResponse},
        server_message::message_of,
    },
    transport::{Body, body::gather, middleware::Next, retry_policy::hint, telemetry::Span},
};

pub(crate) const LONGEST_JSON: usize = 64 << 20;
pub(crate) const LONGEST_ERROR: usize = 1 << 20;

impl RawCall {
    /// Sends the call with retries, and reads the part of the response that the mode requires.
    pub(crate) fn execute(
        mut self: Box<Self>,
        mode: BodyMode,
    ) -> BoxFuture<'static, Result<Box<Answered>, Box<CallError>>> {
        Box::pin(async move {
            let span = Span::of_call(self.spec);
            let mut answered = span.around(|| self.run(mode)).await;
            let outcome = answered.as_ref().map(|answered| answered.response.status());
            let span = span.finish_call(outcome.map_err(|failure| &**failure));
            if let Ok(answered) = &mut answered {
                answered.span = Some(span);
            }
            answered
        })
    }

    async fn run(&mut self, mode: BodyMode) -> Result<Box<Answered>, Box<CallError>> {
        let context = self.context();
        let again = if mode == BodyMode::EventStream { self.to_reopen() } else { None };
        let Prepared { mut request, tokens } = self.prepare(&context, mode).await?;
        let attempts = RetryLoop::new(&context, mode, tokens);
        let mut response = match context.core.call_middleware() {
            [] => attempts.run(&mut request).await?,
            all => {
                let answer = Next::new(all, &attempts).run(*request).await;
                Box::new(answer.map_err(|error| context.broken(error).failure)?)
            }
        };
        if !response.status().is_success() {
            return Err(Box::pin(rejected(&context, response)).await);
        }
        let limit = match mode {
            BodyMode::Buffered => Some(LONGEST_JSON),
            BodyMode::BufferedUnlimited => Some(usize::MAX),
            BodyMode::EventStream | BodyMode::Chunked => None,
        };
        let read = match limit {
            // Only a middleware returns a body that has not been read, so reading it is boxed.
            Some(limit) => Some(match response.body_mut().take_whole(limit) {
                Some(bytes) => bytes,
                None => Box::pin(read(&context, response.body_mut(), limit)).await?,
            }),
            None => None,
        };
        let (parts, body) = response.into_parts();
        let body = match read {
            Some(bytes) => RawBody::Buffered(bytes),
            None => RawBody::Open(Box::new(OpenBody { body, context: context.clone(), again })),
        };
        let response = RawResponse { status: parts.status, headers: parts.headers, body };
        Ok(Box::new(Answered { response, context, span: None }))
    }

    /// Returns a copy of the call if its stream may be reopened.
    fn to_reopen(&self) -> Option<Box<RawCall>> {
        (self.options.reconnects > 0 && !self.request.body.is_one_shot()).then(|| self.duplicate())
    }
}

/// Reads the body of a successful response.
async fn read(context: &CallContext, body: &mut Body, limit: usize) -> Result<Bytes, Box<CallError>> {
    match gather(body, limit).await {
        Ok((bytes, true)) => Ok(bytes),
        Ok((_, false)) => Err(context.too_large(limit).failure),
        Err(error) => Err(context.broken(error).failure),
    }
}

/// Reports an error response.
async fn rejected(context: &CallContext, response: Box<Response<Body>>) -> Box<CallError> {
    let (parts, mut body) = response.into_parts();
    // The status is more informative than the reason that the rest could not be read.
    let body = gather(&mut body, LONGEST_ERROR).await.map(|(bytes, _)| bytes).unwrap_or_default();
    let message = context.core.redactor().excerpt(&message_of(&body), 200);
    let mut text = parts.status.to_string();
    if !message.is_empty() {
        text.push_str(": ");
        text.push_str(&message);
    }
    if let Some(FailureNote(note)) = parts.extensions.get() {
        text.push_str(note);
    }
    let mut failure = context.failure(ErrorKind::Status, text);
    failure.retry_after = hint(&parts.headers, context.core.clock().time_of_day());
    failure.response = Some(FailedResponse { status: parts.status, headers: parts.headers, body });
    failure
}

#[cfg(test)]
mod tests {
    use crate::{
        call::raw_call::RawCall, call::raw_response::BodyMode, client::config::ClientConfig,
        spec::client_description::ClientDescription, spec::operation::OperationSpec, spec::stream_rules::StreamRules,
        testing::FakeTransport,
    };

    const DESCRIPTION: ClientDescription = ClientDescription {
        name: "hives",
        user_agent: "hives/1",
        base_url: Some("https://hives.example"),
        operation_servers: &[],
        variables: &[],
        credentials: &[],
        needs: &[],
    };
    const OPERATION: OperationSpec = OperationSpec {
        id: "getHive",
        method: "GET",
        path: "/hives",
        base_url: None,
        accept: "application/json",
        streams: "text/event-stream",
        stream_rules: StreamRules::new(),
        security: &[],
    };

    /// Allocators provide blocks of up to a kilobyte much faster than larger ones.
    #[test]
    fn call_future_is_smaller_than_a_kilobyte() {
        let mut settings = ClientConfig::new(&DESCRIPTION);
        settings.transport(FakeTransport::new());
        let core = settings.build().unwrap();
        let future = RawCall::new(core, &OPERATION, &[]).execute(BodyMode::Buffered);
        let size = size_of_val(&*future);
        assert!(size <= 1024, "{size} bytes");
    }
}
