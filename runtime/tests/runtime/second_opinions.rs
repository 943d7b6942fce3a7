//! Compares event streams, queries, forms, webhooks and dates with other implementations of their standards:
//! `sse-stream`, `serde_html_form`, `serde_qs`, `standardwebhooks` and `jiff`.

use std::collections::BTreeMap;

use apiarist_runtime::{
    Date, DateTime, OperationSpec, Value, WebhookVerifier,
    codegen::{CallBuilder as _, ClientDescription, Json, Style},
    testing::{FakeAnswer, FakeTransport, RecordedRequest},
};
use futures_util::{StreamExt as _, stream};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::mini_client::{Call, client, operations};

const DESCRIPTION: ClientDescription = ClientDescription::new("judge", "judge").base_url("https://api.judge.test");

client! {
    DESCRIPTION;
}
operations! {
    Watch -> Result<Json<Value>, Json<Value>>, events Json<Value> = OperationSpec::new("watch").get("/events");
    Search -> Result<Json<Value>, Json<Value>> = OperationSpec::new("search").get("/search");
    Submit -> Result<Json<Value>, Json<Value>> = OperationSpec::new("submit").post("/forms");
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

fn client(answer: FakeAnswer) -> (Client, FakeTransport) {
    let transport = FakeTransport::new();
    transport.push(answer);
    (Client::builder().transport(transport.clone()).build().unwrap(), transport)
}

/// The name and the data of an event; `None` if the data is not JSON.
type Received = Option<(String, Value)>;

/// Returns the events that the runtime yields.
async fn our_events(text: &str) -> Vec<Received> {
    let (client, _) = client(FakeAnswer::events(text.to_owned()));
    let mut events = Call::<Watch>::new(&client.core, &[]).stream().await.unwrap();
    let mut received = Vec::new();
    while let Some(event) = events.next_event().await {
        received.push(event.ok().map(|event| (event.name, event.data)));
    }
    received
}

/// Returns the events that `sse-stream` yields. It also yields events without data, which the standard drops.
async fn their_events(text: &str) -> Vec<Received> {
    let chunks: Vec<Result<bytes::Bytes, std::io::Error>> =
        text.as_bytes().chunks(3).map(|chunk| Ok(bytes::Bytes::copy_from_slice(chunk))).collect();
    let events = sse_stream::SseStream::from_bytes_stream(stream::iter(chunks));
    let events: Vec<_> = events.collect().await;
    let received = events.into_iter().map(|event| event.unwrap());
    let received = received.filter_map(|event| {
        let name = event.event.filter(|name| !name.is_empty()).unwrap_or_else(|| "message".to_owned());
        let data = event.data?;
        Some(serde_json::from_str(&data).ok().map(|data| (name, data)))
    });
    received.collect()
}

fn event_stream() -> impl Strategy<Value = String> {
    let lines = select(vec![
        "data: 1",
        "data:2",
        "data:  [3,",
        "data: 4]",
        "data: \"a: b\"",
        "data: {\"é\": null}",
        ": ping",
        ":",
        "event: bee",
        "event:wasp",
        "event: ",
        "id: 7",
        "id",
        "retry: 10",
        "retry: x",
        "other: 1",
        "dataset: 1",
        "nothing",
        "",
        "",
    ]);
    let ends = select(vec!["\n", "\n", "\r\n", "\r"]);
    let line = (lines, ends).prop_map(|(line, end)| format!("{line}{end}"));
    proptest::collection::vec(line, 0..20).prop_map(|lines| format!("{}\n\n", lines.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn event_streams_are_read_as_by_sse_stream(text in event_stream()) {
        prop_assert_eq!(run(our_events(&text)), run(their_events(&text)), "{:?}", text);
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-z0-9]{0,5}", 2 => "[ -~\u{e9}\n\t\u{1f41d}]{0,6}"]
}

/// Returns the request of a call, which fails because its response is empty.
fn sent<O>(call: impl FnOnce(&Client) -> Call<O>) -> RecordedRequest
where
    Call<O>: IntoFuture,
{
    let (client, transport) = client(FakeAnswer::new(204));
    let call = call(&client);
    drop(run(async { call.await }));
    transport.requests().remove(0)
}

fn query(value: &Value, style: Style) -> String {
    let request = sent(|client| Call::<Search>::new(&client.core, &[]).query_as(style, "filter", value));
    request.url.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forms_are_read_by_serde_html_form(members in proptest::collection::btree_map("[a-z\u{e9} \\[\\]]{1,4}", text(), 0..4)) {
        let request = sent(|client| Call::<Submit>::new(&client.core, &[]).form(&members));
        let body = std::str::from_utf8(&request.body).expect("ASCII");
        let read: Vec<(String, String)> = serde_html_form::from_str(body).expect("it is a form");
        prop_assert_eq!(read, members.into_iter().collect::<Vec<_>>(), "{}", body);
    }

    #[test]
    fn exploded_arrays_are_read_by_serde_html_form(elements in proptest::collection::vec(text(), 1..5)) {
        let query = query(&json!(elements), Style::Form);
        let read: BTreeMap<String, Vec<String>> = serde_html_form::from_str(&query).expect("it is a form");
        prop_assert_eq!(read, BTreeMap::from([("filter".to_owned(), elements)]), "{}", query);
    }

    #[test]
    fn deep_objects_are_read_by_serde_qs(members in proptest::collection::btree_map("[a-z]{1,4}", text(), 1..5)) {
        let query = query(&json!(members), Style::DeepObject);
        let config = serde_qs::Config::new().use_form_encoding(true);
        let read: BTreeMap<String, BTreeMap<String, String>> = config.deserialize_str(&query).expect("it is a query");
        prop_assert_eq!(read, BTreeMap::from([("filter".to_owned(), members)]), "{}", query);
    }

    #[test]
    fn webhooks_signed_by_standardwebhooks_are_accepted(
        key in proptest::collection::vec(any::<u8>(), 24..64),
        id in "msg_[a-zA-Z0-9]{1,20}",
        body in "[ -~\u{e9}]{0,40}",
        changed in any::<bool>(),
    ) {
        let now = std::time::SystemTime::now();
        let seconds = now.duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
        let signer = standardwebhooks::Webhook::from_bytes(key.clone()).expect("a key");
        let signature = signer.sign(&id, i64::try_from(seconds).expect("in range"), body.as_bytes()).expect("UTF-8");
        let mut headers = http::HeaderMap::new();
        for (name, value) in [("webhook-id", id), ("webhook-timestamp", seconds.to_string()), ("webhook-signature", signature)] {
            headers.insert(name, value.parse().expect("ASCII"));
        }
        let received = if changed { format!("{body} ") } else { body };
        let secret = format!("whsec_{}", base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &key));
        let ours = WebhookVerifier::new(secret).expect("a secret").verify(&headers, received.as_bytes(), now);
        prop_assert_eq!(ours.is_ok(), !changed);
        prop_assert_eq!(signer.verify(received.as_bytes(), &headers).is_ok(), !changed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dates_are_valid_as_in_jiff(text in "[0-9]{3}[0-9]-[01][0-9]-[0-3][0-9]") {
        prop_assert_eq!(text.parse::<Date>().is_ok(), text.parse::<jiff::civil::Date>().is_ok(), "{}", text);
    }

    #[test]
    fn times_are_valid_as_in_jiff(
        text in "(19|20)[0-9]{2}-0[1-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|z|[+-]([01][0-9]|2[0-3]):[0-6][0-9])",
    ) {
        prop_assert_eq!(text.parse::<DateTime>().is_ok(), text.parse::<jiff::Timestamp>().is_ok(), "{}", text);
    }
}

#[test]
fn wrong_results_are_found() {
    let events = |text: &str| run(their_events(text));
    assert_ne!(run(our_events("data: 1\n\n")), events("data: 2\n\n"));
    assert_ne!(run(our_events("event: bee\ndata: 1\n\n")), events("event: wasp\ndata: 1\n\n"));
    let wrong: BTreeMap<String, Vec<String>> = serde_html_form::from_str("filter=a,b").expect("it is a form");
    assert_ne!(wrong, BTreeMap::from([("filter".to_owned(), vec!["a".to_owned(), "b".to_owned()])]));
    let config = serde_qs::Config::new().use_form_encoding(true);
    let wrong = config.deserialize_str::<BTreeMap<String, BTreeMap<String, String>>>("filter=a,1").ok();
    assert_ne!(
        wrong,
        Some(BTreeMap::from([("filter".to_owned(), BTreeMap::from([("a".to_owned(), "1".to_owned())]))]))
    );
    assert!("2024-02-30".parse::<jiff::civil::Date>().is_err() && "2024-02-30".parse::<Date>().is_err());
}

#[test]
fn offsets_of_a_day_are_only_valid_in_jiff() {
    // Hours end at 23 (RFC 3339 section 5.6).
    let text = "2024-01-10T00:00:00+24:00";
    assert!(text.parse::<DateTime>().is_err() && text.parse::<jiff::Timestamp>().is_ok());
}
