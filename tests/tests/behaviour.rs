//! Runs the behavior tests of the cases; each is in the folder of its case.
#![allow(clippy::expect_used, reason = "what tests share fails as they do")]

include!(concat!(env!("OUT_DIR"), "/behaviour.rs"));
