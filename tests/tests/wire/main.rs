//! The clients on the wire: each against a loopback server and on the fake transport.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// Builds a client for a connection. The builders of different APIs have no trait in common.
macro_rules! connect {
    ($builder:expr, $connection:expr) => {{
        let builder = $builder;
        let builder = match $connection.transport() {
            Some(transport) => builder.transport(transport),
            None => builder,
        };
        builder.build().unwrap_or_else(|error| panic!("{error}"))
    }};
}

mod asapp;
mod example_program;
mod openai;
mod openhands;
mod orq;
mod pages;
mod samples;
mod secrets;
mod tavus;

/// Returns a document of `specs/`, whose examples the servers respond with.
fn document(path: &str) -> serde_json::Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs").join(path);
    apiarist::Document::read(&path).unwrap_or_else(|error| panic!("{error}")).root().clone()
}
