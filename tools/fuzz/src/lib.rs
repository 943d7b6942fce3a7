//! Mutates documents and checks what the generator makes of them, for the program of this package and for the targets of
//! cargo-fuzz in `fuzz/`.

pub mod check;
pub mod documents;
mod fragments;
pub mod input;
mod mutation;
