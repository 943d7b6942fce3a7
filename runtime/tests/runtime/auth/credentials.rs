//! Tests OAuth 2.0 tokens, the locations to which credentials are sent, and that they are never shown.

use crate::mini_client::{client, operations};
use apiarist_runtime::{
    BoxFuture, ClientCredentials, Credential, ErrorKind, OperationSpec, PasswordCredentials, RefreshToken,
    RequestOptions, RetryPolicy, Timeouts, Token, TokenContext, TokenError, TokenProvider, Transport, Value,
    codegen::{ClientDescription, CredentialDescription, Json, SecurityScheme},
    http::{Response, StatusCode},
    testing::{FakeAnswer, FakeClock, FakeTransport},
    transport::{Body, TransportError, TransportRequest},
};
use std::{
    error::Error as _,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

const OAUTH: SecurityScheme =
    SecurityScheme::bearer("OAuth").with_token_url("/oauth/token").with_refresh_url("https://login.hive.test/refresh");
const OPEN_ID: SecurityScheme = SecurityScheme::bearer("OpenId");
const DISCOVERED: SecurityScheme =
    SecurityScheme::bearer("Discovered").with_discovery_url("/.well-known/openid-configuration");
const OWN_HEADER: SecurityScheme = SecurityScheme::header("OwnHeader", "authorization");
const DIGEST: SecurityScheme = SecurityScheme::authorization("Digest", "Digest");
const QUERY: SecurityScheme = SecurityScheme::query("Query", "access_token").with_token_url("/oauth/token");
const SAME_QUERY: SecurityScheme = SecurityScheme::query("SameQuery", "access_token");
const LOGIN: SecurityScheme = SecurityScheme::basic("Login");

const DESCRIPTION: ClientDescription =
    ClientDescription::new("hive", "hive").base_url("https://api.hive.test/v1").credentials(&[
        CredentialDescription::new(OAUTH, "oauth", &["HIVE_TEST_TOKEN"]),
        CredentialDescription::new(OPEN_ID, "open_id", &["HIVE_TEST_OPEN_ID"]),
        CredentialDescription::new(DISCOVERED, "discovered", &["HIVE_TEST_DISCOVERED"]),
        CredentialDescription::new(OWN_HEADER, "own_header", &["HIVE_TEST_OWN_HEADER"]),
        CredentialDescription::new(DIGEST, "digest", &["HIVE_TEST_DIGEST"]),
        CredentialDescription::new(QUERY, "query", &["HIVE_TEST_QUERY"]),
        CredentialDescription::new(SAME_QUERY, "same_query", &["HIVE_TEST_SAME_QUERY"]),
        CredentialDescription::new(LOGIN, "login", &["HIVE_TEST_USER", "HIVE_TEST_PASSWORD"]),
    ]);

client! {
    DESCRIPTION;
    group hives: Hives {
        get: GetHive,
        open: OpenHive,
        discover: DiscoverHive,
        either: EitherHive,
        sign: SignHive,
        query: QueryHive,
        queries: QueriesHive,
        login: LoginHive,
    }
    credentials {
        oauth: OAUTH,
        open_id: OPEN_ID,
        discovered: DISCOVERED,
        own_header: OWN_HEADER,
        digest: DIGEST,
        query: QUERY,
        same_query: SAME_QUERY,
    }
}
impl ClientBuilder {
    pub fn login(self, user: &str, password: &str) -> Self {
        self.credential(&LOGIN, Credential::login(user, password))
    }
}
operations! {
    GetHive -> Result<Json<i64>, Json<Value>>, events Json<i64> =
        OperationSpec::new("getHive").get("/hive").security(&[&[OAUTH]]);
    OpenHive -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("openHive").get("/open").security(&[&[OPEN_ID]]);
    DiscoverHive -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("discoverHive").get("/discover").security(&[&[DISCOVERED]]);
    EitherHive -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("eitherHive").get("/either").security(&[&[OWN_HEADER, LOGIN]]);
    SignHive -> Result<Json<Value>, Json<Value>> = OperationSpec::new("signHive").get("/sign").security(&[&[DIGEST]]);
    QueryHive -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("queryHive").get("/query").security(&[&[QUERY]]);
    QueriesHive -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("queriesHive").get("/query").security(&[&[QUERY, SAME_QUERY]]);
    LoginHive -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("loginHive").get("/login").security(&[&[LOGIN]]);
}

fn fake(answers: impl IntoIterator<Item = FakeAnswer>) -> (FakeTransport, FakeClock, ClientBuilder) {
    let (transport, clock) = (FakeTransport::new(), FakeClock::new());
    answers.into_iter().for_each(|answer| transport.push(answer));
    let builder = Client::builder().transport(transport.clone()).clock(clock.clone());
    (transport, clock, builder)
}

fn granted(token: &str, seconds: u32) -> FakeAnswer {
    FakeAnswer::json(200, format!(r#"{{"access_token":"{token}","token_type":"bearer","expires_in":{seconds}}}"#))
}

fn good() -> FakeAnswer {
    FakeAnswer::json(200, "1")
}

fn credentials() -> ClientCredentials {
    ClientCredentials::new("bee keeper", "client:secret").scope("hive:read hive:write")
}

/// Returns the URLs and authorization of the requests.
fn sent(transport: &FakeTransport) -> Vec<String> {
    let requests = transport.requests();
    requests
        .iter()
        .map(|request| format!("{} {}", request.url, request.header("authorization").unwrap_or("-")))
        .collect()
}

#[tokio::test]
async fn token_is_cached_until_shortly_before_it_expires() {
    let (transport, clock, builder) =
        fake([granted("first", 3600), good(), good(), good(), granted("second", 3600), good()]);
    let client = builder.oauth(credentials()).build().unwrap();
    client.hives().get().await.unwrap();
    client.hives().get().await.unwrap();
    // The token is renewed a minute before it expires.
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(3600 - 61)).await;
    client.hives().get().await.unwrap();
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(1)).await;
    client.hives().get().await.unwrap();
    let login = "Basic YmVlJTIwa2VlcGVyOmNsaWVudCUzQXNlY3JldA==";
    let hive = |token: &str| format!("https://api.hive.test/v1/hive Bearer {token}");
    let asked = format!("https://api.hive.test/oauth/token {login}");
    assert_eq!(sent(&transport), [&*asked, &hive("first"), &hive("first"), &hive("first"), &asked, &hive("second")]);
    let request = transport.requests().remove(0);
    assert_eq!(request.text(), "grant_type=client_credentials&scope=hive%3Aread%20hive%3Awrite");
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
}

#[tokio::test]
async fn short_lived_token_is_renewed_after_most_of_its_lifetime() {
    let (transport, clock, builder) = fake([granted("first", 100), good(), good(), granted("second", 100), good()]);
    let client = builder.oauth(credentials()).build().unwrap();
    client.hives().get().await.unwrap();
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(89)).await;
    client.hives().get().await.unwrap();
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(1)).await;
    client.hives().get().await.unwrap();
    assert_eq!(transport.requests().len(), 5);
    assert_eq!(transport.last_request().unwrap().header("authorization"), Some("Bearer second"));
}

#[tokio::test]
async fn valid_token_is_used_while_renewal_fails() {
    let (transport, clock, builder) =
        fake([granted("first", 600), good(), FakeAnswer::new(503), good(), FakeAnswer::new(503)]);
    let client = builder.oauth(credentials()).retries(RetryPolicy::none()).build().unwrap();
    client.hives().get().await.unwrap();
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(590)).await;
    client.hives().get().await.unwrap();
    assert_eq!(transport.last_request().unwrap().header("authorization"), Some("Bearer first"));
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(10)).await;
    let error = client.hives().get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(
        error.to_string(),
        "getHive failed: cannot obtain a token for `OAuth`: the token endpoint returned 503 Service Unavailable: the response does not contain `access_token`"
    );
}

#[tokio::test]
async fn token_request_is_retried_after_transient_failures() {
    let busy = || FakeAnswer::new(503).header("retry-after", "2");
    let (transport, clock, builder) = fake([busy(), FakeAnswer::broken(), granted("first", 600), good()]);
    let client = builder.oauth(credentials()).build().unwrap();
    client.hives().get().await.unwrap();
    assert_eq!(transport.requests().len(), 4);
    assert_eq!(clock.slept().first(), Some(&Duration::from_secs(2)));
    // A request that the server rejects with a reason is not retried, and neither is one that is not urgent.
    let refused = FakeAnswer::json(400, r#"{"error":"invalid_scope"}"#);
    let (transport, _, builder) = fake([refused]);
    let client = builder.oauth(credentials()).build().unwrap();
    client.hives().get().await.unwrap_err();
    assert_eq!(transport.requests().len(), 1);
    let (transport, clock, builder) = fake([granted("first", 600), good(), busy(), good()]);
    let client = builder.oauth(credentials()).build().unwrap();
    client.hives().get().await.unwrap();
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(590)).await;
    client.hives().get().await.unwrap();
    assert_eq!(transport.requests().len(), 4);
}

#[tokio::test]
async fn refresh_token_is_not_sent_twice() {
    let refresh = || RefreshToken::new("bee keeper", "refresh-1").token_url("https://api.hive.test/token");
    let (transport, _, builder) = fake([FakeAnswer::broken()]);
    let client = builder.oauth(Credential::provider(refresh())).build().unwrap();
    client.hives().get().await.unwrap_err();
    assert_eq!(transport.requests().len(), 1);
    // A refresh token that was not sent is still valid.
    let (transport, _, builder) = fake([FakeAnswer::connect_error(), granted("first", 600), good()]);
    let client = builder.oauth(Credential::provider(refresh())).build().unwrap();
    client.hives().get().await.unwrap();
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn rejected_token_is_renewed_once() {
    let (transport, clock, builder) = fake([
        granted("first", 3600),
        FakeAnswer::new(401),
        granted("second", 3600),
        good(),
        FakeAnswer::new(401),
        granted("third", 3600),
        FakeAnswer::new(401),
    ]);
    let client = builder.oauth(credentials()).build().unwrap();
    client.hives().get().await.unwrap();
    let error = client.hives().get().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    let tokens: Vec<String> =
        sent(&transport).into_iter().filter_map(|line| Some(line.split_once("Bearer ")?.1.to_owned())).collect();
    assert_eq!(tokens, ["first", "second", "second", "third"]);
    // It does not count as a retry, and is sent without delay.
    assert!(clock.slept().is_empty());
}

#[tokio::test]
async fn rejected_static_secret_is_not_sent_again() {
    let (transport, _, builder) = fake([FakeAnswer::new(401), good()]);
    let client = builder.oauth("fixed").build().unwrap();
    assert_eq!(client.hives().get().await.unwrap_err().status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(transport.requests().len(), 1);
}

#[tokio::test]
async fn rejected_query_token_is_renewed_for_the_next_call() {
    let (transport, _, builder) = fake([granted("first", 9), FakeAnswer::new(401), granted("second", 9), good()]);
    let client = builder.query(credentials()).build().unwrap();
    assert!(client.hives().query().await.is_err());
    client.hives().query().await.unwrap();
    assert_eq!(transport.last_request().unwrap().path_and_query(), "/v1/query?access_token=second");
}

#[tokio::test]
async fn manual_query_parameter_counts_as_a_credential_and_is_sent_once() {
    let (transport, _, builder) = fake([good(), good(), good()]);
    let own = || RequestOptions::default().query("access_token", "own");
    let open = builder.build().unwrap();
    open.hives().query().options(own()).await.unwrap();
    let given = Client::builder().query("key").transport(transport.clone()).build().unwrap();
    given.hives().query().options(own()).await.unwrap();
    let for_all = Client::builder().default_query("access_token", "default").transport(transport.clone());
    for_all.build().unwrap().hives().query().await.unwrap();
    let queries: Vec<String> = transport.requests().iter().map(|request| request.path_and_query().to_owned()).collect();
    assert_eq!(queries, ["own", "own", "default"].map(|key| format!("/v1/query?access_token={key}")));
}

#[tokio::test]
async fn refresh_token_is_replaced_by_the_one_in_the_response() {
    let rotated = r#"{"access_token":"first","expires_in":"60","refresh_token":"next"}"#;
    let (transport, clock, builder) = fake([FakeAnswer::json(200, rotated), good(), granted("second", 60), good()]);
    let client = builder.oauth(RefreshToken::new("app", "begin").parameter("audience", "bees")).build().unwrap();
    client.hives().get().await.unwrap();
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(55)).await;
    client.hives().get().await.unwrap();
    let requests = transport.requests();
    assert_eq!(requests[0].url, "https://login.hive.test/refresh");
    assert_eq!(requests[0].text(), "grant_type=refresh_token&refresh_token=begin&client_id=app&audience=bees");
    assert_eq!(requests[2].text(), "grant_type=refresh_token&refresh_token=next&client_id=app&audience=bees");
    assert_eq!(requests[3].header("authorization"), Some("Bearer second"));
}

#[tokio::test]
async fn program_is_notified_of_new_refresh_tokens() {
    let answer = |token: &str| FakeAnswer::json(200, format!(r#"{{"access_token":"a","expires_in":9{token}}}"#));
    let (next, last) = (r#","refresh_token":"next""#, r#","refresh_token":"last""#);
    let (transport, clock, builder) = fake([]);
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&kept);
    let token = RefreshToken::new("app", "begin").on_rotation(move |next| keep.lock().unwrap().push(next.to_owned()));
    assert_eq!(format!("{token:?}"), r#"RefreshToken { client_id: "app", .. }"#);
    let client = builder.oauth(token).build().unwrap();
    for token in [next, "", next, last] {
        [answer(token), good()].into_iter().for_each(|answer| transport.push(answer));
        client.hives().get().await.unwrap();
        apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(9)).await;
    }
    // Only new ones are reported: the second response has none, and the third repeats the known one.
    assert_eq!(*kept.lock().unwrap(), ["next", "last"]);
}

#[tokio::test]
async fn password_is_sent_again_only_without_a_refresh_token() {
    let with_refresh = |token: &str, refresh: &str| {
        let body = format!(r#"{{"access_token":"{token}","expires_in":60,"refresh_token":"{refresh}"}}"#);
        FakeAnswer::json(200, body)
    };
    let (transport, clock, builder) = fake([
        with_refresh("first", "one"),
        good(),
        granted("second", 60),
        good(),
        FakeAnswer::json(400, r#"{"error":"invalid_grant"}"#),
        granted("third", 60),
        good(),
        granted("fourth", 60),
        good(),
    ]);
    let credentials = PasswordCredentials::new("app", "maja bee", "p&ss").scope("hive:read");
    let client = builder.oauth(credentials).retries(RetryPolicy::none()).build().unwrap();
    for _ in 0..4 {
        client.hives().get().await.unwrap();
        apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(60)).await;
    }
    let forms = transport.requests().into_iter().filter(|request| request.method == "POST");
    let forms: Vec<String> =
        forms.map(|request| request.text().replace("&client_id=app&scope=hive%3Aread", "")).collect();
    let (password, refresh) =
        ("grant_type=password&username=maja%20bee&password=p%26ss", "grant_type=refresh_token&refresh_token=one");
    assert_eq!(forms, [password, refresh, refresh, password, password]);
}

#[tokio::test]
async fn discovery_selects_the_client_authentication_method() {
    let (document, post) =
        (r#"{"issuer":"https://api.hive.test","token_endpoint":"https://id.test/token""#, "client_secret_post");
    for (methods, in_body) in [("client_secret_basic\",\"client_secret_post", false), (post, true)] {
        let document = format!(r#"{document},"token_endpoint_auth_methods_supported":["{methods}"]}}"#);
        let (transport, _, builder) = fake([FakeAnswer::json(200, document), granted("first", 60), good()]);
        builder.discovered(credentials()).build().unwrap().hives().discover().await.unwrap();
        let request = transport.requests().remove(1);
        assert_eq!(request.header("authorization").is_none(), in_body);
        assert_eq!(request.text().contains("client_secret="), in_body);
    }
}

#[tokio::test]
async fn client_id_and_secret_can_be_sent_in_the_form() {
    let (transport, _, builder) = fake([granted("first", 60), good()]);
    let credentials = credentials().in_body().token_url("https://login.hive.test/token");
    builder.oauth(credentials).build().unwrap().hives().get().await.unwrap();
    let request = transport.requests().remove(0);
    assert_eq!((request.header("authorization"), &*request.url), (None, "https://login.hive.test/token"));
    assert!(
        request.text().contains("&client_id=bee%20keeper&client_secret=client%3Asecret&scope="),
        "{}",
        request.text()
    );
}

#[tokio::test]
async fn token_error_contains_the_reason_without_secrets() {
    let refused = r#"{"error":"invalid_client","error_description":"client:secret of bee keeper is unknown"}"#;
    let (transport, _, builder) = fake([FakeAnswer::json(401, refused), FakeAnswer::connect_error()]);
    let client = builder.oauth(credentials()).retries(RetryPolicy::none()).build().unwrap();
    let error = client.hives().get().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "getHive failed: cannot obtain a token for `OAuth`: the token endpoint returned 401 Unauthorized: invalid_client: [hidden] of bee keeper is unknown"
    );
    let error = client.hives().get().await.unwrap_err();
    assert!(error.to_string().ends_with("the request to the token endpoint failed"), "{error}");
    assert_eq!(error.source().unwrap().to_string(), "fake failure: Connect");
    assert!(std::error::Error::source(&error).is_some());
    // A redirect is not followed, because it could point to another server.
    transport.push(FakeAnswer::new(307).header("location", "https://evil.test/token"));
    assert_eq!(client.hives().get().await.unwrap_err().kind(), ErrorKind::Credentials);
    assert!(transport.requests().iter().all(|request| !request.url.contains("evil")));
    let unknown = Client::builder().open_id(credentials()).transport(transport.clone()).build().unwrap();
    let error = unknown.hives().open().await.unwrap_err();
    assert!(error.to_string().ends_with("does not declare a token URL: call `.token_url(…)`"), "{error}");
}

fn metadata(token_endpoint: &str) -> FakeAnswer {
    metadata_of("https://api.hive.test", token_endpoint)
}

fn metadata_of(issuer: &str, token_endpoint: &str) -> FakeAnswer {
    FakeAnswer::json(200, format!(r#"{{"issuer":"{issuer}","token_endpoint":"{token_endpoint}"}}"#))
}

#[tokio::test]
async fn token_endpoint_is_discovered_once() {
    let (transport, clock, builder) = fake([
        FakeAnswer::new(503),
        metadata("https://id.test/token"),
        granted("first", 60),
        good(),
        granted("second", 60),
        good(),
        FakeAnswer::new(401),
        granted("third", 60),
        good(),
    ]);
    let client = builder.discovered(credentials()).build().unwrap();
    client.hives().discover().await.unwrap();
    apiarist_runtime::Clock::sleep(&clock, Duration::from_secs(60)).await;
    client.clone().hives().discover().await.unwrap();
    client.hives().discover().await.unwrap();
    let (login, document) =
        ("Basic YmVlJTIwa2VlcGVyOmNsaWVudCUzQXNlY3JldA==", "https://api.hive.test/.well-known/openid-configuration -");
    let (token, hive) = (format!("https://id.test/token {login}"), "https://api.hive.test/v1/discover Bearer");
    let [first, second, third] = ["first", "second", "third"].map(|token| format!("{hive} {token}"));
    assert_eq!(sent(&transport), [document, document, &*token, &*first, &*token, &*second, &*second, &*token, &*third]);
    let request = transport.requests().remove(0);
    assert_eq!((request.method.as_str(), request.header("accept")), ("GET", Some("application/json")));
}

#[tokio::test]
async fn refresh_tokens_use_discovery_unless_a_token_url_is_set() {
    let (transport, _, builder) = fake([metadata("https://id.test/token"), granted("first", 60), good()]);
    let client = builder.discovered(RefreshToken::new("app", "begin")).build().unwrap();
    client.hives().discover().await.unwrap();
    assert_eq!(transport.requests()[1].url, "https://id.test/token");
    let (transport, _, builder) = fake([granted("first", 60), good()]);
    let client = builder.discovered(credentials().token_url("/token")).build().unwrap();
    client.hives().discover().await.unwrap();
    assert_eq!(transport.requests()[0].url, "https://api.hive.test/token");
}

#[tokio::test]
async fn discovered_token_endpoint_must_use_https_or_loopback() {
    let local = "http://localhost:8080/v1";
    for (base_url, endpoint, expected) in [
        (local, "http://localhost:8080/token", Ok(())),
        (local, "https://id.test/token", Ok(())),
        ("https://hive.test", "http://id.test/token", Err(" has a `token_endpoint` that does not use `https`")),
        ("https://hive.test", "http://localhost/token", Err(" has a `token_endpoint` that does not use `https`")),
        (
            "http://hive.test",
            "https://id.test/token",
            Err(" is not requested, because its URL must use `https` or a loopback address"),
        ),
    ] {
        let (transport, _, builder) = fake([]);
        if !base_url.starts_with("http://hive") {
            transport.push(metadata_of(base_url.trim_end_matches("/v1"), endpoint));
        }
        [granted("first", 60), good()].into_iter().for_each(|answer| transport.push(answer));
        let client = builder.discovered(credentials()).base_url(base_url).build().unwrap();
        let outcome = client.hives().discover().await.map(drop).map_err(|error| error.to_string());
        let base = base_url.trim_end_matches("/v1");
        let expected = expected.map_err(|why| {
            format!(
                "discoverHive failed: cannot obtain a token for `Discovered`: the discovery document at \
                 `{base}/.well-known/openid-configuration`{why}; set the token URL with `.token_url(…)` to skip discovery"
            )
        });
        assert_eq!(outcome, expected, "{base_url} {endpoint}");
        assert_eq!(sent(&transport).iter().any(|line| line.contains("Basic")), expected.is_ok());
    }
}

#[tokio::test]
async fn discovery_and_token_request_share_one_attempt_timeout() {
    for before in [vec![], vec![metadata("https://id.test/token")]] {
        let (transport, clock, builder) = fake(before);
        transport.push(FakeAnswer::silence());
        let client = builder.discovered(credentials()).build().unwrap();
        let error = client.hives().discover().await.unwrap_err();
        assert!(error.is_timeout());
        assert_eq!(
            error.to_string(),
            "discoverHive failed: cannot obtain a token for `Discovered`: the token provider did not respond within 60s"
        );
        assert_eq!(clock.slept(), [Duration::from_secs(60)]);
    }
}

#[tokio::test]
async fn failed_discovery_is_reported_and_retried_by_the_next_call() {
    let rows = [
        (FakeAnswer::new(404), "cannot be read: 404 Not Found"),
        (FakeAnswer::new(302).header("location", "https://evil.test/"), "cannot be read: 302 Found"),
        (FakeAnswer::new(200).chunk("<html>"), "is not valid JSON: expected value at line 1 column 1"),
        (FakeAnswer::json(200, "{}"), "has no `issuer`"),
        (FakeAnswer::json(200, r#"{"issuer":"https://api.hive.test"}"#), "has no `token_endpoint`"),
        (
            metadata_of("https://evil.test", "https://evil.test/token"),
            "has an `issuer` other than `https://api.hive.test`, so it may belong to another server",
        ),
        (FakeAnswer::connect_error(), "cannot be read"),
    ];
    let (transport, _, builder) = fake([]);
    let client = builder.discovered(credentials()).retries(RetryPolicy::none()).build().unwrap();
    for (answer, expected) in rows {
        transport.push(answer);
        let error = client.hives().discover().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        let document = "the discovery document at `https://api.hive.test/.well-known/openid-configuration`";
        let why = format!(
            "cannot obtain a token for `Discovered`: {document} {expected}; set the token URL with `.token_url(…)` to skip discovery"
        );
        assert_eq!(error.to_string(), format!("discoverHive failed: {why}"));
    }
    [metadata("https://id.test/token"), granted("first", 60), good()]
        .into_iter()
        .for_each(|answer| transport.push(answer));
    client.hives().discover().await.unwrap();
    assert!(sent(&transport).iter().all(|line| !line.contains("evil")));
}

/// A provider that counts its calls, and waits for a signal before it returns.
struct Counting {
    asked: Arc<AtomicUsize>,
    gate: Arc<tokio::sync::Semaphore>,
}

impl TokenProvider for Counting {
    fn token<'a>(&'a self, _context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(async move {
            let number = self.asked.fetch_add(1, Ordering::Relaxed);
            self.gate.acquire().await.unwrap().forget();
            Ok(Token::new(format!("provided-{number}")))
        })
    }
}

#[tokio::test]
async fn concurrent_calls_share_one_token_request() {
    let transport = FakeTransport::new();
    (0..20).for_each(|_| transport.push(good()));
    let (asked, gate) = (Arc::new(AtomicUsize::new(0)), Arc::new(tokio::sync::Semaphore::new(0)));
    let provider = Credential::provider(Counting { asked: asked.clone(), gate: gate.clone() });
    let client = Client::builder().open_id(provider).transport(transport.clone()).build().unwrap();
    // A waiting call that is dropped must not block the others.
    let dropped = tokio::time::timeout(Duration::from_millis(20), async { client.hives().open().await }).await;
    assert!(dropped.is_err());
    let calls: Vec<_> = (0..10)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.hives().open().await.map(drop).map_err(|error| error.to_string()) })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    gate.add_permits(1);
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    assert!(sent(&transport).iter().all(|line| line.ends_with("Bearer provided-1")), "{:?}", sent(&transport));
}

/// A transport that rejects the first token once two requests contain it. Its second rejection arrives after a request
/// with another token.
#[derive(Clone)]
struct SlowRejection {
    both_sent: Arc<tokio::sync::Barrier>,
    rejections: Arc<AtomicUsize>,
    renewed: Arc<tokio::sync::Notify>,
}

impl Transport for SlowRejection {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let mut response = Response::new(Body::from_bytes("1"));
            response.headers_mut().insert("content-type", "application/json".parse().unwrap());
            if request.headers.get("authorization").is_some_and(|value| value == "Bearer provided-0") {
                *response.status_mut() = StatusCode::UNAUTHORIZED;
                self.both_sent.wait().await;
                if self.rejections.fetch_add(1, Ordering::Relaxed) == 1 {
                    self.renewed.notified().await;
                }
            } else {
                self.renewed.notify_one();
            }
            Ok(response)
        })
    }
}

#[tokio::test]
async fn late_rejection_of_a_replaced_token_does_not_discard_its_successor() {
    let asked = Arc::new(AtomicUsize::new(0));
    let provider = Counting { asked: asked.clone(), gate: Arc::new(tokio::sync::Semaphore::new(9)) };
    let both_sent = Arc::new(tokio::sync::Barrier::new(2));
    let transport = SlowRejection { both_sent, rejections: Arc::default(), renewed: Arc::default() };
    let client = Client::builder().open_id(Credential::provider(provider)).transport(transport).build().unwrap();
    let (one, other) = tokio::join!(client.hives().open(), client.hives().open());
    one.unwrap();
    other.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

/// A provider that records its context, and fails.
#[derive(Clone, Default)]
struct Recording(Arc<Mutex<Vec<String>>>);

impl TokenProvider for Recording {
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        let urls = [context.token_url(), context.refresh_url(), context.discovery_url()];
        let connect = context.timeouts().connect_limit();
        self.0.lock().unwrap().push(format!("{} {connect:?}", urls.map(|url| url.unwrap_or("-")).join(" ")));
        Box::pin(async move { Err(TokenError::new(format!("{context:?}")).with_source(TokenError::new("offline"))) })
    }
}

#[tokio::test]
async fn provider_receives_the_documented_urls_and_the_timeouts_of_the_client() {
    let provider = Recording::default();
    let credential = || Credential::provider(provider.clone());
    let builder = Client::builder().timeouts(Timeouts::default().connect(Duration::from_secs(3)));
    let client = builder.oauth(credential()).discovered(credential()).build().unwrap();
    let error = client.hives().get().await.unwrap_err();
    assert!(error.to_string().ends_with(r#"TokenContext { token_url: Some("/oauth/token"), .. }"#), "{error}");
    assert_eq!(error.source().unwrap().to_string(), "offline");
    client.hives().discover().await.unwrap_err();
    let expected = ["/oauth/token https://login.hive.test/refresh - 3s", "- - /.well-known/openid-configuration 3s"];
    assert_eq!(*provider.0.lock().unwrap(), expected);
}

#[tokio::test]
async fn deadline_ends_the_wait_for_a_token() {
    let provider = Counting { asked: Arc::default(), gate: Arc::new(tokio::sync::Semaphore::new(0)) };
    let (transport, clock, builder) = fake([]);
    let client = builder.open_id(Credential::provider(provider)).build().unwrap();
    let options = RequestOptions::default().deadline(Duration::from_secs(3));
    let error = client.hives().open().options(options).await.unwrap_err();
    assert!(error.is_timeout() && clock.slept().contains(&Duration::from_secs(3)), "{error}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn one_of_two_schemes_in_the_same_header_is_enough() {
    let (transport, _, builder) = fake([good(), good(), good()]);
    let (own, both) = (builder.own_header("Key k"), Client::builder().login("maja", "pass").own_header("Key k"));
    own.build().unwrap().hives().either().await.unwrap();
    both.transport(transport.clone()).build().unwrap().hives().either().await.unwrap();
    let login = Client::builder().login("maja", "pass").transport(transport.clone()).build().unwrap();
    login.hives().either().await.unwrap();
    let headers: Vec<String> = sent(&transport).iter().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect();
    assert_eq!(headers, ["Key k", "Key k", "Basic bWFqYTpwYXNz"]);
}

#[tokio::test]
async fn one_of_two_schemes_in_the_same_query_parameter_is_enough() {
    let (transport, _, builder) = fake([good(), good()]);
    let both = Client::builder().query("one").same_query("two").transport(transport.clone());
    builder.same_query("two").build().unwrap().hives().queries().await.unwrap();
    both.build().unwrap().hives().queries().await.unwrap();
    let queries: Vec<String> = transport.requests().iter().map(|request| request.path_and_query().to_owned()).collect();
    assert_eq!(queries, ["/v1/query?access_token=two", "/v1/query?access_token=one"]);
}

#[tokio::test]
async fn manual_header_counts_as_a_credential() {
    let (transport, _, builder) = fake([good(), good(), good(), FakeAnswer::new(401)]);
    let client = builder.default_header("Authorization", "Bearer default").build().unwrap();
    let own = || RequestOptions::default().header("Authorization", "Bearer own");
    client.hives().get().await.unwrap();
    client.hives().get().options(own()).await.unwrap();
    let given = Client::builder().oauth(credentials()).transport(transport.clone()).build().unwrap();
    given.hives().get().options(own()).await.unwrap();
    assert!(given.hives().get().options(own()).await.is_err());
    let headers: Vec<String> = sent(&transport).iter().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect();
    assert_eq!(headers, ["Bearer default", "Bearer own", "Bearer own", "Bearer own"]);
}

#[tokio::test]
async fn other_http_schemes_are_sent_with_their_name_or_externally() {
    let (transport, _, builder) = fake([good(), good()]);
    builder.digest("username=\"maja\"").build().unwrap().hives().sign().await.unwrap();
    let elsewhere = Client::builder().digest(Credential::external()).transport(transport.clone()).build().unwrap();
    elsewhere.hives().sign().await.unwrap();
    let headers: Vec<String> = sent(&transport).iter().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect();
    assert_eq!(headers, ["Digest username=\"maja\"", "-"]);
}

#[test]
fn debug_output_contains_the_client_id_and_the_schemes() {
    let password = PasswordCredentials::new("app", "maja", "pass");
    let shown = format!("{:?} {:?} {password:?}", credentials(), RefreshToken::new("app", "token"));
    let expected = r#"ClientCredentials { client_id: "bee keeper", .. } RefreshToken { client_id: "app", .. } "#;
    assert_eq!(shown, format!(r#"{expected}PasswordCredentials {{ client_id: "app", .. }}"#));
    let builder = Client::builder().oauth("token").digest("digest");
    assert!(format!("{builder:?}").contains(r#"credentials: ["OAuth", "Digest"]"#), "{builder:?}");
}

/// A transport that repeats the request in its responses, errors and events.
#[derive(Clone, Default)]
struct Parrot {
    received: Arc<Mutex<String>>,
    how: Arc<AtomicUsize>,
    discovered: Arc<AtomicUsize>,
}

impl Parrot {
    /// Returns a discovery document that repeats all requests so far. It is invalid in every way before it is valid.
    fn document(&self) -> (u16, &'static str, String) {
        let received = self.received.lock().unwrap().clone();
        let issuer = r#""issuer":"https://api.hive.test""#;
        let document = match self.discovered.fetch_add(1, Ordering::Relaxed) {
            0 => return (400, "text/plain", received),
            1 => return (200, "text/plain", received),
            2 => format!(r#"{{"issuer":"{received}"}}"#),
            3 => format!(r#"{{{issuer},"echo":"{received}"}}"#),
            4 => format!(r#"{{{issuer},"token_endpoint":"{received}"}}"#),
            5 => format!(r#"{{{issuer},"token_endpoint":"http://evil.test/top-secret"}}"#),
            _ => format!(r#"{{{issuer},"token_endpoint":"https://api.hive.test/oauth/token"}}"#),
        };
        (200, "application/json", document)
    }
}

impl Transport for Parrot {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let body = request.body.read().await.unwrap();
            let text = format!("{} {:?}", String::from_utf8_lossy(&body), request.uri);
            let authorization = request.headers.get("authorization").map(|value| value.to_str().unwrap().to_owned());
            let text = format!("{text} {}", authorization.unwrap_or_default()).replace('"', "'");
            self.received.lock().unwrap().push_str(&text);
            let grant = format!("{{\"access_token\":\"top-secret token\",\"echo\":\"{text}\"}}");
            let (status, media_type, body) = match (request.uri.path(), self.how.fetch_add(1, Ordering::Relaxed)) {
                ("/oauth/token", 0) => (400, "application/json", format!("{{\"error\":\"{text}\"}}")),
                ("/.well-known/openid-configuration", _) => self.document(),
                ("/oauth/token", _) => (200, "application/json", grant),
                (_, 2) => (400, "application/json", format!("{{\"message\":\"{text}\"}}")),
                (_, 3) => (200, "application/json", format!("\"{text}\"")),
                (_, 4) => (307, "text/plain", String::new()),
                (_, 5) => {
                    return Err(TransportError::new(apiarist_runtime::transport::TransportErrorKind::Other, text));
                }
                (_, 6) => (
                    200,
                    "text/event-stream",
                    format!("event: error\ndata: {{\"message\":\"{text}\"}}\n\ndata: \"{text}\"\n\n"),
                ),
                _ => (400, "text/plain", text),
            };
            let mut response = Response::new(Body::from_bytes(body));
            *response.status_mut() = StatusCode::from_u16(status).unwrap();
            response.headers_mut().insert("content-type", media_type.parse().unwrap());
            response.headers_mut().insert("location", "https://evil.test/".parse().unwrap());
            Ok(response)
        })
    }
}

#[tokio::test]
async fn errors_and_debug_output_hide_secrets_repeated_by_the_server() {
    let parrot = Parrot::default();
    let build = || Client::builder().transport(parrot.clone()).retries(RetryPolicy::none());
    let mut shown = Vec::new();
    let credentials = ClientCredentials::new("app", "top-secret: client");
    let refresh = RefreshToken::new("app", "top-secret: refresh").client_secret("top-secret: app");
    let token = Token::new("top-secret token");
    let password = || PasswordCredentials::new("app", "maja", "top-secret: password");
    shown.push(format!("{credentials:?} {refresh:?} {:?} {token:?}", password()));
    let (given, other) = (Credential::from(credentials), Credential::from(refresh));
    shown.push(format!("{given:?} {other:?} {:?}", Credential::login("maja", "top-secret")));
    let builder = build().oauth(given);
    shown.push(format!("{builder:?}"));
    let client = builder.build().unwrap();
    for _ in 0..5 {
        // No token; then an error status, an unexpected body, a redirect to another origin, and a broken connection.
        let error = client.hives().get().await.unwrap_err();
        shown.push(format!("{error} {error:?} {:?}", std::error::Error::source(&error)));
    }
    let mut events = client.hives().get().stream().await.unwrap();
    while let Some(event) = events.next().await {
        let error = event.unwrap_err();
        shown.push(format!("{error} {error:?} {:?}", std::error::Error::source(&error)));
    }
    for error in [
        build().login("maja", "top-secret: login").build().unwrap().hives().login().await.unwrap_err(),
        build().query("top-secret: query").build().unwrap().hives().query().await.unwrap_err(),
        build().own_header("top-secret: own").build().unwrap().hives().either().await.unwrap_err(),
        build().digest("top-secret: digest").build().unwrap().hives().sign().await.unwrap_err(),
        build().oauth(other).build().unwrap().hives().get().await.unwrap_err(),
        build().oauth(password()).build().unwrap().hives().get().await.unwrap_err(),
    ] {
        shown.push(format!("{error} {error:?}"));
    }
    let discovered = build().discovered(ClientCredentials::new("app", "top-secret: client")).build().unwrap();
    for _ in 0..7 {
        let error = discovered.hives().discover().await.unwrap_err();
        shown.push(format!("{error} {error:?} {:?}", std::error::Error::source(&error)));
    }
    assert!(shown.last().unwrap().contains("400 Bad Request"));
    shown.push(format!("{client:?} {:?} {discovered:?}", client.hives().get()));
    let received = parrot.received.lock().unwrap().clone();
    let encoded = "dG9wLXNlY3JldDogbG9naW4";
    assert!(received.contains("top-secret") && received.contains("top-secret%3A%20"), "{received}");
    assert_eq!(shown.len(), 3 + 5 + 2 + 6 + 7 + 1);
    for text in shown {
        assert!(!text.contains("top-secret") && !text.contains(encoded), "{text}");
    }
}
