//! What the tasks of this workspace and the tools behind them share: where things are, and how they report.

mod failure;
pub mod telling;
pub mod workspace;

pub use failure::{Failure, exit_code, failed};
