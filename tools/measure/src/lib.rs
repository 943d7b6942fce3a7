//! What tools measure with: commands and what they cost, crates and what the compiler reports, and tables of figures.

pub mod compiled;
pub mod figures;
pub mod measured;
