//! Types from the settings use their own serialization.

use std::net::Ipv4Addr;
use std::num::NonZeroU64;
use std::path::Path;

use super::Client;
use super::types::{Host, HostTarget};
use apiarist_runtime::Maybe;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::{faked, round_trip};
use serde_json::{Value, json};

fn host() -> Value {
    json!({
        "address": "10.0.0.1",
        "created": "2024-05-01T10:00:00Z",
        "gateway": null,
        "aliases": ["10.0.0.2"],
        "weight": 3,
        "root": "/srv/www",
        "more": [1, "any"],
        "target": "10.0.0.3"
    })
}

#[test]
fn values_round_trip() {
    let read: Host = round_trip(host());
    assert_eq!(read.address, Ipv4Addr::new(10, 0, 0, 1));
    assert_eq!(read.created, "2024-05-01T10:00:00Z");
    assert_eq!(read.gateway, Maybe::Null);
    assert_eq!(read.aliases, Some(vec![Ipv4Addr::new(10, 0, 0, 2)]));
    assert_eq!(read.weight, NonZeroU64::new(3));
    assert_eq!(read.root.as_deref(), Some(Path::new("/srv/www")));
    assert_eq!(read.more, Some(json!([1, "any"])));
    assert_eq!(read.target, HostTarget::Ipv4Addr(Ipv4Addr::new(10, 0, 0, 3)));
}

#[test]
fn unions_match_values_of_chosen_types() {
    let mut weighed = host();
    weighed["target"] = 5.into();
    let read: Host = round_trip(weighed);
    assert_eq!(Some(read.target), NonZeroU64::new(5).map(HostTarget::NonZeroU64));
}

#[test]
fn invalid_value_is_an_error() {
    for (member, value) in [("address", json!("nowhere")), ("weight", json!(0))] {
        let mut refused = host();
        refused[member] = value;
        assert!(serde_json::from_value::<Host>(refused).is_err(), "{member}");
    }
}

#[tokio::test]
async fn parameters_are_serialized() {
    let answer = FakeAnswer::json(200, host().to_string());
    let (client, transport): (Client, FakeTransport) =
        faked(answer, |transport| Client::builder().base_url("https://api.example.com").transport(transport).build());
    let body: Host = round_trip(host());
    let address = Ipv4Addr::new(10, 0, 0, 1);
    let call = client.hosts().replace(&address, &body).peers([address, Ipv4Addr::LOCALHOST]).x_via(&address);
    let weight = NonZeroU64::MIN;
    assert_eq!(call.weight(&weight).await.expect("it is answered"), body);
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/hosts/10.0.0.1?peers=10.0.0.1&peers=127.0.0.1&weight=1");
    assert_eq!(request.header("x-via"), Some("10.0.0.1"));
}
