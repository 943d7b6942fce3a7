//! The default transport.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use ::reqwest::Url;
use futures_core::Stream;
use http::{
    Response, Uri,
    header::CONTENT_LENGTH,
    uri::{Authority, Scheme},
};

use super::{
    Body, BoxFuture, FetchCredentials, Transport, TransportError, TransportErrorKind, TransportRequest,
    compression::Compression,
};
use crate::{
    error::{ErrorKind, call_error::CallError},
    transport::timeout::Timeouts,
};

/// A transport that uses reqwest: HTTP/1.1 and HTTP/2, TLS by rustls with ring and the certificates of the system,
/// proxies from the environment. All clones of a client share its connection pool.
///
/// Responses are compressed only with one of the features `gzip`, `brotli` and `zstd`, whatever other crates enable for
/// reqwest. With one, the transport requests the encodings and decodes responses, up to
#[cfg_attr(
    any(feature = "gzip", feature = "brotli", feature = "zstd"),
    doc = " [a limit](ReqwestTransport::decoded_limit)."
)]
#[cfg_attr(not(any(feature = "gzip", feature = "brotli", feature = "zstd")), doc = " a limit.")]
/// It removes the headers `Content-Encoding` and `Content-Length`, so a download has no total. Requests with `Range` or
/// their own `Accept-Encoding` are sent unchanged, and their responses are not decoded; neither are those to `HEAD`.
///
/// ```
/// # use apiarist_runtime::{Timeouts, transport::{ReqwestTransport, TransportError}};
/// # fn example() -> Result<(), TransportError> {
/// let transport = ReqwestTransport::by_proxy(&Timeouts::default(), "http://proxy.test:3128")?;
/// // let client = Client::builder().transport(transport).build()?;
/// # let _ = transport;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ReqwestTransport {
    client: ::reqwest::Client,
    /// Whether the program built the client, which may therefore follow redirects.
    is_own: bool,
    compression: Compression,
    origin: Arc<RwLock<Option<Origin>>>,
}

/// The origin of the last request, which is nearly always the origin of the next one.
struct Origin {
    scheme: Scheme,
    authority: Authority,
    /// The URL of the origin without a path.
    url: Url,
}

impl ReqwestTransport {
    /// Creates a transport with its own connection pool.
    ///
    /// # Errors
    /// Returns an error if TLS cannot be initialized.
    pub fn new(timeouts: &Timeouts) -> Result<Self, TransportError> {
        ReqwestTransport::build(timeouts, with_default_tls(::reqwest::Client::builder())?)
    }

    /// Creates a transport that sends every request through the proxy at this URL, which may contain user and password.
    ///
    /// # Errors
    /// Returns an error if TLS cannot be initialized, or the URL is not a valid proxy URL.
    pub fn by_proxy(timeouts: &Timeouts, url: &str) -> Result<Self, TransportError> {
        // The error omits the URL, which may contain a password.
        let unusable = |_| TransportError::new(TransportErrorKind::Other, "invalid proxy URL");
        let proxy = ::reqwest::Proxy::all(url).map_err(unusable)?;
        ReqwestTransport::build(timeouts, with_default_tls(::reqwest::Client::builder().proxy(proxy))?)
    }

    /// Creates a transport with a custom TLS configuration: a `rustls::ClientConfig` of the rustls version that reqwest
    /// uses, or, with reqwest's feature `native-tls`, a `native_tls::TlsConnector`.
    ///
    /// # Errors
    /// Returns an error if the value has neither of these types.
    #[cfg(feature = "reqwest-own-tls")]
    pub fn with_tls(timeouts: &Timeouts, tls: impl std::any::Any) -> Result<Self, TransportError> {
        ReqwestTransport::build(timeouts, ::reqwest::Client::builder().tls_backend_preconfigured(tls))
    }

    /// Creates a transport from a client of the program, and shares its connection pool.
    ///
    /// The client keeps its settings: proxies, TLS, default headers, the timeout for connecting. Its other timeouts and its
    /// retries apply in addition to those of the API client. If it decodes responses itself, `decoded_limit` does not
    /// apply.
    ///
    /// Build it with `.redirect(reqwest::redirect::Policy::none())`. The API client follows redirects itself, and only
    /// within an origin: reqwest would follow them to other origins, and send them API keys in headers. Such a response
    /// is an error.
    #[cfg(feature = "reqwest-own-client")]
    pub fn from_client(client: ::reqwest::Client) -> Self {
        ReqwestTransport { client, is_own: true, compression: Compression::default(), origin: Arc::default() }
    }

    /// Sets the maximum size of a decoded response in bytes. The default is 256 MiB.
    ///
    /// A compressed response can be a thousand times as large when it is decoded. If it exceeds the limit, the call fails
    /// with [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge) and without a retry. Other responses do not have
    /// this limit, and JSON is limited to 64 MiB in any case.
    #[cfg(any(feature = "gzip", feature = "brotli", feature = "zstd"))]
    #[must_use]
    pub fn decoded_limit(mut self, bytes: u64) -> Self {
        self.compression.limit = bytes;
        self
    }

    /// Returns the transport unchanged: the setting applies to browsers, and other platforms have no credentials of their
    /// own. It exists here so that a program needs no `cfg`.
    #[must_use]
    pub fn fetch_credentials(self, _credentials: FetchCredentials) -> Self {
        self
    }

    fn build(timeouts: &Timeouts, builder: ::reqwest::ClientBuilder) -> Result<Self, TransportError> {
        let client = builder
            .connect_timeout(timeouts.connect_limit())
            .pool_idle_timeout(Duration::from_secs(60))
            .redirect(::reqwest::redirect::Policy::none())
            .retry(::reqwest::retry::never())
            .referer(false)
            // Another crate may enable these features of reqwest, which decodes without a limit.
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .build()
            .map_err(failure)?;
        Ok(ReqwestTransport { client, is_own: false, compression: Compression::default(), origin: Arc::default() })
    }
}

#[cfg(feature = "reqwest")]
fn with_default_tls(builder: ::reqwest::ClientBuilder) -> Result<::reqwest::ClientBuilder, TransportError> {
    Ok(builder.tls_backend_preconfigured(tls()?))
}

#[cfg(all(feature = "reqwest-own-tls", not(feature = "reqwest")))]
fn with_default_tls(_builder: ::reqwest::ClientBuilder) -> Result<::reqwest::ClientBuilder, TransportError> {
    let message =
        "no TLS configuration is available: pass `ReqwestTransport::with_tls(…)` to `.transport(…)` on the builder";
    Err(TransportError::new(TransportErrorKind::Other, message))
}

#[cfg(not(feature = "reqwest-own-tls"))]
fn with_default_tls(builder: ::reqwest::ClientBuilder) -> Result<::reqwest::ClientBuilder, TransportError> {
    Ok(builder)
}

impl std::fmt::Debug for ReqwestTransport {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let operation = request.operation.map_or("token request", |operation| operation.id);
        // The request is converted before the future is created, which therefore does not store it.
        let started = self.convert(request).map(|mut outgoing| {
            let sent_to = self.is_own.then(|| Box::new(outgoing.url().clone()));
            let is_decoded = self.compression.request(&mut outgoing);
            (self.client.execute(outgoing), sent_to, is_decoded)
        });
        Box::pin(async move {
            let (response, sent_to, is_decoded) = started?;
            let mut response = response.await.map_err(failure)?;
            if sent_to.is_some_and(|url| url.origin() != response.url().origin()) {
                let message = "the client followed a redirect to another origin: build it with \
                               `.redirect(reqwest::redirect::Policy::none())`";
                return Err(TransportError::from_call(CallError::new(ErrorKind::Transport, operation, message)));
            }
            let mut answer = Response::new(());
            *answer.status_mut() = response.status();
            *answer.version_mut() = response.version();
            *answer.headers_mut() = std::mem::take(response.headers_mut());
            let answer = answer.map(|()| Body::from_stream(Failing(response.bytes_stream())));
            Ok(if is_decoded { self.compression.decode(operation, answer) } else { answer })
        })
    }
}

impl ReqwestTransport {
    /// Converts a request.
    fn convert(&self, request: TransportRequest) -> Result<::reqwest::Request, TransportError> {
        let length = request.content_length();
        let mut outgoing = ::reqwest::Request::new(request.method, self.url(&request.uri)?);
        *outgoing.headers_mut() = request.headers;
        if let Some(length) = length {
            outgoing.headers_mut().insert(CONTENT_LENGTH, length.into());
        }
        if !request.body.is_none() {
            *outgoing.body_mut() = Some(match request.body.as_bytes() {
                Some(bytes) => bytes.into(),
                None => ::reqwest::Body::wrap_stream(request.body.chunks()),
            });
        }
        Ok(outgoing)
    }

    /// Returns the URL to send. The origin is parsed once: the host is the most expensive part, and calls to one origin
    /// share it.
    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err(TransportError::new(
                TransportErrorKind::Other,
                "the request URL must have a scheme and a host",
            ));
        };
        let is_same = |origin: &&Origin| origin.scheme == *scheme && origin.authority.as_str() == authority.as_str();
        if let Some(origin) = self.origin.read().unwrap_or_else(PoisonError::into_inner).as_ref().filter(is_same) {
            return Ok(origin.url_of(uri));
        }
        let text = [scheme.as_str(), "://", authority.as_str()].concat();
        let url = Url::parse(&text).map_err(|error| TransportError::new(TransportErrorKind::Other, error))?;
        let origin = Origin { scheme: scheme.clone(), authority: authority.clone(), url };
        let url = origin.url_of(uri);
        *self.origin.write().unwrap_or_else(PoisonError::into_inner) = Some(origin);
        Ok(url)
    }
}

impl Origin {
    fn url_of(&self, uri: &Uri) -> Url {
        let mut url = self.url.clone();
        url.set_path(uri.path());
        url.set_query(uri.query());
        url
    }
}

/// Verifies certificates with those of the system and ring. No provider is installed for the whole process.
#[cfg(feature = "reqwest")]
fn tls() -> Result<rustls::ClientConfig, TransportError> {
    use rustls_platform_verifier::BuilderVerifierExt as _;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_platform_verifier())
        .map_err(|error| TransportError::new(TransportErrorKind::Other, error))?
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

/// Omits URLs, because their query may contain a key.
fn failure(error: ::reqwest::Error) -> TransportError {
    let kind = if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::Other
    };
    TransportError::new(kind, error.without_url())
}

/// A stream of chunks with converted errors.
struct Failing<S>(S);

impl<S: Stream<Item = ::reqwest::Result<bytes::Bytes>> + Unpin> Stream for Failing<S> {
    type Item = Result<bytes::Bytes, TransportError>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::pin::Pin::new(&mut self.0).poll_next(context).map(|piece| piece.map(|piece| piece.map_err(failure)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn url_from_parts_equals_the_parsed_text() {
        let origins =
            ["http://127.0.0.1:8080", "https://api.example.com", "https://user:word@[::1]:1", "HTTP://Hive.Test:80"];
        let rests = [
            "/",
            "",
            "?",
            "/?",
            "/a/b?c=d&e=f",
            "//a//b/",
            "/a/./b/../c",
            "/a/%2e%2e/b",
            "/a%2Fb?x=%3F/?&y='\"<>",
            "/..",
            "/a|b[c]{d}?e|f[]",
        ];
        for origin in origins {
            // Each origin is tested with a transport that has not seen it, and then with one that has.
            let transport = ReqwestTransport::new(&Timeouts::default()).unwrap();
            for rest in rests.iter().chain(&rests) {
                let text = format!("{origin}{rest}");
                let Ok(uri) = text.parse::<Uri>() else { continue };
                assert_eq!(transport.url(&uri).unwrap(), Url::parse(&text).unwrap(), "{text}");
            }
        }
    }

    #[test]
    fn transport_with_a_cached_origin_sends_to_other_origins() {
        let transport = ReqwestTransport::new(&Timeouts::default()).unwrap();
        for text in
            ["http://a.test/1", "https://a.test/2", "http://a.test:81/3", "http://b.test/4?x", "http://a.test/5"]
        {
            assert_eq!(transport.url(&text.parse().unwrap()).unwrap().as_str(), text);
        }
        let relative = transport.url(&Uri::from_static("/only/a/path")).unwrap_err();
        assert!(relative.to_string().contains("scheme and a host"), "{relative}");
    }
}
