//! The executor of blocking calls. The calling thread runs the call; a separate thread, started with the first call,
//! runs timers and sockets.

use std::{
    future::pending,
    io,
    pin::pin,
    sync::{Arc, OnceLock},
    task::{Context, Poll, Wake},
    thread::{self, Thread},
};

use tokio::runtime::{Builder, Handle};

use crate::error::{ErrorKind, call_error::CallError};

static DRIVER: OnceLock<Result<Handle, String>> = OnceLock::new();

/// Runs a future on this thread until it completes.
///
/// It also works within an async runtime, but blocks the thread of that runtime.
pub(super) fn wait<F: Future>(operation: &'static str, future: F) -> Result<F::Output, Box<CallError>> {
    let driver = DRIVER.get_or_init(|| start().map_err(|error| error.to_string()));
    let driver = driver.as_ref().map_err(|error| {
        let message = format!("cannot start the thread that runs timers and sockets: {error}");
        CallError::new(ErrorKind::Request, operation, message)
    })?;
    let _entered = driver.enter();
    let waker = Arc::new(Unpark(thread::current())).into();
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return Ok(output),
            // If a wake-up happened in between, this returns immediately.
            Poll::Pending => thread::park(),
        }
    }
}

fn start() -> io::Result<Handle> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    thread::Builder::new().name("apiarist-blocking".into()).spawn(move || runtime.block_on(pending::<()>()))?;
    Ok(handle)
}

/// A waker that unparks a waiting thread.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.unpark();
    }
}
