//! Parameters of a path item, one of which an operation overrides.

use super::Client;
use super::types::DeleteRoomVerbose;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn operation_inherits_or_overrides_path_parameters() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    transport.push(FakeAnswer::new(204));
    client.rooms().get("r1").verbose(true).await.expect("it exists");
    client.rooms().delete("r1", DeleteRoomVerbose::All).await.expect("it is deleted");
    let sent: Vec<String> =
        transport.requests().iter().map(|request| format!("{} {}", request.method, request.path_and_query())).collect();
    assert_eq!(sent, ["GET /rooms/r1?verbose=true", "DELETE /rooms/r1?verbose=all"]);
}
