//! Targets of cargo-fuzz: a function for each kind of input, which panics if a property is violated.
//!
//! ```text
//! cargo fuzz run events fuzz/corpus/events fuzz/seeds/events
//! cargo fuzz run document fuzz/corpus/document tests/cases
//! ```

pub mod generation;
pub mod responses;
pub mod uploads;
pub mod values;

include!(concat!(env!("OUT_DIR"), "/api.rs"));
