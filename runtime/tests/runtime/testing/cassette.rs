//! Tests recording from a loopback server, and strict and lenient replay.

use std::{collections::BTreeMap, fs, path::PathBuf};

use apiarist_runtime::{
    Bytes, ClientCredentials, ErrorKind, EventStream, FilePart, Multipart, OperationSpec, Timeouts, Value,
    codegen::{Binary, CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme, Text},
    testing::{Cassette, CassetteTransport},
    transport::ReqwestTransport,
};
use apiarist_test_support::{
    folder,
    loopback::{Answer, Loopback},
};
use serde_json::json;

use crate::mini_client::{Call, client, operations};

const KEY: SecurityScheme = SecurityScheme::query("QueryKey", "k");
const TOKEN: SecurityScheme = SecurityScheme::bearer("OAuth").with_token_url("/token");
const HIVE: SecurityScheme = SecurityScheme::header("Hive", "X-Hive");
const DESCRIPTION: ClientDescription =
    ClientDescription::new("bees", "bees/1").base_url("https://bees.test").credentials(&[
        CredentialDescription::new(KEY, "key", &["CASSETTE_TEST_KEY"]),
        CredentialDescription::new(TOKEN, "token", &["CASSETTE_TEST_TOKEN"]),
        CredentialDescription::new(HIVE, "hive", &["CASSETTE_TEST_HIVE"]),
    ]);

#[derive(Clone, Debug, Multipart)]
#[object(new)]
pub struct Photo {
    #[part(text)]
    pub name: String,
    #[part(file)]
    pub file: FilePart,
}

client! {
    DESCRIPTION;
    group bees: Bees { list: ListBees, create: CreateBee, photo: GetPhoto, upload: UploadPhoto, watch: Watch }
    credentials { key: KEY, token: TOKEN, hive: HIVE }
}
operations! {
    ListBees -> Result<Json<Value>, Json<Value>> = OperationSpec::new("listBees").get("/bees").security(&[&[KEY, HIVE]]);
    CreateBee -> Result<Json<Value>, Json<Value>> = OperationSpec::new("createBee").post("/bees").security(&[&[TOKEN]]);
    GetPhoto -> Result<Binary, Text> = OperationSpec::new("../get/Photo").get("/photo");
    UploadPhoto -> Result<Text, Text> = OperationSpec::new("uploadPhoto").post("/photo");
    Watch -> Result<EventStream<Json<Value>, Json<Value>>, Json<Value>>, events Json<Value> =
        OperationSpec::new("watch").get("/watch");
}

impl Bees<'_> {
    fn create_from(self, bee: &Value) -> Call<CreateBee> {
        self.create().json(bee)
    }
}

const SECRETS: &[&str] = &[
    "key-0123456789",
    "hive-0123456789",
    "client-secret-1",
    "access-token-1",
    "session-cookie-1",
    "maja@bees.test",
    "secret-path-1",
];

/// A folder that is removed at the end of the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("apiarist-cassettes-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Scratch(path)
    }

    fn cassette(&self) -> Cassette {
        Cassette::new(&self.0).hide_property("email").hide_text("secret-path-1")
    }

    fn files(&self) -> BTreeMap<String, String> {
        folder::texts(&self.0).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn client(transport: CassetteTransport, server: &str, secret: &str) -> Client {
    Client::builder()
        .transport(transport)
        .base_url(server)
        .key(format!("key-{secret}"))
        .hive(format!("hive-{secret}"))
        .token(ClientCredentials::new("maja", format!("client-secret-{secret}")))
        .build()
        .unwrap()
}

/// Makes every kind of request, and checks the responses.
async fn visit(client: &Client) {
    let list = client.bees().list().query("limit", &2).with_response().await.unwrap();
    assert_eq!(list.body["bees"], json!([1.5, 2]));
    assert_eq!(list.headers().get_all("link").iter().count(), 2);
    let created = client.bees().create_from(&json!({"at": "12:00", "name": "Maja"})).await.unwrap();
    assert_eq!((&created["id"], created["large"].to_string()), (&json!("b1"), "18446744073709551615".to_owned()));
    assert_eq!(client.bees().photo().await.unwrap(), Bytes::from_static(b"\xff\x00\xfe"));
    let photo = Photo::new("Maja", FilePart::bytes("a.png", "bees"));
    assert_eq!(client.bees().upload().multipart(&photo).await.unwrap(), "thanks");
    let mut events = client.bees().watch().await.unwrap();
    assert_eq!((events.next().await.unwrap().unwrap(), events.next().await.is_none()), (json!(1), true));
}

fn answers() -> Vec<Answer> {
    vec![
        Answer::json(200, &json!({"bees": [1.5, 2], "echo": "key-0123456789", "email": "maja@bees.test"}))
            .header("link", "</a>; rel=a")
            .header("link", "</b>; rel=b")
            .header("set-cookie", "session=session-cookie-1; Path=/"),
        Answer::json(200, &json!({"access_token": "access-token-1", "token_type": "Bearer", "expires_in": 3600})),
        Answer::body(
            201,
            "application/json",
            r#"{"id":"b1","seen":"Bearer access-token-1","large":18446744073709551615}"#,
        ),
        Answer::body(200, "image/png", b"\xff\x00\xfe".as_slice()),
        Answer::body(200, "text/plain", "thanks"),
        Answer::event_stream(["data: 1\n\n", "data: [DONE]\n\n"]),
    ]
}

/// Records all requests.
async fn record(scratch: &Scratch) -> String {
    let server = Loopback::start(answers()).unwrap();
    let transport = ReqwestTransport::new(&Timeouts::default()).unwrap();
    let recorder = scratch.cassette().record(transport).unwrap();
    assert!(recorder.is_recording() && recorder.unused().is_empty());
    let url = format!("{}/secret-path-1", server.base_url());
    visit(&client(recorder, &url, "0123456789")).await;
    url
}

/// Returns the file of the call of `createBee`.
fn file_of_created_bee(url: &str) -> String {
    let shown = url.replace("secret-path-1", "[hidden]");
    format!(
        r#"{{
  "apiarist_cassette": 1,
  "operation": "createBee",
  "request": {{
    "method": "POST",
    "url": "{shown}/bees",
    "headers": {{
      "accept": "application/json",
      "authorization": "[hidden]",
      "content-type": "application/json",
      "user-agent": "bees/1"
    }},
    "body": {{
      "json": {{
        "at": "12:00",
        "name": "Maja"
      }}
    }}
  }},
  "response": {{
    "status": 201,
    "headers": {{
      "content-type": "application/json"
    }},
    "body": {{
      "json": {{
        "id": "b1",
        "seen": "Bearer [hidden]",
        "large": 18446744073709551615
      }}
    }}
  }}
}}
"#
    )
}

#[tokio::test]
async fn recording_replays_without_the_server_and_without_secrets() {
    let scratch = Scratch::new("all");
    fs::create_dir_all(&scratch.0).unwrap();
    fs::write(scratch.0.join("001-notes.json"), "{}").unwrap();
    fs::write(scratch.0.join("README.md"), "notes").unwrap();
    record(&scratch).await;
    let url = record(&scratch).await;
    fs::remove_file(scratch.0.join("001-notes.json")).unwrap();

    let files = scratch.files();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        "001-listBees.json",
        "002-token-request.json",
        "003-createBee.json",
        "004-getPhoto.json",
        "005-uploadPhoto.json",
        "006-watch.json",
        "README.md",
    ];
    assert_eq!(names, expected);
    for (name, text) in &files {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret} in {name}: {text}");
        }
    }
    assert_eq!(files["003-createBee.json"], file_of_created_bee(&url));
    assert!(files["001-listBees.json"].contains("/bees?limit=2&k=[hidden]\""), "{}", files["001-listBees.json"]);
    assert!(files["004-getPhoto.json"].contains(r#""base64": "/wD+""#), "{}", files["004-getPhoto.json"]);
    assert!(files["005-uploadPhoto.json"].contains("boundary=boundary"), "{}", files["005-uploadPhoto.json"]);

    let player = scratch.cassette().replay().unwrap();
    visit(&client(player.clone(), &url, "of-another-developer")).await;
    player.verify();
}

#[tokio::test]
async fn strict_replay_rejects_other_requests() {
    let scratch = Scratch::new("strict");
    let url = record(&scratch).await;
    let player = scratch.cassette().replay().unwrap();
    let client = client(player.clone(), &url, "x");
    let error = client.bees().list().query("limit", &3).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    let message = error.to_string();
    let expected =
        "`001-listBees.json` differs: query: expected `limit=2&k=[hidden]`, found `limit=3&k=[hidden]`; to record";
    assert!(message.contains(expected), "{message}");
    let message = client.bees().photo().await.unwrap_err().to_string();
    assert!(message.contains("[hidden]/bees`, found `http://127.0.0.1:"), "{message}");
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| player.verify())).is_err());
    assert_eq!(player.unused().len(), 6);

    let player = scratch.cassette().ignore_query("limit").ignore_body_at("/at").replay().unwrap();
    let client = self::client(player.clone(), &url, "x");
    client.bees().list().query("limit", &3).await.unwrap();
    client.bees().create_from(&json!({"at": "13:00", "name": "Maja"})).await.unwrap();
    let message = client.bees().upload().multipart(&Photo::new("Willi", FilePart::bytes("a.png", "bees"))).await;
    let message = message.unwrap_err().to_string();
    assert!(message.contains("`004-getPhoto.json` differs: method: expected `GET`, found `POST`"), "{message}");
}

#[tokio::test]
async fn lenient_replay_allows_any_order() {
    let scratch = Scratch::new("lenient");
    let url = record(&scratch).await;
    let player = scratch.cassette().lenient().ignore_header("accept").replay().unwrap();
    let client = client(player.clone(), &url, "x");
    for _ in 0..2 {
        assert_eq!(client.bees().photo().await.unwrap().len(), 3);
    }
    let message = client.bees().create_from(&json!({"name": "Willi", "at": "12:00"})).await.unwrap_err().to_string();
    let expected = "no recorded request matches; closest: `003-createBee.json` differs: body: `/name`: expected `\"Maja\"`, found `\"Willi\"`";
    assert!(message.contains(expected), "{message}");
    assert_eq!(player.unused(), ["001-listBees.json", "003-createBee.json", "005-uploadPhoto.json", "006-watch.json"]);
    let player = scratch.cassette().lenient().ignore_body().ignore_headers().replay().unwrap();
    let client = self::client(player, &url, "x");
    assert_eq!(client.bees().create_from(&json!(null)).await.unwrap()["id"], "b1");
}

#[test]
fn blocking_calls_are_recorded_and_replayed() {
    let scratch = Scratch::new("blocking");
    let server = Loopback::start([Answer::body(200, "image/png", "png")]).unwrap();
    let recorder = scratch.cassette().record(ReqwestTransport::new(&Timeouts::default()).unwrap()).unwrap();
    let url = server.base_url();
    let photo = |transport| client(transport, &url, "x").bees().photo().blocking().send().unwrap();
    let recorded = photo(recorder);
    assert_eq!(photo(scratch.cassette().replay().unwrap()), recorded);
}

#[test]
fn missing_recording_is_explained() {
    let scratch = Scratch::new("missing");
    let message = scratch.cassette().replay().unwrap_err().to_string();
    assert!(message.starts_with("there is no recording in the folder `"), "{message}");
    assert!(message.ends_with("`; to record it, run the test with APIARIST_CASSETTES=record"), "{message}");
    let unset = scratch.cassette().from_env(|| ReqwestTransport::new(&Timeouts::default()));
    assert!(unset.unwrap_err().to_string().starts_with("there is no recording"), "replay is the default");
}
