// Written by apiarist from specs/. Changes are lost: edit the documents instead, then run `cargo xtask codegen`.

//! Clients for HTTP APIs, generated from their OpenAPI documents.
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
//! Each API is a module behind a feature. The page of the module lists its credentials and operations.
//!
//! - `asapp`: ASAPP Conversations
//! - `openai`: OpenAI Conversations
//! - `openhands`: OpenHands conversations
//! - `orq`: orq.ai conversations
//! - `tavus`: Tavus Conversations
//!
//! # Calls
//! Await a call to send it and receive the response body. `with_response` returns a [`Response`], which includes
//! the status and the headers. A failed call returns an [`Error`] with an [`ErrorKind`], the status and the
//! decoded error body. [`RetryPolicy`] and [`Timeouts`] apply to a client, [`RequestOptions`] to one call.
//!
//! - Pagination: `pages()` returns [`Pages`], and `items()` returns the [`Items`] of all pages.
//! - Streaming: `stream()` returns an [`EventStream`].
//! - Blocking: `blocking()` returns a [`BlockingCall`] (feature `blocking`).
//! - Testing: `testing::FakeApi` answers calls with typed values (feature `testing`).
//!
//! # Features
//! | Feature | Adds |
//! | --- | --- |
//! | `client` | Clients and calls. Without it, only the types are compiled. |
//! | `reqwest` (default) | The default transport, with TLS by rustls and ring. In browsers, it uses fetch. |
//! | `reqwest-own-tls` | The same transport with a TLS configuration supplied by the program. |
//! | `reqwest-no-tls` | The same transport without TLS. |
//! | `reqwest-own-client` | The same transport with a `reqwest::Client` of the program. |
//! | `tower` | Services of tower as transports. |
//! | `gzip` | Responses of the default transport that are compressed by gzip. |
//! | `brotli` | The same for Brotli. |
//! | `zstd` | The same for Zstandard. |
//! | `blocking` | Blocking calls, by `.blocking()`. |
//! | `tracing` | Spans for calls and requests that follow the OpenTelemetry conventions. |
//! | `webhooks` | Webhook verification as defined by Standard Webhooks. |
//! | `jiff` | Conversions between the date and time types and jiff 1. |
//! | `uuid` | Conversions between the UUID type and uuid 1. |
//! | `testing` | Fakes with typed responses, samples and cassettes for testing programs that use a client. |
//! | `asapp`, `openai`, `openhands`, `orq`, `tavus` (default) | One API each. |
//!
//! Requires Rust 1.88 or later.
#![cfg_attr(
    not(feature = "client"),
    allow(rustdoc::broken_intra_doc_links, reason = "the links point to calls")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![allow(clippy::disallowed_names, reason = "the document defines the names")]

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
