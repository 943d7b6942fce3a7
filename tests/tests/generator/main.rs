//! Tests the generator with random and malformed documents: names, comments, layout, and no panic. Compares the
//! readers of YAML and JSON with others, and reads the settings in the documentation.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../pipeline/mod.rs"]
mod pipeline;

mod doc_comments;
mod documented_settings;
mod json;
mod names;
mod printing;
mod robustness;
mod selection;
mod yaml;
