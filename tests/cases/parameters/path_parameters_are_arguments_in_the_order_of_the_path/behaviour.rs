//! Path parameters, encoded as segments.

use super::Client;
use super::types::Month;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::faked;

fn client() -> (Client, FakeTransport) {
    faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build())
}

#[tokio::test]
async fn arguments_follow_the_order_of_the_path() {
    let (client, transport) = client();
    client.issues().get("rust-lang", "cargo", 7).await.expect("it exists");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.method, "GET");
    assert_eq!(request.url, "https://api.example.com/v2/repos/rust-lang/cargo/issues/7");
}

#[tokio::test]
async fn argument_cannot_change_the_path() {
    let (client, transport) = client();
    client.issues().get("a/b?c#d", "e f%2F\u{e9}", -1).await.expect("it exists");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/v2/repos/a%2Fb%3Fc%23d/e%20f%252F%C3%A9/issues/-1");
}

#[tokio::test]
async fn empty_or_dot_segment_argument_is_rejected() {
    for bad in ["", ".", ".."] {
        let (client, transport) = client();
        let answer = client.issues().get(bad, "cargo", 7).await;
        match transport.last_request() {
            None => drop(answer.expect_err("nothing was sent")),
            Some(request) => {
                assert!(!bad.is_empty(), "an empty segment was sent");
                let encoded = bad.replace('.', "%2E");
                assert_eq!(request.path_and_query(), format!("/v2/repos/{encoded}/cargo/issues/7"));
            }
        }
    }
}

#[tokio::test]
async fn several_parameters_can_share_a_segment() {
    let (client, transport) = client();
    client.reports().download(2024, Month::Jan).await.expect("it exists");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/v2/reports/2024-jan.csv");
}

#[tokio::test]
async fn arrays_are_joined_by_commas() {
    let (client, transport) = client();
    let day = "2024-05-01".parse().expect("it is a day");
    let tags: [&str; 2] = ["a,b", "c"];
    client.reports().get_day(&day, tags).await.expect("it exists");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/v2/days/2024-05-01/a%2Cb,c");
}
