//! Vendor extensions for pagination.

use super::types::SearchFernBody;
use super::Client;
use apiarist_runtime::testing::FakeTransport;
use apiarist_tests::wire::answering;

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

/// Asks for two pages, the second of which is empty, and says how.
macro_rules! asked {
    ($call:ident $( ( $body:expr ) )?, $group:ident) => {{
        let first = r#"{"bees":[{"id":"b"}],"further":true,"goOn":"g","@odata.next/Link":"/microsoft?2"}"#;
        let (client, transport) = client(&[first, r#"{"bees":[]}"#]);
        let mut items = client.$group().$call($( $body )?).items();
        assert_eq!(items.next().await.expect("a bee").expect("it is read").id.as_deref(), Some("b"));
        assert!(items.next().await.is_none());
        let requests = transport.requests();
        (requests[1].path_and_query().to_owned(), requests[1].text())
    }};
}

#[tokio::test]
async fn each_extension_continues_to_the_next_page() {
    assert_eq!(asked!(list, speakeasy).0, "/speakeasy?from=b");
    assert_eq!(asked!(list, fern).0, "/fern?skip=1");
    assert_eq!(asked!(list, microsoft).0, "/microsoft?2");
    assert_eq!(asked!(list, datadog).0, "/datadog?from=1");
    assert_eq!(asked!(search(&SearchFernBody::new()), fern), ("/fern".to_owned(), r#"{"from":"g"}"#.to_owned()));
}
