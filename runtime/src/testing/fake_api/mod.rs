//! A fake API that answers each operation with typed values.

mod criterion;
mod expectation;
mod pages;
mod times;
mod typed;
mod unmatched;

use std::{
    fmt,
    marker::PhantomData,
    panic::Location,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

pub use expectation::Expectation;
pub use times::Times;

use super::{FakeAnswer, RecordedRequest};
use crate::{
    box_future::BoxFuture,
    call::operation::Operation,
    error::{ErrorKind, call_error::CallError},
    spec::operation::OperationSpec,
    transport::{
        Body, Transport, TransportError, TransportRequest,
        clock::{Clock, SystemClock},
    },
};
use criterion::Criterion;

/// A fake API: a transport that answers each operation with typed values. Clones share everything.
///
/// [`on`](FakeApi::on) registers an [`Expectation`] for an operation. A request is answered by the first registered
/// expectation that matches it and has not reached its maximum number of [`times`](Expectation::times), so register
/// specific expectations before general ones. A request that matches none fails with
/// [`ErrorKind::Request`](crate::ErrorKind::Request), is not retried, and is reported on standard error together with
/// the closest expectation.
///
/// Responses are encoded by the same rules by which the client decodes them, and are decoded once when they are
/// registered, so a value that the client could not receive is reported at once.
///
/// ```
/// # use apiarist_runtime::{Error, Operation, OperationSpec, Value, codegen::{ClientConfig, ClientDescription, Json, RawCall}};
/// # use apiarist_runtime::testing::FakeApi;
/// # enum GetBee {}
/// # impl Operation for GetBee {
/// #     const SPEC: &'static OperationSpec = &OperationSpec::new("getBee").get("/bees/{id}");
/// #     type Success = Json<Value>;
/// #     type Failure = Json<Value>;
/// # }
/// # const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees").base_url("https://bees.test");
///
/// let fake = FakeApi::new();
/// let get = fake.on::<GetBee>().argument("id", "b1").respond(&"Maja".into()).times(1);
///
/// // let client = Client::builder().transport(fake.clone()).build()?;
/// # let mut config = ClientConfig::new(&DESCRIPTION);
/// # config.transport(fake.clone());
/// # let core = config.build().unwrap();
/// # let bees = |id: &'static str| RawCall::new(core.clone(), GetBee::SPEC, &[&id]).receive_body::<GetBee>();
/// # async fn test(bees: impl Fn(&'static str) -> apiarist_runtime::BoxFuture<'static, Result<Value, Error<Value>>>, get: &apiarist_runtime::testing::Expectation<GetBee>, fake: &FakeApi) {
/// // let bee = client.bees().get("b1").await?;
/// # let bee = bees("b1").await.unwrap();
/// assert_eq!(bee, "Maja");
/// assert_eq!((get.calls(), fake.calls::<GetBee>()), (1, 1));
/// fake.verify();
/// # }
/// # let test = std::pin::pin!(test(bees, &get, &fake));
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(std::future::Future::poll(test, &mut context).is_ready());
/// ```
#[derive(Clone)]
pub struct FakeApi {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    clock: Arc<dyn Clock>,
}

#[derive(Default)]
struct State {
    expectations: Vec<Entry>,
    requests: Vec<RecordedRequest>,
    /// The reports on requests that matched no expectation.
    unmatched: Vec<String>,
    is_verified: bool,
}

/// An expectation as registered.
struct Entry {
    /// The operation; any request matches if there is none.
    operation: Option<&'static OperationSpec>,
    /// The location of the call that registered the expectation.
    location: &'static Location<'static>,
    criteria: Vec<Criterion>,
    times: Option<Times>,
    responses: Vec<Response>,
    /// The number of answered requests.
    calls: usize,
}

/// A response of an expectation.
#[derive(Clone)]
struct Response {
    content: ResponseContent,
    delay: Duration,
}

#[derive(Clone)]
enum ResponseContent {
    Answer(FakeAnswer),
    /// A function of the request.
    Function(Respond),
}

/// A function that returns the response to a request, or a message.
type Respond = Arc<dyn Fn(&RecordedRequest) -> Result<FakeAnswer, String> + Send + Sync>;

impl FakeApi {
    /// Creates a fake API without expectations.
    pub fn new() -> Self {
        FakeApi::with_clock(SystemClock::default())
    }

    /// Creates a fake API without expectations, whose [`delay`](Expectation::delay)s elapse on this clock, such as a
    /// [`FakeClock`](super::FakeClock). The system clock requires a tokio runtime for delays.
    pub fn with_clock(clock: impl Clock) -> Self {
        FakeApi { shared: Arc::new(Shared { state: Mutex::default(), clock: Arc::new(clock) }) }
    }

    /// Registers an expectation for an operation. It matches all requests of the operation until criteria are added.
    #[track_caller]
    pub fn on<Op: Operation>(&self) -> Expectation<Op> {
        self.register(Some(Op::SPEC))
    }

    /// Registers an expectation for all requests, including token requests, whose responses are not typed: use
    /// [`answer`](Expectation::answer).
    #[track_caller]
    pub fn on_any(&self) -> Expectation<()> {
        self.register(None)
    }

    #[track_caller]
    fn register<Op>(&self, operation: Option<&'static OperationSpec>) -> Expectation<Op> {
        let mut state = self.lock();
        state.expectations.push(Entry {
            operation,
            location: Location::caller(),
            criteria: Vec::new(),
            times: None,
            responses: Vec::new(),
            calls: 0,
        });
        let position = state.expectations.len() - 1;
        drop(state);
        Expectation { api: self.clone(), position, operation: PhantomData }
    }

    /// Returns the number of requests of an operation, whether or not they matched an expectation. Retries and further
    /// pages are requests too.
    pub fn calls<Op: Operation>(&self) -> usize {
        self.requests_of::<Op>().len()
    }

    /// Returns the requests of an operation, in order.
    pub fn requests_of<Op: Operation>(&self) -> Vec<RecordedRequest> {
        let mut requests = self.requests();
        requests.retain(|request| is_same(request.operation, Op::SPEC));
        requests
    }

    /// Returns all requests, in order.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.lock().requests.clone()
    }

    /// Verifies that every expectation answered the number of requests set by [`times`](Expectation::times), and that
    /// every request matched an expectation.
    ///
    /// The numbers are also verified when the last clone is dropped, usually together with the client at the end of the
    /// test, unless the thread is panicking. A function in an expectation that holds a clone prevents this.
    ///
    /// # Panics
    /// Panics with a report if the verification fails.
    #[track_caller]
    pub fn verify(&self) {
        let mut state = self.lock();
        state.is_verified = true;
        let report: Vec<String> = state.unmet().into_iter().chain(state.unmatched.iter().cloned()).collect();
        drop(state);
        assert!(report.is_empty(), "{}", report.join("\n"));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.lock()
    }

    /// Returns the response to a request, or the report that no expectation matches.
    fn respond(&self, request: &RecordedRequest) -> Result<Response, String> {
        let candidates: Vec<(usize, Vec<Criterion>)> = {
            let mut state = self.lock();
            state.requests.push(request.clone());
            let candidates = state.expectations.iter().enumerate().filter(|(_, entry)| entry.is_open_to(request));
            candidates.map(|(position, entry)| (position, entry.criteria.clone())).collect()
        };
        // The functions of the test run without the lock, because they may call the fake.
        for (position, criteria) in candidates {
            if criteria.iter().all(|criterion| criterion.difference(request).is_none()) {
                let mut state = self.lock();
                if let Some(entry) = state.expectations.get_mut(position).filter(|entry| entry.is_open_to(request)) {
                    return entry.next_response();
                }
            }
        }
        let mut state = self.lock();
        let entries: Vec<unmatched::Candidate<'_>> = state.expectations.iter().map(Entry::as_candidate).collect();
        let (summary, report) = unmatched::report(request, &entries);
        eprintln!("{report}");
        state.unmatched.push(report);
        Err(summary)
    }
}

impl Default for FakeApi {
    fn default() -> Self {
        FakeApi::new()
    }
}

impl Entry {
    /// Returns `true` if the expectation is for this operation and may answer another request.
    fn is_open_to(&self, request: &RecordedRequest) -> bool {
        self.operation.is_none_or(|operation| is_same(request.operation, operation)) && !self.is_exhausted()
    }

    fn is_exhausted(&self) -> bool {
        self.times.is_some_and(|times| self.calls >= times.most)
    }

    /// Counts a request and returns its response. The last response is repeated.
    fn next_response(&mut self) -> Result<Response, String> {
        let response = self.responses.get(self.calls).or(self.responses.last()).cloned();
        self.calls += 1;
        response.ok_or_else(|| {
            format!("the expectation registered at {} has no response; add one by `respond`", self.location)
        })
    }

    fn name(&self) -> &'static str {
        self.operation.map_or("any request", |operation| operation.id)
    }

    fn as_candidate(&self) -> unmatched::Candidate<'_> {
        unmatched::Candidate {
            operation: self.operation,
            location: self.location,
            criteria: &self.criteria,
            exhausted: self.times.filter(|_| self.is_exhausted()),
        }
    }
}

/// Returns `true` if a request is of this operation. Constants may have several addresses, so their content is compared.
fn is_same(requested: Option<&'static OperationSpec>, operation: &OperationSpec) -> bool {
    let key = |spec: &OperationSpec| (spec.id, spec.method, spec.path);
    requested.is_some_and(|requested| key(requested) == key(operation))
}

impl State {
    /// Returns the expectations that answered too few requests.
    fn unmet(&self) -> Vec<String> {
        let unmet = self.expectations.iter().filter_map(|entry| {
            let times = entry.times.filter(|times| entry.calls < times.least)?;
            let (name, calls, location) = (entry.name(), entry.calls, entry.location);
            Some(format!("expected {times} requests of `{name}`, found {calls}; registered at {location}"))
        });
        unmet.collect()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        let state = self.lock();
        let unmet = if state.is_verified { Vec::new() } else { state.unmet() };
        drop(state);
        assert!(unmet.is_empty() || thread::panicking(), "{}", unmet.join("\n"));
    }
}

impl fmt::Debug for FakeApi {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        formatter
            .debug_struct("FakeApi")
            .field("expectations", &state.expectations.iter().map(Entry::name).collect::<Vec<_>>())
            .field("requests", &state.requests)
            .finish()
    }
}

impl Transport for FakeApi {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let request = RecordedRequest::read(request).await?;
            let id = request.operation.map_or("token request", |operation| operation.id);
            let refused = |message| TransportError::from_call(CallError::new(ErrorKind::Request, id, message));
            let Response { content, delay } = self.respond(&request).map_err(refused)?;
            let answer = match content {
                ResponseContent::Answer(answer) => answer,
                ResponseContent::Function(respond) => respond(&request).map_err(refused)?,
            };
            if !delay.is_zero() {
                self.shared.clock.sleep(delay).await;
            }
            answer.send().await
        })
    }
}
