//! The features of every generated crate, which it forwards to the runtime.

/// A feature of generated crates.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// The name.
    pub name: &'static str,
    /// The features that it enables.
    pub enables: &'static [&'static str],
    /// Its effect, as one sentence of Markdown.
    pub about: &'static str,
}

const fn feature(name: &'static str, enables: &'static [&'static str], about: &'static str) -> Feature {
    Feature { name, enables, about }
}

/// The features of a crate that has only types.
pub(super) fn type_features() -> impl Iterator<Item = &'static Feature> {
    FEATURES.iter().filter(|feature| TYPE_FEATURES.contains(&feature.name))
}

/// The features that add methods to types and nothing else.
const TYPE_FEATURES: [&str; 2] = ["jiff", "uuid"];

/// The features of every generated crate, in the order of its manifest.
pub const FEATURES: &[Feature] = &[
    feature("client", &["apiarist-runtime/client"], "Clients and calls. Without it, only the types are compiled."),
    feature(
        "reqwest",
        &["client", "apiarist-runtime/reqwest"],
        "The default transport, with TLS by rustls and ring. In browsers, it uses fetch.",
    ),
    feature(
        "reqwest-own-tls",
        &["client", "apiarist-runtime/reqwest-own-tls"],
        "The same transport with a TLS configuration supplied by the program.",
    ),
    feature("reqwest-no-tls", &["client", "apiarist-runtime/reqwest-no-tls"], "The same transport without TLS."),
    feature(
        "reqwest-own-client",
        &["client", "apiarist-runtime/reqwest-own-client"],
        "The same transport with a `reqwest::Client` of the program.",
    ),
    feature("tower", &["client", "apiarist-runtime/tower"], "Services of tower as transports."),
    feature(
        "gzip",
        &["client", "apiarist-runtime/gzip"],
        "Responses of the default transport that are compressed by gzip.",
    ),
    feature("brotli", &["client", "apiarist-runtime/brotli"], "The same for Brotli."),
    feature("zstd", &["client", "apiarist-runtime/zstd"], "The same for Zstandard."),
    feature("blocking", &["client", "apiarist-runtime/blocking"], "Blocking calls, by `.blocking()`."),
    feature(
        "tracing",
        &["client", "apiarist-runtime/tracing"],
        "Spans for calls and requests that follow the OpenTelemetry conventions.",
    ),
    feature("webhooks", &["apiarist-runtime/webhooks"], "Webhook verification as defined by Standard Webhooks."),
    feature("jiff", &["apiarist-runtime/jiff"], "Conversions between the date and time types and jiff 1."),
    feature("uuid", &["apiarist-runtime/uuid"], "Conversions between the UUID type and uuid 1."),
    feature(
        "testing",
        &["client", "apiarist-runtime/testing"],
        "Fakes with typed responses, samples and cassettes for testing programs that use a client.",
    ),
];
