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

/// The features of every generated crate, in the order of its manifest.
pub const FEATURES: &[Feature] = &[
    feature("client", &["apiarist-runtime/client"], "Clients and calls. Without it only the types are compiled."),
    feature(
        "reqwest",
        &["client", "apiarist-runtime/reqwest"],
        "The default transport, with TLS by rustls and ring; in browsers it uses fetch.",
    ),
    feature(
        "reqwest-own-tls",
        &["client", "apiarist-runtime/reqwest-own-tls"],
        "The same transport with a TLS configuration of the program.",
    ),
    feature("reqwest-no-tls", &["client", "apiarist-runtime/reqwest-no-tls"], "The same transport without TLS."),
    feature("blocking", &["client", "apiarist-runtime/blocking"], "Calls without async, by `.blocking()`."),
    feature(
        "tracing",
        &["client", "apiarist-runtime/tracing"],
        "Spans of calls and requests, as OpenTelemetry names them.",
    ),
    feature("webhooks", &["apiarist-runtime/webhooks"], "Verification of webhooks by the rules of Standard Webhooks."),
    feature("jiff", &["apiarist-runtime/jiff"], "Conversions of dates and times to and from the types of jiff 1."),
    feature("uuid", &["apiarist-runtime/uuid"], "Conversions of UUIDs to and from the type of uuid 1."),
    feature(
        "testing",
        &["client", "apiarist-runtime/testing"],
        "A fake transport and a fake clock for tests of programs that use a client.",
    ),
];
