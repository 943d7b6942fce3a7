//! Tests of the whole workspace; see the folders `tests/` and `cases/` of this package.
//!
//! The modules of this crate are the cases, as their snapshots hold them: what is reviewed is what is compiled.

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

/// The type of all calls, as it is generated: the cases are modules of this crate, and it is the same for every crate.
#[cfg(feature = "client")]
#[path = "../../generated/src/call.rs"]
#[rustfmt::skip]
mod call;
#[cfg(feature = "client")]
pub use call::Call;

// Examples import what a program names from the root of its crate.
#[cfg(feature = "client")]
#[doc(no_inline)]
pub use apiarist_runtime::*;

#[cfg(feature = "client")]
include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// The example of the README compiles.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The programs of the guide compile.
#[cfg(doctest)]
#[doc = include_str!("../../docs/guide/programs.md")]
pub struct Programs;
