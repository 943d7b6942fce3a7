//! What the generated code of the cases does; each test stands beside the document of its case.
#![allow(clippy::expect_used, reason = "what tests share fails as they do")]

include!(concat!(env!("OUT_DIR"), "/behaviour.rs"));
