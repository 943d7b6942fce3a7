//! Reports on the client of a document: statistics, and formats for other programs.

mod census;
mod json;
mod losses;
mod operations;
mod place;
mod sarif;

pub use census::{Census, Count};
pub use json::json;
pub use losses::Losses;
pub use operations::report_lost_operations;
pub(crate) use place::Place;
pub use sarif::{sarif, sarif_of_runs};
pub(crate) use sarif::{sarif_location, sarif_log};
