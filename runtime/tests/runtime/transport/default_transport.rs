//! Tests the default transport with a server on this machine, and checks the bytes that are sent.

use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    ClientCredentials, Error, ErrorKind, FilePart, Multipart, OperationSpec, RetryPolicy, Timeouts, Value,
    codegen::{CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme, ToMultipart},
};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const KEY: SecurityScheme = SecurityScheme::bearer("Key");
const ID: SecurityScheme = SecurityScheme::bearer("Id").with_discovery_url("/.well-known/openid-configuration");
const DESCRIPTION: ClientDescription = ClientDescription::new("loop-back", "apiarist-runtime/1.0 (loop-back)")
    .credentials(&[
        CredentialDescription::new(KEY, "key", &["LOOP_BACK_KEY"]),
        CredentialDescription::new(ID, "id", &["LOOP_BACK_ID"]),
    ]);

client! {
    DESCRIPTION;
    group files: Files { own: OwnFile }
    credentials { key: KEY, id: ID }
}
impl Files<'_> {
    pub fn get(self, id: &str) -> Call<GetFile> {
        Call::new(self.core, &[&id])
    }
    pub fn upload(self, body: &impl ToMultipart) -> Call<UploadFile> {
        Call::new(self.core, &[]).multipart(body)
    }
}
operations! {
    GetFile -> Result<Json<Value>, Json<Value>>, events Json<Value> =
        OperationSpec::new("getFile").get("/files/{id}").security(&[&[KEY]]);
    OwnFile -> Result<Json<Value>, Json<Value>> = OperationSpec::new("ownFile").get("/own").security(&[&[ID]]);
    UploadFile -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("uploadFile").post("/files").security(&[&[KEY]]);
}

/// A server that sends one of these responses on each connection, and records the requests.
struct Server {
    url: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start(answers: &[&str]) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (answers, kept): (Vec<String>, _) =
            (answers.iter().map(|answer| answer.replace("{url}", &url)).collect(), seen.clone());
        tokio::spawn(async move {
            for answer in answers {
                let (mut socket, _) = listener.accept().await.unwrap();
                let request = read_request(&mut socket).await;
                kept.lock().unwrap().push(request);
                socket.write_all(answer.as_bytes()).await.unwrap();
                if answer.contains("event-stream") {
                    tokio::time::sleep(Duration::from_secs(5)).await;
                }
            }
        });
        Server { url, seen }
    }

    fn client(&self) -> Client {
        Client::builder()
            .base_url(format!("{}/v1/", self.url))
            .key("secret-key")
            .retries(RetryPolicy::default().first_delay(Duration::from_millis(1)))
            .build()
            .unwrap()
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

async fn read_request(socket: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .filter_map(|line| line.split_once(": "))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .map_or(0, |(_, length)| length.parse().unwrap());
            if body.len() >= length {
                return text;
            }
        }
        let mut buffer = [0; 4096];
        match socket.read(&mut buffer).await.unwrap() {
            0 => return text,
            count => bytes.extend_from_slice(&buffer[..count]),
        }
    }
}

const GOOD: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

#[tokio::test]
async fn path_argument_is_received_as_one_segment() {
    let server = Server::start(&[GOOD]).await;
    server.client().files().get("../x y/?#%2e").await.unwrap();
    let seen = server.seen().remove(0);
    assert!(seen.starts_with("GET /v1/files/..%2Fx%20y%2F%3F%23%252e HTTP/1.1\r\n"), "{seen}");
    assert!(seen.contains("authorization: Bearer secret-key\r\n"), "{seen}");
    assert!(seen.contains("user-agent: apiarist-runtime/1.0 (loop-back)\r\n"), "{seen}");
    assert_eq!(server.client().files().get("..").await.unwrap_err().kind(), ErrorKind::Request);
}

/// Also if another crate enables decoding in reqwest.
#[cfg(not(any(feature = "gzip", feature = "brotli", feature = "zstd")))]
#[tokio::test]
async fn compression_is_not_requested_without_a_feature() {
    let server = Server::start(&[GOOD]).await;
    server.client().files().get("1").await.unwrap();
    assert!(!server.seen()[0].contains("accept-encoding"), "{}", server.seen()[0]);
}

#[tokio::test]
async fn busy_server_is_retried_and_its_redirect_followed() {
    let busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let moved = "HTTP/1.1 307 Moved\r\nLocation: /v2/files/1?x=1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let server = Server::start(&[busy, moved, GOOD]).await;
    server.client().files().get("1").await.unwrap();
    assert!(server.seen()[2].starts_with("GET /v2/files/1?x=1 "));
    assert!(server.seen()[2].contains("Bearer secret-key"));
}

/// Returns a response with this JSON.
fn json(body: &str) -> String {
    // The length of the text that replaces `{url}` varies, so the end of the connection ends the body.
    format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{body}")
}

#[tokio::test]
async fn token_endpoint_is_discovered() {
    let (document, grant) =
        (json("{\"issuer\":\"{url}\",\"token_endpoint\":\"{url}/token\"}"), json("{\"access_token\":\"honey\"}"));
    let server = Server::start(&[&document, &grant, GOOD, GOOD]).await;
    let client = Client::builder()
        .base_url(format!("{}/v1/", server.url))
        .id(ClientCredentials::new("maja", "secret"))
        .build()
        .unwrap();
    client.files().own().await.unwrap();
    client.files().own().await.unwrap();
    let seen = server.seen();
    let lines: Vec<&str> = seen.iter().filter_map(|request| request.lines().next()).collect();
    let own = "GET /v1/own HTTP/1.1";
    assert_eq!(lines, ["GET /.well-known/openid-configuration HTTP/1.1", "POST /token HTTP/1.1", own, own]);
    assert!(!seen[0].contains("authorization") && seen[1].contains("authorization: Basic bWFqYTpzZWNyZXQ="));
    assert!(seen[3].contains("authorization: Bearer honey\r\n"));
}

#[tokio::test]
async fn credentials_are_not_sent_to_another_origin() {
    let other = Server::start(&[GOOD]).await;
    let moved = format!(
        "HTTP/1.1 302 Found\r\nLocation: {}/steal\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        other.url
    );
    let server = Server::start(&[&moved]).await;
    let error = server.client().files().get("1").await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 302);
    assert!(error.to_string().contains("was not followed"), "{error}");
    assert!(other.seen().is_empty());
}

#[derive(Clone, Debug, PartialEq, Multipart)]
#[object(new)]
pub struct Upload {
    #[part(file)]
    pub file: FilePart,
    #[part(text)]
    pub purpose: String,
}

#[tokio::test]
async fn file_on_disk_is_sent_with_its_length() {
    let server = Server::start(&[GOOD]).await;
    let path = std::env::temp_dir().join(format!("apiarist-loopback-{}.txt", std::process::id()));
    std::fs::write(&path, "bees\n".repeat(30_000)).unwrap();
    let upload = Upload { file: FilePart::path(&path), purpose: "test".into() };
    server.client().files().upload(&upload).await.unwrap();
    std::fs::remove_file(&path).unwrap();
    let seen = server.seen().remove(0);
    assert!(!seen.to_lowercase().contains("transfer-encoding"));
    assert_eq!(seen.matches("bees\n").count(), 30_000);
    let error = server.client().files().upload(&upload).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.to_string().contains("cannot read the file"), "{error}");
}

#[tokio::test]
async fn events_are_yielded_while_the_response_is_open() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: 1\n\nda";
    let server = Server::start(&[head]).await;
    let client = Client::builder()
        .base_url(&server.url)
        .key("k")
        .timeouts(Timeouts::default().idle(Duration::from_millis(50)))
        .build()
        .unwrap();
    let mut events = client.files().get("1").stream().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), 1);
    assert!(events.next().await.unwrap().unwrap_err().is_timeout());
}

#[tokio::test]
async fn refused_connection_is_a_connect_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder().base_url(url).key("secret-key").retries(RetryPolicy::none()).build().unwrap();
    let error: Error<Value> = client.files().get("1").await.unwrap_err();
    assert!(error.is_connect());
    assert!(error.to_string().contains("could not connect"), "{error}");
    assert!(!format!("{error:?} {client:?}").contains("secret-key"));
}

#[tokio::test]
async fn server_without_tls_is_a_connect_error() {
    let server = Server::start(&["HTTP/1.1 400 No\r\nConnection: close\r\n\r\n"]).await;
    let url = server.url.replace("http://", "https://");
    let client = Client::builder().base_url(url).key("k").retries(RetryPolicy::none()).build().unwrap();
    assert!(client.files().get("1").await.unwrap_err().is_connect());
}

#[tokio::test]
async fn dropped_call_releases_its_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder().base_url(url).key("k").build().unwrap();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 99\r\n\r\n";
    // First while it waits for the response, and then while it reads the body.
    for (answer, streams) in [("", false), (head, false), (head, true)] {
        let server = async {
            let (mut socket, _) = listener.accept().await.unwrap();
            read_request(&mut socket).await;
            socket.write_all(answer.as_bytes()).await.unwrap();
            socket
        };
        let call = async {
            match streams {
                true => drop(client.files().get("1").stream().await.unwrap()),
                false => drop(client.files().get("1").await),
            }
            std::future::pending::<()>().await
        };
        let mut socket = tokio::select! {
            socket = async { let socket = server.await; tokio::time::sleep(Duration::from_millis(50)).await; socket } => socket,
            () = call => unreachable!("the answer has no end"),
        };
        // After the call is dropped, the client closes the connection, and the server reads its end.
        let end = tokio::time::timeout(Duration::from_secs(5), socket.read(&mut [0; 64])).await;
        assert!(matches!(end, Ok(Ok(0) | Err(_))), "{end:?}");
    }
}

#[tokio::test]
async fn proxy_receives_the_absolute_url_and_its_own_password() {
    let proxy = Server::start(&[GOOD]).await;
    let client = Client::builder()
        .base_url("http://api.hive.test/v1")
        .key("secret-key")
        .proxy(proxy.url.replace("http://", "http://maja:honey@"))
        .build()
        .unwrap();
    client.files().get("1").await.unwrap();
    let seen = proxy.seen().remove(0);
    assert!(seen.starts_with("GET http://api.hive.test/v1/files/1 HTTP/1.1\r\n"), "{seen}");
    assert!(seen.contains("proxy-authorization: Basic bWFqYTpob25leQ==\r\n"), "{seen}");
    assert!(seen.contains("host: api.hive.test\r\n"), "{seen}");
}

#[test]
fn with_tls_accepts_only_a_rustls_configuration() {
    use apiarist_runtime::transport::ReqwestTransport;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let tls = tls.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth();
    assert!(ReqwestTransport::with_tls(&Timeouts::default(), tls).is_ok());
    assert!(ReqwestTransport::with_tls(&Timeouts::default(), "no TLS").is_err());
}
