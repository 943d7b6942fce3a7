//! Tests blocking calls with a small server on sockets. No async runtime is started here.

use std::{
    io::Read as _,
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use apiarist_test_support::loopback::{Answer, Loopback};

use crate::mini_client::{client, operations};
use apiarist_runtime::{
    ErrorKind, OperationSpec, PagedOperation, RequestOptions, RetryPolicy, Value,
    codegen::{ClientDescription, Json, Paging},
};

const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees");

client! {
    DESCRIPTION;
    group bees: Bees { list: ListBees }
}
operations! {
    ListBees -> Result<Json<Value>, Json<Value>>, events Json<i64> = OperationSpec::new("listBees").get("/bees");
}
impl PagedOperation for ListBees {
    type Item = i64;
    const PAGING: &'static Paging = &Paging::cursor("after", "/next").items("/bees");
}

/// Starts a server with these responses, and returns a client for it.
fn serve(answers: impl IntoIterator<Item = Answer>) -> (Client, Loopback) {
    let server = Loopback::start(answers).unwrap();
    let policy = RetryPolicy::default().first_delay(Duration::from_millis(5));
    (Client::builder().base_url(server.base_url()).retries(policy).build().unwrap(), server)
}

/// Returns a response with this text as JSON.
fn json(body: &str) -> Answer {
    Answer::body(200, "application/json", body)
}

#[test]
fn failed_call_is_retried() {
    let (client, server) = serve([Answer::body(503, "application/json", "{}"), json(r#"{"a":1}"#)]);
    assert_eq!(client.bees().list().blocking().send().unwrap()["a"], 1);
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn blocking_errors_equal_async_errors() {
    let (client, _server) = serve([Answer::body(404, "application/json", r#"{"message":"no bees"}"#)]);
    let error = client.bees().list().blocking().with_response().unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.api().unwrap()["message"].as_str()), (404, Some("no bees")));
}

#[test]
fn timeout_ends_the_call() {
    // The operating system accepts the connections, but nothing reads from them.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", silent.local_addr().unwrap());
    let client = Client::builder().base_url(url).build().unwrap();
    let started = Instant::now();
    let options = RequestOptions::default().timeout(Duration::from_millis(50)).retries(RetryPolicy::none());
    let error = client.bees().list().options(options).blocking().send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn event_stream_is_an_iterator() {
    let (client, _server) = serve([Answer::event_stream(["data: 1\n\ndata: 2\n\ndata: [DONE]\n\n"])]);
    let events = client.bees().list().blocking().stream().unwrap();
    assert_eq!(events.map(Result::unwrap).collect::<Vec<i64>>(), [1, 2]);
}

#[test]
fn pages_and_items_are_iterators() {
    let pages = [json(r#"{"bees":[1,2],"next":"n"}"#), json(r#"{"bees":[3]}"#)];
    let (client, server) = serve(pages.clone());
    let items = client.bees().list().blocking().items();
    assert_eq!(items.map(Result::unwrap).collect::<Vec<i64>>(), [1, 2, 3]);
    assert_eq!(server.requests()[1].line(), "GET /bees?after=n");
    let (client, _server) = serve(pages);
    let mut pages = client.bees().list().blocking().pages();
    assert_eq!(pages.next().unwrap().unwrap()["bees"][1], 2);
    assert!(pages.next().is_some() && pages.next().is_none() && pages.next().is_none());
}

#[test]
fn download_implements_read_and_can_be_saved() {
    let body = json("twelve bytes");
    let (client, _server) = serve([body.clone(), body]);
    let mut download = client.bees().list().blocking().download().unwrap();
    let mut first = [0; 7];
    download.read_exact(&mut first).unwrap();
    assert_eq!((&first, download.total()), (b"twelve ", Some(12)));
    let path = std::env::temp_dir().join(format!("apiarist-blocking-{}", std::process::id()));
    download.save_to(&path).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "bytes");
    std::fs::remove_file(path).unwrap();
    let mut text = String::new();
    client.bees().list().blocking().download().unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "twelve bytes");
}

#[tokio::test]
async fn blocking_call_works_inside_an_async_runtime() {
    let (client, _server) = serve([json("[]"), json("[]")]);
    assert_eq!(client.bees().list().blocking().send().unwrap(), serde_json::json!([]));
    assert_eq!(client.bees().list().await.unwrap(), serde_json::json!([]));
}

#[test]
fn many_threads_can_block_concurrently() {
    let (client, _server) = serve(vec![json("1"); 16]);
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| assert_eq!(client.bees().list().blocking().send().unwrap(), 1));
        }
    });
}
