//! Tests of clients that use the runtime, by floor, on the fake transport and over sockets.
//!
//! One program contains all of these tests, because each program links the whole HTTP stack. Tests that observe the
//! whole process are in `process_wide`.

#![allow(missing_docs, clippy::unwrap_used)]

#[cfg(feature = "reqwest")]
mod bad_server;
mod chain;
mod derive_errors;
mod mini_client;

mod tables {
    mod agreement_with_serde;
    mod enums;
    mod forms;
    mod linear_unions;
    mod numbers_in_unions;
    mod objects;
    mod other_formats;
    mod recursive_union;
    mod round_trips;
    mod standard_traits;
}

mod encode {
    #[cfg(feature = "reqwest-no-tls")]
    mod hostile_values;
}

mod transport {
    #[cfg(all(feature = "reqwest", feature = "gzip", feature = "brotli", feature = "zstd"))]
    mod compression;
    #[cfg(feature = "reqwest")]
    mod default_transport;
    #[cfg(feature = "reqwest")]
    mod faults;
    mod middleware;
    #[cfg(feature = "reqwest")]
    mod own_client;
    #[cfg(feature = "reqwest")]
    mod tower;
}

mod auth {
    mod credentials;
    mod echoes;
}

mod client {
    mod servers;
}

mod call {
    mod emitted_shape;
    mod errors;
    mod sending;
    mod spawned;
}

mod stream {
    mod reconnects;
}

mod pages;
#[cfg(feature = "jiff")]
mod second_opinions;

mod blocking;

mod testing {
    mod cassette;
    mod fake_api;
    mod fake_pages;
    mod hostile_cassettes;
    mod samples;
}
