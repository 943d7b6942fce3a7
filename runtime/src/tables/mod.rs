//! The table macros of generated code and the functions they expand to.
//!
//! Each macro expands without recursion to as little as can be: generated crates hold thousands of tables.
//! What a macro needs at run time stands in a function in here, generic only where a type of the table takes part.

pub mod choice;
mod field;
mod integer_enum;
pub mod kept;
pub mod key;
mod loss;
pub mod multipart;
mod multipart_union;
mod newtype;
pub mod number_reader;
pub mod number_writer;
pub mod object;
mod reading;
mod string_enum;
pub mod tagged_union;
pub mod trial;
pub mod union;
