//! Tests the public interface of the library: emitted code, locked names, and hostile input.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod crates;
mod emission;
mod explanations;
mod group_features;
mod hostile_locks;
mod hostile_reports;
mod kept_names;
mod large_documents;
mod method_names;
mod names_guide;
mod outlines;
mod permanence;
mod runtime_items;
