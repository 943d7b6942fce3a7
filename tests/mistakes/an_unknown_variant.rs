//! The document does not list the value.

use bees::types::Mood;

pub fn mood() -> Mood {
    Mood::Furious
}
