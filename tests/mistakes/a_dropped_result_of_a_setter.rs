//! Setters return the changed value, and neither calls nor pages are requested until they are awaited.

use bees::types::NewBee;

pub fn field(bee: NewBee) {
    bee.age(16);
}

pub fn parameter(client: &bees::Client) {
    client.bees().list().limit(7);
}

pub fn pages(client: &bees::Client) {
    client.bees().list().pages();
}
