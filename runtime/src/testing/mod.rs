//! Tests of programs that use a client: without a network, without waiting.
//!
//! | to test with | use |
//! | --- | --- |
//! | typed responses for each operation | [`FakeApi`] |
//! | a queue of arbitrary responses and failures | [`FakeTransport`] with [`FakeAnswer`]s |
//! | elapsed delays and timeouts | [`FakeClock`] |
//! | any value of a generated type | [`sample()`] |
//! | recorded exchanges with a real server | [`Cassette`] |
//! | an error, a stream or a `Response` as an argument | [`FakeError`], [`event_stream`], [`Response`](crate::Response) |
//!
//! A client with one of these transports supports everything that calls can return: responses, errors, event streams,
//! pages, items and downloads, async or blocking. Code that takes one of these as an argument can be tested without a
//! client:
//!
//! ```
//! # use apiarist_runtime::{Error, Event, EventStream, Response, Value, http, testing::{FakeError, event_stream}};
//!
//! let response: Response<u32> = http::Response::builder().header("x-request-id", "req_1").body(7)?.into();
//! assert_eq!((response.request_id(), response.body), (Some("req_1"), 7));
//!
//! let error: Error<Value> = FakeError::status(404).build();
//! assert_eq!(error.status().unwrap(), 404);
//!
//! let mut last = Event::new("honey");
//! last.id = Some("2".into());
//! let stream: EventStream<&str> = event_stream([Ok(Event::new("bees")), Ok(last), Err(error)]);
//! # let _ = stream;
//! # Ok::<(), http::Error>(())
//! ```

mod cassette;
mod difference;
mod encode;
mod fake_answer;
mod fake_api;
mod fake_clock;
mod fake_error;
mod fake_transport;
mod recorded_request;
mod redaction;
mod sample;

pub use crate::stream::event_stream;
pub use cassette::{Cassette, CassetteError, CassetteTransport};
#[doc(hidden)]
pub use encode::EncodedBody;
pub use encode::{EncodeEvent, EncodeResponse};
pub use fake_answer::FakeAnswer;
pub use fake_api::{Expectation, FakeApi, Times};
pub use fake_clock::FakeClock;
pub use fake_error::FakeError;
pub use fake_transport::FakeTransport;
pub use recorded_request::RecordedRequest;
pub use sample::sample;
