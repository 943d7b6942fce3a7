//! Compressed responses: the encodings that the default transport requests, and their decoding.
//!
//! ```text
//! GET /bees                             sent with Accept-Encoding: gzip, br, zstd
//! 200, Content-Encoding: gzip           decoded up to a limit, without Content-Encoding and Content-Length
//! GET /bees with Range: bytes=100-199   sent unchanged, because the range counts encoded bytes; not decoded
//! HEAD /bees                            sent unchanged, because the headers would describe the encoded body
//! ```

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use async_compression::tokio::bufread;
use bytes::Bytes;
use futures_core::Stream;
use http::{
    HeaderMap, HeaderValue, Method, Response, StatusCode,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, RANGE},
};
use tokio::io::AsyncRead;
use tokio_util::io::{ReaderStream, StreamReader};

use super::{Body, TransportError, TransportErrorKind};
use crate::error::{ErrorKind, call_error::CallError};

/// The number of bytes that are decoded at once.
const CHUNK: usize = 16 * 1024;

/// A content coding of HTTP (RFC 9110 section 8.4.1) that is enabled by a feature of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    #[cfg(feature = "gzip")]
    Gzip,
    #[cfg(feature = "brotli")]
    Brotli,
    #[cfg(feature = "zstd")]
    Zstd,
}

impl Encoding {
    /// Returns the encoding of a response, or `None` if it is not encoded or its encoding is not enabled.
    fn of(headers: &HeaderMap) -> Option<Self> {
        match headers.get(CONTENT_ENCODING)?.to_str().ok()?.trim().to_ascii_lowercase().as_str() {
            #[cfg(feature = "gzip")]
            "gzip" | "x-gzip" => Some(Encoding::Gzip),
            #[cfg(feature = "brotli")]
            "br" => Some(Encoding::Brotli),
            #[cfg(feature = "zstd")]
            "zstd" => Some(Encoding::Zstd),
            _ => None,
        }
    }

    /// Returns the name that `Content-Encoding` uses.
    fn name(self) -> &'static str {
        match self {
            #[cfg(feature = "gzip")]
            Encoding::Gzip => "gzip",
            #[cfg(feature = "brotli")]
            Encoding::Brotli => "br",
            #[cfg(feature = "zstd")]
            Encoding::Zstd => "zstd",
        }
    }

    fn reader(self, body: Encoded) -> Pin<Box<dyn AsyncRead + Send>> {
        match self {
            #[cfg(feature = "gzip")]
            Encoding::Gzip => {
                let mut decoder = bufread::GzipDecoder::new(body);
                decoder.multiple_members(true);
                Box::pin(decoder)
            }
            #[cfg(feature = "brotli")]
            Encoding::Brotli => Box::pin(bufread::BrotliDecoder::new(body)),
            #[cfg(feature = "zstd")]
            Encoding::Zstd => {
                // A window of 8 MiB at most, according to RFC 9659; the server must not determine the memory of the
                // client.
                let window = async_compression::zstd::DParameter::window_log_max(23);
                let mut decoder = bufread::ZstdDecoder::with_params(body, &[window]);
                decoder.multiple_members(true);
                Box::pin(decoder)
            }
        }
    }
}

/// The enabled encodings, as the value of `Accept-Encoding`.
const ACCEPTED: &str = match (cfg!(feature = "gzip"), cfg!(feature = "brotli"), cfg!(feature = "zstd")) {
    (true, true, true) => "gzip, br, zstd",
    (true, true, false) => "gzip, br",
    (true, false, true) => "gzip, zstd",
    (false, true, true) => "br, zstd",
    (true, false, false) => "gzip",
    (false, true, false) => "br",
    (false, false, _) => "zstd",
};

/// The compression of responses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compression {
    /// The maximum size of a decoded response in bytes.
    pub(super) limit: u64,
}

impl Default for Compression {
    fn default() -> Self {
        Compression { limit: 256 << 20 }
    }
}

impl Compression {
    /// Requests all enabled encodings, unless the caller requests an encoding, or the response could not be decoded.
    /// Returns `true` if the response should be decoded.
    pub(super) fn request(self, request: &mut ::reqwest::Request) -> bool {
        let method = request.method().clone();
        let headers = request.headers_mut();
        if method == Method::HEAD || headers.contains_key(ACCEPT_ENCODING) || headers.contains_key(RANGE) {
            return false;
        }
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(ACCEPTED));
        true
    }

    /// Decodes a response of this operation, and removes the headers that describe the encoded body.
    pub(super) fn decode(self, operation: &'static str, response: Response<Body>) -> Response<Body> {
        // These responses have no body, so there is nothing to decode.
        let is_empty = matches!(response.status(), StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED)
            || response.headers().get(CONTENT_LENGTH).is_some_and(|length| length == "0");
        let Some(encoding) = Encoding::of(response.headers()).filter(|_| !is_empty) else { return response };
        let (mut parts, body) = response.into_parts();
        parts.headers.remove(CONTENT_ENCODING);
        parts.headers.remove(CONTENT_LENGTH);
        let chunks = ReaderStream::with_capacity(encoding.reader(StreamReader::new(EncodedChunks(body))), CHUNK);
        let decoded = Decoded { chunks, encoding, operation, limit: self.limit, left: Some(self.limit) };
        Response::from_parts(parts, Body::from_stream(decoded))
    }
}

/// The encoded body as a reader.
type Encoded = StreamReader<EncodedChunks, Bytes>;

/// The chunks of an encoded body, with errors that pass through a decoder.
struct EncodedChunks(Body);

impl Stream for EncodedChunks {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        self.0.poll_chunk(context).map(|chunk| chunk.map(|chunk| chunk.map_err(io::Error::other)))
    }
}

/// The chunks of a decoded body.
struct Decoded {
    chunks: ReaderStream<Pin<Box<dyn AsyncRead + Send>>>,
    encoding: Encoding,
    operation: &'static str,
    limit: u64,
    /// The number of bytes that may still be decoded, or `None` after the end.
    left: Option<u64>,
}

impl Stream for Decoded {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(left) = self.left.take() else { return Poll::Ready(None) };
        let Poll::Ready(chunk) = Pin::new(&mut self.chunks).poll_next(context) else {
            self.left = Some(left);
            return Poll::Pending;
        };
        Poll::Ready(chunk.map(|chunk| {
            let chunk = chunk.map_err(|error| failure(self.encoding, error))?;
            let left = left.checked_sub(chunk.len() as u64).ok_or_else(|| too_large(self.operation, self.limit))?;
            self.left = Some(left);
            Ok(chunk)
        }))
    }
}

/// Returns the error of the connection that a decoder passed on, or else that of the decoder.
fn failure(encoding: Encoding, error: io::Error) -> TransportError {
    error.downcast::<TransportError>().unwrap_or_else(|error| {
        let message = format!("cannot decode the response as `{}`: {error}", encoding.name());
        TransportError::new(TransportErrorKind::Other, message)
    })
}

/// Returns an error that ends the call, because the next response would be as large.
fn too_large(operation: &'static str, limit: u64) -> TransportError {
    let message = format!(
        "the decoded response exceeds the limit of {limit} bytes: set another by `ReqwestTransport::decoded_limit`"
    );
    TransportError::from_call(CallError::new(ErrorKind::TooLarge, operation, message))
}
