//! Tests values that try to reach another host or resource: thousands of values from a small grammar, in every position
//! of a request.

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    sync::mpsc,
};

use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    OperationSpec, RequestOptions, Value,
    codegen::{
        CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme, ServerVariableDescription,
        Style,
    },
    testing::{FakeAnswer, FakeTransport},
};
use reqwest::Url;

const KEY: SecurityScheme = SecurityScheme::query("key", "api_key");

const DESCRIPTION: ClientDescription = ClientDescription::new("fort", "fort")
    .base_url("http://{region=eu}.fort.test:{port=8080}/{base=v1}")
    .operation_servers(&["http://{base=up}.up.fort.test/files"])
    .variables(&[
        ServerVariableDescription::new("region", &[]),
        ServerVariableDescription::new("port", &[]),
        ServerVariableDescription::new("base", &[]),
    ])
    .credentials(&[CredentialDescription::new(KEY, "key", &["FORT_KEY"])]);

client! {
    DESCRIPTION;
    group fort: Fort { upload: Upload }
    credentials { key: KEY }
}
impl ClientBuilder {
    pub fn region(self, value: impl Into<String>) -> Self {
        self.server_variable("region", value)
    }
    pub fn port(self, value: impl Into<String>) -> Self {
        self.server_variable("port", value)
    }
    pub fn base(self, value: impl Into<String>) -> Self {
        self.server_variable("base", value)
    }
}
impl Fort<'_> {
    pub fn get(self, style: Style, reserved: bool, value: &str) -> Call<GetIt> {
        let value = &value as &dyn apiarist_runtime::codegen::Parameter;
        Call::new(self.core, &[&if reserved { style.reserved(value) } else { style.of(value) }])
    }
    pub fn pair(self, one: &str, other: &str) -> Call<GetPair> {
        Call::new(self.core, &[&Style::Simple.reserved(&one), &other])
    }
}
operations! {
    GetIt -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("getIt").get("/walls/in/{name}").security(&[&[KEY]]);
    GetPair -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("getPair").get("/walls/in/.{one}{other}/x").security(&[&[KEY]]);
    Upload -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("upload").get("/up").base_url("http://{base=up}.up.fort.test/files").security(&[&[KEY]]);
}

const KEY_VALUE: &str = "sekrit-key";

/// Returns all combinations of up to three fragments that attacks use.
fn hostile() -> Vec<String> {
    let pieces = [
        "",
        ".",
        "..",
        "%2e",
        "%2E",
        ".%2e",
        "/",
        "\\",
        "%2f",
        "%5C",
        "@",
        ":",
        "?",
        "#",
        ";",
        "\t",
        "\r\n",
        "\n",
        " ",
        "\u{0}",
        "evil.test",
        "//evil.test",
        "http:",
        "[",
        "%",
        "ü",
        "\u{202e}",
        "\u{ff0e}",
        "&api_key=x",
        "80",
        "admin",
        "=",
    ];
    let mut texts: Vec<String> = Vec::new();
    for one in pieces {
        for other in pieces {
            for last in ["", "..", "/", "evil.test"] {
                texts.push([one, other, last].concat());
            }
        }
    }
    texts.sort();
    texts.dedup();
    assert!(texts.len() > 2000, "{}", texts.len());
    texts
}

/// Asserts that the transport parses the URL of a request as intended.
fn is_at_home(url: &str, host: &str, prefix: &str, value: &str) {
    let read = Url::parse(url).unwrap();
    let context = format!("{value:?} gave {url} which is {read}");
    assert!(read.host_str().unwrap() == host || read.host_str().unwrap().ends_with(&format!(".{host}")), "{context}");
    assert!(read.path().starts_with(prefix), "{context}");
    assert!(!read.path().split('/').any(|segment| matches!(segment, "." | "..")), "{context}");
    assert!(read.username().is_empty() && read.password().is_none() && read.fragment().is_none(), "{context}");
    let keys: Vec<String> =
        read.query_pairs().filter(|(name, _)| name == "api_key").map(|(_, value)| value.into_owned()).collect();
    assert_eq!(keys, [KEY_VALUE], "{context}");
    assert!(!read.path().contains(KEY_VALUE), "{context}");
}

fn client(transport: &FakeTransport) -> Client {
    Client::builder().key(KEY_VALUE).transport(transport.clone()).build().unwrap()
}

#[tokio::test]
async fn hostile_path_argument_stays_in_its_segment() {
    let styles = [
        Style::Simple,
        Style::SimpleExploded,
        Style::Label,
        Style::LabelExploded,
        Style::Matrix,
        Style::MatrixExploded,
        Style::SpaceDelimited,
        Style::PipeDelimited,
        Style::Json,
    ];
    let (transport, mut sent) = (FakeTransport::new(), 0);
    let client = client(&transport);
    for (number, value) in hostile().into_iter().enumerate() {
        // Every value in the default style, and one of eight in each other style.
        let tried = |at: &usize| *at == 0 || (number + at).is_multiple_of(8);
        for style in (0..styles.len()).filter(tried).map(|at| styles[at]) {
            for reserved in [false, true] {
                transport.push(FakeAnswer::json(200, "{}"));
                if client.fort().get(style, reserved, &value).await.is_ok() {
                    let url = transport.last_request().unwrap().url;
                    is_at_home(&url, "fort.test", "/v1/walls/in/", &value);
                    let segments = Url::parse(&url).unwrap().path().split('/').count();
                    assert!(reserved || segments == 5, "{value:?} gave {url}");
                    sent += 1;
                }
            }
        }
        transport.push(FakeAnswer::json(200, "{}"));
        if client.fort().pair(&value, ".").await.is_ok() {
            is_at_home(&transport.last_request().unwrap().url, "fort.test", "/v1/walls/in/.", &value);
        }
    }
    assert!(sent > 3_000, "{sent}");
}

#[tokio::test]
async fn hostile_server_variable_does_not_redirect_credentials() {
    type Set = fn(ClientBuilder, String) -> ClientBuilder;
    let setters: [(Set, &str); 3] = [
        (|builder, value| builder.region(value), "/v1/walls/in/x"),
        (|builder, value| builder.port(value), "/v1/walls/in/x"),
        (|builder, value| builder.base(value), "/"),
    ];
    let mut sent = 0;
    for value in hostile() {
        for (set, prefix) in setters {
            let transport =
                FakeTransport::new().answer(FakeAnswer::json(200, "{}")).answer(FakeAnswer::json(200, "{}"));
            let builder = set(Client::builder(), value.clone()).key(KEY_VALUE).transport(transport.clone());
            let Ok(client) = builder.build() else { continue };
            let (get, upload) = (client.fort().get(Style::Simple, false, "x").await, client.fort().upload().await);
            assert!(get.is_ok() && upload.is_ok(), "{value:?}: {get:?} {upload:?}");
            let [get, upload] = transport.requests().try_into().unwrap();
            is_at_home(&get.url, "fort.test", prefix, &value);
            assert!(get.url.contains("/walls/in/x?"), "{value:?} gave {}", get.url);
            is_at_home(&upload.url, "up.fort.test", "/files/up", &value);
            sent += 1;
        }
    }
    assert!(sent > 3, "{sent}");
}

#[tokio::test]
async fn hostile_parameter_does_not_break_the_request() {
    let transport = FakeTransport::new();
    let client = client(&transport);
    for value in hostile() {
        transport.push(FakeAnswer::json(200, "{}"));
        let mut call = client.fort().get(Style::Simple, false, "x");
        call.raw_call().query(Style::Form, "q", &value, true);
        call.raw_call().query(Style::DeepObject, "d", &serde_json::json!({ &value: &value }), false);
        call.raw_call().cookie(Style::Form, "c", &value);
        call = call.options(RequestOptions::default().query(value.clone(), value.clone()));
        // The caller chooses the names of query parameters: one with the name of the key replaces it.
        call.await.unwrap();
        let request = transport.last_request().unwrap();
        is_at_home(&request.url, "fort.test", "/v1/walls/in/x", &value);
        let cookie = request.header("cookie").unwrap_or_default();
        assert!(!cookie.contains(['\r', '\n', '\0', ';', ' ']), "{value:?} gave {cookie}");

        transport.push(FakeAnswer::json(200, "{}"));
        let mut call = client.fort().get(Style::Simple, false, "x");
        call.raw_call().header(Style::Simple, "X-H", &value);
        if call.await.is_ok() {
            let request = transport.last_request().unwrap();
            let bytes = request.headers.get("x-h").unwrap().as_bytes();
            assert!(!bytes.iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0)), "{value:?}");
        }
    }
}

/// Returns the header lines of each request, as a real server receives them.
fn server() -> (u16, mpsc::Receiver<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let (mut head, mut byte) = (Vec::new(), [0]);
            while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
                head.push(byte[0]);
            }
            let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
            let _ = stream.write_all(answer);
            let lines = String::from_utf8_lossy(&head).lines().map(str::to_owned).collect();
            if sender.send(lines).is_err() {
                return;
            }
        }
    });
    (port, receiver)
}

#[tokio::test]
async fn server_receives_the_intended_path() {
    let (port, heads) = server();
    let client = Client::builder().base_url(format!("http://127.0.0.1:{port}/v1")).key(KEY_VALUE).build().unwrap();
    let dots = [".", "..", "%2e", "%2E%2e", ".%2e", "..;", "\\", "..\\..", "/", "//evil.test", "\t", "."];
    for one in dots {
        for last in ["", "/", "\\", "/admin", "%2fadmin", "x", "?", "#"] {
            let value = format!("{one}{last}");
            let mut call = client.fort().get(Style::Simple, true, &value);
            call.raw_call().header(Style::Simple, "X-H", &"x");
            if call.await.is_err() {
                continue;
            }
            let head = heads.recv().unwrap();
            let target = head[0].strip_prefix("GET ").unwrap().strip_suffix(" HTTP/1.1").unwrap();
            assert!(target.starts_with("/v1/walls/in/"), "{value:?} gave {target}");
            assert!(target.ends_with("?api_key=sekrit-key"), "{value:?} gave {target}");
            assert_eq!(head.iter().filter(|line| line.to_lowercase().starts_with("host:")).count(), 1);
        }
    }
}
