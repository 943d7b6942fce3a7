//! Tests services of tower as transports, in memory and over sockets.

use std::{
    error, fmt,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use apiarist_runtime::{
    BoxFuture, Bytes, ErrorKind, OperationSpec, RetryPolicy, Timeouts, Upload, Value,
    codegen::{Binary, CallBuilder as _, ClientDescription, Json},
    http::{Request, Response},
    transport::{Body, TowerTransport, TransportError, TransportErrorKind},
};
use tower::{Service, ServiceBuilder, service_fn};

use crate::{
    bad_server::{Connection, raw_server, soon},
    chain::{chain, messages},
    mini_client::{Call, client, operations},
};

const DESCRIPTION: ClientDescription = ClientDescription::new("towers", "towers").base_url("http://hive.test");

client! {
    DESCRIPTION;
    group hives: Hives { get: GetHive, close: CloseHive }
}
impl Hives<'_> {
    pub fn echo(self, upload: impl Into<Upload>) -> Call<Echo> {
        Call::new(self.core, &[]).bytes("audio/wav", upload)
    }
}
operations! {
    GetHive -> Result<Json<Value>, Json<Value>> = OperationSpec::new("getHive").get("/hive");
    CloseHive -> Result<Json<Value>, Json<Value>> = OperationSpec::new("closeHive").post("/close");
    Echo -> Result<Binary, Json<Value>> = OperationSpec::new("echo").post("/echo");
}

fn client<S>(service: S) -> Client
where
    TowerTransport<S>: apiarist_runtime::Transport,
{
    let retries = RetryPolicy::default().first_delay(Duration::from_millis(1));
    Client::builder().transport(TowerTransport::new(service)).retries(retries).build().unwrap()
}

fn json(text: &str) -> Response<Body> {
    Response::new(Body::from_bytes(text.to_owned()))
}

/// Returns a request as text.
fn shown(request: &Request<Body>) -> String {
    let operation = request.extensions().get::<&'static OperationSpec>().map_or("", |operation| operation.id);
    let length = request.headers().get("content-length").map_or("none", |length| length.to_str().unwrap());
    format!("{operation}: {} {}, length {length}", request.method(), request.uri())
}

#[tokio::test]
async fn request_has_its_url_length_and_operation() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let kept = seen.clone();
    let client = client(service_fn(move |request: Request<Body>| {
        kept.lock().unwrap().push(shown(&request));
        async { Ok::<_, TransportError>(json("7")) }
    }));
    assert_eq!(client.hives().get().await.unwrap(), 7);
    client.hives().close().await.unwrap();
    client.hives().echo("hum").await.unwrap();
    client.hives().echo(Upload::stream(Sounds(vec!["hum"]))).await.unwrap();
    client.hives().echo(Upload::stream_of_length(3, Sounds(vec!["hum"]))).await.unwrap();
    let echo = "echo: POST http://hive.test/echo, length";
    assert_eq!(
        *seen.lock().unwrap(),
        [
            "getHive: GET http://hive.test/hive, length none".to_owned(),
            "closeHive: POST http://hive.test/close, length 0".to_owned(),
            format!("{echo} 3"),
            format!("{echo} none"),
            format!("{echo} 3"),
        ]
    );
}

/// A stream of these chunks, last first. An empty chunk is an error.
struct Sounds(Vec<&'static str>);

impl futures_core::Stream for Sounds {
    type Item = std::io::Result<Bytes>;

    fn poll_next(mut self: std::pin::Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop().map(|chunk| match chunk {
            "" => Err(std::io::Error::other("the microphone is off")),
            chunk => Ok(chunk.into()),
        }))
    }
}

#[tokio::test]
async fn bodies_are_streamed_in_both_directions() {
    let echo =
        service_fn(|request: Request<Body>| async { Ok::<_, TransportError>(Response::new(request.into_body())) });
    let client = client(echo);
    let upload = Upload::stream(Sounds(vec!["buzz", "hum"]));
    let mut download = client.hives().echo(upload).download().await.unwrap();
    assert_eq!(download.next().await.unwrap().unwrap(), "hum");
    assert_eq!(download.next().await.unwrap().unwrap(), "buzz");
    assert!(download.next().await.is_none());
    assert_eq!(client.hives().echo(Vec::new()).await.unwrap(), "");
    // An error of the request body is one of its source, although the service repeats it in the response.
    let error = client.hives().echo(Upload::stream(Sounds(vec!["", "hum"]))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert_eq!(chain(&error), "echo failed: cannot read the request body: the microphone is off");
}

/// A service that is ready at the second poll, and whose clones are not ready.
#[derive(Default)]
struct Slow {
    polls: usize,
    calls: Arc<AtomicUsize>,
}

impl Clone for Slow {
    fn clone(&self) -> Self {
        Slow { polls: 0, calls: self.calls.clone() }
    }
}

impl Service<Request<Body>> for Slow {
    type Response = Response<Body>;
    type Error = TransportError;
    type Future = std::future::Ready<Result<Response<Body>, TransportError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.polls += 1;
        context.waker().wake_by_ref();
        if self.polls < 2 { Poll::Pending } else { Poll::Ready(Ok(())) }
    }

    fn call(&mut self, _request: Request<Body>) -> Self::Future {
        assert_eq!(self.polls, 2, "this clone is not ready");
        self.calls.fetch_add(1, Ordering::Relaxed);
        std::future::ready(Ok(json("1")))
    }
}

#[tokio::test]
async fn each_request_waits_until_its_clone_is_ready() {
    let service = Slow::default();
    let client = client(service.clone());
    for _ in 0..3 {
        client.hives().get().await.unwrap();
    }
    assert_eq!(service.calls.load(Ordering::Relaxed), 3);
}

/// An error of a service with a source.
#[derive(Debug)]
struct Swarmed(std::num::ParseIntError);

impl fmt::Display for Swarmed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the bees have swarmed")
    }
}

impl error::Error for Swarmed {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.0)
    }
}

#[tokio::test]
async fn error_of_the_service_is_retried_and_keeps_its_source() {
    let calls = Arc::<AtomicUsize>::default();
    let counted = calls.clone();
    let client = client(service_fn(move |_request: Request<Body>| {
        counted.fetch_add(1, Ordering::Relaxed);
        async { Err::<Response<Body>, _>(Swarmed("x".parse::<u8>().unwrap_err())) }
    }));
    let error = client.hives().get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let expected = ["getHive failed: the connection failed", "the bees have swarmed", "invalid digit found in string"];
    assert_eq!(messages(&error), expected);
    assert_eq!(calls.swap(0, Ordering::Relaxed), 3);
    // The server may have received it.
    client.hives().close().await.unwrap_err();
    assert_eq!(calls.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn transport_error_of_the_service_keeps_its_kind() {
    let service = service_fn(|_request: Request<Body>| async {
        let error = TransportError::new(TransportErrorKind::Connect, "the hive is closed");
        // Layers box the errors of their services.
        Err::<Response<Body>, tower::BoxError>(error.into())
    });
    let error = client(service).hives().close().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(chain(&error), "closeHive failed: could not connect: the hive is closed");
}

/// Sends requests by reqwest.
fn by_reqwest()
-> impl Service<Request<Body>, Response = Response<reqwest::Body>, Error = reqwest::Error, Future: Send> + Clone + Send
{
    drop(rustls::crypto::ring::default_provider().install_default());
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    service_fn(move |request: Request<Body>| -> BoxFuture<'static, reqwest::Result<Response<reqwest::Body>>> {
        let client = client.clone();
        Box::pin(async move { Ok(client.execute(request.map(reqwest::Body::wrap).try_into()?).await?.into()) })
    })
}

#[tokio::test]
async fn stack_of_layers_over_reqwest_limits_all_calls() {
    let (active, most) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
    let peak = most.clone();
    let server = raw_server(move |connection: &mut Connection| {
        let request = connection.request()?;
        peak.fetch_max(active.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(if request.contains("/close") { 2_000 } else { 30 }));
        active.fetch_sub(1, Ordering::SeqCst);
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n";
        connection.send(format!("{head}content-length: 1\r\n\r\n7"))
    });
    let stack = ServiceBuilder::new().concurrency_limit(2).timeout(Duration::from_millis(500)).service(by_reqwest());
    let builder = Client::builder().base_url(&server.url).timeouts(Timeouts::default());
    let client = builder.transport(TowerTransport::new(stack)).build().unwrap();
    let calls: Vec<_> = (0..6).map(|_| tokio::spawn(client.hives().get().into_future())).collect();
    for call in calls {
        assert_eq!(soon(call).await.unwrap().unwrap(), 7);
    }
    assert_eq!(most.load(Ordering::SeqCst), 2);
    let error = soon(client.hives().close()).await.unwrap_err();
    assert_eq!(chain(&error), "closeHive failed: the connection failed: request timed out");
}
