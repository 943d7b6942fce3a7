//! Setters take precedence over methods of calls, except reserved ones.

use super::Client;
use super::types::SaveSearchBody;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;
use serde_json::json;

#[tokio::test]
async fn each_setter_sets_its_parameter() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let call = client.search().search().query("a").header("b").cookie("c").text("d").json("e").body_("f");
    let call = call.stream_(true).options_("g").raw_(false).with_response_(true).new_(true).r#type("h").self_("i");
    call.page_size_query(1).page_size(2).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(
        request.path_and_query(),
        "/search?query=a&header=b&cookie=c&text=d&json=e&body=f&stream=true&options=g&raw=false&with_response=true\
         &new=true&type=h&self=i&page-size=1&page_size=2"
    );
    assert!(request.body.is_empty());
}

#[tokio::test]
async fn body_and_parameter_named_body_are_distinct() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let call = client.search().save("b").query("q").body(&SaveSearchBody::default().name("n"));
    call.await.expect("it is saved");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/search?body=b");
    assert_eq!(request.header("query"), Some("q"));
    assert_eq!(request.json(), json!({"name": "n"}));
}
