//! Shared measuring code of the tools: the cost of commands, the results of compiling crates, and tables of figures.

pub mod cargo_build;
pub mod cargo_check;
pub mod figures;
pub mod metrics;
