//! Tests of the whole workspace; see the folders `tests/` and `cases/` of this package.
//!
//! The modules of this crate are the cases as in their snapshots, so that the reviewed code is the compiled code.

#![cfg_attr(
    feature = "client",
    expect(missing_docs, reason = "the documents of the cases describe no more than each case is about")
)]

pub mod examples;
#[cfg(feature = "client")]
pub mod exchange;
#[cfg(feature = "client")]
mod promises;
pub mod wire;

/// The type of all calls as it is generated. The cases are modules of this crate, and the type is the same for every
/// crate.
#[cfg(feature = "client")]
#[path = "../../generated/src/call.rs"]
#[rustfmt::skip]
mod call;
#[cfg(feature = "client")]
pub use call::Call;

// Examples import these names from the root of their crate.
#[cfg(feature = "client")]
#[doc(no_inline)]
pub use apiarist_runtime::*;

#[cfg(feature = "client")]
include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// The example of the README, which is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// Compiles the programs of `docs/guide/`: a module for each page.
#[cfg(doctest)]
pub mod guide {
    include!(concat!(env!("OUT_DIR"), "/guide.rs"));
}
