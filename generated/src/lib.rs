// Written by apiarist from specs/. Changes are lost: change those, then run `cargo xtask codegen`.

//! Clients of HTTP APIs, generated from their OpenAPI documents.
//!
//! # Quick start
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(all(feature = "client", feature = "asapp"))] {
//! use conversation_apis::asapp::Client;
//!
//! let client = Client::from_env()?; // ASAPP_API_ID
//! let response = client.conversations().list("external_id").await?;
//! println!("{response:?}");
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! # APIs
//! Each API is a module and a feature; its page lists credentials and operations.
//!
//! - `asapp`: ASAPP Conversations
//! - `openai`: OpenAI Conversations
//! - `openhands`: OpenHands conversations
//! - `orq`: orq.ai conversations
//! - `tavus`: Tavus Conversations
//!
//! # Calls
//! A call is sent when it is awaited, and returns the body of the response; its method `with_response` returns a
//! [`Response`] with status and headers as well. A failed call returns an [`Error`] with its
//! [`ErrorKind`], the status and the error that the API describes. [`RetryPolicy`] and
//! [`Timeouts`] are set for a client, [`RequestOptions`] for one call.
//!
//! - Pages: `pages()` returns [`Pages`], and `items()` the [`Items`] of all pages.
//! - Streams: `stream()` returns an [`EventStream`].
//! - Without async: `blocking()` returns a [`BlockingCall`] (feature `blocking`).
//! - Tests: `testing::FakeTransport` replaces the network (feature `testing`).
//!
//! # Features
//! | Feature | Adds |
//! | --- | --- |
//! | `client` | Clients and calls. Without it only the types are compiled. |
//! | `reqwest` (default) | The default transport, with TLS by rustls and ring; in browsers it uses fetch. |
//! | `reqwest-own-tls` | The same transport with a TLS configuration of the program. |
//! | `reqwest-no-tls` | The same transport without TLS. |
//! | `blocking` | Calls without async, by `.blocking()`. |
//! | `tracing` | Spans of calls and requests, as OpenTelemetry names them. |
//! | `webhooks` | Verification of webhooks by the rules of Standard Webhooks. |
//! | `jiff` | Conversions of dates and times to and from the types of jiff 1. |
//! | `uuid` | Conversions of UUIDs to and from the type of uuid 1. |
//! | `testing` | A fake transport and a fake clock for tests of programs that use a client. |
//! | `asapp`, `openai`, `openhands`, `orq`, `tavus` (default) | An API each. |
//!
//! Requires Rust 1.88 or later.
#![cfg_attr(
    not(feature = "client"),
    allow(rustdoc::broken_intra_doc_links, reason = "the links are to calls")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![allow(clippy::disallowed_names, reason = "the document gives the names")]

#[cfg(feature = "client")]
mod call;

#[cfg(feature = "asapp")]
pub mod asapp;

#[cfg(feature = "openai")]
pub mod openai;

#[cfg(feature = "openhands")]
pub mod openhands;

#[cfg(feature = "orq")]
pub mod orq;

#[cfg(feature = "tavus")]
pub mod tavus;

#[cfg(feature = "client")]
pub use call::Call;

#[doc(inline)]
pub use apiarist_runtime::{
    Base64, Date, DateTime, FilePart, InvalidText, Maybe, MultipartForm, OpaqueBox,
    UnknownValue, Uuid,
};

#[doc(no_inline)]
pub use apiarist_runtime::Value;

#[cfg(any(feature = "client", feature = "webhooks"))]
#[doc(no_inline)]
pub use apiarist_runtime::{SecretString, http};

#[cfg(feature = "client")]
#[doc(no_inline)]
pub use apiarist_runtime::Bytes;

#[cfg(feature = "client")]
#[doc(inline)]
pub use apiarist_runtime::{
    AnyBody, AnyError, BlockingCall, BlockingOperation, BoxFuture, BytesFuture,
    ClientCredentials, Clock, ConfigError, Credential, DecodeError, Download,
    DownloadFuture, Error, ErrorKind, ErrorOf, Event, EventStream, EventsFuture, Header,
    Items, Middleware, Next, Operation, OperationSpec, Optional, Outcome, PagedOperation,
    Pages, PasswordCredentials, RefreshToken, RequestOptions, Response, ResponseFuture,
    RetryPolicy, Sending, StreamOperation, SuccessOf, SystemClock, Timeouts, Token,
    TokenContext, TokenError, TokenProvider, Transport, Upload, transport,
};

#[cfg(feature = "webhooks")]
#[doc(inline)]
pub use apiarist_runtime::{WebhookError, WebhookVerifier};

#[cfg(feature = "blocking")]
#[doc(inline)]
pub use apiarist_runtime::blocking;

#[cfg(feature = "testing")]
#[doc(inline)]
pub use apiarist_runtime::testing;
