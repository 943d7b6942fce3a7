//! Tests compressed responses of the default transport, with servers on this machine.

use std::{io, sync::mpsc, time::Duration};

use apiarist_runtime::{
    Download, Error, ErrorKind, OperationSpec, RequestOptions, RetryPolicy, Timeouts, Value,
    codegen::{Binary, ClientDescription, Json, NoContent},
    transport::ReqwestTransport,
};
use async_compression::{
    Level,
    tokio::bufread::{BrotliEncoder, GzipEncoder, ZstdEncoder},
    zstd::CParameter,
};
use tokio::io::{AsyncRead, AsyncReadExt as _};

use crate::{
    bad_server::{Connection, Server, raw_server, server, soon},
    chain::chain,
    mini_client::{client, operations},
};

const DESCRIPTION: ClientDescription = ClientDescription::new("packed", "packed");

client! {
    DESCRIPTION;
    group hives: Hives { get: GetHive, head: HeadHive, sound: GetSound }
}
operations! {
    GetHive -> Result<Json<Value>, Json<Value>>, events Json<Value> = OperationSpec::new("getHive").get("/hive");
    HeadHive -> Result<NoContent, Json<Value>> = OperationSpec::new("headHive").route("HEAD", "/hive");
    GetSound -> Result<Binary, Json<Value>> = OperationSpec::new("getSound").get("/sound");
}

const MIB: usize = 1 << 20;
const HIVE: &str = r#"{"name":"garden","bees":["Maja","Willi","Maja","Willi"]}"#;

/// Compresses bytes with an encoder of `async_compression`.
async fn packed(mut encoder: impl AsyncRead + Unpin) -> Vec<u8> {
    let mut bytes = Vec::new();
    encoder.read_to_end(&mut bytes).await.unwrap();
    bytes
}

/// Returns a response with this status line, encoding and body.
fn response(status: &str, encoding: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-encoding: {encoding}\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// Starts a server that always sends this response, and passes on the headers of requests.
fn serve(response: Vec<u8>) -> (Server, mpsc::Receiver<String>) {
    let (requests, received) = mpsc::channel();
    let server = raw_server(move |connection: &mut Connection| {
        drop(requests.send(connection.request()?));
        connection.send(&response)
    });
    (server, received)
}

fn client(server: &Server) -> Client {
    let retries = RetryPolicy::default().first_delay(Duration::from_millis(1));
    Client::builder().base_url(&server.url).retries(retries).build().unwrap()
}

/// Returns a client with this limit of decoded responses.
fn limited(server: &Server, bytes: usize) -> Client {
    let transport = ReqwestTransport::new(&Timeouts::default()).unwrap().decoded_limit(bytes as u64);
    Client::builder().base_url(&server.url).transport(transport).build().unwrap()
}

/// Asserts that a body is requested in this encoding and decoded.
async fn assert_decodes(encoding: &str, body: &[u8]) {
    let (server, requests) = serve(response("200 OK", encoding, body));
    let response = soon(client(&server).hives().get().with_response()).await.unwrap();
    assert_eq!(response.body, serde_json::from_str::<Value>(HIVE).unwrap());
    assert!(!response.headers().contains_key("content-encoding"), "{:?}", response.headers());
    assert!(!response.headers().contains_key("content-length"), "{:?}", response.headers());
    let request = requests.recv().unwrap();
    let accepted = request.lines().find_map(|line| line.strip_prefix("accept-encoding: ")).unwrap();
    let name = encoding.to_ascii_lowercase().replace("x-", "");
    assert!(accepted.split(", ").any(|other| other == name), "{accepted}");
}

async fn gzip(bytes: &[u8]) -> Vec<u8> {
    packed(GzipEncoder::new(bytes)).await
}

#[tokio::test]
async fn gzip_is_requested_and_decoded() {
    let body = gzip(HIVE.as_bytes()).await;
    assert_decodes("gzip", &body).await;
    assert_decodes("X-GZIP", &body).await;
    let (one, two) = HIVE.split_at(20);
    assert_decodes("gzip", &[gzip(one.as_bytes()).await, gzip(two.as_bytes()).await].concat()).await;
}

#[tokio::test]
async fn brotli_is_requested_and_decoded() {
    let body = packed(BrotliEncoder::new(HIVE.as_bytes())).await;
    assert_decodes("br", &body).await;
}

#[tokio::test]
async fn zstd_is_requested_and_decoded() {
    let body = packed(ZstdEncoder::new(HIVE.as_bytes())).await;
    assert_decodes("zstd", &body).await;
}

#[tokio::test]
async fn zstd_window_is_limited() {
    let text = "0".repeat(20 * MIB);
    let window = [CParameter::window_log(24)];
    let body = packed(ZstdEncoder::with_quality_and_params(text.as_bytes(), Level::Fastest, &window)).await;
    let (server, _) = serve(response("200 OK", "zstd", &body));
    let error = soon(client(&server).hives().get()).await.unwrap_err();
    assert!(chain(&error).contains("cannot decode the response as `zstd`"), "{}", chain(&error));
}

#[tokio::test]
async fn error_response_is_decoded() {
    let body = gzip(br#"{"message":"the hive is closed"}"#).await;
    let (server, _) = serve(response("404 Not Found", "gzip", &body));
    let error: Error<Value> = soon(client(&server).hives().get()).await.unwrap_err();
    assert_eq!(error.server_message().as_deref(), Some("the hive is closed"));
}

#[tokio::test]
async fn ranges_other_encodings_and_head_are_sent_and_returned_unchanged() {
    let body = gzip(HIVE.as_bytes()).await;
    let (server, requests) = serve(response("200 OK", "gzip", &body));
    let client = client(&server);
    for (name, value) in [("range", "bytes=0-9999"), ("accept-encoding", "gzip")] {
        let options = RequestOptions::default().header(name, value);
        let raw = soon(client.hives().get().options(options).raw()).await.unwrap();
        assert_eq!(raw.body, body);
        assert_eq!(raw.headers()["content-encoding"], "gzip");
        let request = requests.recv().unwrap();
        assert_eq!(request.matches("accept-encoding").count(), usize::from(name != "range"), "{request}");
    }
    let head = soon(client.hives().head().with_response()).await.unwrap();
    assert_eq!(head.headers()["content-encoding"], "gzip");
    assert!(!requests.recv().unwrap().contains("accept-encoding"));
}

#[tokio::test]
async fn unknown_and_stacked_encodings_are_not_decoded() {
    for encoding in ["compress", "gzip, gzip"] {
        let (server, _) = serve(response("200 OK", encoding, &gzip(HIVE.as_bytes()).await));
        let raw = soon(client(&server).hives().get().raw()).await.unwrap();
        assert_eq!(raw.headers()["content-encoding"], encoding);
    }
}

#[tokio::test]
async fn event_streams_are_requested_without_compression() {
    let events = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\ndata: 1\n\n";
    let (server, requests) = serve(events.into());
    let mut events = soon(client(&server).hives().get().stream()).await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), 1);
    assert!(requests.recv().unwrap().contains("accept-encoding: identity\r\n"));
}

#[tokio::test]
async fn empty_body_is_not_decoded() {
    for status in ["200 OK", "204 No Content"] {
        let (server, _) = serve(response(status, "gzip", b""));
        assert!(soon(client(&server).hives().sound()).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn invalid_and_truncated_bodies_are_errors_and_are_retried() {
    let body = gzip(HIVE.as_bytes()).await;
    for body in [&b"not compressed"[..], &body[..body.len() - 12]] {
        let (server, requests) = serve(response("200 OK", "gzip", body));
        let error = soon(client(&server).hives().get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert!(chain(&error).contains("cannot decode the response as `gzip`: "), "{}", chain(&error));
        assert_eq!(requests.iter().take(3).count(), 3);
    }
}

/// Returns a response that is decoded to a gibibyte of zeros.
async fn bomb() -> Vec<u8> {
    response("200 OK", "gzip", &gzip(&[b'0'; MIB]).await.repeat(1024))
}

#[tokio::test]
async fn decompression_bomb_ends_the_call_without_a_retry() {
    let (server, requests) = serve(bomb().await);
    let client = limited(&server, 4 * MIB);
    let expected = "failed: the decoded response exceeds the limit of 4194304 bytes: set another by \
                    `ReqwestTransport::decoded_limit`";
    let errors = [soon(client.hives().get()).await.unwrap_err(), soon(client.hives().sound().raw()).await.unwrap_err()];
    for (error, name) in errors.into_iter().zip(["getHive", "getSound"]) {
        assert_eq!((error.kind(), chain(&error)), (ErrorKind::TooLarge, format!("{name} {expected}")));
    }
    assert_eq!(requests.try_iter().count(), 2);
    // Within the limit of decoded responses, JSON has its own.
    let error = soon(limited(&server, 80 * MIB).hives().get()).await.unwrap_err();
    assert_eq!(chain(&error), "getHive failed: the response exceeds the limit of 64 MiB");
}

#[tokio::test]
async fn decompression_bomb_ends_a_download() {
    let (server, _) = serve(bomb().await);
    let mut download: Download = soon(limited(&server, 4 * MIB).hives().sound().download()).await.unwrap();
    assert_eq!(download.total(), None);
    let error = loop {
        match soon(download.next()).await.unwrap() {
            Ok(chunk) => assert!(chunk.len() <= 64 << 10, "{}", chunk.len()),
            Err(error) => break error,
        }
    };
    assert!(download.received() <= 4 * MIB as u64 && download.received() > 3 * MIB as u64);
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(soon(download.next()).await.is_none());
}

#[tokio::test]
async fn download_yields_decoded_data_before_the_end() {
    let (part, rest) = (gzip(b"hum").await, gzip(b"buzz").await);
    let (go, wait) = mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let server = server(move |connection: &mut Connection| -> io::Result<()> {
        connection.send("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n")?;
        connection.send(&part)?;
        let _ = wait.lock().unwrap().recv_timeout(Duration::from_secs(5));
        connection.send(&rest)?;
        connection.stream.shutdown(std::net::Shutdown::Write)
    });
    let mut download = soon(client(&server).hives().sound().download()).await.unwrap();
    assert_eq!(soon(download.next()).await.unwrap().unwrap(), "hum");
    go.send(()).unwrap();
    assert_eq!(soon(download.next()).await.unwrap().unwrap(), "buzz");
    assert!(soon(download.next()).await.is_none());
}
