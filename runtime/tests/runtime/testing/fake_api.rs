//! Tests the typed responses, the criteria and the reports of the fake API.

use std::{panic::AssertUnwindSafe, time::Duration};

use apiarist_runtime::{
    Bytes, ErrorKind, EventStream, Object, OperationSpec, RetryPolicy, StatusEnum, StringEnum, TaggedUnion, Value,
    codegen::{
        Binary, CallBuilder as _, ClientDescription, CredentialDescription, Envelope, Json, NoContent, SecurityScheme,
        Text, TextOf,
    },
    testing::{FakeAnswer, FakeApi, FakeClock},
};
use serde_json::json;

use crate::mini_client::{Call, client, operations};

const KEY: SecurityScheme = SecurityScheme::query("QueryKey", "key");
const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees")
    .base_url("https://api.bees.test/v1")
    .credentials(&[CredentialDescription::new(KEY, "key", &["BEES_TEST_KEY"])]);

#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct Bee {
    pub id: String,
    pub weight: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct Problem {
    pub code: i64,
}

#[derive(Clone, Debug, PartialEq, StringEnum)]
pub enum Role {
    #[wire("queen")]
    Queen,
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("event", "tick"))]
pub struct Tick {
    pub data: i64,
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "event")]
pub enum Sent {
    #[wire("tick")]
    Tick(Tick),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, StatusEnum)]
pub enum Replaced {
    #[status(201)]
    Created(Bee),
    #[status(202, text)]
    Queued(String),
    #[status(203, scalar)]
    Revision(i64),
    #[status(204)]
    Kept,
    #[status(200, binary)]
    Photo(Bytes),
    #[status("5XX")]
    Failed(String),
    #[status(default)]
    Other(Value),
}

#[derive(Clone, Debug, PartialEq, StatusEnum)]
pub enum ReplaceBeeError {
    #[status("4XX", text)]
    Rejected(String),
    #[status(404)]
    NotFound(Problem),
    #[status(default)]
    Other(Value),
}

client! {
    DESCRIPTION;
    group bees: Bees { create: CreateBee, remove: RemoveBee, role: GetRole, note: GetNote, photo: GetPhoto, watch: Watch, log: Log, ticks: Ticks, replace: ReplaceBee }
    credentials { key: KEY }
}
operations! {
    GetBee -> Result<Json<Bee>, Json<Problem>> = OperationSpec::new("getBee").get("/hives/{hive}/bees/{id}").security(&[&[KEY]]);
    CreateBee -> Result<Json<Bee>, Json<Problem>> = OperationSpec::new("createBee").post("/bees");
    RemoveBee -> Result<NoContent, Json<Problem>> = OperationSpec::new("removeBee").delete("/bees");
    GetRole -> Result<TextOf<Role>, Text> = OperationSpec::new("getRole").get("/role");
    GetNote -> Result<Text, Text> = OperationSpec::new("getNote").get("/note");
    GetPhoto -> Result<Binary, Text> = OperationSpec::new("getPhoto").get("/photo");
    Watch -> Result<EventStream<Json<Bee>, Json<Problem>>, Json<Problem>>, events Json<Bee> =
        OperationSpec::new("watch").get("/watch");
    Log -> Result<EventStream<Json<Bee>, Json<Problem>>, Json<Problem>>, events Json<Bee> =
        OperationSpec::new("log").get("/log").streams("application/x-ndjson");
    Ticks -> Result<EventStream<Envelope<Sent>, Json<Problem>>, Json<Problem>>, events Envelope<Sent> =
        OperationSpec::new("ticks").get("/ticks");
    ReplaceBee -> Result<Replaced, ReplaceBeeError> = OperationSpec::new("replaceBee").put("/bee");
}

impl Bees<'_> {
    fn get(self, hive: &str, id: &str) -> Call<GetBee> {
        Call::new(self.core, &[&hive, &id])
    }

    fn create_from(self, bee: &Bee) -> Call<CreateBee> {
        self.create().json(bee)
    }
}

fn client(fake: &FakeApi) -> Client {
    let retries = RetryPolicy::default();
    Client::builder()
        .transport(fake.clone())
        .clock(FakeClock::new())
        .retries(retries)
        .key("secret-key")
        .build()
        .unwrap()
}

fn bee(id: &str) -> Bee {
    Bee::new(id)
}

/// Returns the message of a panic.
fn panic_of(test: impl FnOnce()) -> String {
    let payload = std::panic::catch_unwind(AssertUnwindSafe(test)).unwrap_err();
    payload.downcast::<String>().map_or_else(|payload| payload.downcast::<&str>().unwrap().to_string(), |text| *text)
}

#[tokio::test]
async fn first_matching_expectation_answers() {
    let fake = FakeApi::new();
    let client = client(&fake);
    let first = fake.on::<GetBee>().argument("hive", "h 1").argument("id", "a/b").respond(&bee("first"));
    let once =
        fake.on::<GetBee>().matching(|request| request.header("accept").is_some()).respond(&bee("once")).times(1);
    let other = fake.on::<GetBee>().respond(&bee("other"));
    for (id, expected) in [("a/b", "first"), ("c", "once"), ("c", "other"), ("a/b", "first")] {
        assert_eq!(client.bees().get("h 1", id).await.unwrap().id, expected);
    }
    assert_eq!((first.calls(), once.calls(), other.calls(), fake.calls::<GetBee>()), (2, 1, 1, 4));
    fake.verify();
}

#[tokio::test]
async fn responses_are_sent_in_order_and_the_last_one_is_repeated() {
    let fake = FakeApi::new();
    let client = client(&fake);
    fake.on::<GetBee>()
        .answer(FakeAnswer::connect_error())
        .fail(503, &Problem::new(1))
        .response_header("retry-after", "1")
        .respond(&bee("a"))
        .response_header("x-request-id", "r1")
        .fail(404, &Problem::new(7));
    let response = client.bees().get("h", "a").with_response().await.unwrap();
    assert_eq!((response.request_id(), &response.body), (Some("r1"), &bee("a")));
    for _ in 0..2 {
        let error = client.bees().get("h", "a").await.unwrap_err();
        assert_eq!((error.status().unwrap().as_u16(), error.api()), (404, Some(&Problem::new(7))));
    }
    assert_eq!(fake.calls::<GetBee>(), 5);
}

#[tokio::test]
async fn every_kind_of_response_is_encoded() {
    let fake = FakeApi::new();
    let client = client(&fake);
    let weighed = Bee { weight: Some(2.0), ..bee("b") };
    fake.on::<CreateBee>().body(&bee("b")).respond(&weighed).status(201);
    fake.on::<RemoveBee>().respond(&());
    fake.on::<GetRole>().respond(&Role::Queen).fail(404, &"gone".to_owned());
    fake.on::<GetNote>().respond(&"honey\n".to_owned());
    fake.on::<GetPhoto>().respond(&Bytes::from_static(&[0xff, 0]));
    let created = client.bees().create_from(&bee("b")).with_response().await.unwrap();
    assert_eq!((created.status().as_u16(), created.body), (201, weighed));
    client.bees().remove().await.unwrap();
    assert_eq!(client.bees().role().await.unwrap(), Role::Queen);
    assert_eq!(client.bees().role().await.unwrap_err().api().map(String::as_str), Some("gone"));
    assert_eq!(client.bees().note().await.unwrap(), "honey\n");
    assert_eq!(client.bees().photo().await.unwrap(), [0xff, 0].as_slice());
}

#[tokio::test]
async fn events_are_sent_in_the_format_of_the_operation() {
    let fake = FakeApi::new();
    let client = client(&fake);
    fake.on::<Watch>().events([bee("a"), bee("b")]);
    fake.on::<Log>().events(&[bee("a")]);
    fake.on::<Ticks>().events([Sent::Tick(Tick::new(7)), Sent::Unknown(json!({"event": "x", "data": "two\nlines"}))]);
    let mut watch = client.bees().watch().await.unwrap();
    for expected in [Some(bee("a")), Some(bee("b")), None] {
        assert_eq!(watch.next().await.transpose().unwrap(), expected);
    }
    let mut log = client.bees().log().stream().await.unwrap();
    assert_eq!((log.next().await.unwrap().unwrap(), log.next().await.is_none()), (bee("a"), true));
    let mut ticks = client.bees().ticks().await.unwrap();
    assert_eq!(ticks.next().await.unwrap().unwrap(), Sent::Tick(Tick::new(7)));
    assert_eq!(ticks.next().await.unwrap().unwrap(), Sent::Unknown(json!({"event": "x", "data": "two\nlines"})));
}

#[tokio::test]
async fn response_can_depend_on_the_request() {
    let fake = FakeApi::new();
    fake.on::<GetBee>().respond_with(|request| bee(&request.argument("id").unwrap_or_default()));
    let weak = fake.clone();
    fake.on::<RemoveBee>().matching(move |_| weak.calls::<GetBee>() == 2).respond_with(|_| ());
    for id in ["a", "b"] {
        assert_eq!(client(&fake).bees().get("h", id).await.unwrap(), bee(id));
    }
    client(&fake).bees().remove().await.unwrap();
}

#[tokio::test]
async fn delay_elapses_on_the_clock_of_the_fake() {
    let clock = FakeClock::new();
    let fake = FakeApi::with_clock(clock.clone());
    fake.on::<GetBee>().respond(&bee("a")).delay(Duration::from_secs(3));
    client(&fake).bees().get("h", "a").await.unwrap();
    assert_eq!(clock.slept(), [Duration::from_secs(3)]);
}

#[test]
fn blocking_calls_are_answered() {
    let fake = FakeApi::new();
    fake.on::<GetBee>().respond(&bee("a"));
    assert_eq!(client(&fake).bees().get("h", "a").blocking().send().unwrap(), bee("a"));
}

#[tokio::test]
async fn unmatched_request_is_reported_with_the_closest_expectation() {
    let fake = FakeApi::new();
    let client = client(&fake);
    fake.on::<CreateBee>().body(&json!({"id": "a", "weight": 1})).respond(&bee("a"));
    fake.on::<GetBee>().argument("id", "x").query("limit", "2").respond(&bee("a"));
    let spent = fake.on::<GetBee>().argument("id", "b").respond(&bee("a")).times(..=1);
    client.bees().get("h", "b").await.unwrap();

    let error = client.bees().get("h", "b").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    let message = error.to_string();
    assert!(message.contains("it has already answered all of its requests (at most 1)"), "{message}");
    assert!(message.contains("GET https://api.bees.test/v1/hives/h/bees/b?key=[hidden]"), "{message}");
    let message = client.bees().create_from(&Bee { weight: Some(2.0), ..bee("a") }).await.unwrap_err().to_string();
    assert!(message.contains("body: `/weight`: expected `1`, found `2`"), "{message}");
    let message = client.bees().remove().await.unwrap_err().to_string();
    assert!(message.contains("operation: expected `createBee`, found `removeBee`"), "{message}");
    assert_eq!((spent.calls(), fake.requests().len()), (1, 4), "not retried");

    let report = panic_of(|| fake.verify());
    assert!(report.contains("\n  {\"id\":\"a\",\"weight\":2}\nclosest expectation, registered at "), "{report}");
    assert!(report.contains("fake_api.rs:") && !report.contains("secret-key"), "{report}");
}

#[tokio::test]
async fn too_few_requests_fail_the_verification() {
    let fake = FakeApi::new();
    fake.on::<GetBee>().respond(&bee("a")).times(2);
    let client = client(&fake);
    client.bees().get("h", "a").await.unwrap();
    let report = panic_of(|| fake.verify());
    assert!(report.starts_with("expected 2 requests of `getBee`, found 1; registered at "), "{report}");

    let dropped = panic_of(|| {
        let fake = FakeApi::new();
        fake.on::<GetBee>().respond(&bee("a")).times(1..);
    });
    assert!(dropped.starts_with("expected at least 1 requests of `getBee`, found 0"), "{dropped}");
}

#[test]
fn value_that_the_client_cannot_receive_is_rejected() {
    let fake = FakeApi::new();
    let message = panic_of(|| drop(fake.on::<GetBee>().respond_json(200, &json!({"id": 7}))));
    assert!(
        message.starts_with("cannot respond to `getBee`: the client cannot decode the response with status 200: "),
        "{message}"
    );
    let message = panic_of(|| drop(fake.on::<GetBee>().fail(200, &Problem::new(1))));
    assert_eq!(message, "the status of an error must be 400 to 599; found 200");
    let end = Sent::Unknown(json!({"event": "message", "data": "[DONE]"}));
    let message = panic_of(|| drop(fake.on::<Ticks>().events([end])));
    assert_eq!(message, "event 1 of `ticks` is a terminator, which ends the stream");
    let message = panic_of(|| drop(fake.on::<GetBee>().delay(Duration::ZERO)));
    assert_eq!(message, "the expectation has no response yet: call `respond` first");
}

#[tokio::test]
async fn variant_of_a_status_enum_is_sent_with_its_status() {
    let fake = FakeApi::new();
    let replies = [Replaced::Created(bee("a")), Replaced::Queued("7".into()), Replaced::Kept, Replaced::Revision(3)];
    for reply in &replies {
        fake.on::<ReplaceBee>().respond(reply).times(1);
    }
    fake.on::<ReplaceBee>().respond_with(|_| Replaced::Photo(Bytes::from_static(b"\0"))).times(1);
    let errors = [
        (404, ReplaceBeeError::NotFound(Problem::new(1))),
        (400, ReplaceBeeError::Rejected("no".into())),
        (500, ReplaceBeeError::Other(json!({"busy": true}))),
    ];
    for (_, error) in &errors {
        fake.on::<ReplaceBee>().fail_by_status(error).times(1);
    }
    let rejected = &errors[1].1;
    fake.on::<ReplaceBee>().fail(409, rejected).fail_by_status(rejected).status(422).times(2);

    let client = Client::builder().transport(fake.clone()).retries(RetryPolicy::none()).build().unwrap();
    let photo = Replaced::Photo(Bytes::from_static(b"\0"));
    for (status, reply) in [201, 202, 204, 203, 200].into_iter().zip(replies.into_iter().chain([photo])) {
        let response = client.bees().replace().with_response().await.unwrap();
        assert_eq!((response.status().as_u16(), response.body), (status, reply));
    }
    let again = [(409, rejected), (422, rejected)];
    for (status, expected) in errors.iter().map(|(status, error)| (*status, error)).chain(again) {
        let error = client.bees().replace().await.unwrap_err();
        assert_eq!((error.status().unwrap().as_u16(), error.api()), (status, Some(expected)));
    }
}

#[test]
fn status_of_another_variant_is_rejected() {
    let fake = FakeApi::new();
    let not_found = ReplaceBeeError::NotFound(Problem::new(1));
    let message = panic_of(|| drop(fake.on::<ReplaceBee>().fail(409, &not_found)));
    assert!(message.ends_with("the client does not decode status 409 as the variant of the value"), "{message}");
    let message = panic_of(|| drop(fake.on::<ReplaceBee>().respond(&Replaced::Failed("7".into()))));
    assert!(message.ends_with("decodes no status from 200 to 299 as the variant of the value"), "{message}");
}

#[tokio::test]
async fn any_request_is_answered_if_none_of_its_operation_matches() {
    let fake = FakeApi::new();
    fake.on_any().query("key", "secret-key").answer(FakeAnswer::json(200, r#"{"id":"any"}"#));
    assert_eq!(client(&fake).bees().get("h", "a").await.unwrap(), bee("any"));
    assert_eq!(fake.requests_of::<GetBee>()[0].argument("hive").as_deref(), Some("h"));
}
