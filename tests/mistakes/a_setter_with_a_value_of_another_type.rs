//! A setter takes values of its own type.

use bees::types::{Mood, NewBee};

pub fn number(client: &bees::Client, limit: usize) {
    let _ = client.bees().list().limit(limit);
}

pub fn text(client: &bees::Client) {
    let _ = client.bees().list().limit("50");
}

pub fn choice(client: &bees::Client) {
    let _ = client.bees().list().mood("calm");
}

pub fn inferred(client: &bees::Client, limit: &str) {
    let _ = client.bees().list().limit(limit.parse().unwrap());
}

pub fn body(client: &bees::Client, swarm: bees::types::Swarm) {
    let _ = client.bees().move_swarm().body(swarm);
}

pub fn field() -> NewBee {
    NewBee::new(7, "calm")
}

pub fn inferred_field() -> NewBee {
    NewBee::new("Maja", Default::default())
}

pub fn union(mood: Mood) -> bees::types::Swarm {
    bees::types::Swarm::new(mood)
}
