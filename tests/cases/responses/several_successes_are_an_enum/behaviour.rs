//! The status selects the type of the success body.

use super::Client;
use super::operations::GetExportOutcome;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

async fn outcome(answer: FakeAnswer) -> GetExportOutcome {
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    client.exports().get("e1").await.unwrap_or_else(|error| panic!("{error}"))
}

#[tokio::test]
async fn each_status_has_its_variant() {
    let done = outcome(FakeAnswer::json(200, r#"{"url":"u"}"#)).await;
    assert!(matches!(done, GetExportOutcome::Ok(export) if export.url == "u"));
    let pending = outcome(FakeAnswer::json(202, r#"{"progress":0.5}"#)).await;
    assert!(matches!(pending, GetExportOutcome::Accepted(pending) if pending.progress > 0.4));
    assert!(matches!(outcome(FakeAnswer::new(204)).await, GetExportOutcome::NoContent));
    let other = outcome(FakeAnswer::json(203, r#"{"new":1}"#)).await;
    assert!(matches!(other, GetExportOutcome::Other(value) if value["new"] == 1));
}
