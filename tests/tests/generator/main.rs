//! What the generator makes of random and of broken documents: names, comments, layout, and no panic.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../pipeline/mod.rs"]
mod pipeline;

mod doc_comments;
mod names;
mod printing;
mod robustness;
