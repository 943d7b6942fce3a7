//! Responses other than JSON.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn text_and_binary_bodies_are_decoded() {
    let answer = FakeAnswer::new(200).header("content-type", "application/pdf").chunk(vec![37, 80]).chunk(vec![255]);
    let (client, transport) = faked(answer, |transport| Client::builder().transport(transport).build());
    transport.push(FakeAnswer::new(200).header("content-type", "text/csv").chunk("a,b\n1,2\n"));
    assert_eq!(client.reports().download("r1").await.expect("it is answered")[..], [37, 80, 255]);
    assert_eq!(client.reports().get_as_text("r1").await.expect("it is answered"), "a,b\n1,2\n");
    let requests = transport.requests();
    assert_eq!(requests[0].path_and_query(), "/reports/r1.pdf");
    assert!(requests[0].header("accept").is_some_and(|accept| accept.contains("application/pdf")));
    assert!(requests[1].header("accept").is_some_and(|accept| accept.contains("text/csv")));
}
