//! Page numbers that start at 0 or 1.

use super::Client;
use apiarist_runtime::testing::FakeTransport;
use apiarist_tests::wire::{answering, paths};

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

#[tokio::test]
async fn page_numbers_start_at_1() {
    let (client, transport) = client(&[r#"{"data":[1,2],"total":3}"#, r#"{"data":[3],"total":3}"#]);
    let mut bees = client.bees().list().items();
    for expected in [1, 2, 3] {
        assert_eq!(bees.next().await.expect("a bee").expect("it is read"), expected);
    }
    assert!(bees.next().await.is_none());
    assert_eq!(paths(&transport), ["/bees", "/bees?page=2"]);
}

#[tokio::test]
async fn page_numbers_start_at_0() {
    let answers = [
        r#"{"hornets":[1],"meta":{"current_page":0,"total_pages":2}}"#,
        r#"{"hornets":[2],"meta":{"current_page":1,"total_pages":2}}"#,
    ];
    let (client, transport) = client(&answers);
    let mut pages = client.bees().list_hornets().pages();
    assert!(pages.next().await.is_some() && pages.next().await.is_some() && pages.next().await.is_none());
    assert_eq!(paths(&transport), ["/hornets", "/hornets?page%5Bnumber%5D=1"]);
}

#[tokio::test]
async fn short_page_is_not_the_last_if_the_response_has_a_total() {
    let answers = [
        r#"{"results":[1],"pagination":{"page":1,"pages":2,"per_page":1}}"#,
        r#"{"results":[2],"pagination":{"page":2,"pages":2,"per_page":1}}"#,
    ];
    let (client, transport) = client(&answers);
    let mut filings = client.bees().list_filings().items();
    let mut all = Vec::new();
    while let Some(filing) = filings.next().await {
        all.push(filing.expect("it is read"));
    }
    assert_eq!(all, [1, 2]);
    assert_eq!(paths(&transport), ["/filings", "/filings?page=2"]);
}
