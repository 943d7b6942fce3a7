//! Calls without async, over sockets of a small server: no runtime is started here.

use std::{
    collections::VecDeque,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use crate::mini_client::{self, Call};
use apiarist_runtime::{
    ErrorKind, Operation, OperationSpec, PagedOperation, RequestOptions, RetryPolicy, StreamOperation, Value,
    codegen::{CallBuilder as _, ClientCore, ClientDescription, Json, Paging},
};

const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees");

/// The API that is called.
#[derive(Clone, Debug)]
pub enum Api {}
type Client = mini_client::Client<Api>;
type ClientBuilder = mini_client::ClientBuilder<Api>;
impl Client {
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(&DESCRIPTION)
    }

    pub fn bees(&self) -> Bees<'_> {
        Bees { core: &self.core }
    }
}
/// Bees.
pub struct Bees<'c> {
    pub core: &'c ClientCore,
}
impl Bees<'_> {
    pub fn list(self) -> Call<ListBees> {
        Call::new(self.core, &[])
    }
}
pub enum ListBees {}
impl Operation for ListBees {
    const SPEC: &'static OperationSpec = &OperationSpec::new("listBees").get("/bees");
    type Success = Json<Value>;
    type Failure = Json<Value>;
}
impl StreamOperation for ListBees {
    type Event = Json<i64>;
}
impl PagedOperation for ListBees {
    type Item = i64;
    const PAGING: &'static Paging = &Paging::cursor("after", "/next").items("/bees");
}

/// A server that says each of these once, and the first lines of what it was asked.
fn server(answers: &[&str]) -> (Client, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (answers, heard) = (answers.iter().map(|answer| (*answer).to_owned()).collect(), asked.clone());
    let answers: Arc<Mutex<VecDeque<String>>> = Arc::new(Mutex::new(answers));
    thread::spawn(move || {
        for stream in listener.incoming() {
            let (answers, heard) = (answers.clone(), heard.clone());
            thread::spawn(move || serve(stream.unwrap(), &answers, &heard));
        }
    });
    let policy = RetryPolicy::default().first_delay(Duration::from_millis(5));
    (Client::builder().base_url(url).retries(policy).build().unwrap(), asked)
}

fn serve(mut stream: TcpStream, answers: &Mutex<VecDeque<String>>, heard: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    while let Some(Ok(first)) = lines.next() {
        while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
        heard.lock().unwrap().push(first);
        let answer = answers.lock().unwrap().pop_front();
        // One that is silent for ever, for timeouts.
        let Some(answer) = answer else { return thread::sleep(Duration::from_secs(60)) };
        stream.write_all(answer.as_bytes()).unwrap();
    }
}

fn answer(status: &str, media_type: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

fn json(body: &str) -> String {
    answer("200 OK", "application/json", body)
}

#[test]
fn a_failed_call_is_made_again() {
    let (client, asked) = server(&[&answer("503 Busy", "application/json", "{}"), &json(r#"{"a":1}"#)]);
    assert_eq!(client.bees().list().blocking().send().unwrap()["a"], 1);
    assert_eq!(asked.lock().unwrap().len(), 2);
}

#[test]
fn errors_are_those_of_other_calls() {
    let (client, _) = server(&[&answer("404 Gone", "application/json", r#"{"message":"no bees"}"#)]);
    let error = client.bees().list().blocking().with_response().unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.api().unwrap()["message"].as_str()), (404, Some("no bees")));
}

#[test]
fn a_timeout_ends_the_wait() {
    let (client, _) = server(&[]);
    let started = Instant::now();
    let options = RequestOptions::default().timeout(Duration::from_millis(50)).retries(RetryPolicy::none());
    let error = client.bees().list().options(options).blocking().send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn events_are_an_iterator() {
    let (client, _) = server(&[&answer("200 OK", "text/event-stream", "data: 1\n\ndata: 2\n\ndata: [DONE]\n\n")]);
    let events = client.bees().list().blocking().stream().unwrap();
    assert_eq!(events.map(Result::unwrap).collect::<Vec<i64>>(), [1, 2]);
}

#[test]
fn pages_and_items_are_iterators() {
    let pages = [json(r#"{"bees":[1,2],"next":"n"}"#), json(r#"{"bees":[3]}"#)];
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    let (client, asked) = server(&pages);
    let items = client.bees().list().blocking().items();
    assert_eq!(items.map(Result::unwrap).collect::<Vec<i64>>(), [1, 2, 3]);
    assert_eq!(asked.lock().unwrap()[1], "GET /bees?after=n HTTP/1.1");
    let (client, _) = server(&pages);
    let mut pages = client.bees().list().blocking().pages();
    assert_eq!(pages.next().unwrap().unwrap()["bees"][1], 2);
    assert!(pages.next().is_some() && pages.next().is_none() && pages.next().is_none());
}

#[test]
fn a_download_is_a_reader_and_can_be_saved() {
    let body = json("twelve bytes");
    let (client, _) = server(&[&body, &body]);
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
async fn a_runtime_around_it_does_no_harm() {
    let (client, _) = server(&[&json("[]"), &json("[]")]);
    assert_eq!(client.bees().list().blocking().send().unwrap(), serde_json::json!([]));
    assert_eq!(client.bees().list().await.unwrap(), serde_json::json!([]));
}

#[test]
fn many_threads_may_wait_at_once() {
    let answers = vec![json("1"); 16];
    let (client, _) = server(&answers.iter().map(String::as_str).collect::<Vec<_>>());
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| assert_eq!(client.bees().list().blocking().send().unwrap(), 1));
        }
    });
}
