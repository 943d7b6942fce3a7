//! Tests whether values survive a round trip: made from the schemas of a document, decoded, encoded and compared.
//!
//! The process that generates the client also makes the values ([`prepare`]). The program that tries them is then built
//! and run ([`RoundTripRunner`]).

mod bundle;
mod case;
mod dialect;
mod equality;
mod family;
mod flatten;
mod naming;
mod pattern;
mod program;
mod proof;
mod requests;
mod text;
mod validity;
mod value;
mod verdict;

use std::fs;
use std::io;
use std::path::Path;

use apiarist::Client;
use apiarist::source::Document;

use super::features::group_features;
pub use bundle::bundle;
pub use dialect::to_2020_12;
pub use family::Families;
pub use flatten::resolve;
pub use proof::{Proof, RoundTripRunner};
pub use text::EdgeCases;
pub use validity::Schemas;
pub use value::{Fullness, ValueMaker};

/// The name of the file that contains the values.
const CASES: &str = "cases.json";

/// Writes the values for a document's client, and the program that tests them, to a folder that contains the client as
/// `client`.
pub fn prepare(document: &Document, client: &Client, count: usize, folder: &Path) -> io::Result<()> {
    let cases = case::cases(document, client, count);
    fs::create_dir_all(folder.join("src"))?;
    let has_groups = !group_features(&fs::read_to_string(folder.join("client").join("Cargo.toml"))?).is_empty();
    fs::write(folder.join("Cargo.toml"), program::manifest(has_groups))?;
    fs::write(folder.join("src").join("main.rs"), program::source(&cases.types))?;
    fs::write(folder.join(CASES), serde_json::to_vec(&cases)?)
}
