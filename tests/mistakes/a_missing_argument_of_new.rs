//! `new` takes all required properties.

use bees::types::NewBee;

pub fn make() -> NewBee {
    NewBee::new("Maja")
}
