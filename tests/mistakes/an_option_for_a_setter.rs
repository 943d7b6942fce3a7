//! A setter of a call takes an `Option`, of what it takes itself; a setter of a struct takes the value.

use bees::types::{Mood, NewBee};

pub fn field(age: Option<i64>) -> NewBee {
    NewBee::new("Maja", Mood::Calm).age(age)
}

pub fn text(nickname: Option<String>) -> NewBee {
    NewBee::new("Maja", Mood::Calm).nickname(nickname)
}

pub fn parameter(client: &bees::Client, cursor: Option<String>) {
    let _ = client.bees().list().cursor(cursor);
}
