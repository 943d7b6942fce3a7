//! Media types based on JSON.

use super::Client;
use super::types::PatchDocumentBody;
use apiarist_runtime::Maybe;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;
use serde_json::json;

#[tokio::test]
async fn merge_patch_keeps_its_media_type() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    client.documents().patch("d1", &PatchDocumentBody { title: Maybe::Null }).await.expect("it is changed");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.method, "PATCH");
    assert_eq!(request.headers.get_all("content-type").iter().count(), 1);
    assert_eq!(request.header("content-type"), Some("application/merge-patch+json"));
    assert_eq!(request.json(), json!({"title": null}));
}
