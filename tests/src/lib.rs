//! Tests of the whole workspace; see the folders `tests/` and `cases/` of this package.
//!
//! The modules of this crate are the cases, as their snapshots hold them: what is reviewed is what is compiled.

#![expect(missing_docs, reason = "the documents of the cases describe no more than each case is about")]

pub mod child;
pub mod examples;
#[cfg(feature = "client")]
pub mod exchange;
#[cfg(feature = "client")]
pub mod loopback;
#[cfg(feature = "client")]
mod promises;
pub mod wire;

#[cfg(feature = "client")]
apiarist_runtime::define_call!();

#[cfg(feature = "client")]
include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// The example of the README compiles.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
