//! Tests that errors hide credentials that servers repeat, and escape texts that target terminals and logs.

use std::error::Error as _;

use crate::mini_client::{client, operations};
use apiarist_runtime::{
    ClientCredentials, Credential, Error, EventStream, Header, OperationSpec, PasswordCredentials, RetryPolicy, Value,
    codegen::{ClientDescription, CredentialDescription, Json, SecurityScheme, ServerVariableDescription},
    testing::{FakeAnswer, FakeTransport},
};
use serde::Deserialize;

const KEY: SecurityScheme = SecurityScheme::header("key", "X-Key");
const LOGIN: SecurityScheme = SecurityScheme::basic("login");
const OAUTH: SecurityScheme = SecurityScheme::bearer("oauth").with_token_url("https://id.test/token");

const DESCRIPTION: ClientDescription = ClientDescription::new("echo", "echo")
    .base_url("https://echo.test/{bot_token=none}")
    .variables(&[ServerVariableDescription::new("bot_token", &[])])
    .credentials(&[
        CredentialDescription::new(KEY, "key", &["ECHO_KEY"]),
        CredentialDescription::new(LOGIN, "login", &["ECHO_USER", "ECHO_PASSWORD"]),
        CredentialDescription::new(OAUTH, "oauth", &["ECHO_TOKEN"]),
    ]);

client! {
    DESCRIPTION;
    group echo: Echo { get: GetEcho, listen: Listen }
    credentials { key: KEY, oauth: OAUTH }
}
impl ClientBuilder {
    pub fn token(self, value: impl Into<String>) -> Self {
        self.server_variable("bot_token", value)
    }
    pub fn login(self, user: &str, password: &str) -> Self {
        self.credential(&LOGIN, Credential::login(user, password))
    }
}

/// A body that no response matches.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Odd {
    pub count: u8,
}

operations! {
    GetEcho -> Result<Json<Odd>, Json<Value>> =
        OperationSpec::new("getEcho").get("/echo").security(&[&[KEY], &[LOGIN], &[OAUTH]]);
    Listen -> Result<EventStream<Json<Odd>, Self::Failure>, Json<Value>>, events Json<Odd> =
        OperationSpec::new("listen").get("/listen").security(&[&[KEY], &[LOGIN], &[OAUTH]]);
}

const SECRET: &str = "s3cr/t\"<&key>+=";

/// Returns the secret in every encoding in which servers repeat it.
fn spellings() -> Vec<String> {
    let encoded = |engine: &dyn Fn(&str) -> String, before: &str| engine(&format!("{before}{SECRET}"));
    let standard = |text: &str| apiarist_runtime::Base64::from(text.as_bytes()).as_str().to_owned();
    let url = |text: &str| standard(text).replace('+', "-").replace('/', "_");
    let mut spellings = vec![
        SECRET.to_owned(),
        "s3cr%2Ft%22%3C%26key%3E%2B%3D".to_owned(),
        "s3cr%2ft%22%3c%26key%3e%2b%3d".to_owned(),
        r#"s3cr\/t\"\u003c\u0026key\u003E+="#.to_owned(),
        "s3cr/t&quot;&lt;&amp;key&gt;+=".to_owned(),
        "s3cr&#x2F;t&#34;&#60;&#038;key&#x3E;&#43;=".to_owned(),
    ];
    for before in ["", "keeper:", "Bearer ", "x"] {
        spellings.push(encoded(&standard, before));
        spellings.push(encoded(&url, before));
        spellings.push(encoded(&standard, before).replace('=', "%3d").replace('+', "%2B").replace('/', "%2f"));
    }
    spellings
}

/// Returns everything that a program can print of an error.
fn printed<E: std::fmt::Debug>(error: &Error<E>) -> String {
    let mut all = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        all.push_str(&format!(" {error} {error:?}"));
        source = error.source();
    }
    all
}

/// Returns `true` if a text contains an encoded secret. Characters at either end of Base64 also encode the surrounding
/// text, and are ignored.
fn repeats(text: &str, spelling: &str) -> bool {
    let characters: Vec<char> = spelling.chars().collect();
    characters.windows(11.min(characters.len())).any(|part| text.contains(&part.iter().collect::<String>()))
}

type Credentials = fn(ClientBuilder) -> ClientBuilder;

fn credentials() -> [Credentials; 5] {
    [
        |builder| builder.key(SECRET),
        |builder| builder.login("keeper", SECRET),
        |builder| builder.login(SECRET, ""),
        |builder| builder.oauth(SECRET),
        |builder| builder.default_header("X-Key", SECRET),
    ]
}

fn client(credential: Credentials, answer: FakeAnswer) -> Client {
    let transport = FakeTransport::new().answer(answer);
    credential(Client::builder()).transport(transport).retries(RetryPolicy::none()).build().unwrap()
}

#[tokio::test]
async fn errors_hide_credentials_repeated_by_the_server() {
    for credential in credentials() {
        for spelling in spellings() {
            let quoted = serde_json::to_string(&spelling).unwrap();
            let filler = "x ".repeat(90);
            let answers = [
                FakeAnswer::json(401, format!(r#"{{"error":{{"message":"no key {spelling}"}}}}"#)),
                FakeAnswer::json(400, format!(r#"{{"message":{quoted}}}"#)),
                FakeAnswer::json(400, format!(r#"{{"message":"{filler}{spelling}"}}"#)),
                FakeAnswer::json(400, format!(r#"["{spelling}"]"#)),
                FakeAnswer::new(500).header("content-type", "text/html").chunk(format!("<p>{spelling}</p>")),
                FakeAnswer::json(500, "{}").header("x-request-id", &spelling),
                FakeAnswer::json(200, format!(r#"{{"count":{quoted}}}"#)),
                FakeAnswer::json(200, format!(r#"{{"count":"{filler}{filler}{spelling}"}}"#)),
                FakeAnswer::json(200, format!("{{{quoted}:{{\"count\":[{quoted},")),
                FakeAnswer::new(200).header("content-type", "text/plain").chunk(spelling.clone()),
            ];
            for answer in answers {
                let error = client(credential, answer).echo().get().await.unwrap_err();
                let shown = printed(&error);
                assert!(!repeats(&shown, &spelling), "{spelling}: {shown}");
            }
            let events = [
                format!("event: error\ndata: {{\"error\":{{\"message\":{quoted}}}}}\n\n"),
                format!("event: x{spelling}\ndata: {{\"count\":{quoted}}}\n\n"),
                format!("data: {spelling}\n\n"),
            ];
            for event in events {
                let client = client(credential, FakeAnswer::events(event));
                let mut stream = client.echo().listen().stream().await.unwrap();
                if let Some(Err(error)) = stream.next().await {
                    let shown = printed(&error);
                    assert!(!repeats(&shown, &spelling), "{spelling}: {shown}");
                }
            }
        }
    }
}

#[tokio::test]
async fn token_endpoint_errors_hide_the_request_secrets() {
    for spelling in spellings() {
        let quoted = serde_json::to_string(&spelling).unwrap();
        let answer = FakeAnswer::json(400, format!(r#"{{"error":"invalid_client","error_description":{quoted}}}"#));
        let transport = FakeTransport::new().answer(answer);
        let builder = Client::builder().oauth(ClientCredentials::new("keeper", SECRET)).transport(transport);
        let client = builder.retries(RetryPolicy::none()).build().unwrap();
        let error = client.echo().get().await.unwrap_err();
        let shown = printed(&error);
        assert!(error.to_string().contains("invalid_client"), "{error}");
        assert!(!repeats(&shown, &spelling), "{spelling}: {shown}");
    }
    let credentials = ClientCredentials::new("keeper", "x").token_url("https://me:hunter22@id test");
    let client = Client::builder().oauth(credentials).transport(FakeTransport::new()).build().unwrap();
    let shown = printed(&client.echo().get().await.unwrap_err());
    assert!(!shown.contains("hunter22"), "{shown}");
}

#[tokio::test]
async fn errors_hide_secrets_that_only_the_token_endpoint_receives() {
    let login = |password: &str| PasswordCredentials::new("keeper", "maja", password);
    for spelling in spellings() {
        let message = serde_json::json!({ "message": spelling }).to_string();
        for (credentials, refresh_token) in [
            (login(SECRET), "its refresh token"),
            (login("its password").client_secret(SECRET), "its refresh token"),
            (login("its password").parameter("assertion", SECRET), "its refresh token"),
            (login("its password").parameter("api_key", SECRET), "its refresh token"),
            (login("its password"), SECRET),
        ] {
            let granted = serde_json::json!({ "access_token": "its token", "refresh_token": refresh_token });
            let answers = [FakeAnswer::json(200, granted.to_string()), FakeAnswer::json(400, message.clone())];
            let transport = answers.into_iter().fold(FakeTransport::new(), FakeTransport::answer);
            let builder = Client::builder().oauth(credentials).transport(transport).retries(RetryPolicy::none());
            let error = builder.build().unwrap().echo().get().await.unwrap_err();
            let shown = printed(&error);
            assert_eq!(error.status().unwrap().as_u16(), 400);
            assert!(!repeats(&shown, &spelling), "{spelling}: {shown}");
        }
    }
}

#[tokio::test]
async fn token_in_a_server_variable_is_hidden() {
    let answer = FakeAnswer::json(404, r#"{"message":"no bot 123%3Ahoney-token here"}"#);
    let transport = FakeTransport::new().answer(answer);
    let client = Client::builder().key("k").token("123:honey-token").transport(transport).build().unwrap();
    let shown = printed(&client.echo().get().await.unwrap_err());
    assert!(shown.contains("no bot [hidden] here") && !shown.contains("honey-token"), "{shown}");
    assert!(!format!("{client:?}").contains("honey-token"));
    let provider = Credential::from("honey-token");
    assert!(!format!("{provider:?}").contains("honey"));
}

/// Control characters that affect terminals and logs.
fn is_obeyed(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[tokio::test]
async fn server_texts_are_truncated_and_escaped() {
    const MANY: usize = 20 << 20;
    let evil = "\u{1b}[2J\u{1b}]0;x\u{7}\u{202e}\u{2066}\u{9b}";
    let quoted = serde_json::to_string(evil).unwrap();
    let long = "n".repeat(MANY);
    let header = "h".repeat(1 << 16);
    let answers = [
        FakeAnswer::json(400, format!(r#"{{"message":{quoted}}}"#)),
        FakeAnswer::json(400, format!(r#"{{"message":"{evil}"}}"#)),
        FakeAnswer::json(400, format!(r#"{{"message":"{long}"}}"#)),
        FakeAnswer::new(502).chunk(evil).chunk(long.clone()),
        FakeAnswer::json(500, "{}").header("x-request-id", &header).header("etag", &header).header(&header, "x"),
        FakeAnswer::json(200, format!(r#"{{"count":{quoted}}}"#)),
        FakeAnswer::json(200, format!(r#"{{"count":"{long}"}}"#)),
        FakeAnswer::json(200, format!(r#"{{{quoted}:1,"{long}":{{"count":[1,}}"#)),
        FakeAnswer::json(200, format!("{{\"a\":1,\"{evil}\":[1,}}")),
        FakeAnswer::new(200).header("content-type", &header).chunk("<>"),
        FakeAnswer::new(200).header("content-encoding", &header).chunk("<>"),
        FakeAnswer::new(302).header("location", &format!("https://{header}.test/")),
    ];
    for (number, answer) in answers.into_iter().enumerate() {
        let error = client(|builder| builder.key(SECRET), answer).echo().get().await.unwrap_err();
        assert!(error.to_string().len() < 4000, "{number}: {} bytes", error.to_string().len());
        let shown = printed(&error);
        assert!(shown.len() < 60_000, "{number}: {} bytes", shown.len());
        assert!(!shown.contains(is_obeyed), "{number}: {shown:?}");
    }
    let events = [
        format!("event: {evil}{long}\ndata: {{\"count\":\"x\"}}\n\n"),
        format!("event: error\ndata: {{\"error\":{{\"message\":\"{evil}{}\"}}}}\n\n", &long[..1 << 20]),
    ];
    for event in events {
        let client = client(|builder| builder.key(SECRET), FakeAnswer::events(event));
        let mut stream = client.echo().listen().stream().await.unwrap();
        let error = stream.next().await.unwrap().unwrap_err();
        assert!(
            error.to_string().len() < 4000 && !error.to_string().contains(is_obeyed),
            "{}",
            error.to_string().len()
        );
    }
    let answer = FakeAnswer::json(400, "{}").header("x-count", &header);
    let error = client(|builder| builder.key(SECRET), answer).echo().get().await.unwrap_err();
    assert!(error.header(Header::<u8>::new("x-count")).unwrap_err().to_string().len() < 500);
}
