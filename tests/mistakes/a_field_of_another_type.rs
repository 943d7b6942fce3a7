//! A setter, an argument of `new` and a field get a value of another type.

use bees::types::{Mood, NewBee};

pub fn setter() -> NewBee {
    NewBee::new("Maja", Mood::Calm).age("16")
}

pub fn argument() -> NewBee {
    NewBee::new("Maja", 7)
}

pub fn field(mut bee: NewBee) -> NewBee {
    bee.nickname = "Maja";
    bee
}
