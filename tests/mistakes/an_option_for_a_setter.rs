//! A setter takes the value itself.

use bees::types::{Mood, NewBee};

pub fn field(age: Option<i64>) -> NewBee {
    NewBee::new("Maja", Mood::Calm).age(age)
}

pub fn text(nickname: Option<String>) -> NewBee {
    NewBee::new("Maja", Mood::Calm).nickname(nickname)
}

pub fn parameter(client: &bees::Client, limit: Option<i64>) {
    let _ = client.bees().list().limit(limit);
}
