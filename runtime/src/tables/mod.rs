//! Functions that the derives and macros of generated code expand to.
//!
//! Generated crates contain thousands of types, so each expands to as little code as possible. Everything that a derive
//! needs at run time is a function in this module, generic only where it involves a generated type.

pub mod choice;
pub mod content;
pub mod enumeration;
mod exact;
pub mod fields;
#[cfg(feature = "client")]
pub(crate) mod json_text;
pub mod key;
mod loss;
pub mod multipart;
pub mod number_reader;
pub mod number_writer;
pub mod object;
#[cfg(feature = "client")]
pub(crate) mod plain_text;
pub(crate) mod reading;
mod tag_writer;
pub mod tagged_union;
pub mod trial;
pub mod union;
