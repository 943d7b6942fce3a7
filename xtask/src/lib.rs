//! Shared code of the tasks of this workspace and the tools behind them: locations of files, reporting,
//! and starting cargo.

pub mod cargo;
mod failure;
pub mod terminal;
pub mod workspace;

pub use failure::{Failure, exit_code, failed};
