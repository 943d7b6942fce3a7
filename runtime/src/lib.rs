//! Runtime library shared by every client that Apiarist generates.
//!
//! Generated code consists of plain structs and enums with derives, and plain items for each operation. This crate
//! implements their behavior.
//!
//! Users of a generated client meet these types: `Error`, `Response`, `RequestOptions`, `RetryPolicy`, `Timeouts`,
//! `Transport`, `EventStream`, `Pages` and `Items`, and as types of fields [`Maybe`], [`DateTime`], [`Date`], [`Uuid`],
//! [`Base64`], [`FilePart`] and [`Value`].
//!
//! # Formats other than JSON
//! Generated types can be stored in other serde formats. Objects announce the number of properties that they write, so
//! length-prefixed formats such as postcard can store them too. Unions and [`Value`]s require a self-describing format,
//! such as JSON, CBOR or MessagePack; postcard and bincode can write them but not read them.
//!
//! # Values of any type
//! [`Value`] is the type of serde_json. It also holds the variants of unions that this version of a client does not
//! know. Its properties are sorted by name, so such a value is sent back as equal JSON with its properties in another
//! order. If the server depends on the order, as in a JSON Schema for a model, enable `serde_json/preserve_order` in
//! the program. This crate does not enable it because a feature applies to the whole program.
//!
//! # Features
//! * `reqwest` (default): the transport that clients use unless another one is configured, with TLS by rustls and ring;
//!   in browsers (`wasm32-unknown-unknown`) it uses fetch.
//! * `reqwest-own-tls`: the same transport with a TLS configuration supplied to `ReqwestTransport::with_tls`.
//! * `reqwest-no-tls`: the same transport without TLS.
//! * `reqwest-own-client`: the same transport with a `reqwest::Client` of the program,
//!   `ReqwestTransport::from_client`.
//! * `tower`: services of tower as transports, `transport::TowerTransport`.
//! * `gzip`, `brotli`, `zstd`: responses of the default transport that are compressed in these encodings, up to
//!   `ReqwestTransport::decoded_limit`.
//! * `client`: sending requests. Without it, only the types of fields and the derives are available.
//! * `blocking`: the same calls without async, by `.blocking()`, without starting an async runtime. It implements
//!   [`BlockingOperation`] for every operation.
//! * `jiff` (default): conversions between [`DateTime`] and [`Date`] and the types of jiff 1.
//! * `uuid`: conversions between [`Uuid`] and the type of uuid 1.
//! * `tracing`: a span for each call and for each request, with the attribute names of OpenTelemetry.
//! * `webhooks`: signature verification of webhooks according to Standard Webhooks.
//! * `testing`: a fake API with typed responses, samples of all types, cassettes of recorded exchanges, a clock that does
//!   not wait, and a constructor and setters for every struct, so that tests can create responses.

// A setter whose result is dropped has no effect.
#![warn(clippy::return_self_not_must_use)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// The output of the derives refers to the runtime by this name, also in the runtime's own tests.
#[cfg(test)]
extern crate self as apiarist_runtime;

#[cfg(all(feature = "blocking", target_arch = "wasm32", target_os = "unknown"))]
compile_error!("the feature `blocking` is not available in browsers, where a thread must not block");

// The floors. Each imports only those above it in the table of `runtime/ARCHITECTURE.md`; `tests/tests/tidy.rs` enforces
// it.
#[cfg(feature = "client")]
mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
#[cfg(feature = "client")]
mod box_future;
#[cfg(feature = "client")]
mod call;
#[cfg(feature = "client")]
mod client;
#[doc(hidden)]
pub mod codegen;
#[cfg(doctest)]
mod derive_examples;
#[cfg(feature = "client")]
mod download;
#[cfg(feature = "client")]
mod encode;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod pages;
#[cfg(feature = "client")]
mod spec;
#[cfg(feature = "client")]
mod stream;
#[doc(hidden)]
pub mod tables;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "client")]
pub mod transport;
mod values;
#[cfg(feature = "webhooks")]
mod webhook;

#[doc(inline)]
pub use apiarist_derive::{
    IntegerEnum, Multipart, MultipartUnion, Newtype, Object, StatusEnum, StringEnum, TaggedUnion, Union,
};
pub use serde_json::Value;
pub use values::{
    base64::Base64,
    date_time::{Date, DateTime},
    file_part::FilePart,
    maybe::Maybe,
    multipart_form::MultipartForm,
    opaque_box::OpaqueBox,
    text_type::InvalidText,
    unknown_value::UnknownValue,
    uuid::Uuid,
};

// Generated code and the output of the derives refer to these crates.
#[doc(hidden)]
pub use {serde, serde_json};

#[cfg(any(feature = "client", feature = "webhooks"))]
pub use {http, secrecy::SecretString};

#[cfg(feature = "webhooks")]
pub use webhook::{WebhookError, WebhookVerifier};

#[cfg(feature = "client")]
pub use {
    auth::{
        credential::Credential,
        oauth::{ClientCredentials, PasswordCredentials, RefreshToken},
        token::{Token, TokenContext, TokenError, TokenProvider},
    },
    box_future::BoxFuture,
    bytes::Bytes,
    call::{
        blocking_call::{BlockingCall, BlockingOperation},
        operation::Operation,
        optional::Optional,
        options::RequestOptions,
        receive::{BytesFuture, ErrorOf, Outcome, ResponseFuture, SuccessOf},
        response::Response,
    },
    client::config::ConfigError,
    download::{Download, DownloadFuture},
    encode::upload::Upload,
    error::{
        Error, ErrorKind,
        any_error::{AnyBody, AnyError},
        decode_error::DecodeError,
    },
    pages::{Items, PagedOperation, Pages},
    spec::{header::Header, operation::OperationSpec},
    stream::{EventStream, EventsFuture, event::Event, operation::StreamOperation},
    transport::{
        Transport,
        clock::{Clock, SystemClock},
        middleware::{Middleware, Next, Sending},
        retry_policy::RetryPolicy,
        timeout::Timeouts,
    },
};
