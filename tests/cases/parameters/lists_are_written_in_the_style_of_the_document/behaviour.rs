//! Styles of OpenAPI 3.0.3, section "Style Values".

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn each_style_has_its_own_separator() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let call = client.photos().list().ids([1, 2]).tags(["a b", "c"]).colours(["red", "blue"]).words(["x", "y"]);
    call.x_sizes([3, 4]).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    let query = request.path_and_query().replace("%7C", "|").replace("%2C", ",");
    assert_eq!(query, "/photos?ids=1&ids=2&tags=a%20b,c&colours=red|blue&words=x%20y");
    assert_eq!(request.header("x-sizes"), Some("3,4"));
}

#[tokio::test]
async fn empty_arrays_are_not_sent() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    client.photos().list().ids([] as [i64; 0]).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/photos");
}
