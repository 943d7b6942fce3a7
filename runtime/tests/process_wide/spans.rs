//! Tests the spans of calls and requests, and that they contain no secrets.

use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    ClientCredentials, Credential, OperationSpec, RequestOptions, Value,
    codegen::{CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme},
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use std::{
    collections::BTreeMap,
    fmt::Debug,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

const KEY: SecurityScheme = SecurityScheme::query("Key", "api_key");
const LOGIN: SecurityScheme = SecurityScheme::basic("Login");
const TOKEN: SecurityScheme = SecurityScheme::bearer("Token").with_token_url("/token");
const DESCRIPTION: ClientDescription =
    ClientDescription::new("wax", "wax").base_url("https://api.wax.test:8443/v1").credentials(&[
        CredentialDescription::new(KEY, "key", &["WAX_TEST_KEY"]),
        CredentialDescription::new(LOGIN, "login", &["WAX_TEST_USER", "WAX_TEST_PASSWORD"]),
        CredentialDescription::new(TOKEN, "token", &["WAX_TEST_TOKEN"]),
    ]);

client! {
    DESCRIPTION;
    group wax: Wax { melt: MeltWax }
    credentials { key: KEY, token: TOKEN }
}
impl ClientBuilder {
    pub fn login(self, user: &str, password: &str) -> Self {
        self.credential(&LOGIN, Credential::login(user, password))
    }
}
impl Wax<'_> {
    pub fn get(self, id: &str) -> Call<GetWax> {
        Call::<GetWax>::new(self.core, &[&id]).query("limit", &20)
    }
}
operations! {
    GetWax -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("getWax").get("/wax/{id}").security(&[&[KEY, LOGIN], &[TOKEN]]);
    MeltWax -> Result<Json<Value>, Json<Value>> = OperationSpec::new("meltWax").route("MELT", "/wax");
}

/// A recorder of spans with their parents and fields.
#[derive(Clone, Default)]
struct Collector {
    spans: Arc<Mutex<BTreeMap<u64, Kept>>>,
    entered: Arc<Mutex<Vec<u64>>>,
    next: Arc<AtomicU64>,
}

#[derive(Clone, Debug, Default)]
struct Kept {
    name: &'static str,
    parent: Option<u64>,
    fields: BTreeMap<&'static str, String>,
    is_closed: bool,
}

impl Visit for Kept {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields.insert(field.name(), format!("{value:?}"));
    }
    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name(), value.to_owned());
    }
}

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("apiarist_runtime")
    }
    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let id = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        let parent = self.entered.lock().unwrap().last().copied();
        let mut kept = Kept { name: attributes.metadata().name(), parent, ..Kept::default() };
        attributes.record(&mut kept);
        self.spans.lock().unwrap().insert(id, kept);
        Id::from_u64(id)
    }
    fn record(&self, span: &Id, values: &Record<'_>) {
        values.record(self.spans.lock().unwrap().get_mut(&span.into_u64()).unwrap());
    }
    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}
    fn event(&self, _event: &Event<'_>) {}
    fn enter(&self, span: &Id) {
        self.entered.lock().unwrap().push(span.into_u64());
    }
    fn exit(&self, _span: &Id) {
        self.entered.lock().unwrap().pop();
    }
    fn try_close(&self, span: Id) -> bool {
        self.spans.lock().unwrap().get_mut(&span.into_u64()).unwrap().is_closed = true;
        true
    }
}

impl Collector {
    /// Returns the spans so far, one per line; spans of requests follow the name of their call.
    fn lines(&self) -> Vec<String> {
        let spans = self.spans.lock().unwrap();
        let line = |kept: &Kept| {
            let call =
                kept.parent.map(|parent| format!("{} > ", spans[&parent].fields["otel.name"])).unwrap_or_default();
            let fields: Vec<String> = kept.fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{call}{}{}: {}", kept.name, if kept.is_closed { "" } else { " (open)" }, fields.join(" "))
        };
        spans.values().map(line).collect()
    }
}

fn client(answers: impl IntoIterator<Item = FakeAnswer>) -> ClientBuilder {
    let transport = FakeTransport::new();
    answers.into_iter().for_each(|answer| transport.push(answer));
    Client::builder().transport(transport).clock(FakeClock::new())
}

#[tokio::test]
async fn call_and_each_request_have_a_span() {
    let _turn = crate::TURN.lock().await;
    let collector = Collector::default();
    let _guard = tracing::subscriber::set_default(collector.clone());
    let client = client([
        FakeAnswer::new(503),
        FakeAnswer::new(307).header("location", "https://api.wax.test:8443/v2/wax/7?x=1"),
        FakeAnswer::json(200, "{}"),
    ]);
    client.token("t").build().unwrap().wax().get("7").await.unwrap();
    let request = "http.request.method=GET";
    let place = "otel.kind=client otel.name=GET /wax/{id}";
    let server = "server.address=api.wax.test server.port=8443";
    assert_eq!(
        collector.lines(),
        [
            "call: http.request.method=GET http.response.status_code=200 otel.kind=internal otel.name=getWax"
                .to_owned(),
            format!(
                "getWax > request: error.type=503 {request} http.response.status_code=503 {place} \
                 otel.status_code=ERROR {server} url.full=https://api.wax.test:8443/v1/wax/7?limit=REDACTED"
            ),
            format!(
                "getWax > request: {request} http.request.resend_count=1 http.response.status_code=307 {place} {server} \
                 url.full=https://api.wax.test:8443/v1/wax/7?limit=REDACTED"
            ),
            format!(
                "getWax > request: {request} http.request.resend_count=2 http.response.status_code=200 {place} {server} \
                 url.full=https://api.wax.test:8443/v2/wax/7?x=REDACTED"
            ),
        ]
    );
}

#[tokio::test]
async fn failures_record_an_error_type() {
    let _turn = crate::TURN.lock().await;
    let collector = Collector::default();
    let _guard = tracing::subscriber::set_default(collector.clone());
    let failing =
        client([FakeAnswer::connect_error(), FakeAnswer::silence(), FakeAnswer::json(200, "{"), FakeAnswer::new(404)]);
    let client = failing.retries(apiarist_runtime::RetryPolicy::none()).build().unwrap();
    for _ in 0..4 {
        client.wax().melt().await.unwrap_err();
    }
    client.wax().get("7").await.unwrap_err();
    let of = |name: &str, field: &str| -> Vec<String> {
        let spans = collector.spans.lock().unwrap();
        let named = spans.values().filter(|kept| kept.name == name && kept.is_closed);
        named.map(|kept| kept.fields.get(field).cloned().unwrap_or_default()).collect()
    };
    assert_eq!(of("call", "error.type"), ["connect", "timeout", "decode", "404", "credentials"]);
    assert_eq!(of("request", "error.type"), ["connect", "cancelled", "", "404"]);
    assert_eq!(of("call", "otel.status_code"), ["ERROR"; 5]);
    assert_eq!(of("request", "http.request.method"), ["_OTHER"; 4]);
    assert_eq!(of("request", "http.request.method_original"), ["MELT"; 4]);
    assert_eq!(of("request", "otel.name"), ["HTTP /wax"; 4]);
}

#[tokio::test]
async fn dropped_call_is_recorded_as_cancelled() {
    let _turn = crate::TURN.lock().await;
    let collector = Collector::default();
    let _guard = tracing::subscriber::set_default(collector.clone());
    let client = Client::builder().transport(FakeTransport::new().answer(FakeAnswer::silence())).build().unwrap();
    let dropped = tokio::time::timeout(Duration::from_millis(20), async { client.wax().melt().await }).await;
    assert!(dropped.is_err());
    let lines = collector.lines();
    assert!(lines.len() == 2 && lines.iter().all(|line| line.contains("error.type=cancelled")), "{lines:?}");
    assert!(lines.iter().all(|line| !line.contains("(open)")), "{lines:?}");
}

#[tokio::test]
async fn spans_contain_no_secrets() {
    let _turn = crate::TURN.lock().await;
    let collector = Collector::default();
    let _guard = tracing::subscriber::set_default(collector.clone());
    let repeated = || FakeAnswer::json(400, r#"{"message":"top-secret"}"#).header("x-own", "top-secret");
    let token = FakeAnswer::json(200, r#"{"access_token":"top-secret"}"#);
    let options = RequestOptions::default().header("x-own", "top-secret").query("own", "top-secret");
    let keyed = client([repeated()]).key("top-secret").login("top-secret", "top-secret").build().unwrap();
    keyed.wax().get("7").options(options.clone()).await.unwrap_err();
    let credentials = ClientCredentials::new("id", "top-secret").in_body();
    let granted = client([token, repeated()]).token(credentials).build().unwrap();
    granted.wax().get("7").options(options).await.unwrap_err();
    let lines = collector.lines().join("\n");
    assert!(!lines.contains("top-secret") && !lines.contains("dG9wLXNlY3JldDp0b3Atc2VjcmV0"), "{lines}");
    assert!(lines.contains("?limit=REDACTED&own=REDACTED&api_key=REDACTED"), "{lines}");
}
