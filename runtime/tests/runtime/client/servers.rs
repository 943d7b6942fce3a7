//! Tests servers, their variables, base URLs, and the defaults of every request.

use crate::mini_client::{client, operations};
use apiarist_runtime::{
    OperationSpec, RequestOptions, Value,
    codegen::{ClientDescription, Json, ServerVariableDescription},
    testing::{FakeAnswer, FakeTransport},
};

pub enum Server {
    Sandbox,
    Bot,
}
const DESCRIPTION: ClientDescription = ClientDescription::new("meadow", "meadow")
    .base_url("https://{region=eu}.meadow.test:{port=443}/{base=v1}/")
    .operation_servers(&["https://files.{region=eu}.meadow.test/", "https://{base=media}.meadow.test"])
    .variables(&[
        ServerVariableDescription::new("region", &[]),
        ServerVariableDescription::new("port", &[]),
        ServerVariableDescription::new("base", &[]),
        ServerVariableDescription::new("tier", &["free", "paid"]),
        ServerVariableDescription::new("bot_token", &[]),
    ]);

client! {
    DESCRIPTION;
    group meadow: Meadow { list: ListFlowers, upload: UploadFlower }
}
impl ClientBuilder {
    pub fn server(self, server: Server) -> Self {
        self.server_url(match server {
            Server::Sandbox => "https://sandbox.meadow.test",
            Server::Bot => "https://bot.meadow.test/bot{bot_token=none}",
        })
    }
    pub fn region(self, value: impl Into<String>) -> Self {
        self.server_variable("region", value)
    }
    pub fn port(self, value: impl Into<String>) -> Self {
        self.server_variable("port", value)
    }
    pub fn base(self, value: impl Into<String>) -> Self {
        self.server_variable("base", value)
    }
    pub fn tier(self, value: impl Into<String>) -> Self {
        self.server_variable("tier", value)
    }
    pub fn token(self, value: impl Into<String>) -> Self {
        self.server_variable("bot_token", value)
    }
}
operations! {
    ListFlowers -> Result<Json<Value>, Json<Value>> = OperationSpec::new("listFlowers").get("/flowers?v=1");
    UploadFlower -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("uploadFlower").get("/files").base_url("https://files.{region=eu}.meadow.test/");
}

/// Returns the URLs of the two operations.
async fn urls(build: impl FnOnce(ClientBuilder) -> ClientBuilder) -> [String; 2] {
    let transport = FakeTransport::new().answer(FakeAnswer::json(200, "{}")).answer(FakeAnswer::json(200, "{}"));
    let client = build(Client::builder()).transport(transport.clone()).build().unwrap();
    client.meadow().list().await.unwrap();
    client.meadow().upload().await.unwrap();
    let requests = transport.requests();
    [requests[0].url.clone(), requests[1].url.clone()]
}

#[tokio::test]
async fn server_and_its_variables_are_selected() {
    let files = "https://files.eu.meadow.test/files";
    assert_eq!(urls(|builder| builder).await, ["https://eu.meadow.test:443/v1/flowers?v=1", files]);
    assert_eq!(
        urls(|builder| builder.region("us").port("8443").base("v2")).await,
        ["https://us.meadow.test:8443/v2/flowers?v=1", "https://files.us.meadow.test/files"]
    );
    assert_eq!(
        urls(|builder| builder.server(Server::Sandbox)).await,
        ["https://sandbox.meadow.test/flowers?v=1", files]
    );
}

#[tokio::test]
async fn base_url_overrides_all_servers() {
    for url in
        ["http://localhost:9/proxy/meadow", "http://localhost:9/proxy/meadow/", " http://localhost:9/proxy/meadow// "]
    {
        let sent = urls(|builder| builder.server(Server::Sandbox).base_url(url)).await;
        let base = "http://localhost:9/proxy/meadow";
        assert_eq!(sent, [format!("{base}/flowers?v=1"), format!("{base}/files")], "{url}");
    }
}

fn rejection(build: impl FnOnce(ClientBuilder) -> ClientBuilder) -> String {
    build(Client::builder()).transport(FakeTransport::new()).build().unwrap_err().to_string()
}

#[test]
fn server_variable_cannot_change_the_origin() {
    for value in ["evil.test/", "evil.test#", "x@evil.test", "", "a:80", "..", "a..b", "%2e%2e"] {
        let error = rejection(|builder| builder.region(value));
        assert!(error.starts_with("invalid value for the server variable `region` in"), "{error}");
        assert!(value.len() < 5 || !error.contains(value), "{error}");
    }
}

#[test]
fn server_variable_is_checked_against_operation_servers() {
    for value in ["evil.test/", "v2/beta", "a/b"] {
        let error = rejection(|builder| builder.base(value));
        assert!(error.contains("`base` in `https://{base=media}.meadow.test`: it contains `/`"), "{error}");
    }
    assert!(rejection(|builder| builder.base("a/../..")).contains("`base`"));
    assert!(rejection(|builder| builder.tier("gold")).contains("`tier` must be one of `free`, `paid`"));
}

#[test]
fn server_variable_named_like_a_token_is_hidden() {
    let client =
        Client::builder().server(Server::Bot).token("123:honey").transport(FakeTransport::new()).build().unwrap();
    let shown = format!("{client:?}");
    assert!(shown.contains("https://bot.meadow.test/bot[hidden]") && !shown.contains("honey"), "{shown}");
    let error = rejection(|builder| builder.server(Server::Bot).token("123:honey/../.."));
    assert!(!error.contains("honey"), "{error}");
}

#[test]
fn user_and_password_of_a_base_url_are_hidden() {
    for url in [
        "https://keeper:hunter22@a.test",
        "https://keeper:hun/ter22@a.test",
        "keeper:hunter22@a.test",
        "https://keeper:hunter22@a b",
    ] {
        let builder = Client::builder().base_url(url);
        let shown = format!("{builder:?} {builder:#?}");
        let error = builder.transport(FakeTransport::new()).build().unwrap_err();
        let all = format!("{shown} {error} {error:?}");
        assert!(!all.contains("hun") && !all.contains("ter22") && !all.contains("keeper"), "{all}");
    }
}

#[tokio::test]
async fn token_in_the_path_of_a_base_url_is_hidden() {
    let token = "bot271828:AAHunter22";
    let transport =
        FakeTransport::new().answer(FakeAnswer::json(404, r#"{"message":"no /bot271828:AAHunter22/flowers"}"#));
    let builder = Client::builder().base_url(format!("https://a.test/{token}/v1")).transport(transport.clone());
    let shown = format!("{builder:?} {builder:#?}");
    let client = builder.build().unwrap();
    let error = client.meadow().list().await.unwrap_err();
    let all = format!("{shown} {client:?} {error} {error:?}");
    assert!(!all.contains("Hunter22") && all.contains("https://a.test/[hidden]"), "{all}");
    assert!(transport.last_request().unwrap().path_and_query().starts_with("/bot271828:AAHunter22/v1/flowers"));
    for url in ["https://a.test/Hunter22?x=y", "https://a.test/Hunter22/..", "ftp://a.test/Hunter22", "a.test/Hunter22"]
    {
        let error = Client::builder().base_url(url).transport(FakeTransport::new()).build().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("Hunter22"), "{error}");
    }
}

#[tokio::test]
async fn defaults_are_added_to_every_request() {
    let transport = FakeTransport::new().answer(FakeAnswer::json(200, "{}")).answer(FakeAnswer::json(200, "{}"));
    let client = Client::builder()
        .default_header("X-Tenant", "hive 1")
        .default_query("api version", "2")
        .default_query("v", "9")
        .user_agent("keeper/1")
        .transport(transport.clone())
        .build()
        .unwrap();
    client.meadow().list().await.unwrap();
    let request = transport.last_request().unwrap();
    assert_eq!(request.path_and_query(), "/v1/flowers?v=1&api%20version=2");
    assert_eq!((request.header("x-tenant"), request.header("user-agent")), (Some("hive 1"), Some("keeper/1")));
    let own =
        RequestOptions::default().header("x-tenant", "hive 2").header("user-agent", "other").query("api version", "3");
    client.meadow().list().options(own).await.unwrap();
    let request = transport.last_request().unwrap();
    assert_eq!(request.path_and_query(), "/v1/flowers?v=1&api%20version=3");
    assert_eq!((request.header("x-tenant"), request.header("user-agent")), (Some("hive 2"), Some("other")));
}

#[test]
fn proxy_requires_the_default_transport() {
    let error =
        Client::builder().proxy("http://u:top-secret@p.test").transport(FakeTransport::new()).build().unwrap_err();
    assert!(error.to_string().contains("proxy") && !error.to_string().contains("top-secret"), "{error}");
    #[cfg(feature = "reqwest")]
    {
        let builder = Client::builder().proxy("http://u:top-secret@ bad url");
        assert!(!format!("{builder:?}").contains("top-secret"));
        let error = builder.build().unwrap_err().to_string();
        assert!(error.contains("invalid proxy URL") && !error.contains("top-secret"), "{error}");
    }
}
