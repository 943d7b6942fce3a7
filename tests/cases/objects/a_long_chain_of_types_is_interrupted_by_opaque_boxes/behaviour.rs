//! Deeply nested types, from galaxies to the books on a shelf.

use super::Client;
use super::types::{Arm, Galaxy, Star};
use apiarist_tests::wire::round_trip;
use serde_json::json;

fn send<T: Send + 'static>(_: T) {}

#[test]
fn value_round_trips_through_boxes() {
    let book = json!({"title": "On nests"});
    let galaxy: Galaxy = round_trip((0..14).fold(book, |value, _| json!({"parts": [value]})));
    assert_eq!(galaxy.clone(), galaxy);
    assert!(format!("{galaxy:?}").contains("On nests"));
}

#[test]
fn box_is_used_like_its_content() {
    let galaxy = Galaxy::new().parts([Arm::new().parts([Star::new()])]);
    let arms = galaxy.parts.unwrap();
    assert_eq!(arms[0].parts.as_deref().map(Vec::len), Some(1));
}

#[test]
fn value_can_be_held_across_an_await() {
    let client = Client::builder().base_url("https://api.example.com").build().unwrap();
    let task = async move {
        let galaxy = client.galaxies().get("milky-way").await;
        std::future::ready(()).await;
        galaxy.is_ok()
    };
    send(task);
}
