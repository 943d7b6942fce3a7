//! Tests event streams that are interrupted and reopened.

use crate::chain::chain;
use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    ErrorKind, EventStream, OperationSpec, RequestOptions, Timeouts, Value,
    codegen::{CallBuilder as _, ClientDescription, Json},
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use std::time::Duration;

const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees").base_url("https://api.bees.test");

client! {
    DESCRIPTION;
    group bees: Bees { hear: HearBees }
}
impl Bees<'_> {
    pub fn watch(self) -> Call<WatchBees> {
        Call::<WatchBees>::new(self.core, &[]).query("hive", &7)
    }
    pub fn ask(self) -> Call<AskBees> {
        Call::new(self.core, &[]).json(&"why")
    }
}
operations! {
    WatchBees -> Result<Json<Value>, Json<Value>>, events Json<i64> = OperationSpec::new("watchBees").get("/bees");
    HearBees -> Result<Json<Value>, Json<Value>>, events Json<i64> =
        OperationSpec::new("hearBees").get("/bees").stream_rules(
            apiarist_runtime::codegen::StreamRules::new()
                .terminators(&["[END]"])
                .terminator_events(&["done", "fault"])
                .error_events(&["fault"]),
        );
    AskBees -> Result<Json<Value>, Json<Value>>, events Json<i64> = OperationSpec::new("askBees").post("/bees");
}

struct Hive {
    transport: FakeTransport,
    clock: FakeClock,
    client: Client,
}

fn hive(answers: impl IntoIterator<Item = FakeAnswer>) -> Hive {
    let (transport, clock) = (FakeTransport::new(), FakeClock::new());
    answers.into_iter().for_each(|answer| transport.push(answer));
    let client = Client::builder().transport(transport.clone()).clock(clock.clone()).build().unwrap();
    Hive { transport, clock, client }
}

impl Hive {
    /// Returns the last event IDs of the requests.
    fn ids(&self) -> Vec<Option<String>> {
        let id = |request: &apiarist_runtime::testing::RecordedRequest| request.header("last-event-id").map(Into::into);
        self.transport.requests().iter().map(id).collect()
    }

    /// Returns the delay before each request except the first.
    fn waits(&self) -> Vec<u128> {
        self.clock.slept().iter().map(Duration::as_millis).collect()
    }
}

fn three() -> RequestOptions {
    RequestOptions::default().reconnects(3)
}

/// Returns everything that a stream yields: numbers, and the messages of errors.
async fn all(mut events: EventStream<i64>) -> Vec<String> {
    let mut all = Vec::new();
    while let Some(event) = events.next().await {
        all.push(event.map_or_else(|error| chain(&error), |number| number.to_string()));
    }
    all
}

fn broken(text: &str) -> FakeAnswer {
    FakeAnswer::events(text.to_owned()).then_broken()
}

#[tokio::test]
async fn stream_resumes_after_its_last_event() {
    let hive = hive([
        broken("retry: 1500\n\nid: a\ndata: 1\n\nid: b\ndata: 2\n\nid: c\ndata: cut"),
        FakeAnswer::events("data: 3\n\n"),
    ]);
    let events = hive.client.bees().watch().options(three()).stream().await.unwrap();
    assert_eq!(all(events).await, ["1", "2", "3"]);
    assert_eq!(hive.ids(), [None, Some("b".into())]);
    assert_eq!(hive.waits(), [1500]);
    let [first, second] = hive.transport.requests().try_into().unwrap();
    assert_eq!((&first.url, first.header("accept")), (&second.url, second.header("accept")));
}

#[tokio::test]
async fn id_of_an_event_not_yet_yielded_is_not_sent() {
    let hive = hive([FakeAnswer::events("id: a\ndata: 1\n\nid: b\ndata: 2\n\nid: c\n\nid: d\ndata: 3")]);
    let mut events = hive.client.bees().watch().stream().await.unwrap();
    assert_eq!(events.last_event_id(), None);
    events.next().await.unwrap().unwrap();
    assert_eq!(events.last_event_id(), Some("a"));
    events.next().await.unwrap().unwrap();
    assert_eq!(events.last_event_id(), Some("c"));
    assert!(events.next().await.is_none());
    assert_eq!(events.last_event_id(), Some("c"));
}

#[tokio::test]
async fn consecutive_reconnects_are_limited_with_growing_delays() {
    let failures = [FakeAnswer::connect_error(), FakeAnswer::new(503), FakeAnswer::timeout()];
    let hive = hive([broken("data: 1\n\n")].into_iter().chain(failures));
    let events = hive.client.bees().watch().options(three()).stream().await.unwrap();
    let all = all(events).await;
    assert_eq!(all, ["1", "watchBees failed: timed out: fake failure: Timeout"]);
    assert_eq!(hive.ids().len(), 4);
    let [first, second, third] = hive.waits().try_into().unwrap();
    assert!((375..=500).contains(&first) && (750..=1000).contains(&second) && (1500..=2000).contains(&third));
}

#[tokio::test]
async fn received_event_resets_the_reconnect_count() {
    let hive = hive((0..10).map(|_| broken("data: 1\n\n")).chain([FakeAnswer::events("data: 2\n\n")]));
    let options = RequestOptions::default().reconnects(1);
    let events = hive.client.bees().watch().options(options).stream().await.unwrap();
    assert_eq!(all(events).await.len(), 11);
}

#[tokio::test]
async fn retry_budget_ends_reconnecting() {
    let hive = hive((0..200).map(|_| broken(": nothing\n\n")));
    let options = RequestOptions::default().reconnects(u32::MAX);
    let events = hive.client.bees().watch().options(options).stream().await.unwrap();
    assert_eq!(all(events).await, ["watchBees failed: the event stream was interrupted: fake failure in the body"]);
    assert!((90..200).contains(&hive.ids().len()), "{}", hive.ids().len());
}

#[tokio::test]
async fn idle_timeout_triggers_a_reconnect() {
    let hive = hive([FakeAnswer::events("id: 7\ndata: 1\n\n").then_silence(), FakeAnswer::events("data: 2\n\n")]);
    let events = hive.client.bees().watch().options(three()).stream().await.unwrap();
    assert_eq!(all(events).await, ["1", "2"]);
    assert_eq!(hive.ids(), [None, Some("7".into())]);
}

#[tokio::test]
async fn completed_stream_is_not_reopened() {
    for over in [FakeAnswer::events("data: 1\n\n"), broken("data: 1\n\ndata: [DONE]\n\n")] {
        let hive = hive([over]);
        let events = hive.client.bees().watch().options(three()).stream().await.unwrap();
        assert_eq!(all(events).await, ["1"]);
        assert_eq!(hive.ids().len(), 1);
    }
    let hive = hive([broken("data: 1\n\n"), FakeAnswer::new(204)]);
    let events = hive.client.bees().watch().options(three()).stream().await.unwrap();
    assert_eq!(all(events).await, ["1"]);
}

#[tokio::test]
async fn stream_with_a_terminator_is_not_reopened() {
    let fault = "hearBees failed: the server reported an error in the event stream";
    let rows: [(&str, &[&str]); 5] = [
        ("id: 1\ndata: 1\n\ndata: [END]\n\ndata: 2\n\n", &["1"]),
        ("data: 1\n\nevent: done\ndata: 2\n\ndata: 3\n\n", &["1"]),
        ("data: 1\n\nevent: done\n\ndata: 3\n\n", &["1"]),
        ("data: 1\n\nevent: fault\n\ndata: 3\n\n", &["1", fault]),
        (
            "event: fault\ndata: {\"message\":\"no bees\"}\n\n",
            &["hearBees failed: the server reported an error in the event stream: no bees"],
        ),
    ];
    for (text, expected) in rows {
        let hive = hive([broken(text)]);
        let events = hive.client.bees().hear().options(three()).stream().await.unwrap();
        assert_eq!(all(events).await, expected, "{text}");
        assert_eq!(hive.ids().len(), 1, "{text}");
    }
    let hive = hive([broken("id: 1\ndata: 1\n\n"), FakeAnswer::events("data: 2\n\nevent: done\n\ndata: 3\n\n")]);
    let events = hive.client.bees().hear().options(three()).stream().await.unwrap();
    assert_eq!(all(events).await, ["1", "2"]);
    assert_eq!(hive.ids(), [None, Some("1".into())]);
}

#[tokio::test]
async fn permanent_failure_ends_reconnecting() {
    let html = FakeAnswer::new(200).header("content-type", "text/html");
    let slow = FakeAnswer::new(503).header("retry-after", "61");
    let rows = [
        (FakeAnswer::json(403, r#"{"message":"no"}"#), "watchBees failed: 403 Forbidden: no"),
        (html, "watchBees failed: 200 OK: expected an event stream, found `text/html`"),
        (slow, "watchBees failed: 503 Service Unavailable"),
    ];
    for (answer, expected) in rows {
        let hive = hive([broken("data: 1\n\n"), answer]);
        let events = hive.client.bees().watch().options(three()).stream().await.unwrap();
        assert_eq!(all(events).await, ["1", expected]);
        assert_eq!(hive.ids().len(), 2);
    }
}

#[tokio::test]
async fn stream_is_not_reopened_by_default() {
    let hive = hive([broken("data: 1\n\n"), FakeAnswer::events("data: 2\n\n")]);
    let events = hive.client.bees().watch().stream().await.unwrap();
    assert_eq!(
        all(events).await,
        ["1", "watchBees failed: the event stream was interrupted: fake failure in the body"]
    );
}

#[tokio::test]
async fn post_stream_without_an_idempotency_key_is_not_reopened() {
    let answers = || [broken("data: 1\n\n"), FakeAnswer::events("data: 2\n\n")];
    let one = hive(answers());
    let events = one.client.bees().ask().options(three()).stream().await.unwrap();
    let expected = "askBees failed: the event stream was interrupted; not reconnected, because a POST without an \
                    idempotency key must not be repeated: fake failure in the body";
    assert_eq!(all(events).await, ["1", expected]);
    assert_eq!(one.ids().len(), 1);
    let other = hive(answers());
    let events = other.client.bees().ask().options(three().idempotency_key("k")).stream().await.unwrap();
    assert_eq!(all(events).await, ["1", "2"]);
    let [first, second] = other.transport.requests().try_into().unwrap();
    assert_eq!((first.text(), first.header("idempotency-key")), (second.text(), second.header("idempotency-key")));
}

#[tokio::test]
async fn deadline_ends_reconnecting() {
    let hive = hive([broken("retry: 3000\ndata: 1\n\n"), broken("data: 2\n\n"), FakeAnswer::events("data: 3\n\n")]);
    let options = three().deadline(Duration::from_secs(5));
    let events = hive.client.bees().watch().options(options).stream().await.unwrap();
    assert_eq!(
        all(events).await,
        ["1", "2", "watchBees failed: the event stream was interrupted: fake failure in the body"]
    );
    assert_eq!(hive.waits(), [3000]);
}

#[tokio::test]
async fn each_reconnect_has_the_attempt_timeout() {
    let (transport, clock) = (FakeTransport::new(), FakeClock::new());
    transport.push(broken("data: 1\n\n"));
    transport.push(FakeAnswer::silence());
    let timeouts = Timeouts::default().attempt(Duration::from_secs(7));
    let client = Client::builder().transport(transport).clock(clock).timeouts(timeouts).build().unwrap();
    let options = RequestOptions::default().reconnects(1);
    let mut events = client.bees().watch().options(options).stream().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), 1);
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string()),
        (ErrorKind::Timeout, "watchBees failed: the server did not respond within 7s".into())
    );
    assert!(events.next().await.is_none());
}
