//! Response bodies that are received in chunks, into memory or a file.

use std::{
    fmt,
    future::poll_fn,
    path::Path,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, header::CONTENT_LENGTH};

use crate::{
    box_future::BoxFuture,
    call::{
        context::CallContext,
        decode::FromResponse,
        operation::Operation,
        raw_call::RawCall,
        raw_response::{BodyMode, RawResponse},
        receive::{ErrorOf, finish},
        response::Response,
    },
    error::{Error, ErrorKind, call_error::CallError, decode_error::DecodeError},
    transport::{Body, clock::Clock},
};

/// A callback that receives the number of bytes received, and the total if the server sent it.
type Progress = Box<dyn FnMut(u64, Option<u64>) + Send>;

/// The body of a response as a stream of chunks, returned by `.download()`.
///
/// ```
/// # use apiarist_runtime::{Download, Error};
/// async fn save(download: Download) -> Result<u64, Error> {
///     let shown = download.on_progress(|received, total| println!("{received} of {total:?}"));
///     shown.save_to("hive.wav").await
/// }
/// ```
///
/// It is also a [`futures_core::Stream`] of its chunks.
pub struct Download {
    /// `None` once the body has ended.
    body: Option<Body>,
    clock: Arc<dyn Clock>,
    idle: Duration,
    waiting: Option<BoxFuture<'static, ()>>,
    operation: &'static str,
    /// Bytes that were returned and put back.
    ahead: Bytes,
    received: u64,
    total: Option<u64>,
    progress: Option<Progress>,
}

impl Download {
    pub(crate) fn new(
        body: Body,
        headers: &HeaderMap,
        clock: Arc<dyn Clock>,
        idle: Duration,
        operation: &'static str,
    ) -> Self {
        let total = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.trim().parse().ok());
        Download {
            body: Some(body),
            clock,
            idle,
            waiting: None,
            operation,
            ahead: Bytes::new(),
            received: 0,
            total,
            progress: None,
        }
    }

    /// Returns the total number of bytes, or `None` if the server did not send it.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Returns the number of bytes received so far.
    pub fn received(&self) -> u64 {
        self.received
    }

    /// Sets a callback for each chunk. It receives the number of bytes received, and the total if the server sent it.
    #[must_use]
    pub fn on_progress(mut self, progress: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    /// Puts bytes back, to be returned before the remaining body.
    #[cfg(feature = "blocking")]
    pub(crate) fn put_back(mut self, bytes: Bytes) -> Self {
        self.ahead = bytes;
        self
    }

    /// Waits for the next chunk. Returns `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|context| self.poll_piece(context)).await
    }

    /// Saves the body as a file and returns its length. The file is created when the body is complete, and replaces an
    /// existing file. Until then, the name has the suffix `.part`.
    ///
    /// # Errors
    /// Returns an error if the connection fails or the file cannot be written.
    pub async fn save_to(self, path: impl AsRef<Path>) -> Result<u64, Error> {
        saved::save(self, path.as_ref()).await
    }

    fn unwritable(&self, path: &Path, error: std::io::Error) -> Error {
        let message = format!("cannot write the file {}", path.display());
        Error::new(CallError::new(ErrorKind::File, self.operation, message).with_source(error), None)
    }

    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if !self.ahead.is_empty() {
            return Poll::Ready(Some(Ok(std::mem::take(&mut self.ahead))));
        }
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let Poll::Ready(piece) = body.poll_chunk(context) else {
            let (clock, idle) = (&self.clock, self.idle);
            ready!(self.waiting.get_or_insert_with(|| clock.sleep(idle)).as_mut().poll(context));
            return self.end(ErrorKind::Timeout, format!("received no data within {idle:?}"));
        };
        self.waiting = None;
        match piece {
            Some(Ok(bytes)) => {
                self.received += bytes.len() as u64;
                if let Some(progress) = &mut self.progress {
                    progress(self.received, self.total);
                }
                Poll::Ready(Some(Ok(bytes)))
            }
            Some(Err(error)) => {
                let operation = self.operation;
                let broken = || CallError::new(ErrorKind::Transport, operation, "the connection failed");
                self.ends_with(error.into_call().unwrap_or_else(|error| broken().with_source(error)))
            }
            None if self.total.is_some_and(|total| total > self.received) => {
                let message =
                    format!("the response ended after {} of {:?} bytes", self.received, self.total.unwrap_or(0));
                self.end(ErrorKind::Transport, message)
            }
            None => {
                self.body = None;
                Poll::Ready(None)
            }
        }
    }

    fn end(&mut self, kind: ErrorKind, message: String) -> Poll<Option<Result<Bytes, Error>>> {
        self.ends_with(CallError::new(kind, self.operation, message))
    }

    fn ends_with(&mut self, failure: Box<CallError>) -> Poll<Option<Result<Bytes, Error>>> {
        self.body = None;
        Poll::Ready(Some(Err(Error::new(failure, None))))
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_piece(context)
    }
}

impl FromResponse for Download {
    type Value = Download;
    const MODE: BodyMode = BodyMode::Chunked;

    fn from_response(response: &mut RawResponse) -> Result<Download, DecodeError> {
        let open = response.take_open().ok_or_else(|| DecodeError::new("expected a body"))?;
        let CallContext { core, spec, timeouts, .. } = &open.context;
        Ok(Download::new(open.body, &response.headers, core.clock().clone(), timeouts.idle, spec.id))
    }
}

/// The future returned by `.download()`.
pub type DownloadFuture<Op> = BoxFuture<'static, Result<Download, ErrorOf<Op>>>;

impl RawCall {
    /// Sends the call and returns the body as a stream of chunks.
    pub fn receive_pieces<Op: Operation>(self: Box<Self>) -> DownloadFuture<Op> {
        let answer = self.execute(BodyMode::Chunked);
        Box::pin(async move { finish::<Download, Op>(answer.await).map(Response::into_body) })
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Download")
            .field("operation", &self.operation)
            .field("received", &self.received)
            .field("total", &self.total)
            .finish_non_exhaustive()
    }
}

/// Saving in a browser, which has no files.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod saved {
    use std::path::Path;

    use super::Download;
    use crate::{encode::files::missing, error::Error};

    pub(super) async fn save(download: Download, path: &Path) -> Result<u64, Error> {
        Err(download.unwritable(path, missing()))
    }
}

/// Saving on disk.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
mod saved {
    use std::path::{Path, PathBuf};

    use tokio::{fs, io::AsyncWriteExt as _};

    use super::Download;
    use crate::error::Error;

    /// Saves a download as a file and returns its length.
    pub(super) async fn save(mut download: Download, path: &Path) -> Result<u64, Error> {
        let mut name = path.as_os_str().to_owned();
        name.push(".part");
        let part = PathBuf::from(name);
        let saved = match save_part(&mut download, &part).await {
            Ok(()) => fs::rename(&part, path).await.map_err(|error| download.unwritable(path, error)),
            Err(error) => Err(error),
        };
        if saved.is_err() {
            // The first error is more informative than an error of the cleanup.
            drop(fs::remove_file(&part).await);
        }
        saved.map(|()| download.received())
    }

    async fn save_part(download: &mut Download, part: &Path) -> Result<(), Error> {
        let mut file = fs::File::create(part).await.map_err(|error| download.unwritable(part, error))?;
        while let Some(piece) = download.next().await {
            file.write_all(&piece?).await.map_err(|error| download.unwritable(part, error))?;
        }
        file.flush().await.map_err(|error| download.unwritable(part, error))
    }
}
