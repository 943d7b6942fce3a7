//! Servers that send 30.0 but accept only 30.

use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::{faked, query};

use super::Client;
use super::operations::ListReadings;
use super::types::{Reading, ReadingEither, ReadingLevel};

const READING: &str = r#"{"count":30.0,"small":3e1,"level":2.0,"either":7.0,"list":[1.0,2],"map":{"a":3.0},
    "inner":{"total":4.0},"ratio":2025.0,"other":5.0}"#;

#[test]
fn float_without_a_fraction_is_accepted_as_an_integer() {
    let reading: Reading = serde_json::from_str(READING).expect("it is a reading");
    assert_eq!((reading.count, reading.level), (30, Some(ReadingLevel::from(2))));
    assert_eq!(reading.either, Some(ReadingEither::Integer(7)));
    assert_eq!((reading.list.clone(), reading.extra["other"]), (Some(vec![1, 2]), 5));
    let written = serde_json::to_string(&reading).expect("it is JSON");
    assert!(!written.contains(".0"), "{written}");
    assert!(written.contains(r#""ratio":2025"#), "{written}");
}

#[test]
fn fraction_is_an_error_with_its_location() {
    let error = serde_json::from_str::<Reading>("{\n\"count\":30.5}").expect_err("it is no reading");
    assert!(error.to_string().contains("floating point `30.5`, expected i64 at line 2"), "{error}");
}

#[tokio::test]
async fn bodies_headers_and_parameters_send_integers() {
    let answer = FakeAnswer::json(200, "[1.0,2]").header("X-Total", "2.0");
    let (client, transport) = faked(answer, |transport| Client::builder().base_url("https://api.example.com").transport(transport).build());
    let response = client.readings().list().at_least(2025.0).with_response().await.expect("it is answered");
    assert_eq!(response.header(ListReadings::X_TOTAL).expect("it is an integer"), Some(2));
    assert_eq!(response.body, [1, 2]);
    let request = transport.requests().remove(0);
    assert_eq!(query(&request), [("at_least".to_owned(), "2025".to_owned())]);
}
