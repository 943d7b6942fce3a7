//! Neither the field nor the setters exist.

use bees::types::{Bee, Mood, NewBee};

pub fn read(bee: Bee) -> String {
    bee.nam
}

pub fn write() -> NewBee {
    NewBee::new("Maja", Mood::Calm).nick_name("M")
}

pub fn parameter(client: &bees::Client) {
    let _ = client.bees().get("bee_1").limit(7);
}
