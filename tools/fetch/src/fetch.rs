//! Fetches a document by HTTPS from one origin, within limits of size and time.

use std::time::{Duration, Instant};

use ureq::http::{HeaderMap, Response, StatusCode, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};
use url::{Host, Url};

/// The maximum number of redirects.
const REDIRECTS: usize = 5;

/// The limits of a fetch.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time limit of the whole fetch, redirects included.
    pub time: Duration,
    /// The maximum size of the document in bytes.
    pub size: u64,
    /// The alternatives that errors propose.
    pub advice: Advice,
}

/// The alternatives that errors propose, in the terms of the command that fetches.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// The alternative to a document that is too large.
    pub size: &'static str,
    /// The alternative to a document that takes too long.
    pub time: &'static str,
    /// The alternative to fetching.
    pub file: &'static str,
}

/// The identity of a version of a document (RFC 9110 section 8.8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    /// The `ETag` header, unchanged.
    pub etag: Option<String>,
    /// The `Last-Modified` header, unchanged.
    pub last_modified: Option<String>,
}

/// The response of a server.
#[derive(Debug)]
pub struct Fetched {
    /// The document, byte for byte.
    pub document: Vec<u8>,
    /// The validators for the next conditional request.
    pub validators: Validators,
}

/// Fetches a document. Returns `None` if it is the version that `known` describes.
///
/// # Errors
/// Returns an error if it cannot be fetched or is not a document. The message has the reason and a fix.
pub fn fetch(address: &str, known: &Validators, limits: &Limits) -> Result<Option<Fetched>, String> {
    let mut url = checked(address, &limits.advice)?;
    let start = Instant::now();
    for _ in 0..=REDIRECTS {
        let left = limits.time.saturating_sub(start.elapsed()).max(Duration::from_millis(1));
        let mut request = agent(&url, left).get(url.as_str());
        if let Some(etag) = &known.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(time) = &known.last_modified {
            request = request.header(header::IF_MODIFIED_SINCE, time);
        }
        let response = request.call().map_err(|error| failure(&error, limits))?;
        match response.status() {
            StatusCode::NOT_MODIFIED if *known == Validators::default() => {
                return Err(
                    "unexpected status 304 Not Modified: the request was not conditional\nhelp: try again".to_owned()
                );
            }
            StatusCode::NOT_MODIFIED => return Ok(None),
            StatusCode::OK => return receive(response, limits).map(Some),
            status if status.is_redirection() => url = redirected(&url, response.headers())?,
            status => {
                return Err(format!("unexpected status {status}\nhelp: check whether the document has moved"));
            }
        }
    }
    Err(format!("more than {REDIRECTS} redirects\nhelp: use the URL of the document itself"))
}

/// Parses a URL and checks that it may be fetched: by HTTPS, or by HTTP from this machine. Credentials are rejected,
/// because the URL is recorded.
fn checked(address: &str, advice: &Advice) -> Result<Url, String> {
    let url = Url::parse(address).map_err(|error| format!("invalid URL: {error}"))?;
    let is_local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    if url.scheme() != "https" && !(url.scheme() == "http" && is_local) {
        return Err(format!("the URL must start with `https://`\nhelp: use an HTTPS URL, or {}", advice.file));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(format!("the URL must not contain credentials, because it is recorded\nhelp: {}", advice.file));
    }
    Ok(url)
}

fn agent(url: &Url, time: Duration) -> Agent {
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .http_status_as_error(false)
        // Redirects are followed by `fetch`, because they must stay at the origin.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(time))
        .user_agent("apiarist")
        .accept("application/yaml, application/json, */*;q=0.5")
        // The document is kept byte for byte, so no compression is accepted.
        .accept_encoding("identity");
    // Only this machine is fetched from by HTTP, and a proxy would not reach it.
    let config = if url.scheme() == "http" { config.proxy(None) } else { config };
    config.build().new_agent()
}

fn redirected(from: &Url, headers: &HeaderMap) -> Result<Url, String> {
    let location = headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
    let to = location.and_then(|location| from.join(location).ok());
    let to = to.ok_or("the redirect does not have a valid `Location`\nhelp: check whether the document has moved")?;
    if to.origin() != from.origin() {
        return Err(format!(
            "the server redirects to another origin: {to}\nhelp: if you trust it, use it as the source"
        ));
    }
    Ok(to)
}

/// Reads the document from a response.
fn receive(mut response: Response<Body>, limits: &Limits) -> Result<Fetched, String> {
    let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    if let Some(encoding) = text(header::CONTENT_ENCODING).filter(|encoding| encoding != "identity") {
        return Err(format!(
            "the response is compressed ({encoding}), although the request does not accept that\nhelp: {}",
            limits.advice.file
        ));
    }
    let media_type = text(header::CONTENT_TYPE).unwrap_or_default();
    let validators = Validators { etag: text(header::ETAG), last_modified: text(header::LAST_MODIFIED) };
    let too_large = || {
        let size = limits.size >> 20;
        format!("the document is larger than {size} MB\nhelp: {}", limits.advice.size)
    };
    if response.body().content_length().is_some_and(|length| length > limits.size) {
        return Err(too_large());
    }
    let body = response.body_mut().with_config().limit(limits.size + 1).read_to_vec();
    let document = match body {
        Ok(document) if document.len() as u64 <= limits.size => document,
        Ok(_) | Err(Error::BodyExceedsLimit(_)) => return Err(too_large()),
        Err(error) => return Err(failure(&error, limits)),
    };
    let is_page = ["text/html", "application/xhtml"].iter().any(|page| media_type.starts_with(page));
    if is_page || document.trim_ascii_start().starts_with(b"<") {
        let media_type = if media_type.is_empty() { "no media type" } else { &media_type };
        return Err(format!(
            "expected a document; found a web page ({media_type})\nhelp: use the URL of the document itself"
        ));
    }
    Ok(Fetched { document, validators })
}

/// Returns the cause of a transport error and a fix.
fn failure(error: &Error, limits: &Limits) -> String {
    match error {
        Error::Timeout(_) => {
            format!(
                "the response was not complete within {} s\nhelp: try again, or {}",
                limits.time.as_secs(),
                limits.advice.time
            )
        }
        Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            "the response ended before its declared length\nhelp: try again".to_owned()
        }
        Error::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            format!(
                "cannot establish a secure connection: {error}\nhelp: check the URL and the certificates of the system"
            )
        }
        Error::Rustls(_) | Error::Tls(_) => {
            format!(
                "cannot establish a secure connection: {error}\nhelp: check the URL and the certificates of the system"
            )
        }
        error => format!("cannot send the request: {error}\nhelp: check the URL and the network, and try again"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADVICE: Advice = Advice { size: "raise it", time: "raise it", file: "use a file" };

    #[test]
    fn only_https_and_loopback_urls_are_fetched() {
        for address in ["https://example.com/a.yaml", "http://localhost:1/a", "http://127.0.0.1/a", "http://[::1]/a"] {
            assert!(checked(address, &ADVICE).is_ok(), "{address}");
        }
        for address in ["http://example.com/a.yaml", "ftp://example.com/a", "http://localhost.example.com/a", "a.yaml"]
        {
            assert!(checked(address, &ADVICE).is_err(), "{address}");
        }
        assert!(
            checked("https://me:secret@example.com/a", &ADVICE).is_err_and(|message| message.contains("credentials"))
        );
    }
}
